"""Palettes for whatever fixture they are used with: somebody in the patch has to be able to do what they say."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from showctl.model.look import FixtureLook
from showctl.model.parameter_kind import KINDS, kind_of_name
from showctl.model.problem import Problem
from showctl.model.setting import Word
from showctl.program.look_line import LookLine
from showctl.program.palette_table import Palette
from showctl.program.patch_table import PatchedFixture
from showctl.program.selected import Selected
from showctl.showfile.suggest import suggestion

MakeParts = Callable[[LookLine, FixtureLook], Collection[object]]
"""What a line says, as parts of moves; what is wrong is in the problems of the line."""


def wrong_for_all(
    palette: Palette, fixtures: Collection[PatchedFixture], complete: bool, parts: MakeParts
) -> Iterator[Problem]:
    """What is wrong with what a palette says of all fixtures, key by key.

    `fixtures` are one of each kind in the patch. Where these are not `complete`, or there are none, only what no
    fixture could make good is wrong.
    """
    entry = palette.for_all
    for key, single in _one_by_one(entry) if entry is not None else ():
        if (slip := _of_another_kind(palette, key)) is not None:
            yield slip
            continue
        found: list[Problem] = []
        if any(_can(palette, [fixture], single, parts, found) for fixture in fixtures):
            continue
        names: list[Problem] = []
        if isinstance(single.intensity, Word) and palette.kind == "intensity":
            names.append(
                Problem(palette.path, f"'{single.intensity}' is no level", "write for example 50%, full or out")
            )
        else:
            _can(palette, [], single, parts, names)
        if names or (complete and fixtures):
            problem = names[0] if names else _nobody(palette, key, found, fixtures)
            # A colour or a level that is the whole palette stands under no key of its own.
            yield replace(problem, path=palette.path) if key == palette.kind else problem


def _one_by_one(entry: FixtureLook) -> Iterator[tuple[str, FixtureLook]]:
    written = {key: getattr(entry, key) for key in entry.model_fields_set if key in FixtureLook.model_fields}
    for key, value in {**written, **entry.parameters}.items():
        yield key, FixtureLook.model_validate({key: value})


def _of_another_kind(palette: Palette, key: str) -> Problem | None:
    """A key whose name says that it belongs into palettes of another kind."""
    kind = kind_of_name(key)
    category = KINDS[kind].category
    allowed = {palette.kind, "control"} if palette.kind == "beam" else {palette.kind}
    if key in {"time", "delay"} or kind == "generic" or category in allowed:
        return None
    what = f"'{key}' is a matter of {category}, and this palette is one of {palette.kind}"
    return Problem((*palette.path, key), what, f"write it under palettes: {category}: or mixed:")


def _can(
    palette: Palette, fixtures: list[PatchedFixture], entry: FixtureLook, parts: MakeParts, problems: list[Problem]
) -> bool:
    """Whether these can do what the entry says; if not, why is added to `problems`."""
    line = LookLine(Selected(fixtures), palette.path, palette, True)
    made = parts(line, entry)
    problems += line.problems
    return bool(made) and not line.problems


def _nobody(palette: Palette, key: str, found: list[Problem], fixtures: Collection[PatchedFixture]) -> Problem:
    if found:
        return Problem(found[0].path, f"no fixture of the patch can do this: {found[0].what}", found[0].remedy)
    if key == "colour":
        return Problem((*palette.path, key), "no fixture of the patch can make this colour", "patch one, or remove it")
    names = dict.fromkeys(name.rpartition("/")[2] for fixture in fixtures for name in fixture.layout.names)
    remedy = suggestion(key, names, "patch one, or remove it")
    return Problem((*palette.path, key), f"no fixture of the patch has '{key}'", remedy)

"""Cues of a file: each becomes the type whose key it has, those inside groups too."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from showctl.cues.registry import CUE_TYPES
from showctl.cues.wait import WaitCue
from showctl.model.cue import MAIN, Cue
from showctl.model.problem import Path
from showctl.showfile.fields import keys_of, nested_key
from showctl.showfile.known import Known
from showctl.showfile.report import Report
from showctl.showfile.suggest import closest, listed
from showctl.showfile.tree import Mapping, Sequence
from showctl.showfile.wording import validated

DEEPEST_GROUP = 100
"""Groups inside each other."""

_PLAIN_KEYS = keys_of(Cue)
# Stands in a group for a cue that is wrong itself, so that the group is checked all the same.
PLACEHOLDER = WaitCue(number="wrong", wait=0.0)


@cache
def _adapter(kind: type[Cue]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def lists_of(root: Mapping) -> Iterator[tuple[str, Path, Sequence]]:
    """Every cue list of a file: its name, its path, its cues as written."""
    if isinstance(main := root.get("cues"), Sequence):
        yield MAIN, ("cues",), main
    lists = root.get("lists")
    for name, cue_list in lists.items() if isinstance(lists, Mapping) else ():
        if isinstance(cue_list, Mapping) and isinstance(cues := cue_list.get("cues"), Sequence):
            yield name, ("lists", name, "cues"), cues


def walk(cues: Sequence, path: Path) -> Iterator[tuple[Path, Mapping, Mapping | None]]:
    """Every cue with its path and the group that it is in, in file order."""
    return _walk(cues, path, None, 0)


def _walk(
    cues: Sequence, path: Path, group: Mapping | None, depth: int
) -> Iterator[tuple[Path, Mapping, Mapping | None]]:
    for index, cue in enumerate(cues):
        if isinstance(cue, Mapping):
            here = (*path, index)
            yield here, cue, group
            if isinstance(inside := cue.get("cues"), Sequence) and depth < DEEPEST_GROUP:
                yield from _walk(inside, (*here, "cues"), cue, depth + 1)


def built(cues: Sequence, path: Path, report: Report, known: Known) -> list[Cue]:
    """The cues of a list as instances, with what is wrong in the report.

    What is wrong is left out, as is every cue whose number was there before. The cues of a group that is left out stand
    in its place.
    """
    return _built(cues, path, report, 0, set(), known)


def _built(cues: Sequence, path: Path, report: Report, depth: int, numbers: set[str], known: Known) -> list[Cue]:
    return [
        found for index, cue in enumerate(cues) for found in _cue(cue, (*path, index), report, depth, numbers, known)
    ]


def _cue(cue: Any, path: Path, report: Report, depth: int, numbers: set[str], known: Known) -> list[Cue]:
    """The cue, or if it is wrong as a whole those inside it."""
    if not isinstance(cue, Mapping):
        report.add(path, "a cue is a mapping; write for example - cue: 12, and its other keys below, indented")
        return []
    kept: Cue | None = known.get(cue)
    if kept is not None:
        own = {each.number for each in kept.walk()} if kept.children else {kept.number}
        if numbers.isdisjoint(own):
            numbers |= own
            return [kept]
    number = str(cue.get("cue")).strip()
    twice = number in numbers
    numbers.add(number)
    _correct_type(cue, path, report)
    types = types_of(cue)
    values: dict[str, Any] = cue
    inside = cue.get("cues")
    children: list[Cue] = []
    if types in ([], ["group"]) and isinstance(inside, Sequence):
        if depth >= DEEPEST_GROUP:
            report.add(path, f"more than {DEEPEST_GROUP} groups stand inside each other; use fewer")
            return []
        children = _built(inside, (*path, "cues"), report, depth + 1, numbers, known)
        values = {**cue, "cues": children if children or not inside else [PLACEHOLDER]}
    if len(types) != 1:
        _wrong_type(cue, types, path, report)
        return children
    (name,) = types
    found = report.count
    instance: Cue | None = validated(values, CUE_TYPES[name], _adapter(CUE_TYPES[name]), path, report)
    if instance is not None and not twice and report.count == found and len(children) == len(inside or ()):
        known.keep(cue, instance)
    return [instance] if instance is not None and not twice else children


def _correct_type(cue: Mapping, path: Path, report: Report) -> None:
    """Report a type that is misspelt, and take it as it was meant."""
    slips = ((key, near) for key in cue if key not in _PLAIN_KEYS and (near := closest(key, CUE_TYPES)))
    key, near = next(slips, ("", "")) if not types_of(cue) else ("", "")
    if key:
        report.add((*path, key), f"unknown key '{key}'; did you mean '{near}'?", key=True)
        cue.rename(key, near)


def types_of(cue: Mapping) -> list[str]:
    """The types whose key a cue has, save where that key belongs to another of them, as the fade of a stop others."""
    written = [name for name in CUE_TYPES if name in cue]
    return [n for n in written if not any(_belongs(n, cue[n], CUE_TYPES[other]) for other in written if other != n)]


def _belongs(key: str, value: Any, kind: type[Cue]) -> bool:
    """Whether a key is one of this type, or a text that would stand under its key: the fade of a stop."""
    return key in keys_of(kind) or (isinstance(value, str) and nested_key(kind, key) is not None)


def _wrong_type(cue: Mapping, types: list[str], path: Path, report: Report) -> None:
    """Say what is wrong with the type, and with the keys that all cues have."""
    ignored = set(types)
    if types:
        waits = "wait" in types and len(types) == 2
        remedy = (
            "write pre-wait to wait before the action" if waits else "a cue does one thing, put two cues into a group"
        )
        report.add((*path, types[1]), f"{listed(types, 'and')} are both in one cue; {remedy}", key=True)
    else:
        if "cues" in cue:
            report.add(path, "has cues inside, but does not say that it is a group; add group: timeline")
        else:
            report.add(path, f"does not say what it does; add one of {listed(CUE_TYPES)}")
        ignored.add("cues")
    rest = {key: value for key, value in cue.items() if key not in ignored}
    validated(rest, Cue, _adapter(Cue), path, report)

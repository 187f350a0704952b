"""The masters of a show as the engine has them, and as cues refer to them."""

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec.structs import replace

from showctl.model.effect import Fade
from showctl.model.master import GRAND, Master
from showctl.model.problem import Path, Problem, Problems
from showctl.program.look_fade import LookFades
from showctl.program.program import CompiledMaster
from showctl.showfile.suggest import suggestion


def master_table(
    masters: Mapping[str, Master],
    looks: LookFades,
    lists: int,
    problems: list[Problem],
    left_out: list[Problem] | None = None,
) -> tuple[CompiledMaster, ...]:
    """The submasters, in the order of the file. What is wrong is added to `problems`; what they cannot reach or bring,
    to `left_out` instead, if given, and they do the rest.

    The layers of those with a look come after those of the cue lists, of which there are so many.
    """
    table: list[CompiledMaster] = []
    layer = lists
    for name, master in masters.items():
        if name == GRAND:
            what = f"'{GRAND}' is the master over all fixtures, which is always there"
            problems.append(Problem(("masters", name), what, "give this one another name"))
            continue
        if master.look:
            layer += 1
            look = _look(master, layer, looks, ("masters", name, "look"), problems, left_out)
            table.append(CompiledMaster(name, master.label, master.start, b"", look, master.priority or 5))
            continue
        found = [np.zeros(0, np.int32)]
        for index, selection in enumerate(master.fixtures):
            try:
                found.append(looks.intensity(selection, ("masters", name, "fixtures", index)))
            except Problems as wrong:
                (problems if left_out is None else left_out).extend(wrong.problems)
        parameters = np.unique(np.concatenate(found))
        table.append(CompiledMaster(name, master.label, master.start, parameters.astype("<i4").tobytes()))
    return tuple(table)


def _look(
    master: Master, layer: int, looks: LookFades, path: Path, problems: list[Problem], left_out: list[Problem] | None
) -> tuple[Fade, ...]:
    """What it brings; what a look gives back (NaN) is not brought."""
    try:
        fades = looks.fade(master.look, 0.0, path, left_out)
    except Problems as wrong:
        problems += wrong.problems
        return ()
    brought = []
    for fade in fades:
        parameters, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
        there = ~np.isnan(targets)
        parts = (parameters[there].tobytes(), targets[there].tobytes())
        brought.append(replace(fade, parameters=parts[0], targets=parts[1], layer=layer))
    return tuple(brought)


def check_master(name: str, masters: Iterable[str], path: Path) -> None:
    """Raise Problems if there is no such master."""
    names = [GRAND, *masters]
    if name not in names:
        remedy = suggestion(name, names, "name it under masters:")
        raise Problems([Problem(path, f"there is no master '{name}'", remedy)])

"""The masters of a show as the engine has them, and as cues refer to them."""

from collections.abc import Iterable, Mapping

import numpy as np

from showctl.model.master import GRAND, Master
from showctl.model.problem import Path, Problem, Problems
from showctl.program.look_fade import LookFades
from showctl.program.program import CompiledMaster
from showctl.showfile.suggest import suggestion


def master_table(
    masters: Mapping[str, Master], looks: LookFades, problems: list[Problem]
) -> tuple[CompiledMaster, ...]:
    """The submasters, in the order of the file. What is wrong is added to `problems`."""
    table = []
    for name, master in masters.items():
        if name == GRAND:
            what = f"'{GRAND}' is the master over all fixtures, which is always there"
            problems.append(Problem(("masters", name), what, "give this one another name"))
            continue
        found = [np.zeros(0, np.int32)]
        for index, selection in enumerate(master.fixtures):
            try:
                found.append(looks.intensity(selection, ("masters", name, "fixtures", index)))
            except Problems as wrong:
                problems += wrong.problems
        parameters = np.unique(np.concatenate(found))
        table.append(CompiledMaster(name, master.label, master.level, parameters.astype("<i4").tobytes()))
    return tuple(table)


def check_master(name: str, masters: Iterable[str], path: Path) -> None:
    """Raise Problems if there is no such master."""
    names = [GRAND, *masters]
    if name not in names:
        remedy = suggestion(name, names, "name it under masters:")
        raise Problems([Problem(path, f"there is no master '{name}'", remedy)])

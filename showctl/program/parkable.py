"""What can be parked, as a show names it: fixtures, groups, ranges, parameters of them, addresses."""

import re
from collections.abc import Iterable

from showctl.model.address import SLOTS
from showctl.model.problem import Path, Problem, Problems
from showctl.program.look_fade import LookFades
from showctl.program.patch_table import PatchedFixture, PatchTable
from showctl.showfile.suggest import suggestion

_ADDRESS = re.compile(r"([0-9]{1,5})[./]([0-9]{1,3})")


class Parkables:
    """Checks names, by the rules by which the engine finds what they mean (engine/fixture_names.py)."""

    def __init__(self, table: PatchTable, looks: LookFades) -> None:
        self._table, self._looks = table, looks

    def fixtures(self, selection: str, path: Path) -> Iterable[PatchedFixture]:
        """The fixtures of a selection. Raises Problems for what is not there."""
        return self._looks.fixtures(selection, path)

    def check(self, what: str, path: Path) -> None:
        """Raise Problems for what is not there: a fixture, a group, a parameter that one of them lacks, an address."""
        name, _, parameter = (part.strip() for part in what.partition("/"))
        fixtures = self._table.fixtures
        if what not in fixtures and name not in fixtures and (match := _ADDRESS.fullmatch(what)):
            self._check_address(int(match[1]), int(match[2]), what, path)
            return
        for fixture in self.fixtures(name, path):
            names = fixture.layout.names
            if parameter and parameter not in names:
                wrong = f"'{fixture.name}' has no parameter '{parameter}'"
                raise Problems([Problem(path, wrong, suggestion(parameter, names, f"write one of {', '.join(names)}"))])

    def _check_address(self, universe: int, slot: int, what: str, path: Path) -> None:
        universes = self._table.universes
        if self._table.broken and universe not in universes:
            return  # what is patched there may be left out
        if universe not in universes or not 1 <= slot <= SLOTS:
            sent = ", ".join(map(str, universes)) or "none"
            remedy = f"fixtures are patched in universes {sent}, addresses 1 to {SLOTS}"
            raise Problems([Problem(path, f"there is no address {what}", remedy)])

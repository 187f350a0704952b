"""What each slot of a universe is: which byte of which parameter of which fixture."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.program.program import Program
from showctl.ui.tongue import marked, tr

_BYTES = {
    1: ("{parameter}",),
    2: (marked("{parameter} coarse"), marked("{parameter} fine")),
    3: (marked("{parameter} coarse"), marked("{parameter} fine"), marked("{parameter} ultra")),
}
"""What the bytes of a parameter are called, by how many it has."""


class Slot(NamedTuple):
    """One byte of a parameter."""

    fixture: str
    parameter: str
    byte: int
    """0 is the most significant."""
    of: int
    switched: str = ""
    """Of a slot that means another parameter wherever its trigger is: all of them."""

    @property
    def words(self) -> str:
        """`pan coarse`; `red`; `zoom or iris`."""
        if self.switched:
            return self.switched
        return tr(_BYTES[self.of][self.byte]).format(parameter=self.parameter)


class SlotMap:
    """For one program; each universe is looked up when it is first asked for."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[int, dict[int, Slot]] = {}

    def of(self, universe: int) -> dict[int, Slot]:
        """By slot (1..512); slots to which nothing is patched are not in it."""
        if universe not in self._known:
            universes = self._program.universes
            row = universes.index(universe) if universe in universes else -1
            self._known[universe] = self._look_up(row) if row >= 0 else {}
        return self._known[universe]

    def unused(self, universe: int, slot: int) -> str:
        """The fixture that has a slot between two of its own, of which it makes no use; empty: none has."""
        known = self.of(universe)
        before = max((at for at in known if at < slot), default=0)
        after = min((at for at in known if at > slot), default=0)
        if slot in known or not before or not after or known[before].fixture != known[after].fixture:
            return ""
        return known[before].fixture

    def slots_of(self, fixture: str) -> list[tuple[int, int]]:
        """Universe and slot of each byte of a fixture, where it is first patched."""
        return self._places.get(fixture, [])

    def rows_of(self, fixture: str) -> dict[str, int]:
        """By parameter of a fixture its row in the program's table: also of those that have no slot."""
        number = self._numbers.get(fixture)
        if number is None:
            return {}
        first = int(self.first[number])
        return {name: first + at for at, name in enumerate(self.layout_of(number))}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._program.fixtures.names)}

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for universe in self._program.universes:
            for slot, each in self.of(universe).items():
                found.setdefault(each.fixture, []).append((universe, slot))
        return found

    def _look_up(self, row: int) -> dict[int, Slot]:
        parameters, fixtures = self._program.parameters, self._program.fixtures
        slots = np.frombuffer(parameters.slots, "<i4").reshape(-1, 3)
        here = np.flatnonzero(np.frombuffer(parameters.row, "<i4") == row)
        places = [(int(p), slots[p].tolist()) for p in here]
        copies = np.frombuffer(parameters.copies, "<i4").reshape(-1, 5)
        places += [(int(p), each) for p, at, *each in copies.tolist() if at == row]
        first = self.first
        found: dict[int, Slot] = {}
        for parameter, bytes_at in places:
            fixture = int(np.searchsorted(first, parameter, "right")) - 1
            name = self.layout_of(fixture)[parameter - int(first[fixture])]
            used = [at for at in bytes_at if at >= 0]
            for byte, at in enumerate(used):
                found[at + 1] = Slot(fixtures.names[fixture], name, byte, len(used))
        for at, each in self._switched(row).items():
            found[at] = found.get(at, each)._replace(switched=each.switched)
        return dict(sorted(found.items()))

    def _switched(self, row: int) -> dict[int, Slot]:
        """Slots that mean another parameter wherever their trigger is, by the names of all of them."""
        table = np.frombuffer(self._program.parameters.switches, "<i4").reshape(-1, 9)
        found: dict[int, Slot] = {}
        for _, at, trigger, *_, parameter, _, _ in table[table[:, 0] == row].tolist():
            fixture = int(np.searchsorted(self.first, trigger, "right")) - 1
            name = self.layout_of(fixture)[parameter - int(self.first[fixture])] if parameter >= 0 else tr("not used")
            before = found.get(at + 1)
            names = before.switched.split(" or ") if before is not None else []
            said = " or ".join(dict.fromkeys((*names, name)))
            found[at + 1] = Slot(self._program.fixtures.names[fixture], names[0] if names else name, 0, 1, said)
        return found

    @cached_property
    def first(self) -> NDArray[np.int32]:
        """The first parameter of each fixture."""
        return np.frombuffer(self._program.fixtures.first, "<i4")

    @cached_property
    def _layout(self) -> NDArray[np.int32]:
        return np.frombuffer(self._program.fixtures.layout, "<i4")

    def layout_of(self, fixture: int) -> tuple[str, ...]:
        """The parameters of a fixture, by its number."""
        return self._program.fixtures.layouts[int(self._layout[fixture])].names

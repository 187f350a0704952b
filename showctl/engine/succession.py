"""Which parameters of one state of the show are which of the next."""

import numpy as np
from numpy.typing import NDArray

from showctl.program.program import Program
from showctl.program.renaming import UNCHANGED, Renaming

_NAMED = 5
"""Fixtures that are named in a sentence, at most."""


class Succession:
    """By the names of fixtures (`names`: which go by others), and of parameters in them, wherever they are patched. A
    fixture under another name at the same addresses, with the same parameters, is the same one. Making one reads both
    shows: not for the dispatcher's path.
    """

    def __init__(self, before: Program, after: Program, names: Renaming = UNCHANGED) -> None:
        old, new = len(before.parameters.default) // 4, len(after.parameters.default) // 4
        self.of = np.full(new, -1)
        """Which each of the new ones (P after) was, -1 for none."""
        self._gone: dict[str, slice] = {}
        self.same = (before.parameters, before.universes) == (after.parameters, after.universes) and (
            before.fixtures.names == after.fixtures.names
        )
        """Whether each is what it was."""
        if self.same:
            self.of = np.arange(new)
        else:
            self._by_name(before, after, names)
        self.now = np.full(old, -1)
        """Which each of the old ones (P before) is now, -1 for none."""
        found = np.flatnonzero(self.of >= 0)
        self.now[self.of[found]] = found
        intensity = np.frombuffer(before.parameters.intensity, np.uint8) != 0
        self._gone_lights = [(name, rows.start + np.flatnonzero(intensity[rows])) for name, rows in self._gone.items()]

    def _by_name(self, before: Program, after: Program, names: Renaming) -> None:
        was, now = _Rows(before), _Rows(after)
        same = np.array([was.place.get(names.was("fixture", name) or "", -1) for name in now.names], np.intp)
        known_by_name = set(same.tolist())
        left = {was.where(place): place for place in was.place.values() if place not in known_by_name}
        for place in np.flatnonzero(same < 0).tolist():
            if (known := left.pop(now.where(place), None)) is not None and was.patched(known):
                same[place] = known
        pairs = {(int(was.layout[same[place]]), int(now.layout[place])) for place in np.flatnonzero(same >= 0).tolist()}
        for old_layout, new_layout in pairs:
            which = np.flatnonzero((now.layout == new_layout) & (same >= 0))
            which = which[was.layout[same[which]] == old_layout]
            index = {name: number for number, name in enumerate(was.parameters[old_layout])}
            own = np.array([index.get(name, -1) for name in now.parameters[new_layout]], np.intp)
            here = now.first[which][:, None] + np.arange(own.size)
            there = was.first[same[which]][:, None] + own
            self.of[here] = np.where(own >= 0, there, -1)
        kept = set(same.tolist())
        self._gone = {name: was.rows(place) for name, place in was.place.items() if place not in kept}

    def gone(self, values: NDArray[np.floating]) -> str:
        """A sentence about fixtures that are gone, and were lit at these levels (P before); or nothing."""
        lit = [name for name, lights in self._gone_lights if (values[lights] > 0.0).any()]
        if not lit:
            return ""
        more = f" and {len(lit) - _NAMED} more" if len(lit) > _NAMED else ""
        verb = "were lit and are" if len(lit) > 1 else "was lit and is"
        return f"{', '.join(lit[:_NAMED])}{more} {verb} not in the patch any more: nothing is sent there now"


class _Rows:
    """The fixtures of a program."""

    def __init__(self, program: Program) -> None:
        table, parameters = program.fixtures, program.parameters
        self.names = table.names
        self.place = {name: place for place, name in enumerate(table.names)}
        self.first = np.frombuffer(table.first, "<i4").astype(np.intp)
        self.layout = np.frombuffer(table.layout, "<i4").astype(np.intp)
        self.parameters = [each.names for each in table.layouts]
        universes = np.append(np.array(program.universes, np.intp), -1)
        self._universe = universes[np.frombuffer(parameters.row, "<i4")]
        self._slots = np.frombuffer(parameters.slots, "<i4").reshape(-1, 3)

    def rows(self, place: int) -> slice:
        """The parameters of a fixture."""
        first = int(self.first[place])
        return slice(first, first + len(self.parameters[self.layout[place]]))

    def where(self, place: int) -> tuple[tuple[str, ...], bytes, bytes]:
        """What tells where a fixture is, and of which kind."""
        rows = self.rows(place)
        return self.parameters[self.layout[place]], self._universe[rows].tobytes(), self._slots[rows].tobytes()

    def patched(self, place: int) -> bool:
        """Whether it has any address."""
        return bool((self._universe[self.rows(place)] >= 0).any())

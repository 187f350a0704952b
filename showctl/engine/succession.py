"""Which parameters of one state of the show are which of the next."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from showctl.engine.layer import layers_of, of_list
from showctl.engine.mixer import Mixer
from showctl.engine.standing import Owned
from showctl.program.program import Program

_NAMED = 5
"""Fixtures that are named in a sentence, at most."""


class Succession:
    """By the names of fixtures, and of parameters in them, wherever they are patched. A fixture under another name at
    the same addresses, with the same parameters, is the same one. Making one reads both shows: not for the dispatcher's
    path.
    """

    def __init__(self, before: Program, after: Program) -> None:
        self.before = before
        old, new = len(before.parameters.default) // 4, len(after.parameters.default) // 4
        self.of = np.full(new, -1)
        """Which each of the new ones (P after) was, -1 for none."""
        self._gone: dict[str, slice] = {}
        same_patch = before.parameters == after.parameters and before.universes == after.universes
        if same_patch and before.fixtures == after.fixtures:
            self.of = np.arange(new)
        else:
            self._by_name(before, after)
        self.now = np.full(old, -1)
        """Which each of the old ones (P before) is now, -1 for none."""
        found = np.flatnonzero(self.of >= 0)
        self.now[self.of[found]] = found
        self.left = self._left(before, after)
        """What layers, by their names, may own, though nothing moves it any more: the new parameters, ascending."""
        lists = {each.name: of_list(each.name) for each in after.lists}
        self.left_by_lists = {name: self.left[layer] for name, layer in lists.items() if layer in self.left}
        intensity = np.frombuffer(before.parameters.intensity, np.uint8) != 0
        self._gone_lights = [(name, rows.start + np.flatnonzero(intensity[rows])) for name, rows in self._gone.items()]

    def _by_name(self, before: Program, after: Program) -> None:
        was, now = _Rows(before), _Rows(after)
        same = np.array([was.place.get(name, -1) for name in now.names], np.intp)
        left = {was.where(place): place for name, place in was.place.items() if name not in now.place}
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

    def _left(self, before: Program, after: Program) -> dict[str, NDArray[np.intp]]:
        moved = {layer.name: layer.parameters for layer in layers_of(after)}
        found = {}
        for layer in layers_of(before):
            there = self.now[layer.parameters]
            if layer.name in moved and (left := np.setdiff1d(there[there >= 0], moved[layer.name])).size:
                found[layer.name] = left
        return found

    def levels(
        self, mixer: Mixer, owned: Iterable[Owned], here: Mixer, row: NDArray[np.intp]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Where the new parameters (P after) begin, and which universes (U after) are sent, from the `mixer` of before
        as it was computed last. At rest, as that is now, are what is new, what was in universes that nothing had moved
        in, and what was at rest and is no layer's.

        `row`: the row that each universe (U after) had, -1 for none. `owned`: what layers have, in the new numbers.
        """
        values = np.empty(here.patch.count)
        values[:] = rest = here.patch.default[here.patch.place]
        layers = np.zeros(here.patch.count, np.bool_)
        for each in owned:
            layers[each.parameters] = True
        levels = mixer.values
        known = np.append(mixer.touched, True)[mixer.patch.home[mixer.patch.place]]
        rested = levels == mixer.patch.default[mixer.patch.place]
        goes_on = (self.of >= 0) & np.append(known, False)[self.of] & (layers | ~np.append(rested, True)[self.of])
        values[goes_on] = levels[self.of[goes_on]]
        lit = layers | (values != rest)
        touched = np.append(mixer.touched, False)[row] | here.patch.rows(here.patch.place[lit])[:-1]
        return values, touched

    def owned(self, before: dict[str, Owned]) -> dict[str, Owned]:
        """What layers own, in the new numbers."""
        found = {}
        for name, each in before.items():
            parameters = self.now[each.parameters]
            here = parameters >= 0
            found[name] = Owned(parameters[here], each.levels[here], each.stamps[here])
        return found

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

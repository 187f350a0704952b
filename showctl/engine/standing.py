"""What a mixer takes over from one before it: levels, and what layers own."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.cells import Cells
from showctl.engine.layers import Layers
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.motion import Motion
from showctl.engine.patch_map import PatchMap

_SAME = 1e-9
"""Levels that are no more apart than this are the same."""


class Owned(NamedTuple):
    """What one layer owns."""

    parameters: NDArray[np.intp]
    """The program's (n,)."""
    levels: NDArray[np.float64]
    """To which it has brought them; those that do not count as well (n,)."""
    stamps: NDArray[np.int64]
    """In which order they were last moved, of all layers (n,)."""


class Standing:
    """Reads and sets what the layers of a mixer own and where they stand."""

    def __init__(self, patch: PatchMap, cells: Cells, arrays: LevelArrays, motion: Motion, layers: Layers) -> None:
        self._patch, self._cells, self._arrays, self._motion, self._layers = patch, cells, arrays, motion, layers

    def restore(
        self,
        slots: NDArray[np.uint8],
        touched: NDArray[np.bool_],
        values: NDArray[np.floating] | None,
        scale: NDArray[np.float64],
    ) -> None:
        """Stand at the levels `values` (P,) of the program's parameters; or, None, at those that give the slots
        (U × 512) of these universes, where full is the number `scale` (P,). It is nobody's light."""
        self._layers.forget()
        if values is not None:
            self._motion.rest(self._patch.place, np.clip(np.nan_to_num(values), 0.0, 1.0))
            return
        index = np.flatnonzero(np.append(touched, False)[self._patch.home])
        self._motion.rest(index, self._patch.unrender(slots, scale)[index])

    def owned(self, now: float) -> dict[str, Owned]:
        """What each layer owns at `now`, by its name."""
        program = np.argsort(self._patch.place)
        found = {}
        for number, name in enumerate(self._cells.names, 1):
            cells = np.append(np.flatnonzero(self._arrays.holder == number), self._layers.owned_by(number))
            if cells.size:
                stamps = np.zeros(cells.size, np.int64)
                shared = cells >= self._cells.base
                stamps[shared] = self._layers.stamps[cells[shared] - self._cells.base]
                found[name] = Owned(program[self._cells.of[cells]], self._motion.live(cells, now), stamps)
        return found

    def own(self, owned: dict[str, Owned], now: float) -> None:
        """Layers of the same names own the same. Output is as it was: what layers would make of it otherwise comes as
        they move.
        """
        taken = [np.zeros(0, np.intp)]
        every = np.arange(self._cells.parameter.size)
        before = self._layers.merged(every, now)
        for number, name in enumerate(self._cells.names, 1):
            if name not in owned:
                continue
            parameters = self._patch.place[owned[name].parameters]
            scope = self._cells.scope_for(number, parameters)
            cells = np.arange(self._cells.count)[scope.where]
            alone = self._cells.shared[parameters] < 0
            lonely = parameters[alone]  # of several that shared it before, who still moves it
            mine_now = (self._arrays.holder[lonely] == 0) | (self._cells.alone[lonely] == number)
            self._arrays.holder[lonely[mine_now]] = number
            mine = cells >= self._cells.base
            self._motion.rest(cells[mine], owned[name].levels[mine])
            self._layers.claim(cells[mine], owned[name].stamps[mine])
            taken.append(self._cells.shared[parameters[mine]])
        numbers = np.unique(np.concatenate(taken))
        self._layers.settle_anew(numbers)
        other = numbers[np.abs(self._layers.made(numbers, now) - before[numbers]) > _SAME]
        self._layers.cross(other, before[other])

"""Layers as they stand: who owns what, and who of the owners counts."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.cells import Cells
from showctl.engine.fade_table import RESTING
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.members import Members
from showctl.engine.motion import Motion
from showctl.engine.patch_map import Index

_SAME = 1e-6
"""Instants closer than this, in seconds, are one; then the run that started later is the later."""
_Numbers = NDArray[np.intp]
"""Shared parameters, 0..S."""


class Layers:
    """A layer owns a parameter from its move until it gives it back. Of the owners those of the highest priority count;
    of these, intensity by the highest, the rest by the latest to move. What no layer owns is nobody's.
    """

    def __init__(self, cells: Cells, arrays: LevelArrays, motion: Motion) -> None:
        self._cells, self._arrays, self._motion = cells, arrays, motion
        self.claims = np.zeros(cells.number.size, np.bool_)
        """Which of the layers' cells (M,) are owned."""
        self.stamps = np.zeros(cells.number.size, np.int64)
        """In which order they were last moved (M,)."""
        self.latest = 0
        """The last of these."""
        self.released: dict[int, float] = {}
        """When each layer last gave back all that it owned."""

    def outdated(self, layer: int, run: int, acted: float, cells: NDArray[np.intp] | slice) -> NDArray[np.bool_] | None:
        """Which of these cells are not for a fade of a cue that acted at this instant and then waited, because cues of
        its layer that have acted meanwhile moved them; None: all are.
        """
        before = self._arrays.acted[cells] - acted
        later = (before > _SAME) | ((before > -_SAME) & (self._arrays.run[cells] > run))
        if self.released.get(layer, -np.inf) > acted + _SAME:
            later[:] = True
        return later if later.any() else None

    def output(self, index: Index, now: float) -> NDArray[np.float64]:
        """Levels of parameters, by their places in the patch map, as they are merged at `now`."""
        levels = self._motion.live(index, now)
        if self._cells.parameter.size:
            numbers = self._cells.shared[index]
            here = numbers >= 0
            levels[here] = self.merged(numbers[here], now)
        return levels

    def merged(self, numbers: _Numbers, now: float) -> NDArray[np.float64]:
        """Levels of these shared parameters, with what is still on its way from one layer to another."""
        made = self.made(numbers, now)
        if not self._arrays.crossing:
            return made
        weight = self._motion.live(self._cells.weight + numbers, now)
        return made + (self._arrays.origin[numbers] - made) * weight

    def made(self, numbers: _Numbers, now: float) -> NDArray[np.float64]:
        """What those who count make of these."""
        nobodys = self._motion.live(self._cells.parameter[numbers], now)
        if not numbers.size:
            return nobodys
        members = Members.of(self._cells.first, numbers)
        own = self._motion.live(self._cells.base + members.which, now)
        highest = members.highest(np.where(self._arrays.counts[members.which], own, -1.0))
        return np.where(self._arrays.claimed[numbers], highest, nobodys)

    def starts(self, cells: NDArray[np.intp], merged: NDArray[np.float64], now: float) -> NDArray[np.float64]:
        """From where moves of these layers' cells begin: what counts by its level goes on from its own, the rest from
        what is really there."""
        own = cells - self._cells.base
        return np.where(self._cells.highest[own] & self.claims[own], self._motion.live(cells, now), merged)

    def decides(self, numbers: _Numbers, cells: NDArray[np.intp], now: float) -> NDArray[np.bool_]:
        """Whether it is the level of these cells that these parameters have at `now`."""
        layered = cells >= self._cells.base
        found = ~self._arrays.claimed[numbers]
        own = self._arrays.counts[cells[layered] - self._cells.base]
        found[layered] |= own & (self._motion.live(cells[layered], now) == self.made(numbers[layered], now))
        return found

    def take(self, numbers: _Numbers, cells: NDArray[np.intp]) -> None:
        """The layers of these cells own these parameters, as the latest. What was nobody's there ends."""
        self.latest += 1
        self.claims[cells - self._cells.base] = True
        self.stamps[cells - self._cells.base] = self.latest
        self._to_rest(numbers)
        self._decide(numbers)

    def give_back(self, numbers: _Numbers, cells: NDArray[np.intp]) -> None:
        """The layers of these cells own these parameters no more; what was nobody's there ends."""
        own = cells[cells >= self._cells.base] - self._cells.base
        self.claims[own] = False
        self._to_rest(numbers)
        self._decide(numbers)

    def take_from_all(self, numbers: _Numbers) -> None:
        """No layer owns these any more: they are nobody's, wherever that leads them."""
        self.claims[Members.of(self._cells.first, numbers).which] = False
        self._decide(numbers)
        self.end_crossing(numbers)

    def cross(self, numbers: _Numbers, before: NDArray[np.float64]) -> None:
        """These are where they were `before`; their weights are to fade to 0."""
        self._arrays.origin[numbers] = before
        self._arrays.crossing = True
        self._motion.rest(self._cells.weight + numbers, 1.0)

    def stopped(self, numbers: _Numbers) -> NDArray[np.bool_]:
        """Which of these stand still on their way to what layers make of them."""
        weights = self._cells.weight + numbers
        return np.asarray((self._arrays.fade[weights] == RESTING) & (self._arrays.start[weights] > 0.0))

    def end_crossing(self, numbers: _Numbers) -> None:
        """These are at once what layers make of them."""
        self._motion.rest(self._cells.weight + numbers, 0.0)

    def settle(
        self,
        numbers: _Numbers,
        cells: NDArray[np.intp],
        before: NDArray[np.float64],
        now: float,
        jumped: NDArray[np.bool_],
    ) -> None:
        """These cells have begun to move, from where the parameters were `before`; what was on its way is so no more
        where they now say alone what comes, and nothing leaps."""
        if not self._arrays.crossing:
            return
        own = self._motion.live(cells, now)
        alone = (self.made(numbers, now) == own) & ((own == before) | jumped)
        self.end_crossing(numbers[alone])

    def forget(self) -> None:
        """No layer owns anything."""
        every = np.arange(self._cells.parameter.size)
        self.claims[:] = False
        self.end_crossing(every)
        self._decide(every)
        self._arrays.holder[:] = 0

    def decide_all(self) -> None:
        """Say of all anew who counts."""
        self._decide(np.arange(self._cells.parameter.size))

    def owned_by(self, layer: int) -> NDArray[np.intp]:
        """The cells in which a layer owns a shared parameter."""
        return self._cells.base + np.flatnonzero(self.claims & (self._cells.layer == layer))

    def _to_rest(self, numbers: _Numbers) -> None:
        """What is nobody's is at its default."""
        parameters = self._cells.parameter[numbers]
        self._motion.rest(parameters, self._arrays.default[parameters])
        self._arrays.run[parameters] = 0

    def _decide(self, numbers: _Numbers) -> None:
        """Who counts."""
        if not numbers.size:
            return
        members = Members.of(self._cells.first, numbers)
        which = members.which
        claims, highest = self.claims[which], self._cells.highest[which]
        priority = np.where(claims, self._cells.priority[which], -1)
        top = members.highest(priority)
        counts = claims & (priority == members.spread(top))
        stamps = np.where(counts & ~highest, self.stamps[which], -1)
        latest = members.spread(members.highest(stamps))
        self._arrays.counts[which] = counts & (highest | (stamps == latest))
        self._arrays.claimed[numbers] = top >= 0

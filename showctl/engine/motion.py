"""How cells come to move and to rest: what becomes of their arrays."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.fade_batch import FadeBatch
from showctl.engine.fade_table import RESTING, FadeTable
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.patch_map import Index

Levels = NDArray[np.floating] | float
Rows = NDArray[np.intp] | int
"""Rows of the table of fades: of each cell, or one for all."""


class Motion:
    """The arrays of a mixer, and its table of fades. Instants are seconds."""

    def __init__(self, arrays: LevelArrays, fades: FadeTable) -> None:
        self._arrays, self._fades = arrays, fades

    def live(self, index: Index, now: float) -> NDArray[np.float64]:
        """Levels of these cells at `now`."""
        arrays = self._arrays
        position = self._fades.position(now)[arrays.fade[index]]
        moving = arrays.start[index] + arrays.change[index] * position
        levels = np.where(position >= 1.0, arrays.target[index], moving)
        if arrays.colours.active:
            cells, made = arrays.colours.levels(self._fades.position(now))
            others = np.full(arrays.fade.size, np.nan)
            others[cells] = made
            found = others[index]
            levels = np.where(np.isnan(found), levels, found)
        return levels

    def set_off(
        self,
        index: Index,
        due: float,
        targets: Levels,
        up: Rows,
        down: Rows,
        starts: NDArray[np.float64] | None = None,
    ) -> None:
        """These begin to move with the fade `up`, or `down` what falls; from `starts`, or from where they are."""
        arrays = self._arrays
        live = self.live(index, due) if starts is None else starts
        arrays.start[index] = live
        arrays.target[index] = targets
        arrays.change[index] = change = targets - live
        rows = np.where(change < 0, down, up) if down is not up else up
        arrays.fade[index] = np.where(change == 0, RESTING, rows)

    def begin(
        self,
        batch: FadeBatch,
        due: float,
        jumps: NDArray[np.bool_],
        still: NDArray[np.bool_],
        starts: NDArray[np.float64],
    ) -> NDArray[np.intp]:
        """These cells begin at `due` from `starts`; those that are `still` (P,) are at their end at once, among them
        all of the fades (N,) that are `jumps`. Which of them move."""
        self.rest(batch.places[still], batch.targets[still])
        index, which = batch.places[~still], batch.which[~still]
        if index.size:
            self.make_room(2 * len(batch.fades))
            up, down = self._fades.add_all(batch, ~jumps, due)
            self.set_off(index, due, batch.targets[~still], up[which], down[which], starts[~still])
        return index

    def fall(self, index: NDArray[np.intp], runs: NDArray[np.int64], due: float, time: float) -> None:
        """These set off to 0; the run of each has a fade of its own."""
        owners, which = np.unique(runs, return_inverse=True)
        self.make_room(owners.size)
        rows = np.array([self._fades.add(run, due, time) for run in owners.tolist()])[which]
        self.set_off(index, due, 0.0, rows, rows)

    def make_room(self, fades: int) -> None:
        """Let go of fades that nothing follows any more, if so many others find no room."""
        if not self._fades.has_room(fades):
            self.keep()

    def keep(self) -> None:
        """Let go of fades that nothing follows any more."""
        self._fades.keep(self._arrays.fade)
        if self._arrays.crossing:
            self._arrays.crossing = bool(self._arrays.start[self._arrays.cells.weight :].any())
        if self._arrays.colours.active:
            self._arrays.colours.prune()

    def rest(self, index: Index, levels: Levels) -> None:
        """These stand still at `levels`."""
        arrays = self._arrays
        arrays.start[index] = levels
        arrays.target[index] = levels
        arrays.change[index] = 0.0
        arrays.fade[index] = RESTING

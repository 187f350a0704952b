"""Fades that begin at one instant, begun together: thousands of small ones take as long as a big one."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.activity import Activity
from showctl.engine.cells import Cells
from showctl.engine.entries import AT_ONCE
from showctl.engine.fade_batch import FadeBatch
from showctl.engine.layers import Layers
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.motion import Motion
from showctl.engine.patch_map import PatchMap
from showctl.model.effect import Fade


class Together:
    """Begins batches in the arrays of a mixer."""

    def __init__(
        self, patch: PatchMap, cells: Cells, arrays: LevelArrays, motion: Motion, layers: Layers, activity: Activity
    ) -> None:
        self._patch, self._cells, self._arrays = patch, cells, arrays
        self._motion, self._layers, self._activity = motion, layers, activity

    def can(self, batch: FadeBatch) -> bool:
        """Whether each takes all that it names, the straight way and without a delay, and no two the same parameter.
        Those that move shared parameters have to be of one layer."""
        places = batch.places
        return (
            batch.apart
            and all(map(_straight, batch.fades))
            and bool(((batch.times < AT_ONCE) == (batch.times_down < AT_ONCE)).all())
            and self._of_one_layer(batch, places[self._cells.shared[places] >= 0])
            and not (self._patch.jumps[places] & (batch.times >= AT_ONCE)[batch.which]).any()
            and not np.isnan(batch.targets).any()
        )

    def begin(self, due: float, batch: FadeBatch) -> None:
        """Begin them at `due`."""
        arrays, places = self._arrays, batch.places
        numbers = self._cells.shared[places]
        shared = numbers >= 0
        cells = self._cells.own(batch.fades[0].layer, places) if shared.any() else places
        arrays.run[cells] = batch.runs[batch.which]
        arrays.acted[cells] = due
        layer = np.array([fade.layer for fade in batch.fades])[batch.which]
        arrays.holder[places[~shared]] = layer[~shared]
        scope = self._patch.scope_of(places)
        self._activity.touch(scope.rows[:-1])
        self._activity.stir_scope(scope)
        starts = self._motion.live(cells, due)
        before = starts[shared]
        if before.size:
            before = self._layers.merged(numbers[shared], due)
            starts[shared] = self._layers.starts(cells[shared], before, due)
            self._layers.take(numbers[shared], cells[shared])
        jumps = batch.times < AT_ONCE
        still = jumps[batch.which]
        if (leaps := self._patch.ranges.leaps(places, starts, batch.targets)) is not None:
            still |= leaps
        moving = self._motion.begin(batch._replace(places=cells), due, jumps, still, starts)
        if moving.size:
            self._activity.move(self._cells.scope_of(moving))

    def _of_one_layer(self, batch: FadeBatch, shared: NDArray[np.intp]) -> bool:
        """Whether what they move of shared parameters is one layer's, and nothing is on its way between layers."""
        if not shared.size:
            return True
        layers = {fade.layer for fade in batch.fades}
        own = self._cells.own(batch.fades[0].layer, shared)
        return len(layers) == 1 and not self._arrays.crossing and bool((own >= self._cells.base).all())


def _straight(fade: Fade) -> bool:
    return fade.only == "all" and not fade.mark and fade.path == "direct" and not fade.at

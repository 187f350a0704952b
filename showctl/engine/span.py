"""Some universes in a row, computed at once: every array and index that it takes is looked up once."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.level_arrays import LevelArrays
from showctl.engine.merge import SpanMerge
from showctl.engine.overlay import Overlay
from showctl.engine.patch_map import PatchMap
from showctl.engine.response import SpanResponse
from showctl.engine.switches import SpanSwitches


class Span:
    """The rows from `first` to before `end`."""

    def __init__(self, patch: PatchMap, arrays: LevelArrays, overlay: Overlay, first: int, end: int) -> None:
        self._arrays, self._overlay, self._rows = arrays, overlay, (first, end)
        self._here = here = slice(int(patch.first[first]), int(patch.first[end]))
        self._merge = SpanMerge(arrays, here.start, here.stop)
        cells = (here, self._merge.layers, self._merge.weights) if self._merge.wanted else (here,)
        self._cells = [(arrays.fade[s], arrays.start[s], arrays.change[s], arrays.level[s]) for s in cells]
        self._level, self._scaled, self._numbers = arrays.level[here], arrays.scaled[here], arrays.numbers[here]
        self._scale = arrays.scale[here]
        dimmed = slice(int(patch.first_dimmed[first]), int(patch.first_dimmed[end]))
        self._dimmed, self._dimmer = patch.dimmed[dimmed], patch.dimmer[dimmed]
        self._response = SpanResponse(patch.response, patch.scale, here.start, here.stop)
        if self._response.wanted:
            plain = patch.response.plain[dimmed]
            self._dimmed, self._dimmer = self._dimmed[plain], self._dimmer[plain]
        self._all_scaled, self._all_levels, self._all_scales = arrays.scaled, arrays.output, arrays.scale
        self._switches = SpanSwitches(patch.switches, patch.place, patch.full, first, end)
        self._to, self._from = patch.bytes_of(first, end)
        self._slots, self._bytes = arrays.slots.reshape(-1), arrays.numbers.view(np.uint8)
        self._new = arrays.slots[first:end].view(np.uint64)
        self._old = arrays.before[first:end].view(np.uint64)
        self._differs = np.empty(self._new.shape, np.bool_)
        self._changed = arrays.changed[first:end]

    def evaluate(self, position: NDArray[np.float64], resting: bool) -> None:
        """Levels and slots from the positions of all fades; `resting` if there are none.

        Coarse, fine and ultra come from one number, floor(level · full + 0.5).
        """
        level, scaled = self._level, self._scaled
        for fade, start, change, own in self._cells if self._arrays.crossing else self._cells[:2]:
            if resting:
                own[:] = start
            else:
                np.take(position, fade, out=own, mode="clip")
                own *= change
                own += start
        if self._arrays.colours.active:
            cells, made = self._arrays.colours.levels(position)
            self._arrays.level[cells] = made
        if self._merge.wanted:
            self._merge.join()
        levels = self._all_levels
        if self._arrays.cap is not None:
            levels = np.minimum(levels, self._arrays.cap, out=self._arrays.capped)
            level = levels[self._here]
        np.multiply(level, self._scale, out=scaled)
        if self._dimmed.size:
            self._all_scaled[self._dimmed] *= levels[self._dimmer]
        if self._response.wanted:
            self._response.apply(self._all_scaled, levels, self._all_scales)
        if self._overlay.wanted:
            self._overlay.number(self._all_scaled, self._all_levels, self._here)
        scaled += 0.5
        # Cuts off; rounding never takes a level below 0 by as much as half a step.
        np.copyto(self._numbers, scaled, casting="unsafe")
        self._slots[self._to] = self._bytes[self._from]
        if self._switches.wanted:
            self._switches.apply(self._arrays.numbers, self._bytes, self._slots)
        if self._overlay.wanted:
            self._overlay.byte(self._slots, *self._rows)
        np.not_equal(self._new, self._old, out=self._differs)
        self._changed |= np.logical_or.reduce(self._differs, axis=1)
        self._old[:] = self._new

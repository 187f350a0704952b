"""What to compute for a frame while the same parameters move: indices and buffers made once, used each frame."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.patch_map import PatchMap, as_run


class RenderPlan:
    """`active` are the parameters to evaluate. The state arrays are (P,); `fade` is the row of each one's fade."""

    def __init__(
        self,
        patch: PatchMap,
        active: NDArray[np.bool_],
        fade: NDArray[np.intp],
        start: NDArray[np.float64],
        change: NDArray[np.float64],
    ) -> None:
        self.parameters = np.flatnonzero(active)
        self._active = as_run(self.parameters)
        self.fade = fade[self._active]
        one = self.fade[0] if self.fade.size and (self.fade == self.fade[0]).all() else None
        self._one_fade = None if one is None else int(one)
        self.start = start[self._active].copy()
        self.change = change[self._active].copy()
        self._level = np.empty(self.parameters.size)
        out = patch.spread(active)
        output = np.flatnonzero(out & patch.patched)
        self._output = as_run(output)
        self._scale = patch.scale[self._output].copy()
        self._number = np.empty(output.size, "<i4")  # byte 0 is the finest
        self._scaled = np.empty(output.size)
        dimmer = patch.dimmer[output]
        self._dimmed = np.flatnonzero(dimmer >= 0)
        self._dimmer = dimmer[self._dimmed]
        place = np.empty(patch.count, np.intp)
        place[output] = np.arange(output.size)
        bytes_ = np.flatnonzero(out[patch.byte_parameter])
        self._from = as_run(place[patch.byte_parameter[bytes_]] * 4 + patch.byte_place[bytes_])
        self._to = as_run(patch.byte_at[bytes_])
        self._bytes = self._number.view(np.uint8)
        self.rows = as_run(np.flatnonzero(patch.rows(self._output)))
        """Universes that this plan writes into."""

    def evaluate(self, position: NDArray[np.float64], levels: NDArray[np.float64]) -> None:
        """Levels of the active parameters into `levels` (P,), from the positions of all fades."""
        level = self._level
        if self._one_fade is not None:
            np.multiply(self.change, position[self._one_fade], out=level)
        else:
            np.take(position, self.fade, out=level, mode="clip")
            level *= self.change
        level += self.start
        levels[self._active] = level

    def render(self, levels: NDArray[np.float64], slots: NDArray[np.uint8]) -> None:
        """Bytes into `slots` (U·512, flat): coarse, fine and ultra from one number, floor(level · full + 0.5)."""
        scaled = self._scaled
        np.multiply(levels[self._output], self._scale, out=scaled)
        if self._dimmed.size:
            scaled[self._dimmed] *= levels[self._dimmer]
        scaled += 0.5
        np.copyto(self._number, scaled, casting="unsafe")  # cuts off: levels are never below 0 by as much as a step
        slots[self._to] = self._bytes[self._from]

"""What a mixer takes over from an engine that was lost: levels."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.layers import Layers
from showctl.engine.motion import Motion
from showctl.engine.patch_map import PatchMap


class Standing:
    """Sets where a mixer stands."""

    def __init__(self, patch: PatchMap, motion: Motion, layers: Layers) -> None:
        self._patch, self._motion, self._layers = patch, motion, layers

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

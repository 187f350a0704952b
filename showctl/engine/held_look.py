"""A look that receivers get again and again, whatever is played."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import SLOTS


class HeldLook(NamedTuple):
    """Slots (U × 512) as they went out last, and in which universes (U,) anything did."""

    universes: tuple[int, ...]
    levels: NDArray[np.uint8]
    touched: NDArray[np.bool_]

    def amended(self, universes: tuple[int, ...]) -> "HeldLook":
        """The same for the universes of the next state of the show; new ones stay silent."""
        if universes == self.universes:
            return self
        row = {universe: index for index, universe in enumerate(self.universes)}
        kept = np.array([row.get(universe, -1) for universe in universes], np.intp)
        levels = np.zeros((kept.size, SLOTS), np.uint8)
        levels[kept >= 0] = self.levels[kept[kept >= 0]]
        return HeldLook(universes, levels, np.append(self.touched, False)[kept])

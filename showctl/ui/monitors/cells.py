"""The grid of levels as an array of pixels: one picture of each value, copied to where the value is."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import SLOTS

FRESH = 0.3
"""Seconds that a level counts as just changed."""
Pixels = NDArray[np.uint32]


class Changes:
    """When each slot of a universe was last seen to change."""

    def __init__(self) -> None:
        self._levels: NDArray[np.uint8] | None = None
        self._at = np.full(SLOTS, -np.inf)

    def take(self, levels: NDArray[np.uint8], now: float) -> NDArray[np.bool_]:
        """The slots (512,) that have changed within the last `FRESH` seconds; none at first."""
        if self._levels is not None:
            self._at[levels != self._levels] = now
        self._levels = levels.copy()
        return np.asarray(now - self._at < FRESH)

    def forget(self) -> None:
        """Another universe is looked at."""
        self._levels = None
        self._at[:] = -np.inf


def laid(pictures: Pixels, which: NDArray[np.intp], columns: int) -> Pixels:
    """The picture (height, width) of a grid.

    `pictures` (N, h, w): one of each; `which` (512,): which of them stands where, row by row.
    """
    rows = len(which) // columns
    _, high, wide = pictures.shape
    cells = pictures[which].reshape(rows, columns, high, wide)
    return np.ascontiguousarray(cells.transpose(0, 2, 1, 3).reshape(rows * high, columns * wide))


def columns_for(width: int, height: int, least: int, row: int) -> int:
    """How many columns: 32 where they are wide enough and 16 would not fit in height, else 16; 8 in a narrow place."""
    if width >= 32 * least and SLOTS // 16 * row > height:
        return 32
    return 16 if width >= 16 * least else 8


def moved(slot: int, columns: int, across: int, down: int) -> int:
    """The slot (1..512) so many cells from one; it stays in the grid."""
    wanted = slot + across + down * columns
    return wanted if 1 <= wanted <= SLOTS else slot

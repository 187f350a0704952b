"""Which universes are sent at all, which move, and which are to be computed once more."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.patch_map import Scope


class Activity:
    """Of U universes."""

    def __init__(self, universes: int, changed: NDArray[np.bool_]) -> None:
        self._universes = universes
        self._changed = changed
        self.touched = np.zeros(universes, np.bool_)
        """Universes (U,) in which something has been moved; the others are silent (dark start)."""
        self._all_touched = False
        self.moving = np.zeros(universes, np.bool_)
        """Touched universes (U,) in which something fades, held light aside; a moment too long after it stopped."""
        self.recount = False
        """Whether `moving` may say too much."""
        self.stale = True
        """Whether something was begun, stopped or set since the last `span`."""
        # From the first row to before the last one that move, and that jumped, froze or began since the last `span`.
        self._moving_first, self._moving_end = universes, 0
        self._stirred_first, self._stirred_end = 0, universes

    def touch(self, rows: NDArray[np.bool_]) -> None:
        """Nothing in these universes (U,) is silent any more."""
        if not self._all_touched:
            self._changed |= rows > self.touched
            self.touched |= rows
            self._all_touched = bool(self.touched.all())

    def wake(self, touched: NDArray[np.bool_]) -> None:
        """These universes (U,) are not silent, and their slots are new."""
        self.touched |= touched
        self._changed |= touched

    def go_on(self, touched: NDArray[np.bool_], before: NDArray[np.bool_]) -> None:
        """These universes (U,) are not silent, and these were so before; all are to be computed."""
        self.touched[:] = touched
        self._changed |= touched & ~before
        self._all_touched = bool(touched.all())
        self.stir(0, self._universes)

    def move(self, scope: Scope) -> None:
        """These begin to move."""
        self.moving |= scope.rows[:-1] & self.touched
        self._moving_first = min(self._moving_first, scope.first)
        self._moving_end = max(self._moving_end, scope.end)
        self.stir(scope.first, scope.end)

    def stir(self, first: int, end: int) -> None:
        """These rows are to be computed once more, whether they move or not."""
        self.compute(first, end)
        self.recount = self.stale = True

    def compute(self, first: int, end: int) -> None:
        """These rows are to be computed by the next `span`."""
        self._stirred_first = min(self._stirred_first, first)
        self._stirred_end = max(self._stirred_end, end)

    def stir_scope(self, scope: Scope) -> None:
        """These are to be computed once more."""
        self.stir(scope.first, scope.end)

    def stir_moving(self) -> None:
        """All that move are to be computed once more."""
        self.stir(self._moving_first, self._moving_end)

    @property
    def calm(self) -> bool:
        """Whether nothing was stirred since the last `span`."""
        return self._stirred_end == 0

    def counted(self, moving: Scope) -> None:
        """Exactly these move."""
        self.moving = moving.rows[:-1] & self.touched
        self._moving_first, self._moving_end = moving.first, moving.end
        self.recount = False

    def span(self) -> tuple[int, int]:
        """From the first row to before the last one that are to be computed now."""
        first = min(self._moving_first, self._stirred_first)
        end = max(self._moving_end, self._stirred_end)
        self._stirred_first, self._stirred_end = self._universes, 0
        self.stale = False
        return first, end

"""How often engines were lost: after so many in a row the next would go the same way."""

import time
from collections import deque

MOST_LOSSES, LOSSES_WITHIN = 3, 30.0
"""So many engines lost in so many seconds: then none is started."""


class Losses:
    """Counts them."""

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=MOST_LOSSES)

    def is_one_too_many(self) -> bool:
        """Count one that was lost just now."""
        now = time.monotonic()
        often = len(self._at) == MOST_LOSSES and now - self._at[0] < LOSSES_WITHIN
        self._at.append(now)
        return often

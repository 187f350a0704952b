"""What is wrong with packets, said often enough to be found and seldom enough to be borne."""

from collections.abc import Callable

FIRST, LONGEST = 5.0, 640.0
"""Seconds between two that are said: doubled while more come, from the first again after as long a silence. A tilted
telephone sends a hundred a second, all evening."""


class Complaints:
    """Says some of them, and how many it left out. For one thread."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._pause = FIRST
        self._next_at = -float("inf")
        self._left_out = 0

    def add(self, text: str, now: float) -> None:
        """One more, at `now` (seconds on any clock that goes forward)."""
        if now < self._next_at:
            self._left_out += 1
            return
        self._pause = FIRST if now > self._next_at + self._pause else min(2 * self._pause, LONGEST)
        self._next_at = now + self._pause
        more, self._left_out = self._left_out, 0
        self._say(f"{text} ({more} more before that)" if more else text)

"""What is wrong with packets, said often enough to be found and seldom enough to be borne."""

from collections.abc import Callable

FIRST, LONGEST = 5.0, 640.0
"""Seconds between two times that something is said: doubled while more come, from the first again after as long a
silence. A tilted telephone sends a hundred a second, all evening."""
_MOST_NAMED = 4
"""So many different ones are named at a time; of the rest it is said how many they were."""


class Complaints:
    """The first is said at once; what comes soon after it is kept, and said together when `due`. For one thread.

    Instants are seconds on any clock that goes forward.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._pause = FIRST
        self._next_at = -float("inf")
        self._kept: dict[str, int] = {}
        """How often each was said to us since we last said something."""
        self._unnamed = 0

    @property
    def due(self) -> float | None:
        """When `say_due` is wanted; None while nothing is kept."""
        return self._next_at if self._kept else None

    def add(self, text: str, now: float) -> None:
        """One more."""
        if text in self._kept or len(self._kept) < _MOST_NAMED:
            self._kept[text] = self._kept.get(text, 0) + 1
        else:
            self._unnamed += 1
        self.say_due(now)

    def say_due(self, now: float) -> None:
        """Say what is kept, if it is time to."""
        if not self._kept or now < self._next_at:
            return
        self._pause = FIRST if now > self._next_at + self._pause else min(2 * self._pause, LONGEST)
        self._next_at = now + self._pause
        self.say_all()

    def say_all(self) -> None:
        """Say what is kept, whatever the time."""
        for place, (text, times) in enumerate(self._kept.items(), 1):
            more = f" ({times} times)" if times > 1 else ""
            rest = f" (and {self._unnamed} more)" if self._unnamed and place == len(self._kept) else ""
            self._say(text + more + rest)
        self._kept, self._unnamed = {}, 0

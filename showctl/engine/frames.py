"""When each universe is due to be sent."""

import numpy as np
from numpy.typing import NDArray

SLACK = 0.001
"""A frame as late as this does not move those after it; a later one does, so that frames never come in a burst."""
FASTEST = 44.0
"""Frames a second: as fast as DMX carries 512 slots (E1.31 §6.6.1)."""
PERIOD = (1 + SLACK) / FASTEST
"""Seconds from frame to frame at that rate: with SLACK, no second ever has more frames of a universe."""
REPEATS = 3
"""Frames that repeat the last change before the keep-alive begins (E1.31 §6.6.2)."""
KEEP_ALIVE = 0.8
"""Seconds between equal frames, E1.31 §6.6.2 says 0.8 to 1.0. Here up to 0.95: the rest is for being late."""
_STAGGER = 0.01
_GROUPS = 16


class Frames:
    """The schedule of U universes. Time is an argument; nothing is sent here.

    A universe is silent until `note` first says that it changed. A change is due at once, but not sooner than a period
    after the frame before. While a universe moves it has a frame every period, planned from planned instants: a frame
    that is late is sent once, late, and what it missed is skipped.
    """

    def __init__(self, universes: int, rate: float = FASTEST) -> None:
        """`rate`: frames a second of one universe, of which no second has more."""
        self.period = (1 + SLACK) / rate
        """Seconds from frame to frame."""
        self._due = np.full(universes, np.inf)
        self._last = np.full(universes, -np.inf)
        self._fresh = np.zeros(universes, np.bool_)
        self._same = np.zeros(universes, np.int64)
        self.next_due = float("inf")
        """When the next frame is due; infinity when all are silent."""
        self._keep_alive = KEEP_ALIVE + _STAGGER * (np.arange(universes) % _GROUPS)

    def go_on_from(self, before: "Frames", rows: NDArray[np.intp]) -> None:
        """As another schedule has them. `rows`: which row each universe (U,) had there, -1 for none."""
        kept = rows >= 0
        for mine, theirs in (
            (self._due, before._due),
            (self._last, before._last),
            (self._fresh, before._fresh),
            (self._same, before._same),
        ):
            mine[kept] = theirs[rows[kept]]
        self.next_due = float(self._due.min(initial=np.inf))

    def note(self, changed: NDArray[np.bool_], moving: NDArray[np.bool_], now: float) -> None:
        """At `now` the slots of these (U,) have changed; these are moving, so that they will."""
        self._fresh |= changed
        wanted = (self._due > now + self.period) & moving
        wanted |= changed
        soonest = np.maximum(self._last + self.period, now)
        np.minimum(self._due, soonest, out=self._due, where=wanted)
        self.next_due = float(self._due.min(initial=np.inf))

    def due(self, now: float) -> NDArray[np.intp]:
        """Rows of the universes whose frame is due."""
        return (self._due <= now).nonzero()[0]

    def lateness(self, rows: NDArray[np.intp], now: float) -> float:
        """Seconds by which the earliest of these is late."""
        return float(now - self._due[rows].min())

    def sent(self, rows: NDArray[np.intp], moving: NDArray[np.bool_], now: float) -> None:
        """These were sent at `now`."""
        self._same[rows] = np.where(self._fresh[rows], 0, self._same[rows] + 1)
        self._fresh[rows] = False
        due = self._due[rows]
        planned = np.where(now - due <= SLACK, due, now)
        steady = moving[rows] | (self._same[rows] < REPEATS)
        self._due[rows] = planned + np.where(steady, self.period, self._keep_alive[rows])
        self._last[rows] = now
        self.next_due = float(self._due.min(initial=np.inf))

    def silence(self, rows: NDArray[np.intp]) -> None:
        """No more frames of these until they change again."""
        self._due[rows] = np.inf
        self._fresh[rows] = False
        self.next_due = float(self._due.min(initial=np.inf))

"""How late messages and frames left: the last minute in a fixed amount of memory."""

import math
from collections.abc import Sequence

import numpy as np

from showctl.engine import snapshot

WINDOW = 60
"""Seconds looked back on."""
_FINEST = 1e-6
"""Seconds; what is less late counts as this."""
_STEPS = 16
"""Steps per octave: figures are right to 4 %."""
_BINS = 27 * _STEPS
"""Up to a minute and more."""
_EDGES = _FINEST * 2.0 ** (np.arange(_BINS) / _STEPS)


class Lateness:
    """Counts by second and by size, about 100 kB."""

    def __init__(self) -> None:
        self._seconds = np.zeros((WINDOW, _BINS), np.uint32)
        self._total = np.zeros(_BINS, np.int64)
        self._now = 0
        self._worst = 0.0
        self._since: float | None = None
        self._latest: dict[int, tuple[float, str]] = {}
        """By second of the window: how late the latest was, and for which device."""

    def reset(self, now: float) -> None:
        """`worst` begins anew."""
        self._worst, self._since = 0.0, now

    def add(self, late: float, now: float, count: int = 1) -> None:
        """`count` things left at `now`, `late` seconds after they were due; early counts as on time."""
        self._pass_to(int(now))
        step = min(int(math.log2(max(late, _FINEST) / _FINEST) * _STEPS + 0.5), _BINS - 1)
        self._seconds[self._now % WINDOW, step] += count
        self._total[step] += count
        self._worst = max(self._worst, late)
        self._note(late, "")

    def add_all(self, late: Sequence[tuple[float, float, str]]) -> None:
        """Many at once: how late, when it left, and for which device, each."""
        if not late:
            return
        seconds, left = np.array([each[:2] for each in late]).T
        at = left.astype(np.int64)
        self._pass_to(int(at.max()))
        steps = np.log2(np.maximum(seconds, _FINEST) / _FINEST) * _STEPS + 0.5
        steps = np.minimum(steps.astype(np.intp), _BINS - 1)
        recent = at > self._now - WINDOW
        np.add.at(self._seconds, (at[recent] % WINDOW, steps[recent]), 1)
        self._total += np.bincount(steps[recent], minlength=_BINS)
        latest = int(seconds.argmax())
        self._worst = max(self._worst, float(seconds[latest]))
        self._note(float(seconds[latest]), late[latest][2])

    def figures(self, now: float) -> snapshot.Lateness:
        """Over the last minute; `worst` since the start."""
        self._pass_to(int(now))
        sums = self._total.cumsum()
        count = int(sums[-1])
        if not count:
            return snapshot.Lateness(worst=self._worst, since=self._since)
        median, p99 = (float(_EDGES[np.searchsorted(sums, math.ceil(count * part))]) for part in (0.5, 0.99))
        device = max(self._latest.values(), default=(0.0, ""))[1]
        return snapshot.Lateness(count, median, p99, self._worst, device, self._since)

    def _note(self, late: float, device: str) -> None:
        if late > self._latest.get(self._now, (-1.0, ""))[0]:
            self._latest[self._now] = late, device

    def _pass_to(self, now: int) -> None:
        """Forget what is older than the window."""
        for second in range(self._now + 1, min(now, self._now + WINDOW) + 1):
            row = self._seconds[second % WINDOW]
            if row.any():
                self._total -= row
                row[:] = 0
        if now > self._now:
            self._now = now
            self._latest = {second: each for second, each in self._latest.items() if second > now - WINDOW}

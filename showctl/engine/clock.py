"""The only place under engine/ that reads a clock."""

import time
from typing import Protocol


class Clock(Protocol):
    """Where instants come from."""

    def now(self) -> float:
        """Seconds on the monotonic clock: never set, never back, the same for all processes of the machine."""
        ...

    def wall(self) -> float:
        """Unix time, for showing and for the run of show; never for timing."""
        ...


class SystemClock:
    """The machine's own clock.

    `perf_counter` is CLOCK_MONOTONIC on Linux, mach_absolute_time on macOS and QueryPerformanceCounter on Windows,
    where `time.monotonic` of Python 3.11 moves only every 15.6 ms. All count from boot, the same in every process.
    """

    def now(self) -> float:
        return time.perf_counter()

    def wall(self) -> float:
        return time.time()


class ManualClock:
    """A clock that moves when told: for tests and for simulation."""

    def __init__(self, now: float = 0.0, wall: float = 0.0) -> None:
        self._now = now
        self._wall_at_zero = wall - now

    def now(self) -> float:
        return self._now

    def wall(self) -> float:
        return self._wall_at_zero + self._now

    def advance(self, seconds: float) -> float:
        """Move on, and return the new instant."""
        self._now += seconds
        return self._now

    def set(self, now: float) -> None:
        """Move to an instant."""
        self._now = now

    def set_wall(self, wall: float) -> None:
        """Set the wall clock, as an operator or a time server does; the monotonic one goes on."""
        self._wall_at_zero = wall - self._now

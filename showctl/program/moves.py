"""Moves: what a look does to parameters, before anybody says when."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Moves(NamedTuple):
    """The n parameters that a look moves, as rows of the patch's parameter table, ascending, none twice.

    All arrays are (n,), and nobody may write into them: equal looks share them.
    """

    parameters: NDArray[np.int32]
    targets: NDArray[np.float32]
    """Levels 0..1; NaN gives the parameter back (release)."""
    time: NDArray[np.float32]
    """Seconds that the look says of the fixture itself; NaN where it says nothing."""
    delay: NDArray[np.float32]
    """Likewise."""


class Part(NamedTuple):
    """What one line of a look moves: rows ascending, their targets, and the line's own time and delay or NaN."""

    parameters: NDArray[np.int32]
    targets: NDArray[np.float32]
    time: float
    delay: float


class Merging:
    """Puts the lines of looks together, over a table of `count` parameters. Of two lines that speak of the same
    parameter the later one counts.
    """

    def __init__(self, count: int) -> None:
        self._levels, self._time, self._delay = (np.zeros(count, np.float32) for _ in range(3))
        self._nothing = np.full(count, np.nan, np.float32)

    def moves(self, parts: Sequence[Part]) -> Moves:
        """All of them together."""
        timed = any(part.time == part.time or part.delay == part.delay for part in parts)
        if len(parts) == 1:
            (parameters, targets, _, _) = parts[0]
        else:
            for part in parts:
                self._levels[part.parameters] = part.targets
            every = np.sort(np.concatenate([_NONE, *(part.parameters for part in parts)]), kind="stable")
            # np.unique takes five times as long for so few.
            parameters = every[np.append(True, every[1:] != every[:-1])] if len(every) else every
            targets = self._levels[parameters]
        time = delay = self._nothing[: len(parameters)]
        if timed:
            for part in parts:
                self._time[part.parameters] = part.time
                self._delay[part.parameters] = part.delay
            time, delay = self._time[parameters], self._delay[parameters]
        return Moves(parameters, targets, time, delay)


_NONE = np.zeros(0, np.int32)

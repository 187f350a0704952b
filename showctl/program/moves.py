"""Moves: what a look does to parameters, before anybody says when."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.parameter_kind import CATEGORIES, KINDS
from showctl.program.mode_layout import ModeLayout
from showctl.program.patch_table import PatchedFixture


class Moves(NamedTuple):
    """The n parameters that a look moves, as rows of the patch's parameter table, ascending, none twice.

    All arrays are (n,), and nobody may write into them: equal looks share them.
    """

    parameters: NDArray[np.int32]
    targets: NDArray[np.float32]
    """Levels 0..1; NaN gives the parameter back (release)."""
    category: NDArray[np.int8]
    """Places in CATEGORIES, for times by kind."""
    snap: NDArray[np.bool_]
    """Whether it jumps when its fade begins."""
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
    """Puts the lines of looks together. Of two that speak of the same parameter the later one counts."""

    def __init__(self, fixtures: Iterable[PatchedFixture], count: int) -> None:
        self._snap, self._category = _kinds(fixtures, count)
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
        return Moves(parameters, targets, self._category[parameters], self._snap[parameters], time, delay)


_NONE = np.zeros(0, np.int32)


def _kinds(fixtures: Iterable[PatchedFixture], count: int) -> tuple[NDArray[np.bool_], NDArray[np.int8]]:
    """Which parameters of the table jump, and the category of each."""
    snap, category = np.zeros(count, np.bool_), np.zeros(count, np.int8)
    known: dict[ModeLayout, tuple[NDArray[np.bool_], NDArray[np.int8]]] = {}
    for fixture in fixtures:
        layout = fixture.layout
        if layout not in known:
            kinds = [KINDS[layout.profile.kind(name)] for name in layout.names]
            known[layout] = (
                np.array([layout.profile.snaps(name) for name in layout.names], np.bool_),
                np.array([CATEGORIES.index(kind.category) for kind in kinds], np.int8),
            )
        own_snap, own_category = known[layout]
        rows = slice(fixture.first, fixture.first + len(layout.names))
        snap[rows], category[rows] = own_snap, own_category
    return snap, category

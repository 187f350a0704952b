"""Fades in progress: one row each, so that the position of all of them is one small array."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.fade_batch import FadeBatch
from showctl.model.curve import Curve
from showctl.timing.curve import shaped

RESTING = 0
"""The row of parameters that do not move; its position is always 0."""


_ROW = np.dtype([("used", "?"), ("run", "i8"), ("begun", "f8"), ("time", "f8"), ("held", "f8")])
_FREE = np.array((False, -1, 0.0, np.inf, np.inf), _ROW)
"""A row of no run whose position is 0 at any instant; `held` is the instant from which a fade stands still."""
_NO_ROWS = np.zeros(0, np.intp)


class FadeTable:
    """Rows are reused once their fade is over. Instants and times are seconds, in float64: a fade of hours still moves
    in steps far below one part of 2**24.
    """

    def __init__(self) -> None:
        self._curved: dict[Curve, NDArray[np.intp]] = {}
        """The rows of each curve that is not linear."""
        self._resize(np.full(16, _FREE))
        self._rows["used"][RESTING] = True
        self.next_end = float("inf")
        """When the next fade arrives, or earlier; infinity if none does."""
        self.idle = True
        """Whether there is no fade at all; then all positions are 0."""

    def _resize(self, rows: NDArray[np.void]) -> None:
        self._rows = rows
        self._held: NDArray[np.float64] = rows["held"]
        self._begun: NDArray[np.float64] = rows["begun"]
        self._time: NDArray[np.float64] = rows["time"]
        self._elapsed = np.zeros(rows.size)
        """The part (0..1) of its time that is over, of each fade."""
        self._position = np.zeros(rows.size)

    def become(self, before: "FadeTable") -> None:
        """Go on with all fades of another table, which is used no more, in the same rows."""
        self._resize(before._rows)
        self._elapsed[:] = before._elapsed
        self._curved, self.next_end, self.idle = before._curved, before.next_end, before.idle

    def add(self, run: int, due: float, time: float, curve: Curve = "linear") -> int:
        """Begin a fade at `due`; returns its row. `time` is above 0."""
        row = int(self._rows["used"].argmin())
        if self._rows["used"][row]:
            row = self._rows.size
            self._resize(np.concatenate((self._rows, np.full(row, _FREE))))
        self._rows[row] = (True, run, due, time, np.inf)
        if curve != "linear":
            self._curved[curve] = np.append(self._curved.get(curve, _NO_ROWS), row)
        self.idle = False
        self.next_end = min(self.next_end, due + time)
        return row

    def add_all(
        self, batch: FadeBatch, chosen: NDArray[np.bool_], due: float
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Begin at `due` the fades of a batch (N,) that are chosen. The rows of each for what rises, for what falls."""
        numbers = np.flatnonzero(chosen)
        curves = [batch.fades[number].curve for number in numbers.tolist()]
        falling = [batch.fades[number].curve_down for number in numbers.tolist()]
        up = np.zeros(chosen.size, np.intp)
        up[numbers] = self._add_some(batch.runs[numbers], batch.times[numbers], due, curves)
        down = up.copy()
        slower = (batch.times != batch.times_down)[numbers].tolist()
        other = [place for place, curve in enumerate(curves) if falling[place] != curve or slower[place]]
        if other:
            which = numbers[other]
            curves = [falling[place] for place in other]
            down[which] = self._add_some(batch.runs[which], batch.times_down[which], due, curves)
        return up, down

    def _add_some(
        self, runs: NDArray[np.int64], times: NDArray[np.float64], due: float, curves: Sequence[Curve]
    ) -> NDArray[np.intp]:
        while not self.has_room(runs.size):
            self._resize(np.concatenate((self._rows, np.full(self._rows.size, _FREE))))
        rows = np.flatnonzero(~self._rows["used"])[: runs.size]
        fresh = np.full(runs.size, _FREE)
        fresh["used"], fresh["run"], fresh["begun"], fresh["time"] = True, runs, due, times
        self._rows[rows] = fresh
        for curve in {*curves} - {"linear"}:
            of_it = rows[[each == curve for each in curves]]
            self._curved[curve] = np.append(self._curved.get(curve, _NO_ROWS), of_it)
        self.idle = False
        self.next_end = min(self.next_end, due + float(times.min()))
        return rows

    def has_room(self, rows: int) -> bool:
        """Whether so many may be added without more room; `keep` may find some."""
        return int(self._rows["used"].sum()) + rows <= self._rows.size

    def keep(self, rows: NDArray[np.intp]) -> None:
        """Free all rows but these."""
        free = np.ones(self._rows.size, np.bool_)
        free[rows] = False
        free[RESTING] = False
        self._rows[free] = _FREE
        self._elapsed[free] = self._position[free] = 0.0
        if self._curved:
            kept = {curve: rows[~free[rows]] for curve, rows in self._curved.items()}
            self._curved = {curve: rows for curve, rows in kept.items() if rows.size}
        self.idle = int(free.sum()) == free.size - 1
        self._find_end()

    def position(self, now: float) -> NDArray[np.float64]:
        """How far each fade is, 0..1. The array is the table's own and good until the next call."""
        x = self._elapsed
        if self.idle:
            return x
        np.minimum(self._held, now, out=x)
        x -= self._begun
        x /= self._time
        np.maximum(x, 0.0, out=x)  # np.clip costs more than both of these
        np.minimum(x, 1.0, out=x)
        if not self._curved:
            return x
        position = self._position
        position[:] = x
        for curve, rows in self._curved.items():
            position[rows] = shaped(curve, x[rows])
        return position

    @property
    def arrived(self) -> NDArray[np.bool_]:
        """Which fades had all of their time at the last `position`; a curve may be at its end before."""
        return self._elapsed >= 1.0

    def of(self, runs: Collection[int]) -> NDArray[np.bool_]:
        """Which rows belong to these runs."""
        return np.isin(self._rows["run"], np.fromiter(runs, np.int64, len(runs)))

    def _find_end(self) -> None:
        self.next_end = float(np.where(self.held, np.inf, self._begun + self._time).min())

    @property
    def held(self) -> NDArray[np.bool_]:
        """Which rows stand still until release."""
        return np.isfinite(self._held)

    def hold(self, rows: NDArray[np.bool_], now: float) -> None:
        """Let these stand still from `now` on."""
        self._held[rows & ~self.held] = now
        self._find_end()

    def release(self, rows: NDArray[np.bool_], now: float) -> None:
        """Let these go on as if no time had passed."""
        rows = rows & self.held
        self._begun[rows] += now - self._held[rows]
        self._held[rows] = np.inf
        self._find_end()

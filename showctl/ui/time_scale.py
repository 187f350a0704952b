"""Seconds as pixels: what a timeline shows, its grid, and where a bar that is dragged comes to stand."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

STEPS = (
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0,
)  # fmt: skip
"""Seconds between lines of a grid: as people divide time."""
LEAST_GRID, LEAST_FIGURE = 24.0, 90.0
"""Pixels between lines, and between those with a figure."""
LEAST, MOST = 0.001, 5_000.0
"""Pixels a second: a day in a window, and a hundredth of a second as wide as a thumb."""
FINER = 10
"""Steps of the keyboard in one of the grid, with Shift."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`start`: seconds at the left edge. `rate`: pixels a second."""

    start: float = 0.0
    rate: float = 50.0

    def x(self, seconds: float) -> float:
        return (seconds - self.start) * self.rate

    def at(self, x: float) -> float:
        return self.start + x / self.rate

    def zoomed(self, factor: float, about: float) -> "Scale":
        """What is at `about` pixels stays there."""
        rate = min(max(self.rate * factor, LEAST), MOST)
        return Scale(max(self.at(about) - about / rate, 0.0), rate)

    def begun_at(self, start: float) -> "Scale":
        return replace(self, start=max(start, 0.0))

    def in_sight(self, seconds: float, width: float) -> "Scale":
        """Moved no further than is needed to have an instant between the edges."""
        if seconds < self.start:
            return self.begun_at(seconds)
        return self.begun_at(seconds - width / self.rate) if self.x(seconds) > width else self

    @property
    def grid(self) -> float:
        """Seconds between lines."""
        return step_of(LEAST_GRID / self.rate)

    @property
    def figures(self) -> float:
        """Seconds between lines with a figure; each is one of the grid's."""
        return next(
            (each for each in STEPS if each * self.rate >= LEAST_FIGURE and _whole(each / self.grid)),
            self.grid * math.ceil(LEAST_FIGURE / self.rate / self.grid),
        )

    def lines(self, step: float, width: float) -> list[float]:
        """The instants of the lines in sight."""
        first = math.ceil(self.start / step - 1e-9)
        last = math.floor(self.at(width) / step + 1e-9)
        return [round(each * step, 3) for each in range(first, last + 1)]


def step_of(least: float) -> float:
    """The smallest step that is no smaller; hours where none of the table is."""
    return next((each for each in STEPS if each >= least - 1e-12), 3600.0 * math.ceil(least / 3600.0))


def _whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6


def fitted(total: float, width: float) -> Scale:
    """All of `total` seconds in sight, and a little behind it."""
    return Scale(0.0, min(max(width / (max(total, 0.5) * 1.06), LEAST), MOST))


def snapped(
    at: float, parts: Iterable[float], edges: Iterable[float], step: float, reach: float
) -> tuple[float, float | None]:
    """Where a bar dragged to `at` comes to stand, and the instant that it holds on to, if it is no line of the grid.

    `parts`: what of the bar may meet an edge, seconds after its offset: 0, its action, its end. The nearest edge within
    `reach` seconds counts, else the nearest line of the grid. Never before 0; to the millisecond.
    """
    fixed = tuple(edges)
    near = [
        (abs(edge - part - at), part, edge)
        for part in parts
        for edge in fixed
        if abs(edge - part - at) <= reach and edge >= part
    ]
    if near:
        _, part, edge = min(near)
        return round(edge - part, 3), edge
    return round(max(round(at / step), 0) * step, 3), None


def stepped(at: float, step: float, direction: int) -> float:
    """The next line of a grid in a direction, -1 or 1."""
    steps = at / step
    line = math.floor(steps + 1e-6) + 1 if direction > 0 else math.ceil(steps - 1e-6) - 1
    return round(max(line, 0) * step, 3)

"""Which part of the room a view of the rig shows, and the way between metres and pixels. No widgets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Point = tuple[float, float]
MARGIN = 48.0
"""Pixels around what is fitted, at most: a tenth of a small view."""
LEAST_MARGIN = 30.0
"""For the names over lamps."""
LEAST, MOST = 2.0, 400.0
"""Pixels to a metre."""


@dataclass(frozen=True)
class Sight:
    """`left`, `top`: metres at the upper left corner; the second axis points up. `scale`: pixels to a metre."""

    left: float = -8.0
    top: float = 8.0
    scale: float = 40.0

    @classmethod
    def fitting(cls, points: Sequence[Point], width: float, height: float) -> "Sight":
        """All points in sight, in the middle."""
        if not points:
            return cls()
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        margin = max(min(MARGIN, width / 10, height / 10), LEAST_MARGIN)
        scale = min((width - 2 * margin) / max(wide, 1.0), (height - 2 * margin) / max(high, 1.0))
        scale = min(max(scale, LEAST), 100.0)
        middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        return cls(middle_x - width / 2 / scale, middle_y + height / 2 / scale, scale)

    def pixel(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale

    def moved(self, x: float, y: float) -> "Sight":
        """Dragged by so many pixels."""
        return replace(self, left=self.left - x / self.scale, top=self.top + y / self.scale)

    def zoomed(self, by: float, x: float, y: float) -> "Sight":
        """What is at this pixel stays there."""
        scale = min(max(self.scale * by, LEAST), MOST)
        return Sight(self.left + x / self.scale - x / scale, self.top - y / self.scale + y / scale, scale)

    def lines(self, axis: int, length: float) -> Iterator[float]:
        """Pixels of whole metres along an axis; none where they would lie too close."""
        if self.scale < 8:
            return
        first = -(self.left % 1.0) if axis == 0 else self.top % 1.0 - 1.0
        at = first * self.scale
        while at < length:
            yield at
            at += self.scale


def nearest_beyond(places: Mapping[str, Point], last: str | None, way: tuple[int, int]) -> str | None:
    """The place next to the last one in a direction (pixels, down is 1); the first of all if there is none yet."""
    if last is None:
        return next(iter(places), None)
    here = places[last]
    found: list[tuple[float, str]] = []
    for name, (x, y) in places.items():
        along = (x - here[0]) * way[0] + (y - here[1]) * way[1]
        aside = abs((x - here[0]) * way[1]) + abs((y - here[1]) * way[0])
        if name != last and along > 0.5 and aside <= 2 * along:
            found.append((along + 2 * aside, name))
    return min(found)[1] if found else None

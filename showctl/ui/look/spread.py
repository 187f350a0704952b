"""Values of several fixtures in their order: moved together, spread as a fan, and as a line of a look says them."""

from collections.abc import Callable, Sequence

_ALIKE = 0.051
"""Values that differ by less are one, because positions are written to a tenth."""
Span = tuple[float, float]
"""The least and the most that is possible."""


def moved(values: Sequence[float], spans: Sequence[Span], by: float) -> list[float]:
    """All by the same, as far as the first of them that comes to its end: they keep their shape."""
    if not values:
        return []
    most = min(high - value for value, (_, high) in zip(values, spans, strict=True))
    least = max(low - value for value, (low, _) in zip(values, spans, strict=True))
    by = min(max(by, min(least, 0.0)), max(most, 0.0))
    return [value + by for value in values]


def fanned(values: Sequence[float], spans: Sequence[Span], by: float) -> list[float]:
    """The last by `by`, the first by as much the other way, those between in between; one alone is moved."""
    last = len(values) - 1
    ways = [2 * at / last - 1 for at in range(last + 1)] if last > 0 else [1.0] * len(values)
    return [min(max(value + way * by, low), high) for value, (low, high), way in zip(values, spans, ways, strict=True)]


def as_line(values: Sequence[float], text: Callable[[float], str]) -> str | None:
    """What one line says of all of them: one value, or a fan `first..last`. None: no line says it."""
    first, last = values[0], values[-1]
    steps = max(len(values) - 1, 1)
    if any(abs(value - (first + (last - first) * at / steps)) > _ALIKE for at, value in enumerate(values)):
        return None
    return text(first) if text(first) == text(last) else f"{text(first)}..{text(last)}"

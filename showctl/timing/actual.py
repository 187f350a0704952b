"""What happened, and what was decided tonight: facts of the evening, never written into the plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actual:
    """A segment was started. Unix time in seconds; `end` is None as long as it runs."""

    segment: str
    start: float
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What was decided of a segment tonight. Seconds."""

    segment: str
    extra: float = 0.0
    """It is so much longer than planned; negative: shorter, even than its minimum."""
    later: float = 0.0
    """Its hard start, or hard end, holds so much later."""
    cut: bool = False
    """It is left out."""


def last_of_each(actuals: Iterable[Actual]) -> Mapping[str, Actual]:
    """The actual times that count, by segment: of one that was started again the last start."""
    last: dict[str, Actual] = {}
    for each in actuals:
        known = last.get(each.segment)
        if known is None or each.start >= known.start:
            last[each.segment] = each
    return last

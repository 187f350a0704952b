"""Facts of the evening about the run of show: what really started, what was decided, and timers. Never the plan.

Instants are Unix time in seconds: they are compared with a plan, and outlive an engine.
"""

from typing import Literal

from msgspec import Struct

By = Literal["cue", "hand", "clock"]
"""What starts a segment."""
TimerAct = Literal["start", "pause", "go on", "add", "remove"]


class SegmentActual(Struct, frozen=True):
    """One start of a segment; of several the last counts."""

    segment: str
    wall: float
    end: float | None = None
    """When it was ended by hand; None: it runs until another starts in its room."""
    by: By = "cue"


class SegmentDecision(Struct, frozen=True):
    """What was decided of a segment tonight."""

    segment: str
    extra: float = 0.0
    """It is so many seconds longer than planned; negative: shorter."""
    later: float = 0.0
    """Its hard start, or hard end, holds so much later."""
    cut: bool = False
    """It is left out."""


class DayTimer(Struct, frozen=True):
    """A timer that belongs to no segment."""

    name: str
    left: float
    """Seconds that it has left while it stands still; below 0: so long over."""
    until: float | None = None
    """When it is at 0, while it runs."""


class DayFacts(Struct, frozen=True):
    """All of it."""

    starts: tuple[SegmentActual, ...] = ()
    """In the order in which they were."""
    decided: tuple[SegmentDecision, ...] = ()
    timers: tuple[DayTimer, ...] = ()

    def of(self, segment: str) -> SegmentActual | None:
        """The start that counts; None: it has not started."""
        return next((each for each in reversed(self.starts) if each.segment == segment), None)

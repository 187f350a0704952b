"""The times of a day at one instant: of each segment, of each room, of all. Instants are Unix time in seconds.

**Over/under is positive when over (late).**
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from showctl.model.segment import Segment
from showctl.timing.day_plan import Planned

EARLY_OR_LATE = 30.0
"""Seconds from which a show is called over or under instead of on time."""
BREAKS = 0.5
"""Seconds by which something hard has to slip to be broken: what is shown is whole seconds."""

Phase = Literal["", "warning", "danger", "over"]
"""Of a countdown, as its segment says; over: nothing is left."""
Where = Literal["done", "skipped", "cut", "now", "ahead"]


@dataclass(frozen=True, slots=True)
class SegmentTimes:
    """One segment's times. `start` and `end` are actual where they have happened, else forecast."""

    row: Planned
    where: Where
    start: float
    end: float
    later: float = 0.0
    """What is hard of it holds so much later, tonight."""
    extra: float = 0.0
    """It is so much longer than planned, tonight."""

    @property
    def segment(self) -> Segment:
        return self.row.segment

    @property
    def planned(self) -> float:
        return self.row.start

    @property
    def planned_end(self) -> float:
        return self.row.end

    @property
    def hard(self) -> bool:
        return self.row.hard

    @property
    def over(self) -> float:
        """How much later than planned it starts, or started."""
        return self.start - self.row.start

    @property
    def length(self) -> float:
        """What it is counted down from: as planned and decided tonight; of what counts to its end, until then."""
        whole = self.row.end - self.start if self.row.to_end else self.row.length
        return max(whole + self.extra, self.row.least if self.row.to_end else 0.0)

    def left(self, now: float) -> float:
        """Seconds until its length is over; negative: so long past."""
        return self.start + self.length - now

    def phase(self, now: float) -> Phase:
        """Where its countdown is."""
        left, segment = self.left(now), self.segment
        if left < 0:
            return "over"
        if segment.danger is not None and left <= segment.danger:
            return "danger"
        return "warning" if segment.warning is not None and left <= segment.warning else ""

    @property
    def breaks(self) -> float:
        """By how many seconds it breaks its own hard start or end; 0: it holds, or it is past."""
        if self.where not in ("ahead", "now"):
            return 0.0
        late = self.start - self.row.start - self.later if self.row.hard and self.where == "ahead" else 0.0
        out = self.end - self.row.end - self.later if self.row.hard_end else 0.0
        return worst if (worst := max(late, out)) >= BREAKS else 0.0


@dataclass(frozen=True, slots=True)
class RoomTimes:
    """One room at one instant."""

    name: str
    now: SegmentTimes | None
    """The segment that runs; None before the first, and between a segment that was ended and the next."""
    following: SegmentTimes | None
    over_under: float | None
    """How much later than planned the running segment will end, or the next starts; None while nothing is late that
    has not begun."""
    relative: float | None
    """The same since the room began: without what its first start was late."""
    hard: SegmentTimes | None
    """The next hard start ahead."""
    slack: float | None
    """Seconds to spare before that start slips, all between shortened to their minimum; negative: it breaks."""
    end: float
    """When the room is done."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole run of show at one instant. The short names are those of its first room, the main one."""

    rows: tuple[SegmentTimes, ...]
    rooms: tuple[RoomTimes, ...] = ()
    blocks: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By block its forecast start and end."""

    @property
    def main(self) -> RoomTimes | None:
        return self.rooms[0] if self.rooms else None

    @property
    def now(self) -> SegmentTimes | None:
        return self.main.now if self.main is not None else None

    @property
    def following(self) -> SegmentTimes | None:
        return self.main.following if self.main is not None else None

    @property
    def over_under(self) -> float | None:
        return self.main.over_under if self.main is not None else None

    @property
    def relative(self) -> float | None:
        return self.main.relative if self.main is not None else None

    @property
    def hard(self) -> SegmentTimes | None:
        return self.main.hard if self.main is not None else None

    @property
    def slack(self) -> float | None:
        return self.main.slack if self.main is not None else None

    @property
    def end(self) -> float | None:
        """When the last room is done."""
        return max((room.end for room in self.rooms), default=None)

    @property
    def conflicts(self) -> tuple[SegmentTimes, ...]:
        """What breaks its hard start or end."""
        return tuple(row for row in self.rows if row.breaks)

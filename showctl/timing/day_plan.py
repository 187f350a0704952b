"""The plan of the day: every segment with its planned instants, by rooms, worked out once for all forecasts.

Instants are Unix time in seconds.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from showctl.model.segment import Segment, Start
from showctl.timing.zone import instant_of, later_day

_OWN_DAY = 36 * 3600.0
"""Until this long after midnight of its last date, a show is on its own days: parties end late."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One segment as planned."""

    segment: Segment
    start: float
    end: float
    least: float
    """The shortest it can be made; one that counts to its end has none unless it is written."""
    gap: float
    """Seconds between the end of the one before in its room and its start; negative where they overlap."""

    @property
    def hard(self) -> bool:
        """Whether its start holds."""
        return self.segment.start is not None and self.segment.start.hard

    @property
    def to_end(self) -> bool:
        """Whether it counts to its end."""
        return self.segment.end is not None

    @property
    def hard_end(self) -> bool:
        """Whether its end holds: a hard out."""
        return self.segment.end is not None and self.segment.end.hard

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class DayPlan:
    """All segments in the order of the file."""

    rows: tuple[Planned, ...]
    rooms: Mapping[str, tuple[int, ...]]
    """By room the places of its segments in `rows`, in order."""
    places: Mapping[str, int]
    """By segment its place in `rows`."""
    blocks: Mapping[str, tuple[int, ...]]
    """By block the places of its segments."""


def day_of(date: dt.date | None, now: float, zone: dt.tzinfo, days: int = 1) -> dt.date:
    """The date of day 1 of the plan: the show's own while it is on, for so many days, else (a rehearsal) today."""
    if date is not None:
        since_midnight = now - instant_of(date, dt.time(), zone)
        if 0 <= since_midnight < (days - 1) * 86_400 + _OWN_DAY:
            return date
    return dt.datetime.fromtimestamp(now, zone).date()


def days_of(segments: Sequence[Segment]) -> int:
    """How many days the plan speaks of."""
    return max((each.day or 1 for segment in segments for each in (segment.start, segment.end) if each), default=1)


def day_plan(segments: Sequence[Segment], date: dt.date, zone: dt.tzinfo) -> DayPlan:
    """The plan with day 1 on this date. Without a start a segment follows the one before it in its room; a time that
    would go back is on the next day."""
    rows: list[Planned] = []
    rooms: dict[str, list[int]] = {}
    days: dict[str, int] = {}
    for place, segment in enumerate(segments):
        before = rows[rooms[segment.room][-1]] if segment.room in rooms else None
        day = days.get(segment.room, 1)
        if segment.start is not None:
            start, day = _at(segment.start, date, zone, day, before.start if before is not None else None)
        elif before is not None:
            start = before.end
        else:
            start = instant_of(date, dt.time(), zone)
        if segment.end is not None:
            end, day = _at(segment.end, date, zone, day, start)
        else:
            end = start + (segment.duration or 0.0)
        rows.append(Planned(segment, start, end, _least(segment), start - before.end if before is not None else 0.0))
        rooms.setdefault(segment.room, []).append(place)
        days[segment.room] = day
    blocks: dict[str, list[int]] = {}
    for place, segment in enumerate(segments):
        for name in segment.blocks:
            blocks.setdefault(name, []).append(place)
    return DayPlan(
        tuple(rows),
        {room: tuple(places) for room, places in rooms.items()},
        {row.segment.id: place for place, row in enumerate(rows)},
        {name: tuple(places) for name, places in blocks.items()},
    )


def _at(time: Start, date: dt.date, zone: dt.tzinfo, day: int, after: float | None) -> tuple[float, int]:
    """The instant, and its day."""
    if time.day is not None:
        return instant_of(later_day(date, time.day - 1), time.time, zone), time.day
    at = instant_of(later_day(date, day - 1), time.time, zone)
    if after is not None and at < after:
        day += 1
        at = instant_of(later_day(date, day - 1), time.time, zone)
    return at, day


def _least(segment: Segment) -> float:
    """Nothing written, nothing to cut."""
    if segment.minimum is not None:
        return segment.minimum
    return segment.duration if segment.duration is not None else 0.0

"""The run of show against the clock: plan, forecast, over/under, slack.

Instants are Unix time in seconds. Plan: as written. Actual: as the engine recorded it. Forecast: as it follows from
both and from now. **Over/under is positive when over (late).**
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from showctl.model.logistics import Due
from showctl.model.segment import Segment

_DAY = 86_400.0
_OWN_DAY = 36 * 3600.0
"""Until this long after midnight of its date, a show is on its own day: parties end late."""
EARLY_OR_LATE = 30.0
"""Seconds from which a show is called over or under instead of on time."""

Where = Literal["done", "skipped", "now", "ahead"]


@dataclass(frozen=True, slots=True)
class SegmentTimes:
    """One segment's times. `start` and `end` are actual where they have happened, else forecast."""

    segment: Segment
    where: Where
    planned: float
    planned_end: float
    start: float
    end: float

    @property
    def hard(self) -> bool:
        return self.segment.start is not None and self.segment.start.hard

    @property
    def over(self) -> float:
        """How much later than planned it starts, or started."""
        return self.start - self.planned


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole run of show at one instant."""

    rows: tuple[SegmentTimes, ...]
    now: SegmentTimes | None
    """The segment that runs; None before the first was started."""
    following: SegmentTimes | None
    over_under: float | None
    """How much later than planned the running segment will end; None before the first was started."""
    hard: SegmentTimes | None
    """The next hard start ahead."""
    slack: float | None
    """Seconds to spare before that start slips, all between shortened to their minimum; negative: it breaks."""


def day_of(date: dt.date | None, now: float, zone: dt.tzinfo) -> dt.date:
    """The date that the plan's times of day belong to: the show's own while it is on, else (a rehearsal) today."""
    if date is not None:
        since_midnight = now - dt.datetime.combine(date, dt.time(), zone).timestamp()
        if 0 <= since_midnight < _OWN_DAY:
            return date
    return dt.datetime.fromtimestamp(now, zone).date()


def planned_starts(segments: Sequence[Segment], day: dt.date, zone: dt.tzinfo) -> tuple[float, ...]:
    """When each segment starts as written. Without a start it follows the one before; past midnight time goes on."""
    starts: list[float] = []
    for i, segment in enumerate(segments):
        if segment.start is not None:
            start = dt.datetime.combine(day, segment.start.time, zone).timestamp()
            while starts and start < starts[-1]:
                start += _DAY
        elif starts:
            start = starts[-1] + segments[i - 1].duration
        else:
            start = dt.datetime.combine(day, dt.time(), zone).timestamp()
        starts.append(start)
    return tuple(starts)


def schedule(
    segments: Sequence[Segment], planned: Sequence[float], actual: Mapping[str, float], now: float
) -> Schedule:
    """The run of show at `now`. `planned` is from planned_starts; `actual` the recorded starts by segment id."""
    started = [i for i, segment in enumerate(segments) if segment.id in actual]
    running = max(started, key=lambda i: (actual[segments[i].id], i)) if started else None
    starts = _past_starts(segments, planned, actual, running)
    starts += _forecast_starts(segments, planned, starts, now)
    rows = tuple(
        SegmentTimes(
            segment,
            _where(i, running, segment.id in actual),
            planned[i],
            planned[i] + segment.duration,
            starts[i],
            _end(segments, starts, i, running, now),
        )
        for i, segment in enumerate(segments)
    )
    if running is None:
        return Schedule(rows, None, rows[0] if rows else None, None, None, None)
    current = rows[running]
    following = rows[running + 1] if running + 1 < len(rows) else None
    end = max(current.start + current.segment.duration, now)
    hard = next((i for i in range(running + 1, len(rows)) if rows[i].hard), None)
    slack = None if hard is None else rows[hard].planned - end - sum(map(_least, segments[running + 1 : hard]))
    return Schedule(rows, current, following, end - current.planned_end, None if hard is None else rows[hard], slack)


def due_at(due: Due, rows: Sequence[SegmentTimes], day: dt.date, zone: dt.tzinfo) -> tuple[float, float] | None:
    """When something is due, as planned and as forecast; None when its segment does not exist."""
    if due.time is not None:
        at = dt.datetime.combine(day, due.time, zone).timestamp()
        if rows and at < rows[0].planned - _DAY / 2:
            at += _DAY
        return at, at
    row = next((row for row in rows if row.segment.id == due.segment), None)
    if row is None:
        return None
    planned, forecast = (row.planned, row.start) if due.edge == "starts" else (row.planned_end, row.end)
    return planned + due.offset, forecast + due.offset


def _least(segment: Segment) -> float:
    """The shortest that a segment can be made: nothing written, nothing to cut."""
    return segment.duration if segment.minimum is None else segment.minimum


def _where(i: int, running: int | None, started: bool) -> Where:
    if running is None or i > running:
        return "ahead"
    if i == running:
        return "now"
    return "done" if started else "skipped"


def _past_starts(
    segments: Sequence[Segment], planned: Sequence[float], actual: Mapping[str, float], running: int | None
) -> list[float]:
    """Actual starts up to the running segment; one that was skipped has its planned start."""
    if running is None:
        return []
    return [actual.get(segment.id, planned[i]) for i, segment in enumerate(segments[: running + 1])]


def _forecast_starts(
    segments: Sequence[Segment], planned: Sequence[float], past: Sequence[float], now: float
) -> list[float]:
    """Starts ahead: gaps are eaten first; a hard start is kept as long as what comes before it can be cut."""
    if not past:
        return list(planned)
    latest = _latest_starts(segments, planned)
    last = len(past) - 1
    earliest = end = max(past[last] + segments[last].duration, now)
    planned_end = planned[last] + segments[last].duration
    starts: list[float] = []
    for i in range(len(past), len(segments)):
        segment = segments[i]
        if segment.start is not None and segment.start.hard:
            start = max(planned[i], earliest)
        else:
            start = max(end, planned[i] + min(0.0, end - planned_end))
            start = max(earliest, min(start, latest[i]))
        starts.append(start)
        end, earliest = start + segment.duration, start + _least(segment)
        planned_end = planned[i] + segment.duration
    return starts


def _latest_starts(segments: Sequence[Segment], planned: Sequence[float]) -> list[float]:
    """The latest that each may start so that the next hard start holds."""
    latest = [float("inf")] * len(segments)
    for i in range(len(segments) - 2, -1, -1):
        start = segments[i + 1].start
        limit = planned[i + 1] if start is not None and start.hard else latest[i + 1]
        latest[i] = limit - _least(segments[i])
    return latest


def _end(segments: Sequence[Segment], starts: Sequence[float], i: int, running: int | None, now: float) -> float:
    """When a segment ended or will: the next one's start cuts it short, a gap does not make it longer."""
    end = starts[i] + segments[i].duration
    if running is not None and i < running:
        return starts[i + 1]
    if i == running:
        return max(end, now)
    return min(end, starts[i + 1]) if i + 1 < len(starts) else end

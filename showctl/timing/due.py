"""When logistics items are due: as planned, and as the forecast has it. Instants are Unix time in seconds."""

import datetime as dt
from collections.abc import Mapping

from showctl.model.logistics import Due
from showctl.timing.day_plan import DayPlan
from showctl.timing.times import Schedule
from showctl.timing.zone import instant_of, later_day

_HALF_DAY = 43_200.0
_NOTHING: Mapping[str, str] = {}
_NOT_YET: Mapping[str, float] = {}


def due_at(
    due: Due,
    plan: DayPlan,
    schedule: Schedule,
    date: dt.date,
    zone: dt.tzinfo,
    cues: Mapping[str, str] = _NOTHING,
    started: Mapping[str, float] = _NOT_YET,
) -> tuple[float, float] | None:
    """As planned, and as forecast; None when its segment does not exist. `date` is that of day 1.

    A time of day is on its day; without one on day 1, or on the day after where the run of show begins more than half
    a day later. A cue is taken to start when the segment that it is in does (`cues`: by cue its segment), or where it
    has, when it did (`started`).
    """
    if due.time is not None:
        at = instant_of(later_day(date, (due.day or 1) - 1), due.time, zone)
        if due.day is None and schedule.rows and at < schedule.rows[0].planned - _HALF_DAY:
            at = instant_of(later_day(date, 1), due.time, zone)
        return at, at
    place = plan.places.get((cues.get(due.cue) if due.cue is not None else due.segment) or "")
    if place is None:
        return None
    row = schedule.rows[place]
    planned, forecast = (row.planned, row.start) if due.edge == "starts" else (row.planned_end, row.end)
    if due.cue is not None:
        forecast = started.get(due.cue, forecast)
    return planned + due.offset, forecast + due.offset

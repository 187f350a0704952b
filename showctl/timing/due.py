"""When logistics items are due: as planned, and as the forecast has it. Instants are Unix time in seconds."""

import datetime as dt

from showctl.model.logistics import Due
from showctl.timing.day_plan import DayPlan
from showctl.timing.times import Schedule
from showctl.timing.zone import instant_of, later_day

_HALF_DAY = 43_200.0


def due_at(due: Due, plan: DayPlan, schedule: Schedule, date: dt.date, zone: dt.tzinfo) -> tuple[float, float] | None:
    """As planned, and as forecast; None when its segment does not exist. `date` is that of day 1.

    A time of day is on day 1, or on the day after where the run of show begins more than half a day later.
    """
    if due.time is not None:
        at = instant_of(date, due.time, zone)
        if schedule.rows and at < schedule.rows[0].planned - _HALF_DAY:
            at = instant_of(later_day(date, 1), due.time, zone)
        return at, at
    place = plan.places.get(due.segment or "")
    if place is None:
        return None
    row = schedule.rows[place]
    planned, forecast = (row.planned, row.start) if due.edge == "starts" else (row.planned_end, row.end)
    return planned + due.offset, forecast + due.offset

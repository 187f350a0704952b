"""When logistics items are due: as planned, and as the forecast has it. Instants are Unix time in seconds."""

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.model.logistics import Due
from showctl.timing.day_plan import DayPlan
from showctl.timing.times import Schedule, SegmentTimes
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


class DueTimes:
    """Of many items at once, which one plan decides; `at` is asked each second."""

    def __init__(
        self,
        dues: Sequence[Due | None],
        plan: DayPlan,
        date: dt.date,
        zone: dt.tzinfo,
        cues: Mapping[str, str] = _NOTHING,
    ) -> None:
        as_planned = schedule_of(plan)
        times = [due_at(due, plan, as_planned, date, zone, cues) if due is not None else None for due in dues]
        self.planned = np.array([each[0] if each is not None else np.nan for each in times], float)
        """(N,) Unix time; NaN where there is none."""
        moves = [
            (n, plan.places[name], due.edge == "ends")
            for n, due in enumerate(dues)
            if due is not None
            and due.time is None
            and (name := (cues.get(due.cue) if due.cue is not None else due.segment) or "") in plan.places
        ]
        columns = np.array(moves, int).reshape(-1, 3).T
        self._moving, self._places, self._ends = columns[0], columns[1], columns[2].astype(bool)

    def at(self, schedule: Schedule) -> NDArray[np.float64]:
        """(N,) as the forecast has it."""
        forecast = self.planned.copy()
        if self._moving.size:
            slips = np.array([(row.start - row.planned, row.end - row.planned_end) for row in schedule.rows])
            forecast[self._moving] += np.where(self._ends, slips[self._places, 1], slips[self._places, 0])
        return forecast


def schedule_of(plan: DayPlan) -> Schedule:
    """All as planned."""
    return Schedule(tuple(SegmentTimes(row, "ahead", row.start, row.end) for row in plan.rows))

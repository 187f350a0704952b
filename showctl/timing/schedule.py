"""The run of show against the clock: plan, forecast, actual, over/under, slack.

Instants are Unix time in seconds. Plan: as written. Actual: as the engine recorded it. Forecast: as it follows from
both, from what was decided tonight, and from now. **Over/under is positive when over (late).** The rules, per room:

- What runs ends when its length is over, and while it is over that, now: what follows moves each second.
- Gaps are eaten first. A soft start moves with what is before it, back as well when that is early.
- A hard start, or end, holds as long as what runs before it can be made shorter, down to its minimum; what runs now is
  not. Where it cannot hold it is a conflict, and what follows goes from there.
- Nothing has started and the first start has passed: late by the time since.
"""

from collections.abc import Iterable, Mapping, Sequence

from showctl.timing.actual import Actual, Adjustment, last_of_each
from showctl.timing.day_plan import DayPlan, Planned
from showctl.timing.times import RoomTimes, Schedule, SegmentTimes

_NEVER = float("inf")
_AS_PLANNED = Adjustment("")


def schedule(plan: DayPlan, actuals: Iterable[Actual], now: float, adjustments: Iterable[Adjustment] = ()) -> Schedule:
    """The run of show at `now`."""
    last, decided = last_of_each(actuals), {each.segment: each for each in adjustments}
    rows: dict[int, SegmentTimes] = {}
    rooms = []
    for name, places in plan.rooms.items():
        times = _of_room([plan.rows[place] for place in places], last, decided, now)
        rows.update(zip(places, times, strict=True))
        rooms.append(_room(name, times, now))
    every = tuple(rows[place] for place in range(len(plan.rows)))
    return Schedule(every, tuple(rooms), _blocks(plan, every))


def _of_room(
    rows: Sequence[Planned], actuals: Mapping[str, Actual], decided: Mapping[str, Adjustment], now: float
) -> list[SegmentTimes]:
    started = [place for place, row in enumerate(rows) if row.segment.id in actuals]
    if not started:
        first = rows[0].start
        return _ahead(rows, decided, first, first, now)
    at = max(started, key=lambda place: (actuals[rows[place].segment.id].start, place))
    row, actual = rows[at], actuals[rows[at].segment.id]
    said = decided.get(row.segment.id, _AS_PLANNED)
    times = _behind(rows[:at], actuals, actual.start)
    if actual.end is None:
        end = max(actual.start + _length(row, said, actual.start), now)
        times.append(SegmentTimes(row, "now", actual.start, end, said.later, said.extra))
    else:
        end = actual.end
        times.append(SegmentTimes(row, "done", actual.start, end, said.later, said.extra))
    return times + _ahead(rows[at + 1 :], decided, end, row.end, now)


def _behind(rows: Sequence[Planned], actuals: Mapping[str, Actual], until: float) -> list[SegmentTimes]:
    """What is over; one that was skipped stands at its planned time, as far as that is past."""
    times: list[SegmentTimes] = []
    for row in rows:
        actual = actuals.get(row.segment.id)
        if actual is None:
            times.append(SegmentTimes(row, "skipped", min(row.start, until), min(row.end, until)))
        else:
            end = until if actual.end is None else min(actual.end, until)  # what follows ends it
            times.append(SegmentTimes(row, "done", actual.start, end))
    return times


def _ahead(
    rows: Sequence[Planned], decided: Mapping[str, Adjustment], end: float, planned_end: float, now: float
) -> list[SegmentTimes]:
    """Forecast of what is ahead, after something that ends at `end` and was to at `planned_end`."""
    said = [decided.get(row.segment.id, _AS_PLANNED) for row in rows]
    least = [0.0 if each.cut else _least(row, each) for row, each in zip(rows, said, strict=True)]
    starts: list[float] = []
    earliest = end
    for row, each, shortest, limit in zip(rows, said, least, _latest_starts(rows, said, least), strict=True):
        if each.cut:  # what comes next may come so much earlier
            starts.append(end)
            planned_end = row.end
            continue
        if row.hard:
            start = max(row.start + each.later, earliest, now)
        else:
            start = max(end, row.start + min(0.0, end - planned_end))
            start = max(earliest, min(start, limit), now)
        starts.append(start)
        end, earliest, planned_end = start + _length(row, each, start), start + shortest, row.end
    return [
        SegmentTimes(
            row,
            "cut" if each.cut else "ahead",
            start,
            start if each.cut else min(start + _length(row, each, start), max(following, start)),
            each.later,
            each.extra,
        )
        for row, each, start, following in zip(rows, said, starts, [*starts[1:], _NEVER], strict=False)
    ]


def _length(row: Planned, said: Adjustment, start: float) -> float:
    """How long it is if it starts then."""
    if row.to_end:
        return max(row.end + said.extra + said.later - start, row.least)
    return max(row.length + said.extra, 0.0)


def _least(row: Planned, said: Adjustment) -> float:
    """The shortest it can be made; what was told to be shorter than that is so."""
    return row.least if row.to_end else min(row.least, max(row.length + said.extra, 0.0))


def _latest_starts(rows: Sequence[Planned], said: Sequence[Adjustment], least: Sequence[float]) -> list[float]:
    """The latest that each may start so that the next hard start, and each hard end, holds."""
    latest = [_NEVER] * len(rows)
    limit = _NEVER
    for place in range(len(rows) - 1, -1, -1):
        row, each = rows[place], said[place]
        latest[place] = limit - least[place]
        if each.cut:
            continue
        if row.hard_end:
            latest[place] = min(latest[place], row.end + each.later - least[place])
        limit = row.start + each.later if row.hard else latest[place]
    return latest


def _room(name: str, times: list[SegmentTimes], now: float) -> RoomTimes:
    begun = [place for place, each in enumerate(times) if each.where in ("done", "now")]
    at = next((place for place in begun if times[place].where == "now"), begun[-1] if begun else -1)
    running = times[at] if begun and times[at].where == "now" else None
    ahead = [each for each in times[at + 1 :] if each.where == "ahead"]
    following = ahead[0] if ahead else None
    over: float | None = None
    if running is not None:
        over = running.end - running.planned_end
    elif following is not None and (begun or now > following.planned):
        over = following.over
    elif begun:
        over = times[at].end - times[at].planned_end
    first = times[begun[0]] if begun else None
    hard = next((each for each in ahead if each.hard), None)
    slack = None
    if hard is not None and (running is not None or begun):
        free = running.end if running is not None else max(times[at].end, now)
        between = ahead[: ahead.index(hard)]
        slack = hard.planned + hard.later - free - sum(min(each.row.least, max(each.length, 0.0)) for each in between)
    return RoomTimes(
        name,
        running,
        following,
        over,
        over - first.over if over is not None and first is not None else None,
        hard,
        slack,
        max((each.end for each in times if each.where != "cut"), default=0.0),
    )


def _blocks(plan: DayPlan, rows: Sequence[SegmentTimes]) -> Mapping[str, tuple[float, float]]:
    """By block its first start and last end; those of which all is cut are left out."""
    found: dict[str, tuple[float, float]] = {}
    for name, places in plan.blocks.items():
        left = [rows[place] for place in places if rows[place].where != "cut"]
        if left:
            found[name] = min(row.start for row in left), max(row.end for row in left)
    return found

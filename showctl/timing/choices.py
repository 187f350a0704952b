"""On an overrun: what can be done about it, with the times that each would give. Nothing changes until one is accepted.

Seconds; instants are Unix time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from showctl.timing.actual import Actual, Adjustment
from showctl.timing.day_plan import DayPlan
from showctl.timing.schedule import schedule
from showctl.timing.times import EARLY_OR_LATE, RoomTimes, Schedule, SegmentTimes

MOST = 2
"""Of each kind that names segments so many are offered: who has to choose has no time to read."""
_NOW_FIRST = float("inf")
_LEAST_SAVED = 15.0
"""Seconds; what saves less is not offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on."""

    kind: Literal["absorb", "shorten", "push", "cut"]
    """Gaps and shorter segments take it in, as the forecast has it; these are made shorter; all moves, hard starts and
    ends too; that is left out."""
    segments: tuple[str, ...]
    """Which are made shorter, or left out."""
    saved: float
    """How much earlier the room is done than without it; negative: later."""
    adjustments: tuple[Adjustment, ...]
    """All of tonight's, once it is accepted."""
    schedule: Schedule

    @property
    def breaks(self) -> tuple[SegmentTimes, ...]:
        """What is hard and does not hold, or is made to move."""
        return tuple(row for row in self.schedule.rows if row.breaks or (row.later and (row.hard or row.row.hard_end)))


def choices(
    plan: DayPlan, actuals: Iterable[Actual], now: float, adjustments: Iterable[Adjustment] = (), room: str = ""
) -> tuple[Choice, ...]:
    """The ways on in a room that is late, or breaks something hard; none where it is neither."""
    actuals, adjustments = tuple(actuals), tuple(adjustments)
    as_is = schedule(plan, actuals, now, adjustments)
    times = next((each for each in as_is.rooms if each.name == room), None)
    if times is None or not _wanted(as_is, times):
        return ()
    rows = [each for each in as_is.rows if each.segment.room == room]

    def choice(kind: Literal["absorb", "shorten", "push", "cut"], *more: Adjustment) -> Choice:
        all_of = merged(adjustments, more)
        then = schedule(plan, actuals, now, all_of)
        end = next(each.end for each in then.rooms if each.name == room)
        named = tuple(each.segment for each in more) if kind in ("shorten", "cut") else ()
        return Choice(kind, named, times.end - end, all_of, then)

    found = [choice("absorb")]
    found += [choice("shorten", each) for each in _shorter(rows, times, now)]
    if (pushed := _pushed(rows, times)) and any(each.later for each in pushed):
        found.append(choice("push", *pushed))
    found += [choice("cut", Adjustment(row.segment.id, cut=True)) for row in _cuttable(rows, times)]
    return tuple(found)


def merged(before: Iterable[Adjustment], more: Iterable[Adjustment]) -> tuple[Adjustment, ...]:
    """What was decided earlier, with what is decided now in its place; what decides nothing is left out."""
    of = {each.segment: each for each in before}
    of.update((each.segment, each) for each in more)
    return tuple(each for each in of.values() if each != Adjustment(each.segment))


def _wanted(as_is: Schedule, times: RoomTimes) -> bool:
    late = times.over_under is not None and times.over_under >= EARLY_OR_LATE
    return late or any(row.segment.room == times.name for row in as_is.conflicts)


def _shorter(rows: Sequence[SegmentTimes], times: RoomTimes, now: float) -> list[Adjustment]:
    """What runs, and what can give most before the next hard start: no more than is over, nor below its least."""
    over = max(times.over_under or 0.0, max((row.breaks for row in rows), default=0.0))
    found: list[tuple[float, Adjustment]] = []
    for row in rows:
        if row.where not in ("now", "ahead") or row.row.to_end:
            continue
        least = max(row.row.least, now - row.start) if row.where == "now" else row.row.least
        given = min(row.length - least, over)
        if given >= _LEAST_SAVED:
            said = Adjustment(row.segment.id, row.extra - given, row.later)
            found.append((_NOW_FIRST if row.where == "now" else given, said))
        if row is times.hard:
            break
    return [each for _, each in sorted(found, key=lambda each: -each[0])[:MOST]]


def _pushed(rows: Sequence[SegmentTimes], times: RoomTimes) -> list[Adjustment]:
    """Everything keeps its length: what is hard moves by as much as is over then."""
    found: list[Adjustment] = []
    end = times.now.end if times.now is not None else None
    for row in (each for each in rows if each.where == "ahead"):
        free = row.planned + row.later if end is None else max(end, row.planned)
        if row.hard or row.row.hard_end:
            late = free - row.planned
            found.append(Adjustment(row.segment.id, row.extra, max(late, row.later)))
        end = free + (row.length if not row.row.to_end else max(row.planned_end - free, row.row.least))
        if row.row.hard_end and found:
            end = max(end, free + row.row.length)
    return found


def _cuttable(rows: Sequence[SegmentTimes], times: RoomTimes) -> list[SegmentTimes]:
    """What is ahead and holds nothing: that which fits what is over best first."""
    over = max(times.over_under or 0.0, max((row.breaks for row in rows), default=0.0))
    ahead = [row for row in rows if row.where == "ahead" and not row.hard and not row.row.hard_end]
    ahead = [row for row in ahead if row.length >= _LEAST_SAVED and row is not rows[-1]]
    return sorted(ahead, key=lambda row: (row.length < over, abs(row.length - over)))[:1]

"""Over/under, forecast and slack, checked by hand on an awards evening."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.logistics import parse_due
from showctl.model.segment import Segment
from showctl.timing.actual import Actual
from showctl.timing.day_plan import DayPlan, day_of, day_plan
from showctl.timing.due import DueTimes, due_at
from showctl.timing.schedule import schedule

LONDON = ZoneInfo("Europe/London")
DAY = dt.date(2026, 11, 27)


def at(clock: str, day: dt.date = DAY) -> float:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), LONDON).timestamp()


def segment(name: str, start: str | None, duration: str, minimum: str | None = None) -> Segment:
    return Segment.model_validate({"segment": name, "start": start, "duration": duration, "minimum": minimum})


EVENING = (
    segment("awards 2", "19:49", "18m"),
    segment("interval", None, "25m", "20m"),
    segment("awards 3", "20:32 hard", "20m"),
    segment("film", None, "5m"),
    segment("out", "21:30 hard", "10m"),
)
PLAN = day_plan(EVENING, DAY, LONDON)


def starts(plan: DayPlan) -> tuple[float, ...]:
    return tuple(row.start for row in plan.rows)


def started(**times: str) -> tuple[Actual, ...]:
    """`awards_2="19:53:12"`."""
    return tuple(Actual(name.replace("_", " "), at(time)) for name, time in times.items())


def test_plan_follows_from_starts_and_durations() -> None:
    assert starts(PLAN) == (at("19:49"), at("20:07"), at("20:32"), at("20:52"), at("21:30"))


def test_plan_goes_on_past_midnight() -> None:
    late = (segment("party", "23:30", "1h"), segment("clear", "00:45", "2h"))
    assert starts(day_plan(late, DAY, LONDON)) == (at("23:30"), at("00:45", DAY + dt.timedelta(days=1)))


def test_four_minutes_over_leave_48_seconds_of_slack() -> None:
    times = schedule(PLAN, started(awards_2="19:53:12"), at("20:04:24"))
    assert times.now is not None
    assert times.following is not None
    assert times.now.end - at("20:04:24") == 6 * 60 + 48
    assert times.over_under == 4 * 60 + 12
    assert times.following.start == at("20:11:12")
    assert times.following.end - times.following.start == 20 * 60 + 48
    assert times.slack == 48
    assert times.rows[2].start == at("20:32"), "the interval can give, so the hard start holds"
    assert times.rows[4].over == 0


def test_hard_start_breaks_when_all_is_at_its_minimum() -> None:
    times = schedule(PLAN, started(awards_2="19:55:40"), at("20:00"))
    assert times.slack == -(1 * 60 + 40)
    assert times.rows[2].start == at("20:33:40")
    assert times.hard is times.rows[2]


def test_a_segment_that_runs_on_is_over_by_more_and_more() -> None:
    times = schedule(PLAN, started(awards_2="19:49"), at("20:10"))
    assert times.over_under == 180
    assert times.rows[1].start == at("20:10")


def test_early_stays_early_until_a_hard_start() -> None:
    times = schedule(PLAN, started(awards_2="19:47:40"), at("19:50"))
    assert times.over_under == -80
    assert times.rows[1].over == -80
    assert times.rows[2].over == 0


def test_gap_is_eaten_first() -> None:
    gap = (segment("doors", "18:30", "45m"), segment("opening", "19:30", "10m"))
    times = schedule(day_plan(gap, DAY, LONDON), started(doors="18:40"), at("18:41"))
    assert times.over_under == 600
    assert times.rows[1].over == 0


def test_before_the_first_segment_nothing_is_over() -> None:
    times = schedule(PLAN, (), at("19:40"))
    assert times.over_under is None
    assert times.now is None
    assert [row.where for row in times.rows] == ["ahead"] * 5


def test_skipped_and_done_segments_are_told_apart() -> None:
    times = schedule(PLAN, started(awards_2="19:49", awards_3="20:20"), at("20:21"))
    assert [row.where for row in times.rows] == ["done", "skipped", "now", "ahead", "ahead"]


def test_the_last_start_counts_when_a_segment_is_started_again() -> None:
    times = schedule(PLAN, started(awards_2="20:20", interval="20:00"), at("20:21"))
    assert times.now is times.rows[0]


def test_due_times_move_with_the_forecast() -> None:
    times = schedule(PLAN, started(awards_2="19:53:12"), at("20:04:24"))
    assert due_at(parse_due("when interval starts"), PLAN, times, DAY, LONDON) == (at("20:07"), at("20:11:12"))
    assert due_at(parse_due("5m before interval ends"), PLAN, times, DAY, LONDON) == (at("20:27"), at("20:27"))
    assert due_at(parse_due("18:55"), PLAN, times, DAY, LONDON) == (at("18:55"), at("18:55"))
    assert due_at(parse_due("day 2 09:00"), PLAN, times, DAY, LONDON) == (
        at("09:00", DAY + dt.timedelta(days=1)),
        at("09:00", DAY + dt.timedelta(days=1)),
    )
    assert due_at(parse_due("when nothing starts"), PLAN, times, DAY, LONDON) is None


def test_a_due_time_goes_by_the_segment_of_its_cue_until_the_cue_has_started() -> None:
    times = schedule(PLAN, started(awards_2="19:53:12"), at("20:04:24"))
    due, cues = parse_due("10m after cue foyer/3"), {"foyer/3": "interval"}
    assert due_at(due, PLAN, times, DAY, LONDON, cues) == (at("20:17"), at("20:21:12"))
    assert due_at(due, PLAN, times, DAY, LONDON, cues, {"foyer/3": at("20:12")}) == (at("20:17"), at("20:22"))
    assert due_at(due, PLAN, times, DAY, LONDON) is None


def test_own_day_lasts_past_midnight_and_a_rehearsal_is_today() -> None:
    assert day_of(DAY, at("01:30", DAY + dt.timedelta(days=1)), LONDON) == DAY
    assert day_of(DAY, at("10:00", dt.date(2026, 11, 20)), LONDON) == dt.date(2026, 11, 20)
    assert day_of(None, at("10:00"), LONDON) == DAY


@st.composite
def evenings(draw: st.DrawFn) -> tuple[Segment, ...]:
    lengths = draw(st.lists(st.integers(60, 3600), min_size=1, max_size=8))
    hard = draw(st.lists(st.booleans(), min_size=len(lengths), max_size=len(lengths)))
    clock, segments = 10 * 3600, []
    for i, (length, is_hard) in enumerate(zip(lengths, hard, strict=True)):
        start = f"{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}" + (" hard" if is_hard else "")
        least = draw(st.integers(30, length))
        segments.append(segment(f"s{i}", start if is_hard or i == 0 else None, f"{length}s", f"{least}s"))
        clock += length
    return tuple(segments)


@given(evenings(), st.data())
def test_on_plan_is_zero(segments: tuple[Segment, ...], data: st.DataObject) -> None:
    plan = day_plan(segments, DAY, LONDON)
    i = data.draw(st.integers(0, len(segments) - 1))
    now = plan.rows[i].start + data.draw(st.floats(0, plan.rows[i].length))
    times = schedule(plan, [Actual(row.segment.id, row.start) for row in plan.rows[: i + 1]], now)
    assert times.over_under == pytest.approx(0)
    assert times.relative == pytest.approx(0)
    assert all(row.over == 0 for row in times.rows)
    assert times.conflicts == ()
    assert times.slack is None or times.slack >= 0


@given(evenings(), st.floats(-1800, 1800))
def test_forecast_is_in_order_and_no_shorter_than_the_minimum(segments: tuple[Segment, ...], late: float) -> None:
    plan = day_plan(segments, DAY, LONDON)
    began = plan.rows[0].start + late
    rows = schedule(plan, [Actual(segments[0].id, began)], began).rows
    for before, after in itertools.pairwise(rows):
        assert after.start >= before.end
        assert before.end - before.start >= (before.segment.minimum or 0) - 1e-6
        assert not after.hard or after.start >= after.planned


def test_many_due_times_at_once_are_those_of_each_alone() -> None:
    rows = day_plan((*EVENING, segment("late show", "23:30", "1h")), DAY, LONDON)
    names = [row.segment.id for row in rows.rows]
    texts = [f"{n}m {side} {name}{edge}" for n, (side, name, edge) in enumerate(
        (side, name, edge) for side in ("before", "after") for name in names for edge in ("", " ends"))]  # fmt: skip
    dues = [*map(parse_due, texts), None, parse_due("18:00"), parse_due("day 2 09:00"), parse_due("when nobody starts")]
    actuals = [Actual("awards 2", at("19:53"))]
    for now in ("18:00", "19:53", "20:40"):
        times = schedule(rows, actuals if now != "18:00" else [], at(now))
        many = DueTimes(dues, rows, DAY, LONDON)
        alone = [due_at(due, rows, times, DAY, LONDON) if due is not None else None for due in dues]
        for n, each in enumerate(alone):
            planned, forecast = many.planned[n], many.at(times)[n]
            if each is None:
                assert planned != planned  # not a number
                assert forecast != forecast
            else:
                assert (planned, forecast) == pytest.approx(each)

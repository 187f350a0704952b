"""Forecasts worked out by hand: hard outs, counting to an end, rooms, decisions of the evening, nothing begun."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.segment import Segment
from showctl.timing.actual import Actual, Adjustment
from showctl.timing.choices import choices, merged
from showctl.timing.day_plan import DayPlan, day_plan
from showctl.timing.schedule import schedule
from showctl.timing.times import Schedule
from tests.unit.timing.test_day_plan import segment

DAY = dt.date(2026, 11, 27)


def at(clock: str) -> float:
    return dt.datetime.combine(DAY, dt.time.fromisoformat(clock), dt.UTC).timestamp()


def clocks(times: Schedule) -> list[tuple[str, str]]:
    def clock(instant: float) -> str:
        return f"{dt.datetime.fromtimestamp(instant, dt.UTC):%H:%M:%S}".removesuffix(":00")

    return [(clock(row.start), clock(row.end)) for row in times.rows]


def plan_of(*segments: Segment) -> DayPlan:
    return day_plan(segments, DAY, dt.UTC)


def run(*started: str) -> list[Actual]:
    """`"a 19:00"`, or `"a 19:00 19:10"` where it was ended by hand."""
    split = [each.split() for each in started]
    return [Actual(name, at(start), at(end[0]) if end else None) for name, start, *end in split]


TALKS = plan_of(
    segment("a", "19:00", "10m", minimum="8m"),
    segment("b", "19:15", "10m", minimum="5m"),  # a gap of 5 minutes before it
    segment("c", None, "10m"),
    segment("news", "19:40 hard", "10m"),  # and of 5 before the news
    segment("d", None, end="20:00 hard", minimum="4m"),
)


@pytest.mark.parametrize(
    ("started", "now", "forecast", "over", "relative"),
    [
        # on plan
        (["a 19:00"], "19:03", ["19:00 19:10", "19:15 19:25", "19:25 19:35", "19:40 19:50", "19:50 20:00"], 0, 0),
        # 4 late: the gap before b takes it
        (["a 19:04"], "19:05", ["19:04 19:14", "19:15 19:25", "19:25 19:35", "19:40 19:50", "19:50 20:00"], 240, 0),
        # 7 late: 5 in the gap, 2 go on to b and c, the gap before the news takes those
        (["a 19:07"], "19:08", ["19:07 19:17", "19:17 19:27", "19:27 19:37", "19:40 19:50", "19:50 20:00"], 420, 0),
        # 12 late, to 19:22: b and c would end 19:42; 2 too many, and c cannot give: b does, down to 8
        (["a 19:12"], "19:13", ["19:12 19:22", "19:22 19:30", "19:30 19:40", "19:40 19:50", "19:50 20:00"], 720, 0),
        # 20 late, to 19:30: b is 5, c 10: the news cannot be before 19:45; d gives 5 of its 10
        (["a 19:20"], "19:21", ["19:20 19:30", "19:30 19:35", "19:35 19:45", "19:45 19:55", "19:55 20:00"], 1200, 0),
        # 30 late: the news at 19:55, d from 20:05 with its 4: the hard out is broken by 9
        (["a 19:30"], "19:31", ["19:30 19:40", "19:40 19:45", "19:45 19:55", "19:55 20:05", "20:05 20:09"], 1800, 0),
        # over its length: it pushes each second; began 1 late, will end 6 late
        (["a 19:01"], "19:16", ["19:01 19:16", "19:16 19:26", "19:26 19:36", "19:40 19:50", "19:50 20:00"], 360, 300),
        # 3 early: soft starts come as much earlier, what is hard does not
        (["a 18:57"], "18:58", ["18:57 19:07", "19:12 19:22", "19:22 19:32", "19:40 19:50", "19:50 20:00"], -180, 0),
        # ended by hand at 19:06, 4 early; b is due at 19:11, nobody starts it, now it is 19:13
        (["a 19:00 19:06"], "19:13",
         ["19:00 19:06", "19:13 19:23", "19:23 19:33", "19:40 19:50", "19:50 20:00"], -120, -120),
        # nothing has begun, 2 after the first start: late by those
        ([], "19:02", ["19:02 19:12", "19:15 19:25", "19:25 19:35", "19:40 19:50", "19:50 20:00"], 120, None),
        # nothing has begun and nothing should have
        ([], "18:50", ["19:00 19:10", "19:15 19:25", "19:25 19:35", "19:40 19:50", "19:50 20:00"], None, None),
        # a again at 19:20, after b: the last start counts, b is ahead again
        (["b 19:15", "a 19:20"], "19:21",
         ["19:20 19:30", "19:30 19:35", "19:35 19:45", "19:45 19:55", "19:55 20:00"], 1200, 0),
        # b was skipped: c began at 19:20
        (["a 19:00", "c 19:20"], "19:21",
         ["19:00 19:20", "19:15 19:20", "19:20 19:30", "19:40 19:50", "19:50 20:00"], -300, -300),
    ],
)  # fmt: skip
def test_by_hand(started: list[str], now: str, forecast: list[str], over: float | None, relative: float | None) -> None:
    times = schedule(TALKS, run(*started), at(now))
    assert clocks(times) == [tuple(each.split()) for each in forecast]
    assert (times.over_under, times.relative) == (over, relative)


def test_what_is_hard_and_does_not_hold_is_a_conflict() -> None:
    times = schedule(TALKS, run("a 19:30"), at("19:31"))
    assert [(row.segment.id, row.breaks) for row in times.conflicts] == [("news", 900), ("d", 540)]
    assert times.slack == -900
    assert schedule(TALKS, run("a 19:12"), at("19:13")).conflicts == ()


def test_counting_to_an_end_is_never_less_than_nothing() -> None:
    """A late start makes it shorter, not its end later; past its end it is over, and its end is now."""
    plan = plan_of(segment("bar", "20:00", end="20:30"), segment("show", None, "1h"))
    late = schedule(plan, run("bar 20:12"), at("20:15"))
    assert clocks(late) == [("20:12", "20:30"), ("20:30", "21:30")]
    assert (late.over_under, late.rows[0].length) == (0, 18 * 60)
    past = schedule(plan, run("bar 20:00"), at("20:34"))
    assert clocks(past) == [("20:00", "20:34"), ("20:34", "21:34")]
    assert past.over_under == 240
    after = schedule(plan, run("bar 20:40"), at("20:41"))
    assert after.rows[0].length == 0
    assert clocks(after) == [("20:40", "20:41"), ("20:41", "21:41")]


def test_rooms_do_not_wait_for_each_other() -> None:
    plan = plan_of(
        segment("keynote", "19:00", "1h", block="Evening"),
        segment("foyer", "18:30", "2h", room="Foyer"),
        segment("dinner", None, "1h", block="Evening / Table"),
        segment("talks", "21:00", "30m", room="Foyer"),
    )
    times = schedule(plan, run("keynote 19:10", "foyer 18:25"), at("19:20"))
    assert clocks(times) == [("19:10", "20:10"), ("18:25", "20:25"), ("20:10", "21:10"), ("20:55", "21:25")]
    main, foyer = times.rooms
    assert (main.name, main.over_under, foyer.name, foyer.over_under) == ("", 600, "Foyer", -300)
    assert times.end == at("21:25")
    assert times.blocks == {
        "Evening": (at("19:10"), at("21:10")),
        "Evening / Table": (at("20:10"), at("21:10")),
    }


def test_minutes_and_cuts_of_the_evening() -> None:
    plan = plan_of(segment("a", "19:00", "10m"), segment("b", None, "10m"), segment("c", None, "10m"))
    more = schedule(plan, run("a 19:00"), at("19:01"), [Adjustment("a", extra=120)])
    assert clocks(more) == [("19:00", "19:12"), ("19:12", "19:22"), ("19:22", "19:32")]
    assert more.over_under == 120, "the plan is as it was written"
    cut = schedule(plan, run("a 19:05"), at("19:06"), [Adjustment("b", cut=True)])
    assert [row.where for row in cut.rows] == ["now", "cut", "ahead"]
    assert clocks(cut)[2] == ("19:15", "19:25"), "5 late, 10 are gone: what follows comes 5 earlier"


def test_ways_on_from_an_overrun() -> None:
    """The evening of the design: four minutes over, 48 s before the hard start slips."""
    plan = plan_of(
        segment("awards 2", "19:49", "18m", minimum="16m"),
        segment("interval", None, "25m", minimum="20m"),
        segment("awards 3", "20:32 hard", "20m", minimum="18m"),
        segment("in memoriam", None, "5m"),
        segment("finale", None, "5m"),
    )
    ways = choices(plan, [Actual("awards 2", at("19:53:12"))], at("20:04:24"))
    assert [(way.kind, way.segments) for way in ways] == [
        ("absorb", ()),
        ("shorten", ("awards 2",)),
        ("shorten", ("interval",)),
        ("push", ()),
        ("cut", ("in memoriam",)),
    ]
    absorb, shorten, _, push, cut = ways
    assert clocks(absorb.schedule)[1] == ("20:11:12", "20:32")
    assert clocks(shorten.schedule)[1] == ("20:09:12", "20:32"), "two minutes less: the interval has 22:48"
    assert (shorten.saved, shorten.breaks) == (0, ())
    assert clocks(push.schedule)[1:3] == [("20:11:12", "20:36:12"), ("20:36:12", "20:56:12")]
    assert push.saved == -252
    assert [row.segment.id for row in push.breaks] == ["awards 3"]
    assert cut.saved == 300
    assert choices(plan, [Actual("awards 2", at("19:49"))], at("19:50")) == (), "on plan there is nothing to choose"


def test_a_countdown_warns_presses_and_goes_over() -> None:
    plan = plan_of(segment("talk", "19:00", "10m", warning="2m", danger="30s"), segment("plain", None, "10m"))
    for clock, left, phase in (
        ("19:00", 600, ""), ("19:07:59", 121, ""), ("19:08", 120, "warning"), ("19:09:30", 30, "danger"),
        ("19:10", 0, "danger"), ("19:10:01", -1, "over"),
    ):  # fmt: skip
        now = schedule(plan, run("talk 19:00"), at(clock)).now
        assert now is not None
        assert (now.left(at(clock)), now.phase(at(clock))) == (left, phase), clock
    longer = schedule(plan, run("talk 19:00"), at("19:10"), [Adjustment("talk", extra=60)]).now
    assert longer is not None
    assert longer.phase(at("19:10")) == "warning", "a minute was given"
    now = schedule(plan, run("talk 19:00", "plain 19:10"), at("19:19:59")).now
    assert now is not None
    assert now.phase(at("19:19:59")) == ""


def test_what_is_decided_again_takes_the_place_of_what_was() -> None:
    before = (Adjustment("a", extra=60), Adjustment("b", cut=True))
    assert merged(before, [Adjustment("a", extra=120), Adjustment("b")]) == (Adjustment("a", extra=120),)


@st.composite
def days(draw: st.DrawFn) -> DayPlan:
    segments = []
    for place in range(draw(st.integers(1, 8))):
        length = draw(st.integers(1, 60))
        hard = draw(st.booleans())
        clock = 10 * 60 + place * 60 + draw(st.integers(0, 59)) if hard or place == 0 else None
        start = f"{clock // 60:02}:{clock % 60:02}{' hard' if hard else ''}" if clock is not None else None
        least = draw(st.integers(0, length))
        room = draw(st.sampled_from(["", "Foyer"]))
        segments.append(segment(f"s{place}", start, f"{length}m", minimum=f"{least}m", room=room))
    return plan_of(*segments)


@st.composite
def evenings(draw: st.DrawFn) -> tuple[DayPlan, Sequence[Actual], float, Sequence[Adjustment]]:
    plan = draw(days())
    names = [row.segment.id for row in plan.rows]
    clock, actuals = plan.rows[0].start, []
    for name in draw(st.lists(st.sampled_from(names), max_size=6)):
        clock += draw(st.integers(1, 4000))
        actuals.append(Actual(name, clock, clock + 0.5 if draw(st.integers(0, 3)) == 0 else None))
    now = clock + draw(st.integers(1, 4000))
    decided = [
        Adjustment(name, draw(st.integers(-900, 900)), draw(st.integers(0, 900)), draw(st.booleans()))
        for name in draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
    ]
    return plan, actuals, now, decided


@given(evenings())
def test_always(evening: tuple[DayPlan, Sequence[Actual], float, Sequence[Adjustment]]) -> None:
    plan, actuals, now, decided = evening
    times = schedule(plan, actuals, now, decided)
    cut = {each.segment for each in decided if each.cut}
    for room in times.rooms:
        rows = [row for row in times.rows if row.segment.room == room.name]
        ahead = [row for row in rows if row.where == "ahead"]
        assert all(row.start >= now - 1e-6 for row in ahead), "a forecast is never before now"
        for row, following in pairwise([row for row in rows if row.where in ("now", "ahead")]):
            assert following.start >= row.end - 1e-6, "the order is kept"
        for row in ahead:
            assert row.end >= row.start
            assert not row.hard or row.start >= row.planned + row.later - 1e-6, "what is hard is never early"
            if not any(each.segment == row.segment.id for each in decided):
                assert row.end - row.start >= row.row.least - 1e-6 or row is ahead[-1]
        assert {row.segment.id for row in rows if row.where == "cut"} <= cut
        assert room.end >= max((row.end for row in rows if row.where != "cut"), default=0)


@given(evenings())
def test_a_later_now_makes_nothing_earlier(
    evening: tuple[DayPlan, Sequence[Actual], float, Sequence[Adjustment]],
) -> None:
    plan, actuals, now, decided = evening
    soon, later = (schedule(plan, actuals, at, decided) for at in (now, now + 60))
    for one, other in zip(soon.rows, later.rows, strict=True):
        assert other.start >= one.start - 1e-6


@given(evenings())
def test_choices_give_what_they_say(
    evening: tuple[DayPlan, Sequence[Actual], float, Sequence[Adjustment]],
) -> None:
    plan, actuals, now, decided = evening
    for room in plan.rooms:
        for way in choices(plan, actuals, now, decided, room):
            assert way.schedule == schedule(plan, actuals, now, way.adjustments)
            if way.kind == "absorb":
                assert way.schedule == schedule(plan, actuals, now, decided)

"""The plan of a day, worked out by hand: rooms, days, midnight, and the two nights when clocks change."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from showctl.model.segment import Segment, parse_start
from showctl.timing.day_plan import DayPlan, day_of, day_plan, days_of
from showctl.timing.zone import instant_of, is_skipped

LONDON, NEW_YORK, APIA = ZoneInfo("Europe/London"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia")
DAY = dt.date(2026, 11, 27)
HOUR = 3600.0


def segment(name: str, start: str | None = None, duration: str | None = None, **more: object) -> Segment:
    return Segment.model_validate({"segment": name, "start": start, "duration": duration, **more})


def clock(instant: float, zone: dt.tzinfo = LONDON) -> str:
    return f"{dt.datetime.fromtimestamp(instant, zone):%d %H:%M:%S}"


def read(plan: DayPlan, zone: dt.tzinfo = LONDON) -> list[tuple[str, str, str]]:
    return [(row.segment.id, clock(row.start, zone), clock(row.end, zone)) for row in plan.rows]


def test_rooms_run_side_by_side() -> None:
    plan = day_plan(
        (
            segment("doors", "18:30", "45m"),
            segment("coats", "18:00", "3h", room="Foyer"),
            segment("opening", None, "10m"),  # follows doors, not coats
            segment("bar", None, "1h", room="Foyer"),
            segment("press", "18:45", end="19:30", room="Press room"),
        ),
        DAY,
        LONDON,
    )
    assert read(plan) == [
        ("doors", "27 18:30:00", "27 19:15:00"),
        ("coats", "27 18:00:00", "27 21:00:00"),
        ("opening", "27 19:15:00", "27 19:25:00"),
        ("bar", "27 21:00:00", "27 22:00:00"),
        ("press", "27 18:45:00", "27 19:30:00"),
    ]
    assert plan.rooms == {"": (0, 2), "Foyer": (1, 3), "Press room": (4,)}


def test_days_and_midnight() -> None:
    plan = day_plan(
        (
            segment("party", "23:30", "1h"),  # to 00:30
            segment("clear", "00:45", "2h"),  # goes back: the next day
            segment("breakfast", "day 3 08:00 hard", "1h"),
            segment("talks", "09:15", end="12:00"),
            segment("night", "22:00", end="02:00"),  # its end goes back: the day after
        ),
        DAY,
        LONDON,
    )
    assert [(start, end) for _, start, end in read(plan)] == [
        ("27 23:30:00", "28 00:30:00"),
        ("28 00:45:00", "28 02:45:00"),
        ("29 08:00:00", "29 09:00:00"),
        ("29 09:15:00", "29 12:00:00"),
        ("29 22:00:00", "30 02:00:00"),
    ]
    assert [row.gap for row in plan.rows] == [0, 900, 29.25 * HOUR, 900, 10 * HOUR]
    assert days_of([row.segment for row in plan.rows]) == 3


def test_the_night_that_lasts_an_hour_less() -> None:
    """29 March 2026, London: 01:00 GMT is 02:00 BST."""
    night = dt.date(2026, 3, 28)
    plan = day_plan(
        (
            segment("last dance", "23:00", "3h"),  # three real hours: to 03:00 BST
            segment("skipped", "day 2 01:30", "30m"),  # no clock shows it: at once after the gap
            segment("after", "day 2 02:30", "30m"),
        ),
        night,
        LONDON,
    )
    assert [(start, end) for _, start, end in read(plan)] == [
        ("28 23:00:00", "29 03:00:00"),
        ("29 02:00:00", "29 02:30:00"),
        ("29 02:30:00", "29 03:00:00"),
    ]
    assert is_skipped(dt.date(2026, 3, 29), dt.time(1, 30), LONDON)
    assert not is_skipped(dt.date(2026, 3, 29), dt.time(2, 0), LONDON)
    # The day after 23:00 is 23 hours of real time away.
    morning = day_plan((segment("a", "23:00", "1h"), segment("b", "day 2 23:00", "1h")), night, LONDON)
    assert morning.rows[1].start - morning.rows[0].start == 23 * HOUR


def test_the_night_that_lasts_an_hour_more() -> None:
    """1 November 2026, New York: 02:00 EDT is 01:00 EST, so 01:30 is there twice, and the first counts."""
    night = dt.date(2026, 10, 31)
    plan = day_plan((segment("party", "23:30", "4h"), segment("out", "01:30", "10m")), night, NEW_YORK)
    assert plan.rows[1].start == dt.datetime(2026, 11, 1, 5, 30, tzinfo=dt.UTC).timestamp()  # EDT is UTC - 4
    assert clock(plan.rows[0].end, NEW_YORK) == "01 02:30:00"  # 23:30 EDT and four real hours


def test_a_day_that_is_left_out() -> None:
    """Samoa went from 29 to 31 December 2011: the 30th is all gap, which ends at midnight of the 31st."""
    assert clock(instant_of(dt.date(2011, 12, 30), dt.time(12), APIA), APIA) == "31 00:00:00"
    assert is_skipped(dt.date(2011, 12, 30), dt.time(12), APIA)


def test_a_show_is_on_its_own_days_while_it_is_on() -> None:
    def at(day: int, hour: int) -> float:
        return dt.datetime(2026, 11, day, hour, tzinfo=LONDON).timestamp()

    assert day_of(DAY, at(28, 11), LONDON) == DAY
    assert day_of(DAY, at(28, 13), LONDON) == dt.date(2026, 11, 28)
    assert day_of(DAY, at(28, 13), LONDON, days=2) == DAY
    assert day_of(DAY, at(26, 23), LONDON, days=2) == dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("day 2 09:00 hard", "day 2 09:00 hard"),
        ("09:00  soft", "09:00"),
        ("day 1 9:05:30", "day 1 09:05:30"),
    ],
)
def test_times_of_the_plan(written: str, said: str) -> None:
    assert str(parse_start(written)) == said


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("25:99", "'25:99' is not a time of day; write for example 19:30"),
        ("day 2", "'day 2' says no time; write day 2 09:00"),
        ("day 0 09:00", "days count from 1"),
        ("7:30 pm hard", "write 19:30 hard"),
        ("19:30 firm", "'firm' is no kind of start"),
    ],
)
def test_what_is_no_time(written: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parse_start(written)


def test_a_segment_has_one_length() -> None:
    with pytest.raises(ValueError, match="it has no length; write duration: 10m, or end: 20:30"):
        segment("a", "19:00")
    with pytest.raises(ValueError, match="it has a duration and an end; write one of them"):
        segment("a", "19:00", "10m", end="20:00")

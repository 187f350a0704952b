"""The literals that people write: what each form means, and that what makes no sense is refused with a remedy."""

import datetime as dt
import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.unit import (
    Quoted,
    format_seconds,
    parse_date,
    parse_flag,
    parse_hex_colour,
    parse_level,
    parse_seconds,
    parse_text,
    parse_time_of_day,
    parse_whole,
)

PARSERS = [
    parse_seconds,
    parse_time_of_day,
    parse_date,
    parse_level,
    parse_flag,
    parse_text,
    parse_whole,
    parse_hex_colour,
]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("3", 3),
        ("3s", 3),
        ("3 s", 3),
        (" 2.5s ", 2.5),
        (".5s", 0.5),
        ("2.", 2),
        ("500ms", 0.5),
        ("2m30s", 150),
        ("2m 30s", 150),
        ("1h", 3600),
        ("1h30m", 5400),
        ("1h 5m 2s 500ms", 3902.5),
        ("1.5m", 90),
        ("1:30", 90),
        ("90:00", 5400),
        ("1:00:30", 3630),
        ("0:01.5", 1.5),
        ("24h", 86400),
        ("0", 0),
        (4, 4),
        (0.25, 0.25),
    ],
)
def test_seconds(written: object, seconds: float) -> None:
    assert parse_seconds(written) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "abc",
        "-3s",
        "3x",
        "3 4",
        "1 30",
        "30s2m",
        "1:75:00",
        "1:60",
        "25h",
        "1e3",
        "nan",
        "inf",
        "٣s",
        "1" * 400,
        "3s.",
        None,
        True,
        [],
        {},
        math.nan,
        -1,
    ],
)
def test_no_seconds(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        parse_seconds(written)


@given(st.floats(min_value=0, max_value=86_400))
def test_seconds_come_back(seconds: float) -> None:
    assert parse_seconds(format_seconds(seconds)) == pytest.approx(seconds, abs=0.000501)


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0, "0s"), (2.5, "2.5s"), (0.5, "0.5s"), (102, "1m42s"), (120, "2m"), (3900, "1h05m"), (3601, "1h00m01s")],
)
def test_house_style_of_seconds(seconds: float, written: str) -> None:
    assert format_seconds(seconds) == written


def test_time_of_day_is_no_number() -> None:
    assert parse_time_of_day("19:30") == dt.time(19, 30)
    assert parse_time_of_day("7:05:09") == dt.time(7, 5, 9)
    assert parse_time_of_day("00:00") == dt.time(0)


@pytest.mark.parametrize("written", ["1170", "24:00", "19:60", "19:5", "19.30", "7pm", "", None, "19:30:60", "119:30"])
def test_no_time_of_day(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write .*19:[03]0"):
        parse_time_of_day(written)


def test_date() -> None:
    assert parse_date("2026-11-27") == dt.date(2026, 11, 27)
    for wrong in ("27.11.2026", "2026-13-01", "2026-02-30", "tomorrow", None):
        with pytest.raises(ValueError, match=r"; write .*2026-11-27"):
            parse_date(wrong)


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("50%", 0.5),
        ("50", 0.5),
        ("50 %", 0.5),
        ("full", 1),
        ("out", 0),
        ("0", 0),
        ("100%", 1),
        ("0.5", 0.005),
        ("12.5%", 0.125),
        ("dmx 255", 1),
        ("dmx128", 128 / 255),
        (0.25, 0.25),
    ],
)
def test_level(written: object, level: float) -> None:
    assert parse_level(written) == pytest.approx(level)


@pytest.mark.parametrize("written", ["101%", "-1", "dmx 256", "on", "full on", "50%%", "", None, [], "1e1", "1" * 400])
def test_no_level(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        parse_level(written)


def test_flag() -> None:
    assert [parse_flag(w) for w in ("yes", "on", "true", "Yes", True)] == [True] * 5
    assert [parse_flag(w) for w in ("no", "off", "false", "OFF", False)] == [False] * 5
    for wrong in ("1", "0", "y", "", None, "maybe"):
        with pytest.raises(ValueError, match=r"; write"):
            parse_flag(wrong)


def test_text_stays_as_it_was_written() -> None:
    assert [parse_text(w) for w in ("19:30", "on", "1.10", "~", "0x10")] == ["19:30", "on", "1.10", "~", "0x10"]
    assert parse_text("  a ") == "a"
    assert parse_text(Quoted("  a ")) == "  a "
    assert type(parse_text(Quoted("a"))) is str


def test_whole() -> None:
    assert [parse_whole(w) for w in ("12", "+3", "-4", 7)] == [12, 3, -4, 7]
    for wrong in ("1.0", "1e3", "", "1_000", "٣", "1" * 30, None, True):
        with pytest.raises(ValueError, match=r"; write"):
            parse_whole(wrong)


def test_hex_colour() -> None:
    assert parse_hex_colour("#FF8800") == "#ff8800"
    assert parse_hex_colour("#f80") == "#ff8800"
    for wrong in ("ff8800", "#ff88", "red", None, "#ggg000"):
        with pytest.raises(ValueError, match=r"; write"):
            parse_hex_colour(wrong)


@pytest.mark.parametrize("parse", PARSERS)
@given(written=st.one_of(st.none(), st.text(max_size=40), st.lists(st.none()), st.dictionaries(st.text(), st.none())))
def test_a_parser_raises_nothing_but_value_errors(parse: object, written: object) -> None:
    with suppress(ValueError):
        parse(written)  # type: ignore[operator]

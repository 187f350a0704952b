"""Colours, levels in looks, cue numbers, starts, due times and ranges of degrees."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showctl.model.colour import ColourFan, Rgb, White, parse_colour
from showctl.model.cue import CueNumber, natural_order
from showctl.model.fixture import ParameterProfile
from showctl.model.logistics import Due, parse_due
from showctl.model.look import FixtureLook
from showctl.model.problem import Problem
from showctl.model.segment import Segment, Start, parse_start
from showctl.model.setting import RELEASE, Fan, Value, Word, parse_setting


def test_colour() -> None:
    assert parse_colour("#ff0000") == (1, 0, 0)
    assert parse_colour({"hue": "120"}) == (0, 1, 0)
    assert parse_colour({"hue": "0", "saturation": "50%", "brightness": "50%"}) == (0.5, 0.25, 0.25)
    assert str(parse_colour("#ff8800")) == "#ff8800"
    assert parse_colour("gold") == Word("gold")
    assert parse_colour("5600 K") == White(5600)
    assert parse_colour("release") == RELEASE
    fan = parse_colour("#ff0000..#0000ff")
    assert fan == ColourFan(Rgb(1, 0, 0), Rgb(0, 0, 1))
    assert str(fan) == "#ff0000..#0000ff"
    for wrong in (
        "#12",
        "50000 K",
        "#f00..",
        "",
        {},
        {"hue": "x"},
        {"hue": "361"},
        {"hue": "nan"},
        {"hue": []},
        {"hue": "1", "sat": "1"},
        None,
    ):
        with pytest.raises(ValueError, match=r"; write"):
            parse_colour(wrong)


def test_settings_of_a_look() -> None:
    written = {
        "50%": Value(0.5, "level"),
        "-18": Value(-18, "number"),
        "42.5": Value(42.5, "number"),
        "full": Value(1, "level"),
        "dmx 255": Value(255, "dmx"),
        "8 Hz": Value(8, "Hz"),
        "-60 rpm": Value(-60, "rpm"),
        "release": RELEASE,
        "Stars": Word("Stars"),
        "3 facets": Word("3 facets"),
        "-30..30": Fan(Value(-30, "number"), Value(30, "number")),
        "20%..full": Fan(Value(0.2, "level"), Value(1, "level")),
    }
    for text, setting in written.items():
        assert parse_setting(text) == setting
        assert parse_setting(str(setting)) == setting
    for wrong in ("", None, {}, [], "1" * 400, "120%", "-30..left", "x" * 101, "..", "%", "release..30"):
        with pytest.raises(ValueError, match=r"; write"):
            parse_setting(wrong)


def test_a_plain_level_is_intensity() -> None:
    look = TypeAdapter(FixtureLook)
    assert look.validate_python("80%").intensity == Value(0.8, "level")
    assert look.validate_python("release").palette == RELEASE
    assert look.validate_python({"pan": "-18", "intensity": "full"}).parameters == {"pan": Value(-18, "number")}


def test_cue_numbers_are_text() -> None:
    number = TypeAdapter(CueNumber)
    for written in ("1.10", "1.1", "12", "LX3", "12a", "Ⅳ", "0"):
        assert number.validate_python(written) == written
    for wrong in ("", "a b", "a/b", "#1", "x" * 25, None):
        with pytest.raises(ValidationError):
            number.validate_python(wrong)


def test_natural_order() -> None:
    ordered = ["1", "1.1", "1.2", "1.10", "2", "2a", "10", "LX2", "LX10", "lx11"]
    assert sorted(set(ordered), key=natural_order) == ordered


@given(st.text(max_size=24), st.text(max_size=24))
def test_any_numbers_can_be_ordered(one: str, other: str) -> None:
    """Found here: `²` is a digit to Python, and no number."""
    assert sorted([one, other], key=natural_order) in ([one, other], [other, one])


def test_start() -> None:
    assert parse_start("19:30") == Start(dt.time(19, 30))
    assert parse_start("19:30 hard") == Start(dt.time(19, 30), hard=True)
    assert parse_start("19:30:15 soft") == Start(dt.time(19, 30, 15))
    assert [str(parse_start(s)) for s in ("9:05", "19:30:15 hard")] == ["09:05", "19:30:15 hard"]
    for wrong in ("", None, "hard", "19:30 firm", "1170", "25:00"):
        with pytest.raises(ValueError, match=r"; write"):
            parse_start(wrong)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("18:55", Due(time=dt.time(18, 55))),
        ("when interval starts", Due(segment="interval")),
        ("when interval ends", Due(segment="interval", edge="ends")),
        ("30m before doors", Due(segment="doors", offset=-1800)),
        ("20m after opening ends", Due(segment="opening", edge="ends", offset=1200)),
        ("1:30  after  first part starts", Due(segment="first part", offset=90)),
        ("day 2 09:00", Due(time=dt.time(9), day=2)),
        ("18:55:30", Due(time=dt.time(18, 55, 30))),
        ("when cue 12 starts", Due(cue="12")),
        ("15m before cue foyer loud/3.5", Due(cue="foyer loud/3.5", offset=-900)),
        ("10m after cue", Due(segment="cue", offset=600)),
    ],
)
def test_due(written: str, due: Due) -> None:
    assert parse_due(written) == due
    assert parse_due(str(due)) == due


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        "soon",
        "before doors",
        "30m doors",
        "30x before doors",
        "24:00",
        [],
        "day 0 09:00",
        "day 2",
        "day 2 25:99",
        "20m after cue 12 ends",
    ],
)
def test_no_due(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        parse_due(written)


def test_notes_of_a_segment() -> None:
    segment = TypeAdapter(Segment)
    plain = segment.validate_python({"segment": "a", "duration": "1m", "notes": "hello"})
    assert plain.notes == {"all": "hello"}
    with pytest.raises(ValidationError, match="minimum is longer"):
        segment.validate_python({"segment": "a", "duration": "1m", "minimum": "2m"})


def test_degrees() -> None:
    assert ParameterProfile.model_validate({"degrees": "-270..270"}).degrees == (-270, 270)
    for wrong in ("270", "a..b", "nan..1", "..", "1..inf"):
        with pytest.raises(ValidationError):
            ParameterProfile.model_validate({"degrees": wrong})


def test_problem_from_text() -> None:
    """What people wrote may have a semicolon; the remedy comes after the last one."""
    problem = Problem.of((), "'a; b' is not a time; write for example 3s")
    assert (problem.what, problem.remedy) == ("'a; b' is not a time", "write for example 3s")
    assert Problem.of((), "nothing").remedy == ""

"""Literals of OSC and MIDI: arguments with their types, notes, system exclusive, MIDI Show Control."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from showctl.model.message import OscArgument
from showctl.model.midi import MidiWords, parse_note
from showctl.model.msc import msc_message
from showctl.model.osc_argument import parse_argument
from showctl.model.unit import Quoted


@pytest.mark.parametrize(
    ("written", "tag", "value"),
    [
        ("12", "i", 12),
        ("-1", "i", -1),
        ("2147483648", "h", 2147483648),
        ("0.5", "f", 0.5),
        ("1.", "f", 1.0),
        ("1e3", "f", 1000.0),
        ("true", "T", None),
        ("False", "F", None),
        ("on", "s", "on"),
        ("19:30", "s", "19:30"),
        ("nan", "s", "nan"),
        (Quoted("12"), "s", "12"),
        (Quoted("true"), "s", "true"),
        ({"i": "12"}, "i", 12),
        ({"h": "9223372036854775807"}, "h", 2**63 - 1),
        ({"f": "1"}, "f", 1.0),
        ({"d": "1e300"}, "d", 1e300),
        ({"s": "1"}, "s", "1"),
        ({"s": None}, "s", ""),
        ({"b": "01 ff"}, "b", b"\x01\xff"),
        ({"T": None}, "T", None),
        ({"N": None}, "N", None),
        ({"I": None}, "I", None),
    ],
)
def test_osc_argument(written: object, tag: str, value: object) -> None:
    assert parse_argument(written) == OscArgument(tag, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        None,
        [],
        {},
        {"x": "1"},
        {"i": "1.5"},
        {"i": "2147483648"},
        {"i": "1", "f": "2"},
        {"f": "1e39"},
        {"d": "nan"},
        {"b": "0g"},
        {"s": "a\0b"},
        "1" * 20,
        "1" * 5000,
        "1e999",
    ],
)
def test_no_osc_argument(written: object) -> None:
    with pytest.raises(ValueError, match=r"; "):
        parse_argument(written)


@given(st.text(max_size=30))
def test_any_plain_text_is_an_argument_or_is_refused(text: str) -> None:
    with suppress(ValueError):
        assert parse_argument(text).tag in "ihfsTF"


def test_notes() -> None:
    assert [parse_note(n) for n in ("60", "C4", "F#3", "Bb2", "C-1", "G9", "0", "127")] == [
        60,
        60,
        54,
        46,
        0,
        127,
        0,
        127,
    ]
    for wrong in ("H4", "128", "A9", "Cb-1", "C", "", "60.0", None):
        with pytest.raises(ValueError, match=r"; write"):
            parse_note(wrong)


def test_sysex() -> None:
    assert MidiWords.model_validate({"sysex": "f0 7d 01 F7"}).sysex == "F0 7D 01 F7"
    assert MidiWords.model_validate({"sysex": "F0,7D,01,F7"}).sysex == "F0 7D 01 F7"
    for wrong in ("7d 01", "F0 7D", "F0 80 F7", "F0 F7", "zz", ""):
        with pytest.raises(ValidationError):
            MidiWords.model_validate({"sysex": wrong})


def test_one_kind_of_message() -> None:
    for wrong in ({}, {"note": "60", "control": "1"}):
        with pytest.raises(ValidationError, match="exactly one"):
            MidiWords.model_validate(wrong)


def test_show_control_bytes() -> None:
    """MIDI Show Control 1.1 §4: F0 7F device 02 format command data F7; texts are ASCII, 00 between them."""
    assert msc_message(3, "lighting", "go", "12") == bytes.fromhex("F0 7F 03 02 01 01 31 32 F7")
    assert msc_message(127, "all", "all off") == bytes.fromhex("F0 7F 7F 02 7F 08 F7")
    assert msc_message(0, "sound", "go", "1.5", "2") == bytes.fromhex("F0 7F 00 02 10 01 31 2E 35 00 32 F7")
    assert msc_message(0, "lighting", "fire", macro=5) == bytes.fromhex("F0 7F 00 02 01 07 05 F7")


@pytest.mark.parametrize(
    ("command", "cue", "list_", "macro"),
    [
        ("load", "", "", None),
        ("fire", "1", "", 1),
        ("fire", "", "", None),
        ("all off", "1", "", None),
        ("go", "", "2", None),
        ("go", "x", "", None),
        ("go", "1", "", 2),
        ("standby +", "1", "", None),
        ("go", "1" * 200, "", None),
    ],
)
def test_show_control_refuses(command: str, cue: str, list_: str, macro: int | None) -> None:
    with pytest.raises(ValueError, match=r"; "):
        msc_message(0, "lighting", command, cue, list_, macro=macro)

"""The literals that people write (`50%`, `3s`, `2m30s`, `19:30`, `#ff8800`) and the values that they stand for.

Files hand every scalar over as the text that was written. The functions here turn it into a value, or raise a
ValueError whose text reads `what is wrong; what to write instead`. Inside the program seconds are floats and levels are
0..1; units exist only here, at the edge.
"""

import datetime as dt
import math
import re
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema


class Quoted(str):
    """Text that its author put in quotes (or in a block): always text, never a number or a flag."""

    __slots__ = ()


_NUMBER = r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+"
_PARTS = re.compile(rf"(?:({_NUMBER})h)?(?:({_NUMBER})m(?!s))?(?:({_NUMBER})s)?(?:({_NUMBER})ms)?")
_MINUS = ("-", "\N{MINUS SIGN}")
_BETWEEN = re.compile(r"(?<=[hms]) +(?=[0-9.])|(?<=[0-9.]) +(?=[hms])")
"""Spaces that part nothing; `1 30` is no time."""
_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9](?:\.[0-9]+)?)")
_HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}")
_YES = {"yes", "on", "true"}
_NO = {"no", "off", "false"}
DAY = 86_400.0
"""Seconds in a day; also the longest time that a cue may state."""


def parse_seconds(value: Any) -> float:
    """A length of time in seconds: `3`, `3s`, `2.5s`, `500ms`, `2m30s`, `1h`, `1:30` (minutes and seconds)."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = float(value)
    else:
        seconds = _seconds_of_text(_text(value, "a time", "3s"))
    if not math.isfinite(seconds) or not 0 <= seconds <= DAY:
        raise ValueError(f"'{value}' is not between 0 and 24 hours; write a time such as 3s or 2m30s")
    return seconds


@lru_cache(maxsize=4096)  # a show says the same few times again and again
def _seconds_of_text(text: str) -> float:
    compact = _BETWEEN.sub("", text)
    if re.fullmatch(_NUMBER, compact):
        return float(compact)
    if clock := _CLOCK.fullmatch(compact):
        hours, minutes, seconds = clock.groups()
        if hours and int(minutes) > 59:
            raise ValueError(f"'{text}' has more than 59 minutes beside its hours; write for example 1:30:00")
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
    parts = _PARTS.fullmatch(compact)
    if compact and parts:
        return sum(float(p) * unit for p, unit in zip(parts.groups(), (3600, 60, 1, 0.001), strict=True) if p)
    raise ValueError(f"'{text}' is not a time; write for example 3s, 500ms, 2m30s or 1:30")


def format_seconds(seconds: float) -> str:
    """The house style of a length of time: `0s`, `2.5s`, `1m42s`, `1h05m`. The inverse of parse_seconds."""
    if seconds < 60:
        return f"{seconds:.3f}".rstrip("0").rstrip(".") + "s"
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    tail = f"{rest:06.3f}".rstrip("0").rstrip(".") + "s" if round(rest, 3) else ""
    if hours:
        return f"{hours:.0f}h{minutes:02.0f}m{tail}"
    return f"{minutes:.0f}m{tail}"


def parse_place(value: Any) -> float:
    """An instant of a cue in seconds: from its GO, `1m30s`, or below 0 before its end, `-10s`."""
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        return -parse_seconds(-value)
    if isinstance(value, str) and value.strip().startswith(_MINUS):
        return -parse_seconds(value.strip()[1:])
    return parse_seconds(value)


def format_place(place: float) -> str:
    """The inverse of parse_place."""
    return f"-{format_seconds(-place)}" if place < 0 else format_seconds(place)


def parse_time_of_day(value: Any) -> dt.time:
    """A time of day: `19:30` or `19:30:15`."""
    if isinstance(value, dt.time):
        return value
    text = _text(value, "a time of day", "19:30")
    parts = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?", text)
    if parts:
        hours, minutes, seconds = (int(p or 0) for p in parts.groups())
        if hours < 24 and minutes < 60 and seconds < 60:
            return dt.time(hours, minutes, seconds)
    raise ValueError(f"'{text}' is not a time of day; write {twelve_hours(text) or 'for example 19:30'}")


def twelve_hours(text: str) -> str:
    """`19:30` for `7:30 pm`, `7.30 p.m.` and their like, `19:30:15` with seconds; empty for what is no such time."""
    parts = re.fullmatch(
        r"(1[0-2]|0?[1-9])(?:[:.]([0-5][0-9]))?(?:[:.]([0-5][0-9]))? ?([ap])\.? ?m\.?", text.strip().lower()
    )
    if not parts:
        return ""
    hour, minute, second, half = parts.groups()
    seconds = f":{second}" if second and second != "00" else ""
    return f"{int(hour) % 12 + (12 if half == 'p' else 0):02}:{minute or '00'}{seconds}"


def parse_date(value: Any) -> dt.date:
    """A date: `2026-11-27`."""
    if isinstance(value, dt.date):
        return value
    text = _text(value, "a date", "2026-11-27")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a date; write year-month-day, for example 2026-11-27") from None


def parse_level(value: Any) -> float:
    """A level as 0..1: `50%`, `50` (percent too), `full`, `out`, `dmx 128` (128 of 255)."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        level = float(value)
        if not 0 <= level <= 1:
            raise ValueError(f"level {value} is not between 0 and 1")
        return level
    text = _text(value, "a level", "50%")
    if text in {"full", "out"}:
        return 1.0 if text == "full" else 0.0
    if dmx := re.fullmatch(r"dmx ?([0-9]{1,3})", text):
        if int(dmx[1]) > 255:
            raise ValueError(f"'{text}' is above 255; write dmx 0 to dmx 255")
        return int(dmx[1]) / 255
    if percent := re.fullmatch(rf"({_NUMBER}) ?%?", text):
        if float(percent[1]) > 100:
            raise ValueError(f"'{text}' is above 100 percent; write 0% to 100%, or dmx 128 for a DMX value")
        return float(percent[1]) / 100
    raise ValueError(f"'{text}' is not a level; write for example 50%, full, out or dmx 128")


def parse_flag(value: Any) -> bool:
    """Yes or no: `yes`, `no`, `on`, `off`, `true`, `false`."""
    if isinstance(value, bool):
        return value
    text = _text(value, "yes or no", "yes").lower()
    if text in _YES or text in _NO:
        return text in _YES
    raise ValueError(f"'{text}' is neither yes nor no; write yes or no")


def parse_text(value: Any) -> str:
    """Text as it was written."""
    return str(_text(value, "text", "some words"))


def format_time_of_day(time: dt.time) -> str:
    """`19:30`, with its seconds where there are any: `19:30:15`."""
    return f"{time:%H:%M}" + (f":{time:%S}" if time.second else "")


def parse_whole(value: Any) -> int:
    """A whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value, "a whole number", "1")
    if re.fullmatch(r"[+-]?[0-9]{1,20}", text):
        return int(text)
    raise ValueError(f"'{text}' is not a whole number; write for example 1")


def parse_hex_colour(value: Any) -> str:
    """A colour as `#rrggbb`, lower case; `#rgb` is understood."""
    text = _text(value, "a colour", "'#ff8800'").lower()
    if _HEX.fullmatch(text):
        return text if len(text) == 7 else "#" + "".join(2 * digit for digit in text[1:])
    raise ValueError(f"'{text}' is not a colour; write for example \"#ff8800\"")


def _text(value: Any, what: str, example: str) -> str:
    if isinstance(value, str):
        return value.strip() if not isinstance(value, Quoted) else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if value is None:
        raise ValueError(f"nothing is written here; write {what}, for example {example}")
    kind = "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else type(value).__name__
    raise ValueError(f"{kind} stands where {what} belongs; write for example {example}")


def _literal(parse: Any, pattern_note: str, *examples: str) -> tuple[Any, ...]:
    schema: dict[str, Any] = {"type": ["string", "number"], "description": pattern_note, "examples": list(examples)}
    return BeforeValidator(parse), WithJsonSchema(schema)


Seconds = Annotated[
    float,
    *_literal(parse_seconds, "A length of time", "3s", "2m30s", "500ms"),
    PlainSerializer(format_seconds, when_used="json"),
]
TimeOfDay = Annotated[
    dt.time,
    *_literal(parse_time_of_day, "A time of day", "19:30"),
    PlainSerializer(format_time_of_day, when_used="json"),
]
Date = Annotated[dt.date, *_literal(parse_date, "A date", "2026-11-27")]
Level = Annotated[float, *_literal(parse_level, "A level", "50%", "full", "out", "dmx 128")]
Text = Annotated[str, *_literal(parse_text, "Text")]
Whole = Annotated[int, *_literal(parse_whole, "A whole number", "1")]
Flag = Annotated[
    bool,
    BeforeValidator(parse_flag),
    WithJsonSchema({"enum": ["yes", "no", "on", "off", True, False], "description": "Yes or no"}),
]
HexColour = Annotated[str, *_literal(parse_hex_colour, "A colour", "#ff8800")]

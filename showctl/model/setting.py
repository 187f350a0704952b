"""Settings: what a look wants of one parameter, as written; only the fixture profile knows what level that is."""

import re
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from showctl.model.level_text import format_level
from showctl.model.quantity import parse_quantity, plain_number
from showctl.model.unit import parse_level

_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")
_DMX = re.compile(r"dmx ?([+-]?[0-9]{1,8}(?:\.[0-9]{0,8})?)")
_PERCENT = re.compile(r"[0-9.]+ ?%")
KEPT = 4096
"""Texts whose reading is remembered: a show says `50%`, `gold` and `5s` a thousand times."""
_LONGEST = 100
"""Characters of the name of a range, a slot or a palette."""


class Value(NamedTuple):
    """A number with what it counts.

    `level`: 0..1. `number`: a plain number, which is degrees to pan and tilt, and percent to most else. `dmx`: in the
    resolution of the parameter. `release`: no number, the parameter is given back. Else a physical unit of
    quantity.UNITS.
    """

    number: float
    unit: str

    def __str__(self) -> str:
        match self.unit:
            case "level":
                return format_level(self.number)
            case "number":
                return plain_number(float(self.number))
            case "dmx":
                return f"dmx {plain_number(float(self.number))}"
            case "release":
                return "release"
        return f"{plain_number(float(self.number))} {self.unit}"


class Word(NamedTuple):
    """The name of a range or of a wheel's slot, what a range does (`open`), or the name of a palette."""

    text: str

    def __str__(self) -> str:
        return self.text


class Fan(NamedTuple):
    """Values spread over a selection in its order: the first fixture gets the first, the last the last."""

    first: Value
    last: Value

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


Setting = Value | Word | Fan
RELEASE = Value(0.0, "release")


def parse_setting(value: Any) -> Setting:
    """`50%`, `full`, `dmx 128`, `-18`, `8 Hz`, `-30..30`, `release`, or a name such as `Stars`."""
    if isinstance(value, Value | Word | Fan):
        return value
    if value is None or isinstance(value, dict | list):
        return Value(parse_level(value), "level")  # which says what is wrong
    return _setting(str(value).strip())


@lru_cache(maxsize=KEPT)
def _setting(text: str) -> Setting:
    if text == "release":
        return RELEASE
    first, dots, last = text.partition("..")
    if dots and (ends := (_value(first.strip()), _value(last.strip()))) != (None, None):
        if ends[0] is None or ends[1] is None or RELEASE in ends:
            raise ValueError(f"'{text}' is not a fan; write two values, for example -30..30 or 20%..80%")
        return Fan(ends[0], ends[1])
    found = _value(text)
    if found is not None:
        return found
    if (thru := fan_meant(text)) and None not in (_value(thru[0]), _value(thru[1])):
        raise ValueError(f"'{text}' is not a fan; write {thru[0]}..{thru[1]}")
    if not re.search(r"[^\W\d_]", text) or len(text) > _LONGEST:
        return Value(parse_level(text), "level")
    return Word(text)


def fan_meant(text: str) -> tuple[str, str] | None:
    """Both ends of a fan that is written as on a desk: `-30 thru 30`."""
    first, said, last = re.split(r"\s+(thru|through)\s+", f"{text} ", maxsplit=1) if " thr" in text else ("", "", "")
    return (first.strip(), last.strip()) if said else None


def _value(text: str) -> Value | None:
    """A value, or None for what is a word. Raises ValueError for a number that makes no sense."""
    if _PLAIN.fullmatch(text):
        return Value(float(text), "number")
    if dmx := _DMX.fullmatch(text):
        return Value(float(dmx[1]), "dmx")
    if text in {"full", "out"} or _PERCENT.fullmatch(text):
        return Value(parse_level(text), "level")
    try:
        quantity = parse_quantity(text)
    except ValueError:
        return None
    return Value(quantity.number, quantity.unit) if quantity.unit not in {"", "%"} else None


Parameter = Annotated[
    Setting,
    PlainValidator(parse_setting),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "description": "A level, degrees, a quantity, a name, a fan, or release",
            "examples": ["50%", "full", "dmx 128", "-18", "8 Hz", "Stars", "-30..30", "release"],
        }
    ),
]

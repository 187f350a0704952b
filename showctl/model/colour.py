"""Colours as designers write them: red, green and blue, by hue, as a colour temperature, or by name or gel number."""

import colorsys
import re
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from showctl.model.setting import KEPT, RELEASE, Value, Word, fan_meant
from showctl.model.unit import parse_hex_colour, parse_level

COLDEST, WARMEST = 20_000.0, 1_000.0
"""Kelvin. What is beyond is no white any more."""
_KELVIN = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?) ?[Kk]")
_WORD, _LETTER = re.compile(r"\w[\w .,'+/-]{0,60}"), re.compile(r"[^\W\d_]")


class Rgb(NamedTuple):
    """Red, green, blue, each 0..1, as the eye is shown them (sRGB numbers, unconverted)."""

    red: float
    green: float
    blue: float

    def __str__(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in self)


class White(NamedTuple):
    """White light of a colour temperature."""

    kelvin: float

    def __str__(self) -> str:
        return f"{self.kelvin:g} K"


PlainColour = Rgb | White | Word
"""A word is the name of a palette, the number of a gel or the name of a colour; the first of these that there is."""


class ColourFan(NamedTuple):
    """Colours spread over a selection in its order."""

    first: PlainColour
    last: PlainColour

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


ColourSetting = PlainColour | ColourFan | Value
"""A Value is always RELEASE."""


def parse_colour(value: Any) -> ColourSetting:
    """`#ff8800`, `5600 K`, `L201`, `gold`, `#ff0000..#0000ff`, `release`, or `{hue: 225, saturation: 90%}`."""
    if isinstance(value, Rgb | White | Word | ColourFan):
        return value
    if value == RELEASE:
        return RELEASE
    if isinstance(value, dict):
        return _by_hue(value)
    return _colour(value.strip()) if isinstance(value, str) else _plain(value)


@lru_cache(maxsize=KEPT)
def _colour(text: str) -> ColourSetting:
    if text == "release":
        return RELEASE
    if thru := fan_meant(text):
        raise ValueError(f"'{text}' is not a fan; write {thru[0]}..{thru[1]}")
    first, dots, last = text.partition("..")
    return ColourFan(_plain(first), _plain(last)) if dots else _plain(text)


def _by_hue(value: dict[str, Any]) -> Rgb:
    unknown = set(value) - {"hue", "saturation", "brightness"}
    if unknown or "hue" not in value:
        raise ValueError("a colour by hue is not complete; write {hue: 225, saturation: 90%, brightness: full}")
    try:
        hue = float(value["hue"])
    except (TypeError, ValueError):
        raise ValueError(f"hue '{value['hue']}' is not a number; write degrees, 0 to 360") from None
    if not 0 <= hue <= 360:
        raise ValueError(f"hue {hue:g} is not between 0 and 360; write degrees, 0 to 360")
    saturation, brightness = (parse_level(value.get(k, "full")) for k in ("saturation", "brightness"))
    return Rgb(*colorsys.hsv_to_rgb(hue / 360, saturation, brightness))


def _plain(value: Any) -> PlainColour:
    text = value.strip() if isinstance(value, str) else ""
    if kelvin := _KELVIN.fullmatch(text):
        if not WARMEST <= float(kelvin[1]) <= COLDEST:
            raise ValueError(f"{text} is no white that light has; write {WARMEST:.0f} K to {COLDEST:.0f} K")
        return White(float(kelvin[1]))
    if _WORD.fullmatch(text) and _LETTER.search(text):
        return Word(text)
    hexadecimal = parse_hex_colour(value)
    return Rgb(*(int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5)))


Colour = Annotated[
    ColourSetting,
    PlainValidator(parse_colour),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "description": "A colour",
            "anyOf": [
                {"type": "string", "examples": ["#ff8800", "5600 K", "L201", "gold", "#ff0000..#0000ff", "release"]},
                {
                    "type": "object",
                    "properties": {k: {"type": ["string", "number"]} for k in ("hue", "saturation", "brightness")},
                    "required": ["hue"],
                    "additionalProperties": False,
                },
            ],
        }
    ),
]

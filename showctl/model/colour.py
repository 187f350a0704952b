"""Colours as designers write them, and as red, green and blue 0..1."""

import colorsys
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from showctl.model.unit import parse_hex_colour, parse_level


class Rgb(NamedTuple):
    """Red, green, blue, each 0..1, as the eye is shown them (sRGB numbers, unconverted)."""

    red: float
    green: float
    blue: float

    def __str__(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in self)


def parse_colour(value: Any) -> Rgb:
    """`#ff8800`, or `{hue: 225, saturation: 90%, brightness: full}` (hue in degrees)."""
    if isinstance(value, Rgb):
        return value
    if isinstance(value, dict):
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
    text = parse_hex_colour(value)
    return Rgb(*(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)))


Colour = Annotated[
    Rgb,
    BeforeValidator(parse_colour),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "description": "A colour",
            "anyOf": [
                {"type": "string", "examples": ["#ff8800"]},
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

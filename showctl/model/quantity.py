"""Physical quantities as fixture profiles have them: `20 Hz`, `-1 rpm`, `3200 K`."""

import math
import re
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

UNITS = ("Hz", "rpm", "bpm", "deg", "deg/s", "%", "K", "s", "ms", "m", "lm", "m3/min", "")
"""Nothing, the last, is a bare number."""
_WRITTEN = re.compile(r"([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]{1,3})?) *(.{0,10})")
_PLAIN = {"°": "deg", "hz": "Hz", "k": "K", "RPM": "rpm", "degrees": "deg"}


class Quantity(NamedTuple):
    """A number with its unit, one of UNITS."""

    number: float
    unit: str

    def __str__(self) -> str:
        return f"{plain_number(self.number)} {self.unit}".rstrip()


def plain_number(number: float) -> str:
    """The shortest text that reads back as the same number."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def parse_quantity(value: Any) -> Quantity:
    """A number and a unit with or without a space between."""
    if isinstance(value, Quantity):
        return value
    written = str(value).strip().replace("\N{MINUS SIGN}", "-") if value is not None else ""
    if match := _WRITTEN.fullmatch(written):
        unit = _PLAIN.get(match[2], match[2])
        number = float(match[1])
        if unit in UNITS and math.isfinite(number):
            return Quantity(number, unit)
    raise ValueError(f"'{written}' is not a quantity; write for example 20 Hz, -1 rpm, 90 deg, 3200 K or 50 %")


def parse_span(value: Any) -> Any:
    """`-270..270` or `8..40`: two numbers, first at level 0, last at full."""
    if isinstance(value, str):
        first, dots, last = value.partition("..")
        try:
            value = (float(first), float(last)) if dots else None
        except ValueError:
            value = None
        if value is None or not all(map(math.isfinite, value)):
            raise ValueError("a range of degrees is wanted; write for example -270..270")
    return value


Number = Annotated[float, Field(allow_inf_nan=False)]
"""Any number that is one."""
PhysicalValue = Annotated[
    Quantity,
    BeforeValidator(parse_quantity),
    PlainSerializer(lambda quantity: str(quantity) if quantity.unit else quantity.number, return_type=str | float),
    WithJsonSchema(
        {"type": ["string", "number"], "description": "A number and a unit", "examples": ["20 Hz", "-1 rpm", "3200 K"]}
    ),
]
Degrees = Annotated[
    tuple[float, float],
    BeforeValidator(parse_span),
    PlainSerializer(lambda span: f"{plain_number(span[0])}..{plain_number(span[1])}", return_type=str),
    WithJsonSchema({"type": "string", "description": "A range of degrees", "examples": ["-270..270"]}),
]

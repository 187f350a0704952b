"""The patch: which fixtures there are, and at which addresses."""

import math
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from showctl.model.curve import WrittenCurve
from showctl.model.frozen import Frozen
from showctl.model.level_text import format_level
from showctl.model.patch_address import WrittenPlaces
from showctl.model.selection import NewNames
from showctl.model.unit import Flag, Level, Text

Exempt = Literal["grand master", "blackout", "panic"]
Axis = Literal["pan", "tilt"]
Triple = tuple[float, float, float]
FARTHEST = 10_000.0
"""Metres from the middle of the room; what is farther is a slip, of millimetres for example."""


def _list(value: Any) -> Any:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _triple(value: Any, what: str, most: float) -> Triple:
    numbers = list(value) if isinstance(value, list | tuple) else []
    if len(numbers) != 3 or any(isinstance(number, bool | list | tuple | dict) for number in numbers):
        raise ValueError(f"{what} is three numbers; write for example [-2.5, 0, 6]")
    try:
        x, y, z = (float(number) for number in numbers)
    except (TypeError, ValueError):
        raise ValueError(f"{what} is three numbers; write for example [-2.5, 0, 6]") from None
    if not all(math.isfinite(number) and abs(number) <= most for number in (x, y, z)):
        raise ValueError(f"{what} is beyond {most:g}; write for example [-2.5, 0, 6]")
    return x, y, z


def _position(value: Any) -> tuple[Triple, ...]:
    """One point, or that of the first and that of the last fixture of a range."""
    if isinstance(value, list | tuple) and value and all(isinstance(point, list | tuple) for point in value):
        if len(value) > 2:
            raise ValueError("a range has two points; write that of its first and that of its last fixture")
        return tuple(_triple(point, "a position", FARTHEST) for point in value)
    return (_triple(value, "a position", FARTHEST),)


def _written(points: tuple[Triple, ...]) -> Any:
    return list(points[0]) if len(points) == 1 else [list(point) for point in points]


def _uuid(text: str) -> str:
    if text and not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text.lower()):
        raise ValueError(f"'{text}' is not a UUID; write it as the MVR scene has it, or leave it out")
    return text.lower()


_THREE: dict[str, Any] = {"type": "array", "minItems": 3, "maxItems": 3, "items": {"type": ["string", "number"]}}
Position = Annotated[
    tuple[Triple, ...],
    BeforeValidator(_position),
    PlainSerializer(_written),
    WithJsonSchema({"type": "array", "minItems": 2, "maxItems": 3, "items": {"anyOf": [_THREE, _THREE["items"]]}}),
]
Rotation = Annotated[
    Triple,
    BeforeValidator(lambda value: _triple(value, "a rotation", 360.0)),
    PlainSerializer(list),
    WithJsonSchema(_THREE),
]


class PatchEntry(Frozen):
    """One fixture, or a range of fixtures of one kind at consecutive addresses."""

    id: NewNames = Field(description="Name of the fixture, or a range: front1..front8")
    fixture: Text = Field(description="Fixture profile, for example generic/dimmer")
    mode: Text | None = Field(default=None, description="Mode of the profile; its first unless written")
    at: WrittenPlaces = Field(
        default=(), description="Universe and address of the first; a list: several blocks, or the same at several"
    )
    label: Text = ""
    exempt: Annotated[tuple[Exempt, ...], BeforeValidator(_list)] = Field(
        default=(), description="What leaves this fixture alone: house, work and exit light"
    )
    invert: Annotated[tuple[Axis, ...], BeforeValidator(_list)] = Field(
        default=(), description="What runs the other way round: pan, tilt"
    )
    swap: Flag = Field(default=False, description="Pan moves what tilt would, and tilt what pan would")
    proportional: Annotated[Level, PlainSerializer(format_level, when_used="json")] = Field(
        default=1.0, description="What full intensity is at the output"
    )
    curve: WrittenCurve = Field(default="linear", description="Intensity at the output against intensity as asked for")
    position: Position | None = Field(default=None, description="Metres x, y, z; two points for a range")
    rotation: Rotation | None = Field(default=None, description="Degrees around x, y and z")
    layer: Text = Field(default="", description="The layer of the drawing that it is on")
    uuid: Annotated[Text, AfterValidator(_uuid)] = Field(default="", description="What an MVR scene calls it")

    @model_validator(mode="after")
    def _one_fixture_has_one_place(self) -> "PatchEntry":
        if ".." not in self.id and self.position is not None and len(self.position) > 1:
            raise ValueError("one fixture has one position; write three numbers")
        if ".." in self.id and self.uuid:
            raise ValueError("a range has no UUID; write its fixtures one by one")
        return self

    def positions(self, count: int) -> tuple[Triple | None, ...]:
        """Where each of so many fixtures is: evenly from the first point to the last."""
        if self.position is None:
            return (None,) * count
        first, last = self.position[0], self.position[-1]
        steps = max(count - 1, 1)

        def between(step: int) -> Triple:
            x, y, z = (round(a + (b - a) * step / steps, 6) for a, b in zip(first, last, strict=True))
            return x, y, z

        return tuple(map(between, range(count)))

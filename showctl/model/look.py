"""Looks: levels by fixture and parameter."""

import re
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema, model_validator

from showctl.model.colour import Colour
from showctl.model.frozen import Frozen
from showctl.model.selection import Selection
from showctl.model.unit import Level, Seconds, parse_level


class Value(NamedTuple):
    """A parameter's value as written: level 0..1 (`unit` level), or degrees as a plain number (`unit` number).

    A plain number means degrees to pan and tilt and percent to everything else; only the fixture profile knows which.
    """

    number: float
    unit: str

    def __str__(self) -> str:
        return f"{self.number * 100:g}%" if self.unit == "level" else f"{self.number:g}"


def parse_value(value: Any) -> Value:
    """`50%`, `full`, `dmx 128`, or a plain number such as `-18`."""
    if isinstance(value, Value):
        return value
    text = str(value).strip() if not isinstance(value, dict | list | None.__class__) else ""
    if re.fullmatch(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]*)?|\.[0-9]+)", text):
        return Value(float(text), "number")
    return Value(parse_level(value), "level")


Parameter = Annotated[
    Value,
    BeforeValidator(parse_value),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["string", "number"], "description": "A level, or degrees for pan and tilt"}),
]


class FixtureLook(Frozen):
    """What a look says of one fixture. Further keys are parameters of the fixture, by the profile's names."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Parameter]

    intensity: Level | None = None
    colour: Colour | None = None
    time: Seconds | None = Field(default=None, description="The fixture's own, where it is not that of the cue")
    delay: Seconds | None = Field(default=None, description="Likewise, from the action of the cue")

    @model_validator(mode="before")
    @classmethod
    def _plain_level_is_intensity(cls, data: Any) -> Any:
        """`house: 80%` is short for `house: {intensity: 80%}`."""
        return data if isinstance(data, dict | FixtureLook) else {"intensity": data}

    @property
    def parameters(self) -> dict[str, Value]:
        """The further parameters by name, in the order written."""
        return self.__pydantic_extra__


Look = dict[Selection, FixtureLook]
"""By fixture, group, or range of fixtures; where two speak of the same fixture, the later one counts."""

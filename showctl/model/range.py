"""Ranges: what a fixture does at which values of a parameter."""

import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from showctl.model.frozen import Frozen
from showctl.model.quantity import Number, PhysicalValue, plain_number
from showctl.model.unit import Flag, HexColour, Seconds, Text

# fmt: off
Does = Literal[
    # What `from` and `to` measure, evenly from the start of the range to its end; and nothing at all.
    "level", "nothing",
    # Shutters.
    "open", "closed", "strobe", "pulse", "ramp up", "ramp down", "ramp up and down", "lightning", "spikes", "burst",
    # Wheels, prisms and what else turns.
    "slot", "index", "rotate", "stop", "shake",
    "colour", "effect", "speed", "sound",
    # What highlight and chance never touch.
    "reset", "lamp on", "lamp off", "setting",
]
# fmt: on
"""What a range does. Unless written: `slot` where the range names one, `colour` where it has colours, else `level`."""


class DmxRange(NamedTuple):
    """First and last value, both inside, in the resolution of the parameter."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"


def parse_dmx_range(value: Any) -> DmxRange:
    """`16..200`, or `7` for one value."""
    if isinstance(value, DmxRange):
        return value
    if isinstance(value, tuple) and len(value) == 2:
        return DmxRange(*value)
    match = re.fullmatch(r"([0-9]{1,8})(?: *\.\. *([0-9]{1,8}))?", str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is not a range of DMX values; write for example 16..200")
    first, last = int(match[1]), int(match[2] or match[1])
    if first > last:
        raise ValueError(f"'{value}' runs backwards; write {last}..{first}")
    return DmxRange(first, last)


class Slots(NamedTuple):
    """Slots of a wheel at the start and at the end of a range; 1.5 is half of each of two neighbours."""

    first: float
    last: float

    def __str__(self) -> str:
        first, last = plain_number(self.first), plain_number(self.last)
        return first if first == last else f"{first}..{last}"


def parse_slots(value: Any) -> Slots:
    """`2`, `1.5`, or `1..2` for a range that moves the wheel from one to the other."""
    if isinstance(value, Slots):
        return value
    number = r"[0-9]{1,3}(?:\.[0-9]{1,6})?"
    match = re.fullmatch(rf"({number})(?: *\.\. *({number}))?", str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is not a slot of a wheel; write its number, from 1")
    return Slots(float(match[1]), float(match[2] or match[1]))


def _plainest(pair: DmxRange | Slots) -> str | float:
    """A single number as a number."""
    return str(pair) if pair[0] != pair[1] else float(pair[0])


_TEXT = PlainSerializer(_plainest, return_type=str | float)


class Range(Frozen):
    """A part of a parameter's values with a meaning of its own."""

    dmx: Annotated[
        DmxRange,
        BeforeValidator(parse_dmx_range),
        _TEXT,
        WithJsonSchema({"type": ["string", "number"], "description": "First and last value", "examples": ["16..200"]}),
    ]
    name: Text = Field(default="", description="For the operator, and for what refers to the range")
    does: Does | None = Field(default=None, description="What the fixture does there")
    slot: (
        Annotated[
            Slots,
            BeforeValidator(parse_slots),
            _TEXT,
            WithJsonSchema({"type": ["string", "number"], "description": "Slot of the wheel", "examples": ["2"]}),
        ]
        | None
    ) = Field(default=None, description="Slot of the wheel, from 1")
    wheel: Text = Field(default="", description="The wheel, where it is not the parameter's")
    start: PhysicalValue | None = Field(default=None, alias="from", description="What it measures at its start")
    end: PhysicalValue | None = Field(default=None, alias="to", description="What it measures at its end")
    colours: tuple[HexColour, ...] = Field(default=(), description="The colours that it gives")
    kelvin: Number | None = Field(default=None, gt=0, description="The colour temperature that it gives")
    sound: Flag = Field(default=False, description="Whether it follows the sound in the room")
    random: Flag = Field(default=False, description="Whether it runs without a rhythm")
    hold: Seconds | None = Field(default=None, ge=0, description="How long it must be held to take effect")
    notes: Text = ""

    @property
    def function(self) -> str:
        """What it does, written or not."""
        if self.does is not None:
            return self.does
        return "slot" if self.slot is not None else "colour" if self.colours or self.kelvin else "level"

    @property
    def middle(self) -> int:
        """The value in the middle, the lower of two."""
        return (self.dmx.first + self.dmx.last) // 2

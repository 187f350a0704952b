"""Fade of a device: a number that moves by OSC, or a MIDI controller."""

import math
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from showctl.cues.osc import Address, Arguments
from showctl.model.curve import WrittenCurve
from showctl.model.effect import Ramp
from showctl.model.frozen import Frozen
from showctl.model.message import Message, MidiMessage, OscArgument, OscMessage
from showctl.model.midi import SevenBit
from showctl.model.osc_argument import typed_argument
from showctl.model.selection import Name
from showctl.model.unit import Flag, Seconds, Whole

RATE = 30.0
"""Values a second, unless written: smooth to the ear, and a tenth of what a MIDI cable carries."""
MOST_A_SECOND = 250.0
_LSB_CONTROLS = 32
"""Controllers 0 to 31 have a less significant byte (MIDI 1.0)."""


def _number(value: Any) -> float:
    return float(typed_argument("f", value).value)


def _rate(value: Any) -> float:
    rate = _number(value)
    if not 1 <= rate <= MOST_A_SECOND:
        raise ValueError(f"{rate:g} is not between 1 and {MOST_A_SECOND:g}; write values a second, such as {RATE:g}")
    return rate


_SCHEMA = WithJsonSchema({"type": ["string", "number"], "description": "A number"})
Number = Annotated[float, BeforeValidator(_number), _SCHEMA]
Rate = Annotated[float, BeforeValidator(_rate), _SCHEMA]


class DeviceFade(Frozen):
    """What moves, from where to where, and how: `address` for OSC, `control` for MIDI."""

    device: Name
    address: Address | None = Field(default=None, description="OSC: where the number goes, as a float")
    before: Arguments = Field(default=(), description="With address: arguments before the number")
    after: Arguments = Field(default=(), description="With address: arguments after it")
    control: SevenBit | None = Field(default=None, description="MIDI: the controller's number")
    channel: Whole = Field(default=1, ge=1, le=16, description="With control: 1 to 16")
    fine: Flag = Field(default=False, alias="14 bit", description="With control: two bytes, 0 to 16383")
    start: Number | None = Field(default=None, alias="from", description="Else where we last put it")
    end: Number = Field(alias="to")
    time: Seconds
    rate: Rate = Field(default=RATE, description="Values a second")
    curve: WrittenCurve = "linear"

    @model_validator(mode="after")
    def _one_protocol(self) -> "DeviceFade":
        if (self.address is None) == (self.control is None):
            found = "neither address nor control" if self.address is None else "both address and control"
            raise ValueError(f"{found} is written; write address for OSC, or control for MIDI")
        if self.address is not None:
            self._without({"channel": "channel", "fine": "14 bit"}, "control")
            return self
        self._without({"before": "before", "after": "after"}, "address")
        if self.fine and self.control is not None and self.control >= _LSB_CONTROLS:
            raise ValueError(f"controller {self.control} has no 14 bits; write control 0 to 31, or 14 bit: no")
        most = 16_383 if self.fine else 127
        for number in (self.start, self.end):
            if number is not None and not (number == math.floor(number) and 0 <= number <= most):
                raise ValueError(f"{number:g} is no value of this controller; write a whole number, 0 to {most}")
        return self

    def _without(self, keys: dict[str, str], other: str) -> None:
        for name, key in keys.items():
            if name in self.model_fields_set:
                raise ValueError(f"{key} has a meaning only with {other}; remove it")

    @property
    def message(self) -> Message:
        """With the start value, or 0, in its place."""
        start = self.start or 0.0
        if self.address is not None:
            return OscMessage(self.address, (*self.before, OscArgument("f", start), *self.after))
        value = int(start) >> 7 if self.fine else int(start)
        return MidiMessage(bytes((0xB0 | self.channel - 1, self.control or 0, value)))

    def effect(self) -> Ramp:
        """What it does, as a value."""
        argument = len(self.before) if self.address is not None else int(self.fine)
        return Ramp(0.0, self.time, self.device, self.message, argument, self.start, self.end, self.rate, self.curve)

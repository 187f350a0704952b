"""Fixture profiles: what a kind of lamp can do, and in which order its slots come."""

import math
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from showctl.model.frozen import Frozen
from showctl.model.unit import Flag, Level, Text

EMITTERS = ("red", "green", "blue", "white", "amber", "uv", "lime", "warm white", "cool white")
"""Parameters that make colour by adding light."""
SUBTRACTIVE = ("cyan", "magenta", "yellow")
"""Parameters that make colour by taking light away; 0 is open."""


def _degrees(value: Any) -> Any:
    """`-270..270`."""
    if isinstance(value, str):
        low, dots, high = value.partition("..")
        try:
            value = (float(low), float(high)) if dots else None
        except ValueError:
            value = None
        if value is None or not all(map(math.isfinite, value)):
            raise ValueError("a range of degrees is wanted; write for example -270..270")
    return value


class ParameterProfile(Frozen):
    """One controllable quality of a fixture."""

    default: Level = Field(default=0.0, description="Level at rest, before any cue moves it")
    degrees: Annotated[tuple[float, float], BeforeValidator(_degrees)] | None = Field(
        default=None, description="Physical range of pan or tilt, from level 0 to full"
    )


def _slots(slots: tuple[str, ...]) -> tuple[str, ...]:
    named = [s for s in slots if s != "-"]
    for name in named:
        if named.count(name) > 1:
            raise ValueError(f"'{name}' has two slots in one mode; name each slot once")
        for suffix, coarse in ((" fine", 5), (" ultra", 6)):
            if name.endswith(suffix) and name[:-coarse] not in named:
                raise ValueError(f"'{name}' stands without '{name[:-coarse]}'; name the coarse slot too")
    return slots


Mode = Annotated[tuple[Text, ...], AfterValidator(_slots), Field(min_length=1, max_length=512)]
"""Slots in order. `pan fine` is the low byte of `pan`; `-` a slot that is not used and stays 0."""


class FixtureProfile(Frozen):
    """A kind of fixture: its parameters and its modes (in file order; the first is the default mode)."""

    format: Literal["1"] = Field(alias="showctl fixture")
    name: Text
    manufacturer: Text
    notes: Text = ""
    parameters: dict[Text, ParameterProfile] = Field(default={})
    modes: dict[Text, Mode] = Field(min_length=1)
    virtual_dimmer: Flag = Field(
        default=True,
        alias="virtual dimmer",
        description="Where a mode has colour emitters and no intensity slot, intensity multiplies the emitters",
    )

    @model_validator(mode="after")
    def _parameters_have_slots(self) -> "FixtureProfile":
        known = {slot for mode in self.modes.values() for slot in mode}
        for name in self.parameters:
            if name not in known and name != "intensity":
                raise ValueError(f"parameter '{name}' has no slot in any mode; remove it or name its slot")
        return self

    def parameter(self, name: str) -> ParameterProfile:
        """The parameter's profile; one that the file does not describe has the defaults."""
        return self.parameters.get(name, ParameterProfile())

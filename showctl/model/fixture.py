"""Fixture profiles: what a kind of lamp can do, and in which order its slots come."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, field_serializer, model_validator

from showctl.model.dimming import Dimming, dimming
from showctl.model.frozen import Frozen
from showctl.model.level_text import format_level
from showctl.model.mode import Mode, Named
from showctl.model.parameter_kind import KINDS, KindName, head_of, kind_of_name
from showctl.model.quantity import Degrees, Number
from showctl.model.range import Range
from showctl.model.unit import Flag, Text, Whole, parse_level
from showctl.model.wheel import WheelSlot

# fmt: off
FixtureType = Literal[
    "dimmer", "par", "moving head", "scanner", "strobe", "blinder", "pixel bar", "matrix", "effect",
    "hazer", "smoke", "fan", "laser", "relay", "other",
]
# fmt: on
FULL_OF_BITS = {8: 0xFF, 16: 0xFFFF, 24: 0xFFFFFF}
"""The highest value by resolution."""


def _level_or_name(value: Any) -> Any:
    """A level, or the name of a range; whether there is such a range is looked at later."""
    try:
        return parse_level(value)
    except ValueError:
        if not isinstance(value, str) or not value.strip():
            raise
        return value.strip()


LevelOrRange = Annotated[
    float | str,
    BeforeValidator(_level_or_name),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "description": "A level, or the name of a range",
            "examples": ["50%", "full", "dmx 128", "Open"],
        }
    ),
]


class ParameterProfile(Frozen):
    """One controllable quality of a fixture."""

    label: Text = Field(default="", description="What the maker calls it")
    kind: KindName | None = Field(default=None, description="Kind of parameter; unless written, what its name says")
    default: LevelOrRange = Field(default=0.0, description="Level at rest, before any cue moves it")
    highlight: LevelOrRange | None = Field(
        default=None, description="Level that shows the fixture to who looks for it; intensity goes full by itself"
    )
    snap: Flag | None = Field(default=None, description="Whether it jumps instead of fading; unless written, by kind")
    bits: Whole = Field(default=8, description="Resolution in which `dmx` is written: 8, 16 or 24")
    degrees: Degrees | None = Field(
        default=None, description="Physical range of pan, tilt or zoom, from level 0 to full"
    )
    wheel: Named | None = Field(default=None, description="Its wheel, where that has another name than the parameter")
    ranges: tuple[Range, ...] = Field(default=(), max_length=4096, description="What it does at which values")

    @model_validator(mode="before")
    @classmethod
    def _fine_dmx_values(cls, values: Any) -> Any:
        """`dmx 32768` counts in the resolution of `bits`."""
        if not isinstance(values, Mapping) or str(values.get("bits")).strip() not in {"16", "24"}:
            return values
        full = FULL_OF_BITS[int(values["bits"])]
        fine = {}
        for key in ("default", "highlight"):
            match = re.fullmatch(r"dmx ?([0-9]{1,8})", str(values.get(key)).strip())
            if match and int(match[1]) <= full:
                fine[key] = int(match[1]) / full
        return {**values, **fine} if fine else values

    @field_serializer("default", "highlight", when_used="json")
    def _as_written(self, value: float | str | None) -> str | None:
        return value if value is None or isinstance(value, str) else format_level(value, self.full)

    @property
    def full(self) -> int:
        """The highest value in the resolution of `bits`."""
        return FULL_OF_BITS.get(self.bits, 0xFF)

    def range_called(self, name: str) -> Range | None:
        """The first range of this name."""
        return next((r for r in self.ranges if r.name == name), None)

    def range_at(self, level: float) -> Range | None:
        """The range in which a level lies."""
        value = int(level * self.full + 0.5)
        return next((r for r in self.ranges if r.dmx.first <= value <= r.dmx.last), None)

    def level(self, written: float | str) -> float:
        """The level of a default or highlight as written; of a range its middle. 0 if there is no such range."""
        if not isinstance(written, str):
            return written
        named = self.range_called(written)
        return named.middle / self.full if named is not None else 0.0


class Physical(Frozen):
    """What is known of the fixture as a thing."""

    power: Number | None = Field(default=None, ge=0, description="Watts at most")
    weight: Number | None = Field(default=None, ge=0, description="Kilograms")
    size: tuple[Number, Number, Number] | None = Field(default=None, description="Width, height, depth in millimetres")
    lens: Degrees | None = Field(default=None, description="Beam angle, narrowest to widest, in degrees")
    lumens: Number | None = Field(default=None, ge=0)
    kelvin: Number | None = Field(default=None, gt=0, description="Colour temperature of the lamp")
    lamp: Text = ""
    connector: Text = Field(default="", description="DMX connector")


class Source(Frozen):
    """Where an imported profile comes from."""

    format: Literal["ofl", "qxf", "gdtf", "mvr"]
    version: Text = Field(default="", description="Version of the format")
    file: Text = ""
    sha256: Text = Field(default="", description="Of the file's bytes: tells whether it has changed since")
    by_rule: tuple[Text, ...] = Field(default=(), alias="by rule", description="What the file did not say")


Place = Annotated[tuple[Number, ...], Field(max_length=3)]
"""x, y, z in the grid of pixels; none for a head without a place."""


class FixtureProfile(Frozen):
    """A kind of fixture: its parameters and its modes (in file order; the first is the default mode)."""

    format: Literal["1"] = Field(alias="showctl fixture")
    name: Text
    manufacturer: Text
    short: Text = Field(default="", description="Short name, where there is little room")
    type: FixtureType = "other"
    notes: Text = ""
    source: Source | None = Field(default=None, description="Where it was imported from, and what was chosen by rule")
    physical: Physical = Field(default=Physical())
    wheels: dict[Named, tuple[WheelSlot, ...]] = Field(default={}, description="Slots of the wheels; they count from 1")
    parameters: dict[Named, ParameterProfile] = Field(default={})
    heads: dict[Named, Place] = Field(default={}, description="Pixels and heads by name, with their place in the grid")
    modes: dict[Named, Mode] = Field(min_length=1)
    virtual_dimmer: Flag = Field(
        default=True,
        alias="virtual dimmer",
        description="Where a mode has colour emitters and no intensity slot, intensity multiplies the emitters",
    )

    def parameter(self, name: str) -> ParameterProfile:
        """The parameter's profile.

        Of a head's parameter that the file does not describe it is that of the fixture's own of the same name (save
        intensity, which is another thing for a head); one that the file does not describe at all has the defaults.
        """
        if name in self.parameters:
            return self.parameters[name]
        own = name.rpartition("/")[2]
        return self.parameters.get(own, _PLAIN) if own != "intensity" else _PLAIN

    def kind(self, name: str) -> str:
        """The kind of a parameter, a key of KINDS."""
        return self.parameter(name).kind or kind_of_name(name)

    def snaps(self, name: str) -> bool:
        """Whether a parameter jumps instead of fading."""
        snap = self.parameter(name).snap
        return not KINDS[self.kind(name)].fades if snap is None else snap

    def default(self, name: str) -> float:
        """The level of a parameter at rest."""
        parameter = self.parameter(name)
        return parameter.level(parameter.default)

    def highlight(self, name: str) -> float | None:
        """The level of a parameter when the fixture is highlighted; None: it stays as it is."""
        parameter = self.parameter(name)
        if parameter.highlight is not None:
            return parameter.level(parameter.highlight)
        return 1.0 if self.kind(name) == "intensity" else None

    def dimming(self, name: str) -> Dimming | None:
        """How a parameter dims, if it is an intensity of which not all values do."""
        parameter = self.parameter(name)
        if not parameter.ranges or self.kind(name) != "intensity":
            return None
        return dimming(parameter.ranges, parameter.full)

    def light(self, name: str, level: float) -> float:
        """The level of a parameter that its level at rest or in highlight means: of an intensity of which not all
        values dim, the value of that level, save out and full."""
        dims = self.dimming(name) if 0.0 < level < 1.0 else None
        return level if dims is None else dims.level(level)

    def wheel(self, name: str) -> str | None:
        """The wheel that a parameter turns: as written, else the one of its name."""
        own = self.parameter(name).wheel
        if own is not None:
            return own
        return next((wheel for wheel in (name, name.removeprefix(head_of(name) + "/")) if wheel in self.wheels), None)


_PLAIN = ParameterProfile()

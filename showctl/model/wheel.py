"""Wheels: the slots that colour, gobo and other wheels bring into the beam."""

from typing import Annotated

from pydantic import Field, PlainSerializer

from showctl.model.frozen import Frozen
from showctl.model.level_text import format_level
from showctl.model.quantity import Number
from showctl.model.unit import HexColour, Level, Text, Whole

_Level = Annotated[Level, PlainSerializer(format_level, return_type=str)]


class WheelSlot(Frozen):
    """One slot. A name alone is good; what else is known of it helps to find it."""

    name: Text = Field(description="For the operator, and for looks")
    colours: tuple[HexColour, ...] = Field(default=(), description="Its colour, or several side by side")
    kelvin: Number | None = Field(default=None, gt=0, description="Its colour temperature")
    facets: Whole | None = Field(default=None, ge=1, le=1000, description="Facets of a prism")
    picture: Text = Field(default="", description="Name of the picture of a gobo")
    open: _Level | None = Field(default=None, description="How far an iris is open")
    frost: _Level | None = Field(default=None, description="How much it softens")

"""Guests: who is invited, when they come and to what. That they have come is a fact of the evening, and not here."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from showctl.model.day_time import DayTimed
from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Flag, Text


def _listed(value: Any) -> Any:
    """One segment, or a list of them."""
    return value if isinstance(value, list | tuple) else [value]


class Guest(Frozen):
    """One line of the guest list."""

    name: Text = Field(min_length=1, description="The whole name, as it stands on the list at the door")
    company: Text = ""
    party: Text = Field(default="", description="With whom they come: guests of one party are counted together")
    vip: Flag = Field(default=False, description="Received by somebody, and counted apart")
    segments: Annotated[tuple[Name, ...], BeforeValidator(_listed)] = Field(
        default=(), description="What they are invited to: one segment or several; the whole event unless written"
    )
    arrival: DayTimed | None = Field(default=None, description="When they are expected")
    contact: Text = Field(default="", description="Who looks after them: a short name under people, or text")
    dietary: Text = Field(default="", description="What they do not eat")
    notes: Text = ""

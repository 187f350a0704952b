"""The venue sheet: what a crew that comes for the first time has to know."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from showctl.model.beside import Files, Links
from showctl.model.frozen import Frozen
from showctl.model.unit import Text, Whole


def _listed(value: Any) -> Any:
    """One contact, or a list of them."""
    return value if isinstance(value, list | tuple) else [value]


class Venue(Frozen):
    """Where the event is. All of it is text for people, but the capacity."""

    name: Text = Field(default="", description="Unless written that under show")
    address: Text = ""
    links: Links = Field(default=(), description="A map, the house's own pages")
    files: Files = Field(default=(), description="In the show's folder or below it, for example papers/stage.pdf")
    contacts: Annotated[tuple[Text, ...], BeforeValidator(_listed)] = Field(
        default=(), description="Whom to call there: short names of people or suppliers, or text"
    )
    capacity: Whole | None = Field(default=None, ge=0, description="How many guests may be in it")
    power: Text = ""
    rigging: Text = ""
    access: Text = Field(default="", description="The way in, for load-in and for wheelchairs")
    parking: Text = ""
    rooms: dict[Text, Text] = Field(default={}, description="Its rooms by name, and what is to be known of each")
    notes: Text = ""

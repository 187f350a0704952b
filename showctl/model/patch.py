"""The patch: which fixtures there are, and at which addresses."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from showctl.model.address import AtAddress
from showctl.model.frozen import Frozen
from showctl.model.selection import Selection
from showctl.model.unit import Text

Exempt = Literal["grand master", "blackout", "panic"]


def _list(value: Any) -> Any:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


class PatchEntry(Frozen):
    """One fixture, or a range of fixtures of one kind at consecutive addresses."""

    id: Selection = Field(description="Name of the fixture, or a range: front1..front8")
    fixture: Text = Field(description="Fixture profile, for example generic/dimmer")
    mode: Text | None = Field(default=None, description="Mode of the profile; its first unless written")
    at: AtAddress | None = Field(default=None, description="Universe and address of the first; none: not patched")
    label: Text = ""
    exempt: Annotated[tuple[Exempt, ...], BeforeValidator(_list)] = Field(
        default=(), description="What leaves this fixture alone: house, work and exit light"
    )

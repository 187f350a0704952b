"""Masters: what scales the intensity of fixtures at the output, whatever cues do underneath; or adds a look to it."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from showctl.model.frozen import Frozen
from showctl.model.look import Look
from showctl.model.selection import Selection
from showctl.model.unit import Level, Text, Whole

GRAND = "grand"
"""The master over all fixtures. It is always there."""
MOST_MASTERS = 64
"""Each costs some time in every frame in which one of them moves."""


def _listed(value: Any) -> Any:
    """One selection, or a list of them."""
    return value if isinstance(value, list | tuple) else [value]


class Master(Frozen):
    """A submaster. Inhibitive: the intensity of its fixtures is multiplied by its level. Additive: it brings a look,
    with as much intensity as its level says."""

    label: Text = ""
    fixtures: Annotated[tuple[Selection, ...], BeforeValidator(_listed)] = Field(
        default=(), description="Fixtures, groups and ranges whose intensity it multiplies"
    )
    look: Look = Field(default={}, description="What it brings, in place of fixtures")
    level: Level | None = Field(
        default=None, description="Where it stands at the start; full unless written; out where it has a look"
    )
    priority: Whole | None = Field(
        default=None, ge=1, le=10, description="Of its look beside that of cue lists: 1 to 10, 5 unless written"
    )

    @model_validator(mode="after")
    def _scales_or_brings(self) -> "Master":
        if bool(self.fixtures) == bool(self.look):
            both = "it has fixtures and a look" if self.look else "it has no fixtures"
            raise ValueError(f"{both}; write fixtures: for a master that scales, look: for one that brings light")
        if self.fixtures and self.priority is not None:
            raise ValueError("only a master with a look has a priority; remove it")
        if self.look and self.level:
            raise ValueError("a master with a look is out when a show is opened; remove level:, and let a cue move it")
        return self

    @property
    def start(self) -> float:
        """Where it stands at the start."""
        return self.level if self.level is not None else 0.0 if self.look else 1.0

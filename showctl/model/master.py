"""Masters: what scales the intensity of fixtures at the output, whatever cues do underneath."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from showctl.model.frozen import Frozen
from showctl.model.selection import Selection
from showctl.model.unit import Level, Text

GRAND = "grand"
"""The master over all fixtures. It is always there."""
MOST_MASTERS = 64
"""Each costs some time in every frame in which one of them moves."""


def _listed(value: Any) -> Any:
    """One selection, or a list of them."""
    return value if isinstance(value, list | tuple) else [value]


class Master(Frozen):
    """An inhibitive submaster: the intensity of its fixtures is multiplied by its level."""

    label: Text = ""
    fixtures: Annotated[tuple[Selection, ...], BeforeValidator(_listed), Field(min_length=1)] = Field(
        description="Fixtures, groups and ranges"
    )
    level: Level = Field(default=1.0, description="Where it stands at the start; full unless written")

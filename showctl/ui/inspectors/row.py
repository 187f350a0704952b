"""A line of an inspector's table: a field of a cue as it is written, and the kind of field that it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from showctl.ui.fields.kind import Kind
from showctl.ui.tongue import marked

BASICS, TRIGGERS, NOTES = marked("Basics"), marked("Triggers"), marked("Notes")
"""Tabs that every cue has, beside that of its type."""
LOOK = marked("Look")
"""That of one light cue alone; it has no rows."""
OWN = ""
"""The tab of the type, whatever it is called."""

Path = tuple[str, ...]


class Plan(Protocol):
    """How a field is read and written that is more than one value of the file."""

    def read(self, cue: Mapping[str, Any]) -> str:
        """What stands in the field."""
        ...

    def write(self, cue: Mapping[str, Any], text: str) -> tuple[Path, Any]:
        """Where it is written, and the tree that stands there then."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One field. `group`: words above it and those after it; `single`: of one cue alone; `help`: instead of what the
    model says; `default`: instead of the model's; `plan`: instead of what stands at the path."""

    path: Path
    caption: str
    kind: Kind
    tab: str = OWN
    group: str = ""
    single: bool = False
    help: str = ""
    default: str | None = None
    plan: Plan | None = None
    like: Path = ()
    """The field whose value counts where this one says nothing."""
    required: bool = False

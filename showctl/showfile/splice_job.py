"""What the parts of one splice share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from showctl.model.problem import Path
from showctl.showfile.definition import Defined
from showctl.showfile.lines import Unclear
from showctl.showfile.origin import Origin
from showctl.showfile.pieces import Edit, Part
from showctl.showfile.slot import Slot
from showctl.showfile.tree import Mapping, Sequence

Node = Mapping | Sequence


class SaysMore(Unclear):
    """Something has comments that have no place in braces or brackets."""


class Window(NamedTuple):
    """A part of the text that has to read as these entries after the splice."""

    start: int
    end: int
    wanted: Node
    path: Path
    edits: tuple[Edit, ...]
    edited: tuple[Path, ...]
    """What was edited in it, as it is called in `Job.coarse`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: under a key or as an item of a list that was read, in which column that starts."""

    parent: Node
    slot: Slot
    key: str
    """Empty for an item."""
    column: int
    path: Path
    """Of the value."""
    shift: int


@dataclass(slots=True)
class Job:
    """One splice. `coarse`: paths of what is written anew, because splicing it failed."""

    origin: Origin
    coarse: frozenset[Path]
    named: frozenset[int]
    """Where the pieces start that have a name (&a) and are repeated by it."""
    needed: frozenset[int]
    """The identities of all that the new tree holds, where pieces are repeated."""
    defined: Defined
    """What stands now where a repeated piece is defined, by the identity of that piece."""
    alike: dict[int, str]
    """By where a named text or what repeats it starts what all of these say now; they stay."""
    value_edits: Callable[["Job", Any, Any, Place], list[Edit]]
    """Parts call each other: this is how an entry gets to its value."""
    within: Callable[["Job", Node, Node, Path, int], list[Edit]]
    """Edits inside a mapping or list, by its path and the columns by which it moves."""
    fresh: Callable[..., list[Part]]
    """The lines of a new entry, indented by so many columns, with so written ends of lines."""
    windows: list[Window] = field(default_factory=list)
    rewritten: list[Path] = field(default_factory=list)
    """What was written anew though only something in it was edited."""
    unfolded: set[int] = field(default_factory=set)
    """The identities of what stands in lines of its own now and was in braces or brackets."""

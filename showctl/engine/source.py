"""Whose a level is: what decides it, and what lies below that."""

from typing import Literal

from msgspec import Struct

from showctl.model.cue import CueId

SourceKind = Literal["cue", "tracked", "rest", "nobody", "panic", "park", "highlight", "master", "override"]
"""cue: this cue moved it there; tracked: a GO out of order brought it to where this cue left it; rest: nothing moves
it; nobody: it stands there from before this engine; panic: a panic took it. The others lie over these: parked,
highlighted, scaled or capped by a master, held because light is overridden."""


class Source(Struct, frozen=True):
    """One thing that has a say in a level. What has none any more, as a master at full, is left out."""

    kind: SourceKind
    value: float
    """0..1: where it brings the level; of a master its own level."""
    cue: CueId = ""
    by: CueId = ""
    """Of what is tracked: the cue whose GO brought it back."""
    name: str = ""
    """Of a cue its list (or `master band`, for the look of a submaster), of a master its own."""
    moving: bool = False
    """Whether it is on its way."""
    of_intensity: bool = False
    """It is about the intensity that has no slot of its own and is in this one's colour."""
    below: "tuple[Source, ...]" = ()
    """What would decide if this did not, the next first."""


class Provenance(Struct, frozen=True, tag="provenance"):
    """An answer: what decides the slots of a universe (1..512). Slots to which nothing is patched are not in it."""

    universe: int
    instant: float
    slots: dict[int, Source] = {}
    refused: str = ""
    """Why nothing is said."""

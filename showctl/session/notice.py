"""What is to be said to whoever edits a show."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say to whoever edits the show.

    saved; not saved; changed: not saved, for another program has changed the file; disk: what stands at the path of the
    show is another than before; edited: somebody else has edited the show through this session, or an edit
    made a cue that cannot play; torn: of edits that were not saved last time not all is there.
    """

    kind: Literal["saved", "not saved", "changed", "disk", "edited", "torn"]
    text: str
    second_place: Path | None = None
    """Not saved: where a copy can go meanwhile."""

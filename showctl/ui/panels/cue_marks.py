"""Marks of a cue that say what holds for this evening only, beside what the show file says."""

from dataclasses import dataclass

from showctl.ui.models.cue_tree import CueRow
from showctl.ui.reading import counted


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon with a few words."""

    icon: str
    text: str
    evening: bool = True
    """Whether the file says otherwise."""


def marks(row: CueRow) -> list[Mark]:
    """What is to be said of a row, most important first."""
    found = []
    if row.armed is not row.cue.armed:
        found.append(Mark("moon-fill", "armed this evening" if row.armed else "disarmed this evening"))
    return found

"""Other numbers for chosen cues: the edit, and what it would do to each, those inside groups too."""

from collections.abc import Mapping as Map
from typing import NamedTuple

from showctl.model.cue import CueId
from showctl.session.change import EditRefused
from showctl.session.edit import RenumberEach
from showctl.session.edit_number import numbers_from
from showctl.showfile.tree import Mapping
from showctl.ui.models.cue_rows import CueRow


class Renumbering(NamedTuple):
    """What it comes to."""

    edit: RenumberEach
    renamed: dict[CueId, CueId]
    """Ids before → after, of all cues whose number changes."""


def renumbering(
    root: Mapping, rows: list[CueRow], start: str, step: str, inside: Map[CueId, list[CueRow]] | None = None
) -> Renumbering:
    """These rows get numbers from `start` on, in this order. `inside`: the rows in each of them that is a group; where
    their numbers are in the way (cues that were grouped keep theirs) they get that of the group, and `.1`, `.2` after
    it. Raises EditRefused, where numbers are taken too.
    """
    numbers = numbers_from(start.strip(), step.strip(), len(rows))
    given = {row.id: number for row, number in zip(rows, numbers, strict=True)}
    moved = {
        child.id: f"{given[row.id]}.{at}"
        for row in rows
        for at, child in enumerate((inside or {}).get(row.id, ()), 1)
        if not child.cue.number.startswith(f"{row.cue.number}.")
    }
    try:
        return _of(root, given)
    except EditRefused:
        if not moved:
            raise
    return _of(root, given | moved)


def _of(root: Mapping, given: dict[CueId, str]) -> Renumbering:
    edit = RenumberEach(given)
    return Renumbering(edit, dict(edit.apply(root).renamed))

"""Where dragged cues go that are let go of at a point of the list."""

from dataclasses import dataclass

from showctl.session.edit import Place
from showctl.showfile.item import Item
from showctl.ui.models.cue_rows import CueRow, CueRows

_INTO = (0.28, 0.72)
"""Of the height of a group's row: who lets go between these means into the group."""


@dataclass(frozen=True, slots=True)
class Drop:
    """What letting go would do, and how that is shown: a frame on a group, or a line below a row."""

    place: Place
    into: CueRow | None = None
    """The group on which the frame is."""
    depth: int = 0
    """How far the line is indented."""
    below: bool = True
    """Whether the line is at the lower edge of the row that is pointed at, else at its upper edge."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What is pointed at. `row` None: the space below all rows, `above` is the last of them then."""

    row: CueRow | None
    above: CueRow | None
    """The visible row above it."""
    below: CueRow | None
    """The visible row below it."""
    fraction: float = 1.0
    """From the upper edge of the row, 0, to its lower, 1."""
    depth: int = 0
    """Of groups, by how far right the pointer is."""
    expanded: bool = False
    """Whether the row is a group that shows what is in it."""
    above_expanded: bool = False


def drop_at(model: CueRows, moved: list[CueRow], spot: Spot) -> Drop | None:
    """None where nothing can be dropped: into the moved rows themselves."""
    row = spot.row
    if row is not None and row.children and _INTO[0] <= spot.fraction <= _INTO[1]:
        place = _at(model, moved, row, len(row.children))
        return Drop(place, into=row) if place is not None else None
    lower_half = row is None or spot.fraction >= 0.5
    upper, lower = (row, spot.below) if lower_half else (spot.above, row)
    opened = spot.expanded if lower_half else spot.above_expanded
    if row is None:
        upper, lower, opened = spot.above, None, spot.above_expanded
    deepest = 0 if upper is None else upper.depth + (1 if upper.children and opened else 0)
    shallowest = lower.depth if lower is not None else 0
    depth = max(shallowest, min(deepest, spot.depth))
    parent, index = _gap(model, upper, lower, depth)
    place = _at(model, moved, parent, index)
    return Drop(place, depth=depth, below=lower_half) if place is not None else None


def _gap(model: CueRows, upper: CueRow | None, lower: CueRow | None, depth: int) -> tuple[CueRow | None, int]:
    """The group and the index in it that the line between two rows stands for at a depth."""
    if lower is not None and lower.depth == depth:
        return next(model.around(lower), None), lower.position
    if upper is None:
        return None, 0
    if upper.depth < depth:
        return upper, 0
    anchor = next(each for each in (upper, *model.around(upper)) if each.depth == depth)
    return next(model.around(anchor), None), anchor.position + 1


def _at(model: CueRows, moved: list[CueRow], parent: CueRow | None, index: int) -> Place | None:
    """The same beside a cue that stays where it is."""
    keys = {row.key for row in moved}
    if parent is not None and any(each.key in keys for each in (parent, *model.around(parent))):
        return None
    siblings = model.siblings(parent)
    staying = [(at, each) for at, each in enumerate(siblings) if each.key not in keys]
    before = [each for at, each in staying if at < index]
    after = [each for at, each in staying if at >= index]
    if before:
        return Place("after", Item("cue", before[-1].id))
    if after:
        return Place("before", Item("cue", after[0].id))
    return Place("start", Item("list", model.name) if parent is None else Item("cue", parent.id))

"""The rows that an edit is about, of all that are selected."""

from collections.abc import Iterable

from showctl.showfile.item import Item
from showctl.ui.models.cue_rows import CueRow, CueRows


def in_order(rows: Iterable[CueRow], model: CueRows) -> list[CueRow]:
    """Rows as they stand in the list."""
    return sorted(rows, key=lambda row: place_of(row, model))


def outermost(rows: Iterable[CueRow], model: CueRows) -> list[CueRow]:
    """Rows in order, without those inside a group that is among them: they go along with it."""
    chosen = list(rows)
    keys = {row.key for row in chosen}
    return in_order((row for row in chosen if not any(g.key in keys for g in model.around(row))), model)


def place_of(row: CueRow, model: CueRows) -> tuple[int, ...]:
    """A sort key: its place among its siblings, after those of the groups around it."""
    return (*reversed([each.position for each in model.around(row)]), row.position)


def items_of(rows: Iterable[CueRow]) -> tuple[Item, ...]:
    """The same as edits name them."""
    return tuple(Item("cue", row.id) for row in rows)

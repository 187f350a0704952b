"""Moving cues by keys: over the next one, into the group above, out of the group around."""

from showctl.session.edit import Place
from showctl.showfile.item import Item
from showctl.ui.models.cue_rows import CueRow, CueRows


def step_over(model: CueRows, rows: list[CueRow], step: int) -> Place | None:
    """Before the one above the first of them, or after the one below the last; at an end of a group out of it."""
    edge = rows[0] if step < 0 else rows[-1]
    around = next(model.around(edge), None)
    siblings = model.siblings(around)
    keys = {row.key for row in rows}
    beyond = siblings[: edge.position][::-1] if step < 0 else siblings[edge.position + 1 :]
    other = next((row for row in beyond if row.key not in keys), None)
    where = "before" if step < 0 else "after"
    if other is None:
        return Place(where, Item("cue", around.id)) if around is not None else None  # type: ignore[arg-type]
    return Place(where, Item("cue", other.id))  # type: ignore[arg-type]


def step_in(model: CueRows, rows: list[CueRow]) -> Place | None:
    """To the end of the group above them."""
    first = rows[0]
    above = model.siblings(next(model.around(first), None))[: first.position]
    group = above[-1] if above and above[-1].children else None
    return Place("end", Item("cue", group.id)) if group is not None else None


def step_out(model: CueRows, rows: list[CueRow]) -> Place | None:
    """Behind the group around them."""
    around = next(model.around(rows[-1]), None)
    return Place("after", Item("cue", around.id)) if around is not None else None

"""Cells of the cue list that are written in: what stands there in the file, and the edit that writing it comes to."""

from typing import Any

from showctl.cues.registry import type_of
from showctl.model.cue import Continue, Cue, CueId
from showctl.model.unit import format_seconds, parse_seconds
from showctl.session.change import Changing, EditRefused
from showctl.session.edit import Remove, Rename, Set
from showctl.session.written import worded, written
from showctl.showfile.graft import at
from showctl.showfile.item import Item, path_of
from showctl.showfile.tree import Mapping
from showctl.ui.models.cue_tree import DEPARTMENT, DURATION, LABEL, NUMBER, POST_WAIT, PRE_WAIT, THEN
from showctl.ui.tongue import marked, tr

Field = tuple[str, ...]
CELLS = (NUMBER, LABEL, PRE_WAIT, DURATION, POST_WAIT)
"""Columns that are written in, in the order in which Tab goes through them; *Then* is chosen by turns."""
TIMES = frozenset({PRE_WAIT, DURATION, POST_WAIT})
WRITTEN = frozenset({*CELLS, DEPARTMENT, THEN})
"""Columns in which a double click writes in Edit mode: beside a cell that cannot be written in, the label."""
NAMES = {
    NUMBER: marked("Number"),
    LABEL: marked("Label"),
    PRE_WAIT: marked("Pre-wait"),
    DURATION: marked("Duration"),
    POST_WAIT: marked("Post-wait"),
}
_FIELDS: dict[int, Field] = {
    NUMBER: ("cue",), LABEL: ("label",), PRE_WAIT: ("pre-wait",), POST_WAIT: ("post-wait",), THEN: ("continue",)
}  # fmt: skip
_DURATIONS: dict[str, Field] = {
    "wait": ("wait",), "light": ("light", "time"), "fade": ("fade", "time"),
    "audio": ("audio", "duration"), "video": ("video", "duration"),
}  # fmt: skip
"""By type of cue what its duration is made of, where that is one time."""
_TURNS = [Continue.NONE, Continue.AUTO_CONTINUE, Continue.AUTO_FOLLOW]


def field_of(cue: Cue, column: int) -> Field | None:
    """What is written in a cell; None where nothing can be."""
    return _DURATIONS.get(type_of(cue)) if column == DURATION else _FIELDS.get(column)


def standing(root: Mapping, cue: CueId, field: Field) -> str | None:
    """What stands there, as it is written; None where it is more than one text: times by parameter, say."""
    node: Any = at(root, path_of(root, Item("cue", cue)))
    for key in field:
        if not isinstance(node, Mapping):
            return None
        node = node.get(key)
    return str(node) if isinstance(node, str) else "" if node is None else None


def why_not(column: int, text: str) -> str:
    """What is wrong with a text before anybody is asked; empty where nothing is."""
    if column == NUMBER and not text.strip():
        return tr("a cue needs a number; write for example 12, 12.5 or LX3")
    if column in TIMES and text.strip():
        try:
            parse_seconds(text.strip())
        except ValueError as wrong:
            return str(wrong)
    return ""


def reading(column: int, text: str) -> str:
    """How a time is understood: `1m30s`."""
    if column not in TIMES or not text.strip() or why_not(column, text):
        return ""
    return format_seconds(parse_seconds(text.strip()))


def edit_of(cue: CueId, column: int, field: Field, before: str, text: str) -> Changing | None:
    """None where nothing changes. Raises EditRefused for what cannot be meant."""
    text = text.strip()
    if text == before.strip():
        return None
    if wrong := why_not(column, text):
        raise EditRefused(wrong)
    item = Item("cue", cue)
    if column == NUMBER:
        return Rename(item, text)
    if not text:
        return Remove(item, field) if field[0] in ("label", "pre-wait", "post-wait") else Set(item, field, "0s")
    return Set(item, field, written(text) if column == LABEL else worded(text, is_text=False))


def next_turn(cue: Cue, item: Item) -> Set | Remove:
    """What follows a cue, the next of the three: nothing, auto-continue, auto-follow."""
    turn = _TURNS[(_TURNS.index(cue.continue_) + 1) % len(_TURNS)]
    return Set(item, ("continue",), turn.value) if turn is not Continue.NONE else Remove(item, ("continue",))


def beside(column: int, step: int, shown: list[int]) -> int | None:
    """The cell after or before one, of those that are shown; None where the row ends."""
    cells = [each for each in CELLS if each in shown]
    where = cells.index(column) + step if column in cells else 0
    return cells[where] if 0 <= where < len(cells) else None

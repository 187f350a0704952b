"""The cues, patch, plan and all else that has a name as tables, which `showctl import` reads back as they were."""

from collections.abc import Iterator
from typing import Any

from showctl.cues.registry import CUE_TYPES, type_of
from showctl.model.cue import MAIN, Cue
from showctl.model.show import Show
from showctl.model.unit import format_seconds
from showctl.paperwork.cue_words import cue_words
from showctl.paperwork.sheet import TITLES, Sheet, Subject
from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.importer.columns import AS_WRITTEN, COLUMNS, INSIDE, NAMES
from showctl.showfile.importer.cue_row import GENERAL
from showctl.showfile.tree import Mapping

_CUE_COLUMNS = (
    "list", "depth", "cue", "label", "department", "what it does", "type", "at", "pre-wait", "duration", "post-wait",
    "continue", "notes", "colour", "armed", "repeat", "if running", "on release", "flagged", "id", "hotkey",
    "starts segment", AS_WRITTEN,
)  # fmt: skip
_PARTS: dict[Subject, str] = {
    "patch": "patch",
    "segments": "run of show",
    "logistics": "logistics",
    "guests": "guests",
    "budget": "budget",
}


def sheet(subject: Subject, root: Mapping, show: Show, list_name: str | None = None) -> Sheet:
    """The table of a subject. `root`: the tree of the file of the show; `list_name`: of cues, one list only."""
    if subject == "cues":
        return Sheet(TITLES[subject], _CUE_COLUMNS, list(_cue_rows(root, show, list_name)))
    columns = COLUMNS[subject]
    if subject in NAMES:
        return Sheet(TITLES[subject], tuple(column.key for column in columns), list(_named_rows(subject, root)))
    items = root.get(_PARTS[subject]) or ()
    rows = [tuple(_cell(_value(item, column.key), column.key) for column in columns) for item in items]
    return Sheet(TITLES[subject], tuple(column.key for column in columns), rows)


def _named_rows(subject: Subject, root: Mapping) -> Iterator[tuple[str, ...]]:
    """Rows of what stands under names; a palette is one cell, as it is written."""
    keys = [column.key for column in COLUMNS[subject]]
    part = root.get(subject) or {}
    if subject == "palettes":
        for kind, named in part.items():
            yield from ((kind, name, _cell(value, AS_WRITTEN)) for name, value in (named or {}).items())
        return
    for name, value in part.items():
        item = value if isinstance(value, Mapping) else {"fixtures": value}
        yield tuple(name if key == NAMES[subject] else _cell(item.get(key), key) for key in keys)


def _cue_rows(root: Mapping, show: Show, list_name: str | None) -> Iterator[tuple[str, ...]]:
    for name, cue_list in show.cue_lists.items():
        if list_name not in (None, name):
            continue
        written = root.get("cues") if name == MAIN else root["lists"][name].get("cues")
        for depth, cue, item in _walk(cue_list.cues, written or (), 0):
            cells = _cells(name, depth, cue, item)
            yield tuple(cells.get(key, "") for key in _CUE_COLUMNS)


def _walk(cues: tuple[Cue, ...], written: Any, depth: int) -> Iterator[tuple[int, Cue, Mapping]]:
    for cue, item in zip(cues, written, strict=True):
        yield depth, cue, item
        yield from _walk(cue.children, item.get("cues") or (), depth + 1)


def _cells(list_name: str, depth: int, cue: Cue, item: Mapping) -> dict[str, str]:
    kind = type_of(cue)
    action = {key: value for key, value in item.items() if key not in (*GENERAL, "cue", "cues")}
    return {
        **{key: _cell(item.get(key), key) for key in ("cue", *GENERAL)},
        "list": list_name,
        "depth": str(depth),
        "department": cue.department,
        "what it does": cue_words(kind, item),
        "type": kind,
        "duration": format_seconds(cue.duration) if kind in CUE_TYPES and cue.duration else "",
        AS_WRITTEN: scalar_or_flow(action)[1:-1],
    }


def _value(item: Mapping, key: str) -> Any:
    """What a column has of an item."""
    above, below = INSIDE.get(key, ("", ""))
    if not above:
        return item.get(key)
    holder = item.get(above)
    return holder.get(below) if isinstance(holder, Mapping) else None


def _cell(value: Any, key: str) -> str:
    """A value as a cell has it; text that looks like a mapping is one under a key."""
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return scalar_or_flow(value)
    return scalar_or_flow({"all": value}) if key == "notes" and str(value).startswith("{") else str(value)

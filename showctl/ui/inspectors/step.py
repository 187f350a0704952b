"""From what is typed in a field to the edit that it is, and to the cue as it would be then."""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from showctl.cues.cue_type import CueType
from showctl.cues.registry import CUE_TYPES
from showctl.session.change import EditRefused, value_of
from showctl.session.edit import Edit, Remove, Set, Several
from showctl.session.written import written
from showctl.showfile.cues import PLACEHOLDER, types_of
from showctl.showfile.graft import put, removed
from showctl.showfile.item import Item
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping
from showctl.showfile.wording import validated
from showctl.ui.fields.names import Names
from showctl.ui.inspectors.facts import facts, short_key
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.tongue import tr

_TYPES = frozenset(CUE_TYPES)
_ADAPTERS: dict[str, TypeAdapter[Any]] = {}


def kind_of(cue: Mapping) -> str:
    """The type of a cue as it is written; empty where that is not clear."""
    keys = _TYPES & cue.keys()
    if len(keys) == 1:
        return next(iter(keys))
    types = types_of(cue)
    return types[0] if len(types) == 1 else ""


def standing(cue: Mapping, path: Path) -> Any:
    """What is written at a path, by its short form, too; None: nothing."""
    node: Any = cue
    for depth, key in enumerate(path):
        if isinstance(node, Mapping):
            node = node.get(key)
        elif node is None or depth == 0:
            return None
        else:
            node = long_form(node, short_key(kind_of(cue), path[:depth])).get(key)
    return node


def long_form(node: Any, short: str) -> dict[str, Any]:
    """The mapping that a short form stands for."""
    if node is None or not short:
        return {}
    if short != "up" and isinstance(node, str) and node.strip() == "all":
        return {"all": "yes"}
    return {short: node}


def text_of(cue: Mapping, row: Row) -> str:
    """What stands in a row's field."""
    return row.plan.read(cue) if row.plan is not None else row.kind.shown(standing(cue, row.path))


def step(cue: Mapping, item: Item, row: Row, text: str) -> Set | Remove | None:
    """The edit of one cue. Empty text: what is written is taken away. None: it is so already."""
    if row.plan is not None:
        path, tree = row.plan.write(cue, text)
        return Set(item, path, written(tree))
    path = row.path
    holder: Any = standing(cue, path[:-1]) if len(path) > 1 else cue
    short = short_key(kind_of(cue), path[:-1])
    if not text.strip():
        if standing(cue, path) is None:
            return None
        if isinstance(holder, Mapping):
            return Remove(item, path)
        return Remove(item, path[:-1])  # all that the short form says
    value = row.kind.written(text)
    if isinstance(holder, Mapping):
        return Set(item, path, value)
    if path[-1] == short:
        return Set(item, path[:-1], value)
    if holder is None and len(path) > 2:
        return Set(item, path, value)
    if path[-1] == "all" and value == "yes":
        return Set(item, path[:-1], "all")
    return Set(item, path[:-1], written({**long_form(holder, short), path[-1]: value_of(value)}))


def edit_of(cues: Sequence[tuple[str, Mapping]], row: Row, text: str) -> Edit | None:
    """The edit of all these cues (id and what is written), undone as one. None: they are so already. Raises
    EditRefused."""
    steps = [step(cue, Item("cue", cue_id), row, text) for cue_id, cue in cues]
    found = tuple(each for each in steps if each is not None)
    if len(found) < 2:
        return found[0] if found else None
    return Several(found, tr("{field} of %n cue(s)", "", len(found)).format(field=tr(row.caption).lower()))


def after(cue: Mapping, row: Row, text: str) -> Mapping:
    """The cue as it would be written. Raises EditRefused."""
    made = step(cue, Item("cue", "?"), row, text)
    if made is None:
        return cue
    if isinstance(made, Set):
        return put(cue, made.field, value_of(made.value))
    return removed(cue, made.field)


def read_cue(cue: Mapping) -> tuple[CueType | None, str]:
    """The cue as it is read, or why it cannot be, `what; remedy`. What is inside a group is not looked at."""
    kind = kind_of(cue)
    if not kind:
        return None, ""
    values: dict[str, Any] = {**cue, "cues": [PLACEHOLDER]} if "cues" in cue else cue
    report = Report("cue", {})
    adapter = _ADAPTERS.setdefault(kind, TypeAdapter(CUE_TYPES[kind]))
    found = validated(values, CUE_TYPES[kind], adapter, (), report)
    if report.problems:
        return None, report.problems[0].words
    return found, ""


def wrong(cue: Mapping, row: Row, text: str, names: Names) -> str:
    """What is wrong with what is typed, `what; remedy`; empty: nothing."""
    known = facts(kind_of(cue), row.path)
    if not text.strip():
        if known.required or row.required:
            if known.example:
                return tr("this cannot be empty; write for example {example}").format(example=known.example)
            return tr("this cannot be empty; write a value")
    elif row.plan is None and (found := known.wrong(row.kind.written(text)) or row.kind.wrong(text, names)):
        return found
    try:
        then = after(cue, row, text)
        return read_cue(then)[1] if kind_of(then) else tr("this cannot be empty; write a value")
    except EditRefused as refused:
        return str(refused)

"""Other numbers for cues, wherever they are named: in the cue itself and in those that act on it."""

from collections.abc import Callable, Container
from collections.abc import Mapping as Table
from typing import Any

from showctl.cues.acting import ActingCue
from showctl.cues.registry import CUE_TYPES
from showctl.cues.targets import parse_reference, resolve
from showctl.model.cue import MAIN, CueId, cue_id
from showctl.model.unit import Quoted
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.due_cue import due_cues, with_cue
from showctl.showfile.tree import Mapping, Sequence, node_at

ACTS = tuple(name for name, kind in CUE_TYPES.items() if issubclass(kind, ActingCue))
"""Keys under which a cue names others."""
_NAMING = ("cue", "if armed", "if flagged")


def renumbered(root: Mapping, ids: Table[CueId, CueId], there: Container[CueId] | None = None) -> Mapping:
    """The tree with cues called by their new ids, in the same places.

    `ids`: new by old one, for all at once, so that two may change places; who is not named keeps its own. The list of a
    new id only says how others name it. `there`: the ids that there will be in the end, else those of the result.
    """
    if all(old == new for old, new in ids.items()):
        return root
    old_ids = {cue_id(name, _number(cue)) for name, path, cues in lists_of(root) for _, cue, _ in walk(cues, path)}
    ends = there if there is not None else {ids.get(old, old) for old in old_ids}
    changed = root
    for name, path, cues in lists_of(root):
        new = _cues(cues, name, old_ids, ids, ends)
        if new is not cues:
            changed = replaced(changed, path, new)
    return _due(changed, old_ids, ids, ends)


def _due(root: Mapping, old_ids: Container[CueId], ids: Table[CueId, CueId], ends: Container[CueId]) -> Mapping:
    """The same with due times that go by these cues."""
    for path, reference in list(due_cues(root)):
        text = node_at(root, path)
        new = _reference(reference, MAIN, MAIN, old_ids, ids, ends)
        if new != reference:
            due = with_cue(text, new)
            root = replaced(root, path, Quoted(due) if isinstance(text, Quoted) else due)
    return root


def replaced(node: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The tree with another value at a path that there is."""
    if not path:
        return value
    copy = node.changed()
    copy[path[0]] = replaced(node[path[0]], path[1:], value)
    return copy


def _cues(
    cues: Sequence, name: str, old_ids: Container[CueId], ids: Table[CueId, CueId], ends: Container[CueId]
) -> Any:
    return _each(cues, lambda cue: _cue(cue, name, old_ids, ids, ends) if isinstance(cue, Mapping) else cue)


def _cue(
    cue: Mapping, name: str, old_ids: Container[CueId], ids: Table[CueId, CueId], ends: Container[CueId]
) -> Mapping:
    old = cue_id(name, _number(cue))
    new = ids.get(old, old)
    values: dict[str, Any] = {}
    number = new.rpartition("/")[2]
    if number != _number(cue):
        values["cue"] = Quoted(number) if isinstance(cue["cue"], Quoted) else number
    own_list = new.rpartition("/")[0] or MAIN

    def reference(text: Any) -> Any:
        return _reference(text, name, own_list, old_ids, ids, ends)

    for act in ACTS:
        if act in cue:
            values[act] = _references(cue[act], reference)
    if isinstance(inside := cue.get("cues"), Sequence):
        values["cues"] = _cues(inside, name, old_ids, ids, ends)
    if all(cue[key] is value for key, value in values.items()):
        return cue
    copy = cue.changed()
    copy.update(values)
    return copy


def _reference(
    text: Any,
    name: str,
    own_list: str,
    old_ids: Container[CueId],
    ids: Table[CueId, CueId],
    ends: Container[CueId],
) -> Any:
    """How the cue that is named from one list is named now, from another."""
    try:
        meant = resolve(parse_reference(text), name, old_ids)
    except ValueError:
        return text
    if meant is None:
        return text
    becomes = ids.get(meant, meant)
    if resolve(text.strip(), own_list, ends) == becomes:
        return text
    short = becomes.rpartition("/")[2]
    full = becomes if "/" in becomes else f"{MAIN}/{becomes}"
    written = short if resolve(short, own_list, ends) == becomes else full
    return Quoted(written) if isinstance(text, Quoted) else written


def _references(value: Any, reference: Callable[[Any], Any]) -> Any:
    """The same with every cue that it names put through a function."""
    if isinstance(value, Mapping):
        named = {key: _references(value[key], reference) for key in _NAMING if key in value}
        if all(value[key] is new for key, new in named.items()):
            return value
        copy = value.changed()
        copy.update(named)
        return copy
    if isinstance(value, Sequence):
        return _each(value, reference)
    return reference(value)


def _each(those: Sequence, make: Callable[[Any], Any]) -> Sequence:
    made = [make(item) for item in those]
    if all(new is old for new, old in zip(made, those, strict=True)):
        return those
    copy = those.changed()
    copy[:] = made
    return copy


def _number(cue: Mapping) -> str:
    return str(cue.get("cue")).strip()

"""Cues of two shows compared: which came, went, moved, got another number, and what in them changed."""

from collections import defaultdict
from collections.abc import Iterator

from showctl.cues.registry import CUE_TYPES
from showctl.model.cue import MAIN
from showctl.showfile.change import Change
from showctl.showfile.compare_item import ItemChanges
from showctl.showfile.cue_numbers import renumbered
from showctl.showfile.cues import types_of
from showctl.showfile.entry import Entry, cue_entries
from showctl.showfile.order import staying
from showctl.showfile.tree import Mapping, node_at
from showctl.showfile.who_is_who import Matched, alike


def cue_changes(a: Mapping, b: Mapping, changes: ItemChanges) -> Iterator[Change]:
    """Every change of every cue, in the order of `b`; what was removed where it stood."""
    if a.get("cues") is b.get("cues") and a.get("lists") is b.get("lists"):
        return
    matched = Matched(cue_entries(a), cue_entries(b))
    numbers = {old.item.name: new.item.name for old, new in matched.in_b.items()}
    other = {old: new for old, new in numbers.items() if old != new}
    # What acts on a cue that has another number now names it by that number: no change of what it does.
    named = renumbered(a, other, {entry.item.name for entry in matched.b}) if other else a
    moved = dict(moves(matched))
    gone = defaultdict(list)
    last: Entry | None = None
    for old in matched.a:
        if old in matched.in_b:
            last = matched.in_b[old]
        else:
            gone[last].append(old)
    for new in (None, *matched.b):
        if new is not None:
            yield from _one(matched, new, moved, named, a, changes)
        for old in gone[new]:
            yield Change("removed", old.item, (), summary(old.node), about=old.label)


def _one(
    matched: Matched, new: Entry, moved: dict[Entry, Change], named: Mapping, a: Mapping, changes: ItemChanges
) -> Iterator[Change]:
    old = matched.in_a.get(new)
    if old is None:
        yield Change("added", new.item, (), "", summary(new.node), about=new.label)
        return
    if _number(old) != _number(new):
        yield Change("renumbered", new.item, (), _number(old), _number(new), old.item, new.label)
    if new in moved:
        yield moved[new]
    node = node_at(named, old.path) if named is not a else old.node
    if node is not old.node or not alike(old, new):
        yield from changes.of_cue(new.item, node, new.node, new.label)


def moves(matched: Matched) -> Iterator[tuple[Entry, Change]]:
    """What stands at another place than before, as few things as explain it."""
    places = {entry: at for at, entry in enumerate(matched.a)}
    rows: dict[tuple[str, Entry | None], list[Entry]] = defaultdict(list)
    strayed: list[Entry] = []
    for new, old in matched.in_a.items():
        holder = matched.in_b.get(old.holder) if old.holder is not None else None
        if old.place == new.place and holder is new.holder and (old.holder is None) == (new.holder is None):
            rows[new.place, new.holder].append(new)
        else:
            strayed.append(new)
    at = {entry: index for index, entry in enumerate(matched.b)}
    for row in rows.values():
        row.sort(key=at.__getitem__)
        stayed = staying([places[matched.in_a[new]] for new in row])
        strayed += [new for index, new in enumerate(row) if index not in stayed]
    for new in strayed:
        old = matched.in_a[new]
        was = old.item if old.item != new.item else None
        yield new, Change("moved", new.item, (), place_words(old), place_words(new), was, new.label)


def place_words(entry: Entry) -> str:
    """`after cue 12`, `the top`, `the top of cue 7`, `after cue 7.1 in cue 7`, `after segment doors`."""
    inside = ""
    if entry.holder is not None:
        inside = str(entry.holder.item)
    elif entry.item.kind == "cue" and entry.place != MAIN:
        inside = f"list {entry.place}"
    if entry.before is None:
        return f"the top of {inside}" if inside else "the top"
    return f"after {entry.before.item}" + (f" in {inside}" if entry.holder is not None else "")


def summary(cue: Mapping) -> str:
    """A cue in some words: `"Walk-in", light`."""
    label = cue.get("label")
    types = types_of(cue)
    kind = types[0] if len(types) == 1 and types[0] in CUE_TYPES else "cue"
    return f'"{" ".join(label.split())}", {kind}' if isinstance(label, str) and label.strip() else kind


def _number(entry: Entry) -> str:
    return entry.item.name.rpartition("/")[2]

"""Which keys a mapping writes after an edit, in which order: merged ones stay merged where nothing changed."""

from typing import Any, Final

from showctl.model.problem import Path
from showctl.showfile.definition import Defined, merged_now
from showctl.showfile.field_order import order_of
from showctl.showfile.matching import Entry, renamed, same, stayers
from showctl.showfile.tree import Mapping

KEPT: Final = object()
"""Stands for what is merged by `<<`, which is kept as it is written."""


def matched_keys(new: Mapping, old: Mapping, path: Path, defined: Defined) -> list[Entry]:
    """The entries as they are to be written, each with the one that was read."""
    written, kept = _written(new, old, defined)
    places = {key: at for at, key in enumerate(old.spans)}
    then = [(key, _value(old, key)) for key in old.spans if key != "<<"]
    names = renamed(written, then)
    written = _placed(written, {*places, *names}, new, path)
    for key in old.spans:  # the author's own keys and << stay behind what they stood behind
        own = key in new.own and key in old.own
        if own or (key == "<<" and kept):
            above = list(old.spans)[: places[key]]
            after = [at for at, (name, _) in enumerate(written) if names.get(name, name) in above]
            at = max(after, default=-1) + 1
            if own:
                written = [entry for entry in written if entry[0] != key]
                after = [i for i, (name, _) in enumerate(written) if names.get(name, name) in above]
                at = max(after, default=-1) + 1
            written.insert(at, (key, new.own[key] if own else KEPT))
    olds = [places.get(names.get(key, key), -1) for key, _ in written]
    stay = stayers(olds)
    return [Entry(key, value, olds[at], at in stay) for at, (key, value) in enumerate(written)]


def _written(new: Mapping, old: Mapping, defined: Defined) -> tuple[list[tuple[str, Any]], bool]:
    """All keys that are not merged, and whether the merge stays."""
    entries = [*new.items(), *new.own.items()]
    if (given := merged_now(new, old, defined)) is not None:
        return [
            (key, value)
            for key, value in entries
            if key not in given or not same(value, given[key]) or (key in old.spans and same(value, old.get(key)))
        ], True
    if "<<" not in old.spans or any(key not in new for source in old.sources for key in source):
        return entries, False
    return [(key, value) for key, value in entries if not _merged(old, key, value)], True


def _merged(old: Mapping, key: str, value: Any) -> bool:
    """Whether a value of a key comes through `<<`: as it did, or since what was written over it is taken away."""
    if key in old.merged:
        return same(value, old[key])
    there, given = old.given(key)
    return there and value is given and value is not old.get(key)


def _value(node: Mapping, key: str) -> Any:
    return node.own.get(key) if key[:2] == "x-" else node.get(key)


def _placed(written: list[tuple[str, Any]], known: set[str], new: Mapping, path: Path) -> list[tuple[str, Any]]:
    """Keys that were put at the end of a mapping of the model go to their place in the order of its fields."""
    order = order_of(new, path)
    plain = [entry for entry in written if entry[0] not in new.own]
    added: list[tuple[str, Any]] = []
    while plain and plain[-1][0] not in known and plain[-1][0] in order:
        added.insert(0, plain.pop())
    for entry in added:
        above = [at for at, (key, _) in enumerate(plain) if order.get(key, len(order)) < order[entry[0]]]
        plain.insert(max(above, default=-1) + 1, entry)
    return [*plain, *(entry for entry in written if entry[0] in new.own)]

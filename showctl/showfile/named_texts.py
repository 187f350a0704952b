"""Texts with a name (&a) and what repeats them (*a), values and keys: which of them say one thing after an edit too."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from showctl.showfile.anchors import named
from showctl.showfile.matching import matched_items
from showctl.showfile.origin import Origin
from showctl.showfile.splice_keys import matched_keys
from showctl.showfile.tree import Mapping, Sequence


class _Said(NamedTuple):
    """What is said now at a place where a named text, or what repeats it, was read."""

    at: int
    text: str
    was: str


class Reworded(NamedTuple):
    """What an edit says where texts with a name and what repeats them were read."""

    alike: dict[int, str]
    """By where one starts what it says anew, where all places that are left say the same: the name can stay there, and
    so can what repeats it. A text whose own place is gone is left out."""
    otherwise: dict[int, str]
    """By where what repeats a text starts the name, where it says something else than that text did."""


def reworded(root: Mapping, origin: Origin) -> Reworded:
    """What a tree says there, of which some was read from a text."""
    meant = {each.start: each.meant for each in named(origin)}
    edited: list[Any] = []
    read: list[Any] = []
    _gather(root, edited, read)
    found: dict[int, list[_Said]] = {}
    for node in edited:
        if node.base is not None and node.base.origin is origin:
            for said in _edited(node, meant):
                found.setdefault(meant[said.at], []).append(said)
    those = {at: said for at, said in found.items() if len({each.text for each in said}) == 1}
    if all(_says(origin, at, said[0].text) for at, said in those.items()):
        return Reworded({}, _otherwise(found, origin))
    for node in read:
        for at in _places(node) if node.origin is origin else ():
            if at in meant:
                those.pop(meant[at], None)
    same = {
        each.at: each.text
        for at, said in those.items()
        if any(each.at == at for each in said) and not _says(origin, at, said[0].text)
        for each in said
    }
    return Reworded(same, _otherwise(found, origin))


def _otherwise(found: dict[int, list[_Said]], origin: Origin) -> dict[int, str]:
    changed = {each.at for at, said in found.items() for each in said if each.at != at and each.text != each.was}
    return {each.start: each.name for each in named(origin) if each.start in changed} if changed else {}


def _says(origin: Origin, at: int, text: str) -> bool:
    """Whether a named text is plainly the same as before."""
    end = next(each.end for each in named(origin) if each.start == at)
    return origin.text[at:end].partition(" ")[2].strip() == text


def _gather(root: Any, edited: list[Any], read: list[Any]) -> None:
    """All mappings and lists of a tree, each once: those that an edit made, and those that are as they were read."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping | Sequence) or id(node) in seen:
            continue
        seen.add(id(node))
        (edited if node.origin is None else read).append(node)
        waiting += [*node.values(), *node.own.values()] if isinstance(node, Mapping) else node


def _edited(node: Mapping | Sequence, meant: dict[int, int]) -> Iterator[_Said]:
    old = node.base
    assert old is not None
    if not any(at in meant for at in _places(old)):
        return
    if isinstance(node, Mapping) and isinstance(old, Mapping):
        spans = list(old.spans.values())
        keys = list(old.spans)
        entries = matched_keys(node, old, (), {})
    else:
        assert isinstance(node, Sequence)
        assert isinstance(old, Sequence)
        spans = old.spans
        keys = []
        entries = matched_items(node, old)
    for entry in entries:
        if entry.old < 0:
            continue
        key, value, _ = spans[entry.old]
        if entry.key and key in meant:
            yield _Said(key, entry.key, keys[entry.old])
        if isinstance(entry.value, str) and value in meant:
            yield _Said(value, entry.value, str(_value(old, keys[entry.old] if keys else entry.old)))


def _value(node: Mapping | Sequence, at: str | int) -> Any:
    if isinstance(node, Mapping):
        key = str(at)
        return node.own.get(key) if key[:2] == "x-" else node.get(key)
    return node[int(at)]


def _places(node: Mapping | Sequence) -> Iterator[int]:
    """Where the keys and values of what was read start."""
    for key, value, _ in node.spans.values() if isinstance(node, Mapping) else node.spans:
        yield value
        if isinstance(node, Mapping):
            yield key

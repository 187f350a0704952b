"""What of a show is called otherwise in another state of it, where that is sure."""

import contextlib
from collections import Counter, defaultdict
from functools import cached_property
from typing import Any

from showctl.model.problem import Path
from showctl.showfile.entry import shape
from showctl.showfile.item import LISTED, NAMED, Item, items, path_of
from showctl.showfile.renaming import called_in, mentions, renamed_everywhere
from showctl.showfile.reword import KeyTaken
from showctl.showfile.tree import Mapping, Sequence, node_at

_KINDS = ("device", "fixture", "group", "master", "palette", "list", "segment", "person", "supplier")
_KEYS = (
    *(key for key, kind in NAMED.items() if kind in _KINDS),
    *(key for key, (kind, _) in LISTED.items() if kind in _KINDS),
    "palettes",
)
_MOST = 2500
"""Pairs of what went and what came that are looked at: with more of them the two are not two states of one show."""
_ALIKE = 0.5
"""How much of the cues of two lists has to be the same for them to be one, by another name."""
Renames = dict[Item, Item]
"""By what something was called what it is called now."""


class Mentions:
    """The places of a show at which something is called by its name; of a key what it is a key of."""

    def __init__(self, root: Mapping) -> None:
        self._root = root
        self._known: dict[str, dict[str, set[Path]]] = {}

    def of(self, item: Item) -> frozenset[Path]:
        """Where it is named; a line of fixtures where any of them is."""
        kind = item.kind if item.kind != "palette" else item.name.partition(" ")[0]
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self._gathered(item)
        return frozenset().union(*(known.get(name, ()) for name in _own_names(item)))

    def _gathered(self, item: Item) -> dict[str, set[Path]]:
        found: dict[str, set[Path]] = defaultdict(set)
        names: dict[str, tuple[str, ...]] = {}
        for path, text, key in mentions(self._root, item):
            if text not in names:
                names[text] = called_in(text, item.kind)
            for name in names[text]:
                found[name].add(path[:-1] if key else path)
        return found


class _Things:
    """What has a name in a show, and where each is named."""

    def __init__(self, root: Mapping) -> None:
        part = Mapping()
        part.update({key: root[key] for key in _KEYS if key in root})
        self.nodes = {item: node_at(part, path) for item, path in items(part).items() if item.kind in _KINDS}
        self.mentions = Mentions(root)

    @cached_property
    def fixtures(self) -> frozenset[str]:
        return frozenset(name for item in self.nodes if item.kind == "fixture" for name in _own_names(item))


def renames(a: Mapping, b: Mapping) -> Renames:
    """What is in `a` only, with what is in `b` only, says the same and is named wherever the other was; both alone so.

    What says something else, too, is the same where it is named in the very places in which the other was.
    """
    if all(a.get(key) is b.get(key) for key in _KEYS):
        return {}
    before, after = _Things(a), _Things(b)
    gone: dict[str, list[Item]] = defaultdict(list)
    for item in before.nodes:
        if item not in after.nodes:
            gone[item.kind].append(item)
    come = [item for item in after.nodes if item not in before.nodes]
    if sum(len(gone[new.kind]) for new in come) > _MOST:
        return {}
    akin = ((old, new) for new in come for old in gone[new.kind] if _akin(old, new, before, after))
    pairs = [(old, new) for old, new in akin if _same_thing(before, after, old, new)]
    return {
        old: new
        for old, new in pairs
        if sum(each == old for each, _ in pairs) == 1 and sum(each == new for _, each in pairs) == 1
    }


def with_name(root: Mapping, old: Item, new: Item) -> Mapping | None:
    """The tree in which something is called as it is elsewhere; None where that cannot be."""
    with contextlib.suppress(KeyError):
        path_of(root, new)
        return None
    try:
        return renamed_everywhere(root, old, _short(new))
    except (ValueError, KeyTaken, KeyError):
        return None


def named_at(root: Mapping, item: Item) -> frozenset[Path]:
    """Where something is called by its name; of a key what it is a key of."""
    return Mentions(root).of(item)


def _short(item: Item) -> str:
    """The name alone: of a palette without its kind."""
    return item.name.partition(" ")[2] if item.kind == "palette" else item.name


def _own_names(item: Item) -> tuple[str, ...]:
    """The names of the fixtures of a line; the one of anything else."""
    return called_in(item.name, "fixture") if item.kind == "fixture" else (_short(item).strip(),)


def _akin(old: Item, new: Item, before: _Things, after: _Things) -> bool:
    if old.kind == "palette":
        return old.name.partition(" ")[0] == new.name.partition(" ")[0]
    if old.kind != "fixture":
        return True
    was, now = _own_names(old), _own_names(new)
    return len(was) == len(now) and before.fixtures.isdisjoint(now) and after.fixtures.isdisjoint(was)


def _same_thing(a: _Things, b: _Things, old: Item, new: Item) -> bool:
    if b.mentions.of(old):
        return False
    before, now = a.mentions.of(old), b.mentions.of(new)
    if old.kind == "list":
        return (bool(now) or not before) and _common_cues(a.nodes[old], b.nodes[new]) >= _ALIKE
    if _said(old, a.nodes[old]) == _said(new, b.nodes[new]):
        return bool(now) or not before
    return bool(before) and before == now


def _said(item: Item, node: Any) -> Any:
    """All that is written in it save its name."""
    key = next((key for kind, key in LISTED.values() if kind == item.kind), None)
    if key is None or not isinstance(node, Mapping):
        return shape(node)
    return [(name, shape(value)) for name, value in (*node.items(), *node.own.items()) if name != key]


def _common_cues(a: Any, b: Any) -> float:
    """0..1: how much of the cues of two lists is the same; of two without any all is."""
    ours, others = (each.get("cues") if isinstance(each, Mapping) else None for each in (a, b))
    if not isinstance(ours, Sequence) or not isinstance(others, Sequence):
        return float(shape(a) == shape(b))
    one, other = (Counter(map(shape, cues)) for cues in (ours, others))
    return sum((one & other).values()) / max(len(ours), len(others), 1) if ours or others else 1.0

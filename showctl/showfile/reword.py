"""Texts and keys of a tree written otherwise, so that what stands in several places stays one thing."""

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from showctl.model.problem import Path
from showctl.showfile.tree import Mapping, Sequence


class Rewording(NamedTuple):
    """What a text, or the key with which a path ends, is to say."""

    path: Path
    text: str
    key: bool = False


class KeyTaken(Exception):
    """Two keys of one mapping would be the same. `old`, `new`: of the first that would be."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old, new)
        self.old, self.new = old, new


class _Below:
    """What is to be said at a place and below it."""

    __slots__ = ("inside", "key", "text")

    def __init__(self) -> None:
        self.inside: dict[str | int, _Below] = {}
        self.key: str | None = None
        self.text: str | None = None

    def signature(self) -> Hashable:
        """The same for what does the same."""
        inside = sorted(((str(name), below.signature()) for name, below in self.inside.items()), key=lambda e: e[0])
        return self.key, self.text, tuple(inside)


def reworded_at(root: Mapping, rewordings: Iterable[Rewording]) -> Mapping:
    """The tree with other texts and keys, which stay in their place. What is repeated by an alias or merged stays so
    where all of its places are reworded alike: its definition under an `x-` key goes with it. Raises KeyTaken.
    """
    top = _Below()
    for path, text, key in rewordings:
        at = top
        for element in path:
            at = at.inside.setdefault(element, _Below())
        if key:
            at.key = text
        else:
            at.text = text
    if not top.inside:
        return root
    writer = _Writer()
    new = writer.anew(root, top)
    assert isinstance(new, Mapping)
    read = root.read
    repeats = read is not None and read.origin is not None and read.origin.repeats
    return writer.with_definitions(new) if repeats else new


class _Writer:
    def __init__(self) -> None:
        self.done: dict[Hashable, Any] = {}
        self.instead: dict[int, Any] = {}
        """By identity what stands in the place of a node."""
        self.merged: list[tuple[Mapping, _Below]] = []

    def anew(self, node: Any, below: _Below) -> Any:
        if isinstance(node, str):
            return node if below.text is None else type(node)(below.text)
        if not below.inside or not isinstance(node, Mapping | Sequence):
            return node
        known = (id(node), below.signature())
        if known not in self.done:
            new = self._mapping(node, below) if isinstance(node, Mapping) else self._sequence(node, below)
            self.done[known] = new
            self.instead.setdefault(id(node), new)
        return self.done[known]

    def _mapping(self, node: Mapping, below: _Below) -> Mapping:
        new = node.changed()
        new.clear()
        for key, value in node.items():
            inside = below.inside.get(key)
            name = key if inside is None or inside.key is None else inside.key
            if name in new:
                raise KeyTaken(*((key, name) if name != key else (_renamed_to(below, name), name)))
            new[name] = value if inside is None else self.anew(value, inside)
        read = node.read
        for source in read.sources if read is not None else ():
            self.merged.append((source, _of_source(node, source, below)))
        return new

    def _sequence(self, node: Sequence, below: _Below) -> Sequence:
        new = node.changed()
        for at, inside in below.inside.items():
            if isinstance(at, int) and at < len(new):
                new[at] = self.anew(new[at], inside)
        return new

    def with_definitions(self, root: Mapping) -> Mapping:
        """The tree in which what stands under keys of the author's own is reworded too, if it stands elsewhere."""
        for source, below in self.merged:
            if id(source) not in self.instead:
                self.anew(source, below)
        new: Mapping = _Definitions(self.instead).anew(root, own=False)
        return new


def _renamed_to(below: _Below, name: str) -> str:
    return next(str(key) for key, each in below.inside.items() if each.key == name)


def _of_source(node: Mapping, source: Mapping, below: _Below) -> _Below:
    """What is reworded of what a mapping merges; values that the mapping writes itself say nothing of it."""
    found = _Below()
    for key, inside in below.inside.items():
        if key not in source:
            continue
        if node[str(key)] is source[str(key)]:
            found.inside[key] = inside
        elif inside.key is not None:
            found.inside[key] = _Below()
            found.inside[key].key = inside.key
    return found


class _Definitions:
    def __init__(self, instead: dict[int, Any]) -> None:
        self.instead = instead
        self.done: dict[tuple[int, bool], Any] = {}

    def anew(self, node: Any, own: bool) -> Any:
        if not isinstance(node, Mapping | Sequence):
            return node
        if own and id(node) in self.instead:
            return self.instead[id(node)]
        if (id(node), own) not in self.done:
            self.done[id(node), own] = self._inside(node, own)
        return self.done[id(node), own]

    def _inside(self, node: Mapping | Sequence, own: bool) -> Any:
        if isinstance(node, Sequence):
            items = [self.anew(each, own) for each in node]
            if all(one is other for one, other in zip(items, node, strict=True)):
                return node
            sequence = node.changed()
            sequence[:] = items
            return sequence
        values = {key: self.anew(each, own) for key, each in node.items()}
        its_own = {key: self.anew(each, True) for key, each in node.own.items()}
        if all(values[key] is node[key] for key in node) and all(its_own[key] is node.own[key] for key in node.own):
            return node
        mapping = node.changed()
        mapping.update(values)
        mapping.own = its_own
        return mapping

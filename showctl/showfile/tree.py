"""The plain tree that a YAML file is read into: mappings, lists and texts which know where they stand in the file.

A tree is never changed: an edit makes new nodes along its path, which know those that they were made from, and shares
all others.
"""

from typing import Any, Self

from showctl.model.problem import Path
from showctl.showfile.origin import START, Mark, Origin

__all__ = ["NOTHING", "START", "Mapping", "Mark", "Sequence", "Span", "child", "in_tree", "mark_at", "node_at", "where"]

Span = tuple[int, int, int]
"""Offsets into the text: where a key starts (of an item of a list: where the item does), where its value starts and
where that ends, comments after it left out."""
_NOWHERE: Span = (-1, -1, -1)
NOTHING: dict[str, Any] = {}
"""What most mappings have of keys of their author's own and of merged ones; it stays empty."""


class Mapping(dict[str, Any]):
    """A mapping in file order. Keys that start with `x-` are the author's own: kept in `own`, not among the items."""

    __slots__ = ("_spans", "base", "flow", "merged", "origin", "own", "sources", "start")

    def __init__(self, origin: Origin | None = None, start: int = -1, flow: bool = False) -> None:
        super().__init__()
        self.origin = origin
        """The text that it was read from; None for what an edit made."""
        self.start = start
        self.flow = flow
        """Written in braces."""
        self._spans: dict[str, Span] | int | None = None
        """By key; or, which takes a tenth of the memory, where in the offsets of the text those of its keys start, in
        order."""
        self.own: dict[str, Any] = NOTHING
        self.merged: dict[str, Mapping] = NOTHING
        """By key that the mapping does not write itself the one from which `<<` gave it."""
        self.sources: tuple[Mapping, ...] = ()
        """What `<<` merges, in the order that counts; the mapping's own keys come before any of them."""
        self.base: Mapping | None = None
        """What was read that this one was made from by an edit."""

    @property
    def spans(self) -> dict[str, Span]:
        """By key as it is written, the author's own and `<<` among them; not to be changed."""
        found = self._spans
        if isinstance(found, int) and self.origin is not None:
            offsets = iter(self.origin.offsets[found : found + 3 * len(self)])
            return dict(zip(self, zip(offsets, offsets, offsets, strict=True), strict=True))
        return found if isinstance(found, dict) else {}

    def put_spans(self, spans: dict[str, Span] | int) -> None:
        """When it has been read. A number: where in the offsets of its text those of its keys start, three for each, in
        their order."""
        self._spans = spans

    @property
    def mark(self) -> Mark:
        """Where it starts, or what it was made from did."""
        node = self.read
        return node.origin.mark(node.start) if node is not None and node.origin is not None else START

    @property
    def read(self) -> "Mapping | None":
        """The node as it was read: itself, or what it was made from."""
        return self if self.origin is not None else self.base

    def given(self, key: str) -> tuple[bool, Any]:
        """Whether `<<` would give a key that the mapping does not write itself, and what."""
        read = self.read
        source = next((each for each in read.sources if key in each), None) if read is not None else None
        return (True, source[key]) if source is not None else (False, None)

    def changed(self) -> Self:
        """A copy that may be changed until it is part of a tree."""
        copy = type(self)()
        copy.update(self)
        copy.own = self.own
        copy.flow = self.flow
        copy.base = self.read
        return copy

    def key_mark(self, key: str) -> Mark:
        """Where the key stands; for one that an edit wrote, where the mapping does."""
        return self._mark(key, 0)

    def value_mark(self, key: str) -> Mark:
        """Where the value of the key stands."""
        return self._mark(key, 1)

    def _mark(self, key: str, which: int) -> Mark:
        node = self.read
        if node is None or node.origin is None:
            return START
        if key in node.merged:
            return node.merged[key]._mark(key, which)
        offset = node.spans.get(key, _NOWHERE)[which]
        return node.origin.mark(offset) if offset >= 0 else self.mark

    def rename(self, key: str, meant: str) -> None:
        """Put what stands under a key under another one, before anybody has seen the tree."""
        spans = self.spans
        self[meant] = self.pop(key)
        if key in spans:
            spans[meant] = spans.pop(key)
        self._spans = spans


class Sequence(list[Any]):
    """A list in file order."""

    __slots__ = ("base", "flow", "origin", "spans", "start")

    def __init__(self, origin: Origin | None = None, start: int = -1, flow: bool = False) -> None:
        super().__init__()
        self.origin = origin
        self.start = start
        self.flow = flow
        """Written in brackets."""
        self.spans: list[Span] = []
        self.base: Sequence | None = None

    @property
    def mark(self) -> Mark:
        """Where it starts, or what it was made from did."""
        node = self.read
        return node.origin.mark(node.start) if node is not None and node.origin is not None else START

    @property
    def read(self) -> "Sequence | None":
        """The node as it was read: itself, or what it was made from."""
        return self if self.origin is not None else self.base

    def changed(self) -> Self:
        """A copy that may be changed until it is part of a tree."""
        copy = type(self)()
        copy.extend(self)
        copy.flow = self.flow
        copy.base = self.read
        return copy

    def item_mark(self, index: int) -> Mark:
        """Where an item stands; for one that an edit wrote, where it was made from, else where the list does."""
        if self.origin is not None:
            return self.origin.mark(self.spans[index][1])
        item = self[index]
        made_from = item.read if isinstance(item, Mapping | Sequence) else None
        return made_from.mark if made_from is not None else self.mark


def child(node: Any, element: str | int) -> tuple[bool, Any]:
    """Whether a node has the key or item, and what it is."""
    if isinstance(node, Mapping) and isinstance(element, str) and element in node:
        return True, node[element]
    if isinstance(node, Sequence) and isinstance(element, int) and 0 <= element < len(node):
        return True, node[element]
    return False, None


def in_tree(node: Any, path: Path) -> Path:
    """The elements of a path which are in the tree, in order; what is not (branches of a union, say) is left out."""
    found: list[str | int] = []
    for element in path:
        there, below = child(node, element)
        if there:
            found.append(element)
            node = below
    return tuple(found)


def node_at(node: Any, path: Path) -> Any:
    """What stands at a path; for a path that leaves the tree, what stands where it leaves."""
    for element in path:
        there, below = child(node, element)
        if not there:
            break
        node = below
    return node


def mark_at(root: Any, path: Path, key: bool = False) -> Mark:
    """Where a path stands, or the deepest part of it that exists.

    For a text that is the text itself, for a mapping, a list or nothing under a key the key; `key` asks for the key in
    any case.
    """
    node = root
    mark: Mark = getattr(root, "mark", START)
    for element in path:
        there, below = child(node, element)
        if not there:
            break
        if isinstance(node, Mapping):
            text = isinstance(below, str) and not key
            mark = node.value_mark(str(element)) if text else node.key_mark(str(element))
        else:
            mark = node.item_mark(int(element))
        node = below
    return mark


_NAMES = ("cue", "segment", "id", "title", "name")


def where(root: Any, path: Path) -> str:
    """A path in words: `cue 12 > light > time`. Items of lists are called by their number, short name or title."""
    words: list[str] = []
    node = root
    for element in path:
        there, below = child(node, element)
        if not there:
            words.append(str(element))
            continue
        if isinstance(node, Sequence):
            named = next((k for k in _NAMES if isinstance(below, Mapping) and isinstance(below.get(k), str)), None)
            if named == "cue":
                words = [w for w in words if w.startswith("list ")]
            if named in {"cue", "segment"}:
                words = [*(w for w in words if w not in {"cues", "run of show"}), f"{named} {below[named]}"]
            else:
                words.append(str(below[named]) if named else f"item {int(element) + 1}")
        elif words == ["lists"]:
            words = [f"list {element}"]
        else:
            words.append(str(element))
        node = below
    return " > ".join(words)

"""The plain tree that a YAML file is read into: mappings, lists and texts which know where they stand in the file."""

from typing import Any

from showctl.model.problem import Path

Mark = tuple[int, int]
"""Line and column, both counted from 1."""
START: Mark = (1, 1)


class Mapping(dict[str, Any]):
    """A mapping in file order. Keys that start with `x-` are the author's own: kept in `own`, not among the items."""

    __slots__ = ("mark", "marks", "own")

    def __init__(self, mark: Mark = START) -> None:
        super().__init__()
        self.mark = mark
        self.marks: dict[str, tuple[int, int, int, int]] = {}
        """By key: line and column of the key, line and column of its value."""
        self.own: dict[str, Any] = {}

    def key_mark(self, key: str) -> Mark:
        """Where the key stands."""
        return self.marks[key][:2]

    def rename(self, key: str, meant: str) -> None:
        """Put what stands under a key under another one."""
        self[meant], self.marks[meant] = self.pop(key), self.marks.pop(key)

    def value_mark(self, key: str) -> Mark:
        """Where the value of the key stands."""
        return self.marks[key][2:]


class Sequence(list[Any]):
    """A list in file order."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark = START) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []
        """Where each item stands."""


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
            mark = node.marks[int(element)]
        node = below
    return mark


_NAMES = ("cue", "segment", "id", "title")


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

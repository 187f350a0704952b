"""What stands in lists of a show file: cues, patch, segments, guests, logistics, budget; each with its place."""

from dataclasses import dataclass, field
from typing import Any

from showctl.model.cue import cue_id
from showctl.model.problem import Path
from showctl.showfile.cues import DEEPEST_GROUP, lists_of
from showctl.showfile.item import LISTED, Item
from showctl.showfile.tree import Mapping, Sequence


@dataclass(slots=True, eq=False)
class Entry:
    """One of them. Two entries are the same only if they are one object."""

    item: Item
    path: Path
    node: Mapping
    text: str | None
    """As written, where that says all of it; None where an alias or an edit has part in it."""
    holder: "Entry | None" = None
    """The group that a cue is in."""
    place: str = ""
    """The list that it is in: the name of a cue list, else the key of the file."""
    before: "Entry | None" = None
    """What stands before it in the same group or list."""
    _shape: Any = field(default=None, repr=False)

    @property
    def shape(self) -> Any:
        """All that is written in it save its name and the cues inside: two of the same mean the same."""
        if self._shape is None:
            left_out = NAMES[self.item.kind]
            rest = [(key, shape(value)) for key, value in self.node.items() if key not in left_out]
            self._shape = (*rest, *((key, shape(value)) for key, value in self.node.own.items()))
        return self._shape

    @property
    def outline(self) -> Any:
        """What is the same for all of the same shape, and quick to tell."""
        left_out = NAMES[self.item.kind]
        return (self.label, *(key for key in self.node if key not in left_out))

    def says_as(self, other: "Entry") -> bool:
        """Whether another entry of the same kind has the same shape; what has not is told at its first difference."""
        left_out, there = NAMES[self.item.kind], other.node
        if any(value != there.get(key) for key, value in self.node.items() if key not in left_out):
            return False
        return bool(self.shape == other.shape)

    @property
    def label(self) -> str:
        """What people call it besides its name; empty if nothing."""
        found = self.node.get("title" if self.item.kind == "segment" else "label")
        return found.strip() if isinstance(found, str) else ""


NAMES = {kind: frozenset({key}) for kind, key in LISTED.values()} | {"cue": frozenset({"cue", "cues"})}
"""By kind of entry the keys of its name and of the cues inside."""


def shape(node: Any) -> Any:
    """A value that is equal for nodes that are written alike; how keys are laid out and commented does not count."""
    if isinstance(node, dict):
        found: list[Any] = ["{"]
        own = node.own if isinstance(node, Mapping) else {}
        for part in (node, own) if own else (node,):
            for key, value in part.items():  # most of a show are texts, which are not worth a call
                found += (key, value if type(value) is str else shape(value))
        return tuple(found)
    if isinstance(node, list):
        return ("[", *map(shape, node))
    return node if node is None or type(node) is str else (type(node).__name__, str(node))


def same_shape(a: Any, b: Any) -> bool:
    """Whether two nodes are written alike; what is not is told at its first difference."""
    return a is b or bool(a == b and shape(a) == shape(b))


def cue_entries(root: Mapping) -> list[Entry]:
    """Every cue of every list in file order, those inside groups after the group that they are in."""
    found: list[Entry] = []
    for name, path, cues in lists_of(root):
        _cues(cues, path, name, None, 0, found)
    return found


def _cues(cues: Sequence, path: Path, name: str, holder: Entry | None, depth: int, found: list[Entry]) -> None:
    before: Entry | None = None
    texts = _texts(cues)
    for index, node in enumerate(cues):
        if not isinstance(node, Mapping):
            continue
        item = Item("cue", cue_id(name, str(node.get("cue")).strip()))
        before = Entry(item, (*path, index), node, texts[index] if texts else None, holder, name, before)
        found.append(before)
        if isinstance(inside := node.get("cues"), Sequence) and depth < DEEPEST_GROUP:
            _cues(inside, (*path, index, "cues"), name, before, depth + 1, found)


def listed_entries(root: Mapping, key: str) -> list[Entry]:
    """The lines of the patch, the segments, guests, logistics items or budget lines, by their key of the file."""
    listed = root.get(key)
    if not isinstance(listed, Sequence):
        return []
    kind, name_key = LISTED[key]
    texts = _texts(listed)
    found: list[Entry] = []
    for index, node in enumerate(listed):
        if isinstance(node, Mapping):
            item = Item(kind, str(node.get(name_key) or "").strip())
            before = found[-1] if found else None
            found.append(Entry(item, (key, index), node, texts[index] if texts else None, None, key, before))
    return found


def _texts(listed: Sequence) -> list[str] | None:
    """Of every item what is written, if nothing but its own text has part in it."""
    origin = listed.origin
    if origin is None or origin.repeats:
        return None
    return [origin.text[start:end] for start, _, end in listed.spans]

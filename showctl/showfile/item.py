"""The things of a show file that have a name, and the words for them: `cue 12`, `segment doors`, `palette colour gold`.

Edits, comparing and merging all speak of items and of the fields below them.
"""

from typing import Any, NamedTuple

from showctl.model.cue import MAIN, CueId, cue_id
from showctl.model.problem import Path
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.tree import Mapping, Sequence

ONE = {"show": ("show",), "inputs": ("inputs",), "venue": ("venue",)}
"""Kinds of which there is one, by what they are called."""
NAMED = {
    "devices": "device",
    "groups": "group",
    "masters": "master",
    "lists": "list",
    "people": "person",
    "suppliers": "supplier",
}
"""What stands under these keys of the file has its name as its key."""
LISTED = {
    "patch": ("fixture", "id"),
    "run of show": ("segment", "segment"),
    "guests": ("guest", "name"),
    "logistics": ("logistics", "title"),
    "budget": ("budget", "title"),
}
"""What stands in these lists says its name itself: the kind, and the key of the name."""
KINDS = (
    "show", "inputs", "device", "fixture", "group", "palette", "master", "list", "cue", "segment", "person", "supplier",
    "guest", "logistics", "budget", "venue",
)  # fmt: skip


class Item(NamedTuple):
    """One thing of a show. `name`: the number of a cue (`list/12` for those of another list), the id or range of ids of
    a line of the patch, the short name of a segment, the title of a logistics item
    or budget line, the name of a guest, kind and name of a palette
    (`colour gold`), else the key that it stands under.
    """

    kind: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".rstrip()


def items(root: Mapping) -> dict[Item, Path]:
    """Every item with the path of its value, in file order. Of several with the same name the first counts."""
    found = items_but_cues(root)
    found |= {item: path for item, path in cue_items(root).items() if item not in found}
    return found


def cue_items(root: Mapping) -> dict[Item, Path]:
    """Every cue, those inside groups after the group that they are in."""
    return {Item("cue", cue): path for cue, path in cue_paths(root).items()}


def cue_paths(root: Mapping) -> dict[CueId, Path]:
    """The path of every cue. Of cues with the same number the first counts: it is the one that loads."""
    paths: dict[CueId, Path] = {}
    for name, where, cues in lists_of(root):
        for path, cue, _ in walk(cues, where):
            paths.setdefault(cue_id(name, str(cue.get("cue")).strip()), path)
    return paths


def path_of(root: Mapping, item: Item) -> Path:
    """Where an item stands. Raises KeyError if there is none of this name."""
    if item.kind == "cue":
        wanted = item.name.removeprefix(f"{MAIN}/")
        for name, where, cues in lists_of(root):
            if name == MAIN or wanted.startswith(f"{name}/"):
                for path, cue, _ in walk(cues, where):
                    if cue_id(name, str(cue.get("cue")).strip()) == wanted:
                        return path
        raise KeyError(item)
    return items_but_cues(root)[item]


def items_but_cues(root: Mapping) -> dict[Item, Path]:
    """Every item that is no cue, of which there may be thousands."""
    found: dict[Item, Path] = {}
    for key, value in root.items():
        for item, path in _under(key, value):
            found.setdefault(item, path)
    return found


def _under(key: str, value: Any) -> list[tuple[Item, Path]]:
    if key in ONE:
        return [(Item(key), (key,))]
    if key in NAMED and isinstance(value, Mapping):
        return [(Item(NAMED[key], name), (key, name)) for name in value]
    if key in LISTED and isinstance(value, Sequence):
        kind, name_key = LISTED[key]
        named = [(each.get(name_key), at) for at, each in enumerate(value) if isinstance(each, Mapping)]
        return [(Item(kind, str(name).strip()), (key, at)) for name, at in named if name is not None]
    if key == "palettes" and isinstance(value, Mapping):
        kinds = [(kind, inside) for kind, inside in value.items() if isinstance(inside, Mapping)]
        return [(Item("palette", f"{kind} {name}"), (key, kind, name)) for kind, inside in kinds for name in inside]
    return []

"""What a part of a show needs to mean the same elsewhere: fixtures, groups, palettes, devices, masters, and of a plan
the people and suppliers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from showctl.model.selection import expand
from showctl.showfile.item import LISTED, Item
from showctl.showfile.mention import CONTACT_KEYS, PLANNED
from showctl.showfile.rig_reference import selections
from showctl.showfile.tree import Mapping as Tree
from showctl.showfile.tree import node_at

PALETTE_OF = {"intensity": "intensity", "colour": "colour", "position": "position", "beam": "beam", "palette": "mixed"}
"""By key of a line of a look the kind of palette that it may name."""


_PLANNED = {LISTED[key][0] for key in PLANNED}


def fixture_lines(root: Tree) -> dict[str, int]:
    """By fixture the index of its line in the patch."""
    patch = root.get("patch")
    found: dict[str, int] = {}
    for index, line in enumerate(patch if isinstance(patch, list) else ()):
        written = line.get("id") if isinstance(line, Tree) else None
        for name in names(written) if isinstance(written, str) else ():
            found.setdefault(name, index)
    return found


def needs(kind: str, node: Any, paths: Mapping[Item, Any], fixtures: Mapping[str, int]) -> Iterator[Item]:
    """What an item names itself; of cues what is inside, too. Fixtures are named one by one.

    `paths`: the items of its show; what is not among them is not needed, for it is not there.
    """
    if kind == "group":
        for selection in selections(node):
            yield from _selected(selection, paths, fixtures)
        return
    if kind == "palette":
        yield from _look(node, paths, fixtures)
        return
    if not isinstance(node, Tree):
        return
    for key, value in node.items():
        if key == "look" and isinstance(value, Tree):
            yield from _look(value, paths, fixtures)
        elif key == "fixtures" and kind == "master":
            for selection in selections(value):
                yield from _selected(selection, paths, fixtures)
        elif kind in _PLANNED and key in CONTACT_KEYS and isinstance(value, str):
            yield from (item for who in ("person", "supplier") if (item := Item(who, value.strip())) in paths)
        elif key in ("device", "master") and isinstance(value, str):
            if (item := Item(key, value.strip())) in paths:
                yield item
        else:
            for inside in value if isinstance(value, list) else [value]:
                yield from needs(kind, inside, paths, fixtures)


def _look(look: Any, paths: Mapping[Item, Any], fixtures: Mapping[str, int]) -> Iterator[Item]:
    for selection, entry in look.items() if isinstance(look, Tree) else ():
        yield from _selected(selection, paths, fixtures)
        for key, value in entry.items() if isinstance(entry, Tree) else [("intensity", entry)]:
            for word in value.split("..") if isinstance(value, str) else ():
                item = Item("palette", f"{PALETTE_OF.get(key, '')} {word.strip()}")
                if item in paths:
                    yield item


def _selected(selection: str, paths: Mapping[Item, Any], fixtures: Mapping[str, int]) -> Iterator[Item]:
    for name in names(selection):
        if name in fixtures:
            yield Item("fixture", name)
        elif (group := Item("group", name)) in paths:
            yield group


def all_needed(root: Tree, wanted: list[tuple[str, Any]], paths: Mapping[Item, Any]) -> list[Item]:
    """Everything that things (kind and node) of a show need, and what that needs, each once."""
    fixtures = fixture_lines(root)
    found: dict[Item, None] = {}
    waiting = [need for kind, node in wanted for need in needs(kind, node, paths, fixtures)]
    while waiting:
        item = waiting.pop()
        if item not in found:
            found[item] = None
            if item.kind != "fixture":
                waiting += needs(item.kind, node_at(root, paths[item]), paths, fixtures)
    order = {item: at for at, item in enumerate(paths)}
    return sorted(found, key=lambda item: order.get(item, -1))


def names(selection: str) -> tuple[str, ...]:
    """The names of a selection; none of one that makes no sense."""
    try:
        return expand(selection)
    except ValueError:
        return ()

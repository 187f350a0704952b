"""Edits of a tree as a test writes them: each gives the tree that comes after."""

from collections.abc import Callable
from typing import Any

from showctl.model.problem import Path
from showctl.showfile.tree import Mapping, Sequence

Node = Mapping | Sequence
Change = Callable[[Any], Any]


def new(value: Any) -> Any:
    """A value as an edit makes it, from dict, list and str."""
    if isinstance(value, dict) and not isinstance(value, Mapping):
        mapping = Mapping()
        mapping.update({key: new(each) for key, each in value.items()})
        return mapping
    if isinstance(value, list) and not isinstance(value, Sequence):
        sequence = Sequence()
        sequence.extend(new(each) for each in value)
        return sequence
    return value


def changed(root: Any, path: Path, change: Change) -> Any:
    """The tree in which a changed copy stands at a path."""
    copy = root.changed()
    if not path:
        change(copy)
    elif isinstance(root, Mapping) and str(path[0])[:2] == "x-":
        copy.own = {**root.own, path[0]: changed(root.own[path[0]], path[1:], change)}
    else:
        copy[path[0]] = changed(root[path[0]], path[1:], change)
    return copy


def put(*path: Any) -> Change:
    """Put the last argument at the path before it."""
    *where, key, value = path

    def change(node: Any) -> None:
        if str(key)[:2] == "x-":
            node.own = {**node.own, key: new(value)}
        else:
            node[key] = new(value)

    return lambda root: changed(root, tuple(where), change)


def take(*path: Any) -> Change:
    """Take away what stands at a path."""
    *where, key = path

    def change(node: Any) -> None:
        if str(key)[:2] == "x-":
            node.own = {name: value for name, value in node.own.items() if name != key}
        else:
            del node[key]

    return lambda root: changed(root, tuple(where), change)


def insert(*path: Any) -> Change:
    """Insert the last argument into a list, at the path before it."""
    *where, at, value = path
    return lambda root: changed(root, tuple(where), lambda node: node.insert(at, new(value)))


def move(*path: Any) -> Change:
    """Move an item of a list: the last two elements are from where to where."""
    *where, at, to = path
    return lambda root: changed(root, tuple(where), lambda node: node.insert(to, node.pop(at)))


def order(*path: Any) -> Change:
    """Give the keys of a mapping the order of the last argument."""
    *where, keys = path

    def change(node: Any) -> None:
        kept = dict(node)
        node.clear()
        node.update({key: kept[key] for key in keys})

    return lambda root: changed(root, tuple(where), change)


def rename(*path: Any) -> Change:
    """Give a key another name in its place."""
    *where, old, name = path

    def change(node: Any) -> None:
        kept = dict(node)
        node.clear()
        node.update({name if key == old else key: value for key, value in kept.items()})

    return lambda root: changed(root, tuple(where), change)


def then(*changes: Change) -> Change:
    """One after the other."""

    def all_of(root: Any) -> Any:
        for change in changes:
            root = change(root)
        return root

    return all_of

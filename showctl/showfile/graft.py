"""Changes to the show as it is written: each gives a new tree that shares with the old one all that it leaves alone."""

from typing import Any

from showctl.model.cue import Cue
from showctl.model.problem import Path
from showctl.model.show import Show
from showctl.showfile.fields import keys_of
from showctl.showfile.tree import Mapping, Sequence, child

_LAST = {"look": 1, "parts": 2, "cues": 3}
"""Keys with long values, which stand after the short ones."""
_CUE = {key: rank for rank, key in enumerate(keys_of(Cue), -100)}
_TOP = {key: rank for rank, key in enumerate(keys_of(Show), -100)}


class NoSuchPlace(Exception):
    """A path leads through something that is neither mapping nor list. `path`: as far as it goes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def put(root: Mapping, path: Path, value: Any) -> Mapping:
    """The tree with a value at a path; mappings that are missing on the way are made. Raises NoSuchPlace."""
    tree: Mapping = _put(root, path, 0, value)
    return tree


def reworded(root: Mapping, path: Path, text: str) -> Mapping:
    """The tree with another text where one stands: in quotes if that was."""
    return put(root, path, type(at(root, path))(text))


def removed(root: Mapping, path: Path) -> Mapping:
    """The tree without the key or item at a path, which must be there."""
    *above, element = path
    node = at(root, tuple(above)).changed()
    if isinstance(node, Mapping) and str(element)[:2] == "x-":
        node.own = {key: value for key, value in node.own.items() if key != element}
    else:
        del node[element]
    return put(root, tuple(above), node)


def inserted(root: Mapping, path: Path, value: Any) -> Mapping:
    """The tree with an item put into the list above the path, at the index with which the path ends."""
    *above, index = path
    items = at(root, tuple(above)).changed()
    items.insert(index, value)
    return put(root, tuple(above), items)


def with_entry(root: Mapping, path: Path, key: str, value: Any, before: str | None) -> Mapping:
    """The tree with a key put into the mapping at a path, in front of another key; None: at the end."""
    node = at(root, path).changed()
    rest = {name: node.pop(name) for name in list(node)[list(node).index(before) :]} if before is not None else {}
    node[key] = value
    node.update(rest)
    return put(root, path, node)


def renamed(root: Mapping, path: Path, key: str) -> Mapping:
    """The tree with what stands at a path under another key, in the same place."""
    *above, old = path
    node = at(root, tuple(above))
    new = node.changed()
    new.clear()
    new.update({key if name == old else name: value for name, value in node.items()})
    return put(root, tuple(above), new)


def fresh(node: Any) -> Any:
    """A copy that remembers no text: for what is written at another place than the one that it was read from."""
    if isinstance(node, Mapping):
        mapping = Mapping(flow=node.flow)
        mapping.update({key: fresh(value) for key, value in node.items()})
        mapping.own = {key: fresh(value) for key, value in node.own.items()} if node.own else node.own
        return mapping
    if isinstance(node, Sequence):
        sequence = Sequence(flow=node.flow)
        sequence.extend(fresh(item) for item in node)
        return sequence
    return node


def at(root: Any, path: Path) -> Any:
    """What stands at a path, which must be there; keys of the author's own count as well."""
    for element in path:
        root = below(root, element)
    return root


def below(node: Any, element: str | int) -> Any:
    """What stands under a key or index. Raises KeyError, IndexError or NoSuchPlace where nothing can."""
    if isinstance(node, Mapping) and isinstance(element, str):
        return node.own[element] if element[:2] == "x-" else node[element]
    if isinstance(node, Sequence) and isinstance(element, int):
        if element < 0:
            raise IndexError(element)
        return node[element]
    raise NoSuchPlace(())


def _put(node: Any, path: Path, depth: int, value: Any) -> Any:
    if depth == len(path):
        return value
    element = path[depth]
    if node is None and isinstance(element, str):
        node = Mapping()
    fits = isinstance(node, Mapping) if isinstance(element, str) else isinstance(node, Sequence)
    if not fits or (isinstance(node, Sequence) and not 0 <= int(element) <= len(node)):
        raise NoSuchPlace(path[:depth])
    there, inside = child(node, element)
    if isinstance(node, Mapping) and not there:
        inside = node.own.get(str(element))
    new = node.changed()
    _set(new, element, _put(inside, path, depth + 1, value))
    return new


def _set(node: Any, element: str | int, value: Any) -> None:
    """Put a value into a copy: a new key after the last of those that people write before it. What is there stays
    where it is, whatever its order."""
    if isinstance(node, Sequence):
        node[int(element) : int(element) + 1] = [value]
    elif str(element)[:2] == "x-":
        node.own = {**node.own, str(element): value}
    else:
        rank = _ranks(node)
        own = rank.get(str(element), 0)
        keys = list(node)
        at = max((n for n, key in enumerate(keys, 1) if rank.get(key, 0) <= own), default=0)
        rest = {} if element in node else {key: node.pop(key) for key in keys[at:]}
        node[element] = value
        node.update(rest)


def _ranks(node: Mapping) -> dict[str, int]:
    """By key where it stands among others; 0 for those without a place of their own."""
    if "cue" in node:
        return {**_CUE, **_LAST}
    return _TOP if "showctl" in node else _LAST

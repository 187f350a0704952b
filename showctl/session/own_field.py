"""Fields below keys of the author's own (`x-desk`): what is there says which words name the field."""

from collections.abc import Sequence as Words

from showctl.model.problem import Path
from showctl.session.change import EditRefused
from showctl.showfile.graft import NoSuchPlace, at
from showctl.showfile.report import plain
from showctl.showfile.tree import Mapping, Sequence

_LONGEST = 4
"""Words of one key."""


def below(node: object, words: Words[str], *, leave: int) -> tuple[Path, tuple[str, ...]]:
    """The path from a node that words name, and the words after it, at least `leave` of them. In a mapping the next
    word is a key, there or new; in a list a number from 1; in a text nothing. Raises EditRefused for a place that a
    list does not have."""
    path: list[str | int] = []
    rest = list(words)
    while len(rest) > leave:
        if isinstance(node, Mapping):
            most = min(_LONGEST, len(rest) - leave)
            keys = (" ".join(rest[:n]) for n in range(most, 0, -1))
            key = next((key for key in keys if key in node or key in node.own), rest[0])
            path.append(key)
            rest = rest[len(key.split(" ")) :]
            there = key in node or key in node.own
            node = at(node, (key,)) if there else None
        elif isinstance(node, Sequence):
            if not rest[0].isascii() or not rest[0].isdigit() or not 1 <= int(rest[0]) <= len(node) + 1:
                raise EditRefused(
                    plain(f"'{rest[0]}' is no entry of a list of {len(node)}; name one of it, 1 to {len(node) + 1}")
                )
            path.append(int(rest[0]) - 1)
            node = node[int(rest[0]) - 1] if int(rest[0]) <= len(node) else None
            rest = rest[1:]
        else:
            break
    return tuple(path), tuple(rest)


def standing(root: Mapping, path: Path) -> object:
    """What stands at a path; None where nothing does."""
    node: object = root
    for element in path:
        try:
            node = at(node, (element,))
        except (KeyError, IndexError, NoSuchPlace):
            return None
    return node

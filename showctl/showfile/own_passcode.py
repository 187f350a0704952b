"""Passcodes below keys of the author's own (`x-desk: {passcode: …}`), where no model says which keys there are."""

from collections.abc import Iterator
from typing import Any

from showctl.model.problem import Path
from showctl.model.profile_argument import own_says_passcode
from showctl.showfile.tree import NOTHING, Mapping, Sequence


def is_own(key: str | None) -> bool:
    """Whether what stands under a key is the author's own."""
    return key is not None and key[:2] == "x-"


def own_passcodes(root: Mapping, before: Mapping) -> Iterator[Path]:
    """Where an edit has written one. What is the same object as before is not looked at."""
    waiting: list[tuple[Path, Any, Any, bool]] = [((), root, before, False)]
    while waiting:
        path, node, old, own = waiting.pop()
        if node is old:
            continue
        if isinstance(node, Mapping):
            there = {**old, **old.own} if isinstance(old, Mapping) else NOTHING
            for key, value in (*node.items(), *node.own.items()):
                inside = own or is_own(key)
                if inside and key not in there and own_says_passcode(key):
                    yield (*path, key)
                waiting.append(((*path, key), value, there.get(key), inside))
        elif isinstance(node, Sequence):
            known = {id(each) for each in old} if isinstance(old, Sequence) else set()
            fresh = ((index, each) for index, each in enumerate(node) if id(each) not in known)
            pairs = old if isinstance(old, Sequence) and len(old) == len(node) else [None] * len(node)
            waiting += (((*path, index), each, pairs[index], own) for index, each in fresh)

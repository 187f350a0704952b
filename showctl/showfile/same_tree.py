"""Whether two trees say the same."""

import re
from typing import Any

from showctl.model.unit import Quoted
from showctl.showfile.tree import Mapping, Sequence

_WEIGHTY = re.compile(r"[+-]?\.?[0-9][0-9.eE+-]*|[Tt]rue|[Ff]alse")
"""Texts that may mean something else in quotes: numbers and truth, as arguments of OSC messages."""


def quotes_matter(text: str) -> bool:
    """Whether a text may mean something else in quotes than without."""
    return _WEIGHTY.fullmatch(text) is not None


def same_scalar(one: Any, other: Any) -> bool:
    """Whether two scalars are written the same, and in the same way where that counts."""
    if not isinstance(one, str) or not isinstance(other, str):
        return one is None and other is None
    return one == other and (isinstance(one, Quoted) == isinstance(other, Quoted) or not quotes_matter(one))


def same_tree(found: Any, wanted: Any) -> bool:
    """Whether a tree that was read says what another one does, the author's own keys too; the order of keys is free."""
    waiting = [(found, wanted)]
    while waiting:
        one, other = waiting.pop()
        if one is other:
            continue
        if isinstance(other, Mapping):
            if not isinstance(one, Mapping) or one.keys() != other.keys() or one.own.keys() != other.own.keys():
                return False
            waiting += [(one[key], value) for key, value in other.items()]
            waiting += [(one.own[key], value) for key, value in other.own.items()]
        elif isinstance(other, Sequence):
            if not isinstance(one, Sequence) or len(one) != len(other):
                return False
            waiting += zip(one, other, strict=True)
        elif not same_scalar(one, other):
            return False
    return True

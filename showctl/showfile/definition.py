"""What stands after an edit where a piece with a name (&a) is defined, so that what repeats it (*a, <<) can stay."""

from typing import Any

from showctl.showfile.matching import same
from showctl.showfile.origin import Origin
from showctl.showfile.tree import Mapping, Sequence

Defined = dict[int, Mapping | Sequence]
"""By the identity of a piece that was read what an edit has put in its place."""


def definitions(root: Mapping, origin: Origin, named: frozenset[int]) -> tuple[Defined, frozenset[int]]:
    """What stands where pieces are defined, of those only which nobody needs as they were, and the identities of all
    that the tree holds or merges. `named`: where the repeated pieces start.
    """
    defined = _defined(root, origin, named)
    needed = _identities(root, defined)
    if any(each in needed for each in defined):
        defined = {each: node for each, node in defined.items() if each not in needed}
        needed = _identities(root, defined)
    return defined, needed


def merged_now(new: Mapping, old: Mapping, defined: Defined) -> dict[str, Any] | None:
    """What `<<` gives now that what it merges was edited where it is defined, if a mapping that was edited alike has
    it; else None.
    """
    if not any(id(source) in defined for source in old.sources):
        return None
    given: dict[str, Any] = {}
    for source in old.sources:
        now = defined.get(id(source), source)
        for key, value in now.items() if isinstance(now, Mapping) else ():
            given.setdefault(key, value)
    if any(key not in new for key in given):
        return None
    others = [key for key, value in new.items() if key not in given or not same(value, given[key])]
    if new is old and not all(key in old.spans for key in others):  # its text stays as it is
        return None
    return given if len(others) <= sum(key != "<<" and key[:2] != "x-" for key in old.spans) else None


def _defined(root: Mapping, origin: Origin, named: frozenset[int]) -> Defined:
    found: Defined = {}
    waiting: list[Any] = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping | Sequence) or node.origin is not None or id(node) in seen:
            continue  # what was read and not edited holds nothing that was
        seen.add(id(node))
        inside = [*node.values(), *node.own.values()] if isinstance(node, Mapping) else list(node)
        waiting += inside
        if node.base is not None and node.base.origin is origin:
            pieces = _pieces(node.base, named)
            for each in inside:
                if isinstance(each, Mapping | Sequence) and each.origin is None and id(each.base) in pieces:
                    found.setdefault(id(each.base), each)
    return found


def _pieces(node: Mapping | Sequence, named: frozenset[int]) -> set[int]:
    """The identities of the repeated pieces that are defined directly in what was read."""
    if isinstance(node, Sequence):
        return {id(node[at]) for at, span in enumerate(node.spans) if span[1] in named}
    return {
        id(node.own.get(key) if key[:2] == "x-" else node.get(key))
        for key, span in node.spans.items()
        if span[1] in named
    }


def _identities(root: Any, defined: Defined) -> frozenset[int]:
    found: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping | Sequence) or id(node) in found:
            continue
        found.add(id(node))
        if isinstance(node, Mapping):
            waiting += [*node.values(), *node.own.values()]
            read = node.read
            if read is not None and merged_now(node, read, defined) is None:
                waiting += [source for key, source in read.merged.items() if node.get(key) is read[key]]
        else:
            waiting += node
    return frozenset(found)

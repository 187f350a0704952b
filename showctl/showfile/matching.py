"""Which entries of a mapping or list were there before, and which of them can stay where they are."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Hashable
from typing import Any, NamedTuple

from showctl.model.unit import Quoted
from showctl.showfile.same_tree import same_scalar
from showctl.showfile.tree import Mapping, Sequence

_NAMES = ("cue", "segment", "id", "title")


class Entry(NamedTuple):
    """An entry of the new mapping or list. `old`: its index among those that were read, or -1."""

    key: str
    """Empty in a list."""
    value: Any
    old: int
    stays: bool = False


def same(new: Any, old: Any) -> bool:
    """Whether nothing was edited."""
    return new is old or (not isinstance(new, Mapping | Sequence) and same_scalar(new, old))


def stayers(olds: list[int]) -> set[int]:
    """The indexes of a longest run of rising numbers, those below 0 left out."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for place, old in enumerate(olds):
        if old < 0:
            continue
        at = bisect_left(ends, old)
        if at == len(ends):
            ends.append(old)
            places.append(place)
        else:
            ends[at], places[at] = old, place
        before[place] = places[at - 1] if at else -1
    place = places[-1] if places else -1
    found: set[int] = set()
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def matched_items(new: Sequence, old: Sequence) -> list[Entry]:
    """The items of a list: by what they were made from; a text or a thing of the same name is put in the place of one
    that is gone.
    """
    first, last = 0, 0
    while first < min(len(new), len(old)) and new[first] is old[first]:
        first += 1
    while last < min(len(new), len(old)) - first and new[-1 - last] is old[-1 - last]:
        last += 1
    middle = _matched(new[first : len(new) - last], old[first : len(old) - last], first)
    stay = stayers(middle)
    tail = len(old) - len(new)
    return [
        *(Entry("", new[at], at, True) for at in range(first)),
        *(Entry("", new[first + at], index, at in stay) for at, index in enumerate(middle)),
        *(Entry("", new[at], at + tail, True) for at in range(len(new) - last, len(new))),
    ]


def _matched(new: list[Any], old: list[Any], first: int) -> list[int]:
    free: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, item in enumerate(old):
        free[_identity(item)].append(at)
    found = [-1] * len(new)
    for at, item in enumerate(new):
        queue = free.get(_identity(item))
        if queue:
            found[at] = queue.popleft()
    taken = set(found)
    gone: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, item in enumerate(old):
        if at not in taken:
            gone[_name(item)].append(at)
    for at, item in enumerate(new):
        if found[at] < 0 and getattr(item, "read", None) is None and (queue := gone.get(_name(item))):
            found[at] = queue.popleft()
    return [index + first if index >= 0 else -1 for index in found]


def _identity(item: Any) -> Hashable:
    if isinstance(item, Mapping | Sequence):
        return id(item.read if item.read is not None else item)
    return item, isinstance(item, Quoted)


def _name(item: Any) -> Hashable:
    """What a new thing has to have in common with one that is gone to stand in its place."""
    if isinstance(item, Mapping):
        return next(((key, str(item[key])) for key in _NAMES if key in item), id(item))
    return id(item) if isinstance(item, Sequence) else "a text"


def renamed(new: list[tuple[str, Any]], old: list[tuple[str, Any]]) -> dict[str, str]:
    """By new key the old one whose value stands under it: the same object, for a text after the same key too."""
    now, then = {key for key, _ in new}, {key for key, _ in old}
    found: dict[str, str] = {}
    gone = [(key, value, old[at - 1][0] if at else "") for at, (key, value) in enumerate(old) if key not in now]
    for at, (key, value) in enumerate(new):
        if key in then:
            continue
        above = new[at - 1][0] if at else ""
        above = found.get(above, above)
        for entry in gone:
            node = isinstance(value, Mapping | Sequence)
            if (node and entry[1] is not None and value.read is entry[1]) or (
                not node and above == entry[2] and same(value, entry[1])
            ):
                found[key] = entry[0]
                gone.remove(entry)
                break
    return found

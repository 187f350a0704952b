"""Which cue of one show is which of another: by id, by number, by what it says, and by its neighbours.

A cue that was put in, after which the rest was numbered anew, is one new cue and many renumbered ones.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from typing import Any

from showctl.model.selection import expand
from showctl.showfile.entry import NAMES, Entry
from showctl.showfile.tree import Mapping

_ALIKE = 0.5
"""How much of two entries has to be the same for them to be taken for one, where name or neighbours speak for it."""
_NEAR = 40
"""Entries between two that are known which are compared with each other, one by one."""


class Matched:
    """The entries of two files and which of them are the same thing."""

    def __init__(self, a: list[Entry], b: list[Entry]) -> None:
        self.a, self.b = a, b
        self.in_b: dict[Entry, Entry] = {}
        self.in_a: dict[Entry, Entry] = {}
        self._match()

    @property
    def removed(self) -> list[Entry]:
        return [entry for entry in self.a if entry not in self.in_b]

    @property
    def added(self) -> list[Entry]:
        return [entry for entry in self.b if entry not in self.in_a]

    def _pair(self, a: Entry, b: Entry) -> None:
        if a not in self.in_b and b not in self.in_a:
            self.in_b[a], self.in_a[b] = b, a

    def _match(self) -> None:
        by_name = _first(self.b, lambda entry: entry.item)
        for a in self.a:  # most of two versions of a show is as it was
            b = by_name.get(a.item)
            if b is not None and alike(a, b):
                self._pair(a, b)
        self._by(lambda entry: _id(entry))
        self._by_shape()
        self._by_names_inside()
        for a in self.removed:
            b = by_name.get(a.item)
            if b is not None and b not in self.in_a and a.label and a.label == b.label:
                self._pair(a, b)
        self._by_likeness(by_name)
        for a in self.removed:
            b = by_name.get(a.item)
            if b is not None:
                self._pair(a, b)

    def _by(self, key: Any) -> None:
        """Pair what has the same key and is alone with it."""
        there = _once(self.added, key)
        for name, a in _once(self.removed, key).items():
            if name in there:
                self._pair(a, there[name])

    def _by_shape(self) -> None:
        """Those that say the same: first those of a kind, then those beside what is known, then in order."""
        common = {entry.outline for entry in self.removed} & {entry.outline for entry in self.added}
        if not common:
            return
        self._by(lambda entry: (entry.shape or None) if entry.outline in common else None)
        for step in (1, -1):
            for a, b in _neighbours(self, step):
                if a.says_as(b):
                    self._pair(a, b)
        waiting: dict[Any, list[Entry]] = defaultdict(list)
        for b in self.added:
            if b.outline in common:
                waiting[b.shape].append(b)
        for a in self.removed:
            if a.outline in common and a.shape and (same := waiting.get(a.shape)):
                self._pair(a, same.pop(0))

    def _by_names_inside(self) -> None:
        """Lines of the patch that have fixtures in common: most of them first."""
        if not self.a or self.a[0].item.kind != "fixture":
            return
        names = {entry: frozenset(fixtures_of(entry)) for entry in (*self.removed, *self.added)}
        common = [(-len(names[a] & names[b]), a, b) for a in self.removed for b in self.added if names[a] & names[b]]
        for _, a, b in sorted(common, key=lambda each: each[0]):
            self._pair(a, b)

    def _by_likeness(self, by_name: dict[Any, Entry]) -> None:
        """What was changed: the most alike of those with the same name and those between the same neighbours."""
        found: list[tuple[float, int, Entry, Entry]] = []
        known: dict[Entry, _Leaves] = {}
        choices = self._choices(by_name)
        wanted = Counter(b for near in choices.values() for b in near)
        for number, (a, near) in enumerate(choices.items()):
            if len(near) == 1 and near[0] is by_name.get(a.item) and wanted[near[0]] == 1:
                continue  # its name says it, and there is nobody else
            known.update((each, _Leaves(each)) for each in (a, *near) if each not in known)
            for b in near:
                likeness = _likeness(known[a], known[b])
                likeness += 0.15 if a.item == b.item else 0.0
                if likeness >= _ALIKE:
                    found.append((-likeness, number, a, b))
        for _, _, a, b in sorted(found, key=lambda each: each[:2]):
            self._pair(a, b)

    def _choices(self, by_name: dict[Any, Entry]) -> dict[Entry, list[Entry]]:
        """By entry without a partner those it could be: with its name, and between the same neighbours."""
        index_b = {entry: at for at, entry in enumerate(self.b)}
        known = [at for at, entry in enumerate(self.a) if entry in self.in_b]
        found: dict[Entry, list[Entry]] = {}
        for at, a in enumerate(self.a):
            if a not in self.in_b:
                found[a] = near = self._between(at, known, index_b)
                same = by_name.get(a.item)
                if same is not None and same not in self.in_a and same not in near:
                    near.append(same)
        return found

    def _between(self, at: int, known: list[int], index_b: dict[Entry, int]) -> list[Entry]:
        """What stands in the other file between the partners of what stands before and after. `known`: the indexes of
        what has one."""
        near: dict[Entry, None] = {}
        above = bisect_left(known, at)
        for step, place in ((-1, above - 1), (1, above)):
            end = known[place] if 0 <= place < len(known) else (-1 if step < 0 else len(self.a))
            if abs(end - at) > _NEAR + 1:
                continue
            start = index_b[self.in_b[self.a[end]]] if 0 <= end < len(self.a) else (-1 if step < 0 else len(self.b))
            for b in (
                self.b[start + 1 : start + 1 + _NEAR] if step < 0 else reversed(self.b[max(0, start - _NEAR) : start])
            ):
                if b in self.in_a:
                    break
                near[b] = None
        return list(near)


def alike(a: Entry, b: Entry) -> bool:
    """Whether two entries are written alike save for their names, and for groups save for what is inside."""
    return a.node is b.node or (a.text is not None and a.text == b.text) or a.says_as(b)


def fixtures_of(entry: Entry) -> tuple[str, ...]:
    """The fixtures of a line of the patch; none of any other entry, or where the range makes no sense."""
    if entry.item.kind != "fixture":
        return ()
    try:
        return expand(entry.item.name)
    except ValueError:
        return ()


def _id(entry: Entry) -> Hashable:
    found = entry.node.get("id") if entry.item.kind == "cue" else None
    return found.strip() if isinstance(found, str) else None


def _first(entries: list[Entry], key: Any) -> dict[Any, Entry]:
    found: dict[Any, Entry] = {}
    for entry in entries:
        found.setdefault(key(entry), entry)
    return found


def _once(entries: list[Entry], key: Any) -> dict[Any, Entry]:
    found: dict[Any, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (name := key(entry)) is not None:
            found[name].append(entry)
    return {name: those[0] for name, those in found.items() if len(those) == 1}


def _neighbours(matched: Matched, step: int) -> Iterator[tuple[Entry, Entry]]:
    """What stands beside pairs, on the same side of both, as long as both are without a partner."""
    index_b = {entry: at for at, entry in enumerate(matched.b)}
    order = range(len(matched.a)) if step > 0 else range(len(matched.a) - 1, -1, -1)
    for at in order:
        partner = matched.in_b.get(matched.a[at])
        if partner is None or not 0 <= at + step < len(matched.a):
            continue
        beside = index_b[partner] + step
        if 0 <= beside < len(matched.b):
            a, b = matched.a[at + step], matched.b[beside]
            if a not in matched.in_b and b not in matched.in_a:
                yield a, b


class _Leaves:
    """What an entry says, in pieces: keys, and keys with values."""

    __slots__ = ("keys", "label", "values")

    def __init__(self, entry: Entry) -> None:
        self.label = entry.label
        self.keys: set[Any] = set()
        self.values: set[Any] = set()
        for key, value in entry.node.items():
            if key not in NAMES[entry.item.kind]:
                self._add((key,), value)

    def _add(self, path: tuple[Any, ...], node: Any) -> None:
        if isinstance(node, Mapping):
            for key, value in node.items():
                self._add((*path, key), value)
        else:
            self.keys.add(path)
            self.values.add((path, str(node)))


def _likeness(a: _Leaves, b: _Leaves) -> float:
    """0..1: half for what is written, the rest for the keys and for the label."""
    label = 0.3 if a.label and a.label == b.label else 0.1 if a.label == b.label else 0.0
    return 0.5 * _common(a.values, b.values) + 0.2 * _common(a.keys, b.keys) + label


def _common(a: set[Any], b: set[Any]) -> float:
    return len(a & b) / max(len(a), len(b), 1)

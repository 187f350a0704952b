"""Three values of one thing made one: as whoever changed it has it; where both did, key by key; the rest is asked."""

from collections.abc import Callable, Collection
from typing import Any, Literal, NamedTuple

from showctl.showfile.conflict import SIDES, Choice, Choices, Conflict, Key
from showctl.showfile.entry import same_shape, shape
from showctl.showfile.item import Item
from showctl.showfile.meaning import Meaning, plain
from showctl.showfile.merge_order import merged_order
from showctl.showfile.tree import NOTHING, Mapping, Sequence
from showctl.showfile.value_words import value_words

MISSING: Any = type("Missing", (), {"__repr__": lambda _: "MISSING"})()
"""Stands for what is not written."""
_SETS = {"fixtures", "senders", "exempt", "invert", "if armed", "if flagged"}
"""Keys of lists in which places mean little: two people may each put something in."""
_TIMES = {"time", "delay"}

Words = Callable[[Any], str]
EditedWords = Callable[[Literal["mine", "theirs"], Item, Any, Any], str]


class Seen(NamedTuple):
    """One thing as the three have it; MISSING where it is not."""

    item: Item
    base: Any
    mine: Any
    theirs: Any


class Values:
    """Merges values, and keeps what has to be asked. `choices`: what was answered already."""

    def __init__(self, choices: Choices, edited: EditedWords = lambda *_: "") -> None:
        self.choices = choices
        self.edited = edited
        """What a side made of something that the other removed: side, item, base, what it is now."""
        self.conflicts: list[Conflict] = []
        self.seen: dict[str, Seen] = {}
        """Everything that was merged, by uid."""
        self.made: dict[int, str] = {}
        """By identity of what came out the uid of what it is."""

    def item(self, uid: str, item: Item, base: Any, mine: Any, theirs: Any, skip: Collection[str] = ()) -> Any:
        """An item as a whole. Keys in `skip` are left as they are in the one that the result is made from."""
        whole = self.choices.get((uid, ()))
        if whole in SIDES:
            return {"mine": mine, "theirs": theirs, "base": base}[str(whole)]
        return _One(self, uid, item, base, mine, theirs, skip).merged((), base, mine, theirs)

    def ask(
        self, key: Key, item: Item, values: tuple[Any, Any, Any], words: Words, why: str = "", both: bool = False
    ) -> Choice:
        """What was answered; `mine`, and a conflict more, where nothing was."""
        chosen = self.choices.get(key)
        if chosen is None:
            base, mine, theirs = ("" if value is MISSING else words(value) for value in values)
            choices: tuple[Choice, ...] = ("mine", "theirs", *(("both",) if both else ("base",)))
            if values[0] is MISSING and not both:
                choices = ("mine", "theirs")
            self.conflicts.append(Conflict(item, key[1], base, mine, theirs, choices, (key,), why))
        return chosen or "mine"


class _One:
    """The merge of one item."""

    def __init__(
        self, values: Values, uid: str, item: Item, base: Any, mine: Any, theirs: Any, skip: Collection[str]
    ) -> None:
        self._values, self._uid, self._item = values, uid, item
        self._skip = () if MISSING in (mine, theirs) else skip  # what is removed is so with all that is in it
        self._whole = next((each for each in (mine, theirs, base) if each is not MISSING), None)

    def merged(self, field: tuple[str, ...], b: Any, m: Any, t: Any) -> Any:
        """Of three values of a field one; MISSING for none."""
        if self._same(field, m, t) or self._same(field, b, t):
            return m
        if self._same(field, b, m):
            return t
        if self._as_set(field, b, m, t):
            return _set_merged(b, m, t)
        b, m, t = _expanded(field, b, m, t)
        if isinstance(m, Mapping) and isinstance(t, Mapping):
            return self._mapping(field, b if isinstance(b, Mapping) else Mapping(), m, t)
        mean = [value if value is MISSING else self._meaning(field, value) for value in (b, m, t)]
        if mean[1] == mean[2] or mean[0] == mean[2]:
            return m
        if mean[0] == mean[1]:
            return t
        why = ""
        if not field and b is not MISSING and MISSING in (m, t):
            why = self._values.edited("theirs" if m is MISSING else "mine", self._item, b, t if m is MISSING else m)
        chosen = self._values.ask((self._uid, field), self._item, (b, m, t), self._words(field), why)
        return {"mine": m, "theirs": t, "base": b}[chosen]

    def _mapping(self, field: tuple[str, ...], b: Mapping, m: Mapping, t: Mapping) -> Mapping:
        before, mine, theirs = ({**each, **each.own} for each in (b, m, t))
        found: dict[str, Any] = {}
        for key in dict.fromkeys((*mine, *theirs, *before)):
            sides = (each.get(key, MISSING) for each in (before, mine, theirs))
            skipped = not field and key in self._skip
            value = mine.get(key, MISSING) if skipped else self.merged((*field, key), *sides)
            if value is not MISSING:
                found[key] = value
        order = merged_order(list(before), list(mine), list(theirs), found)
        if order == list(mine) and all(found[key] is mine[key] for key in order):
            return m
        new = m.changed()
        new.clear()
        new.update({key: found[key] for key in order if key[:2] != "x-"})
        new.own = {key: found[key] for key in order if key[:2] == "x-"} or NOTHING
        return new

    def _same(self, field: tuple[str, ...], a: Any, b: Any) -> bool:
        if a is b:
            return True
        if MISSING in (a, b):
            return False
        if not field and self._skip and isinstance(a, Mapping) and isinstance(b, Mapping):
            a, b = ({k: v for k, v in {**each, **each.own}.items() if k not in self._skip} for each in (a, b))
        return same_shape(a, b)

    def _as_set(self, field: tuple[str, ...], b: Any, m: Any, t: Any) -> bool:
        named = (self._item.kind == "group" and not field) or (bool(field) and field[-1] in _SETS)
        those = (item for each in (b, m, t) for item in (each if isinstance(each, Sequence) else (each,)))
        return named and all(isinstance(item, str) for item in those)

    def _meaning(self, field: tuple[str, ...], value: Any) -> Any:
        """What the item would mean with this value there. What a list means is in its cues."""
        if self._item.kind == "list" and not field:
            return shape(value)
        return Meaning(self._item.kind, self._item.name, _put(self._whole, field, value)).exact

    def _words(self, field: tuple[str, ...]) -> Words:
        return lambda value: value_words(field, plain(value)) or "nothing"


def _set_merged(b: Any, m: Any, t: Any) -> Any:
    """Lists in which each thing stands once: what either put in, without what either took out."""
    base, mine, theirs = ([each] if isinstance(each, str) else list(each) for each in (b, m, t))
    gone = {each for each in base if each not in mine or each not in theirs}
    kept = [each for each in dict.fromkeys((*mine, *theirs)) if each not in gone]
    order = merged_order(base, mine, theirs, kept)
    new = m.changed() if isinstance(m, Sequence) else Sequence(flow=True)
    new[:] = order
    return new


def _expanded(field: tuple[str, ...], *values: Any) -> tuple[Any, ...]:
    """Short forms written out, where not all are short."""
    if not any(isinstance(value, Mapping) for value in values):
        return values
    long = tuple(_long(field, value) if isinstance(value, str) else value for value in values)
    return _spelled_out(long) if field[-1:] and field[-1] in _TIMES else long


def _spelled_out(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Times with all that one of the three names: what is not written is as `up`. So a change of the time of all by one
    meets a change of one of them by another.
    """
    named = dict.fromkeys(key for value in values if isinstance(value, Mapping) for key in value)
    found = []
    for value in values:
        new = value
        if isinstance(value, Mapping) and "up" in value and not named.keys() <= value.keys():
            new = value.changed()
            new.update({key: value["up"] for key in named if key not in value})
        found.append(new)
    return tuple(found)


def _long(field: tuple[str, ...], text: str) -> Any:
    key = ""
    if field[-1:] and field[-1] in _TIMES:
        key = "up"
    elif field[-2:-1] == ("look",):
        key = "palette" if text.strip() == "release" else "intensity"
    elif field == ("notes",):
        key = "all"
    if not key:
        return text
    new = Mapping(flow=True)
    new[key] = text
    return new


def _put(node: Any, field: tuple[str, ...], value: Any) -> Any:
    """The tree with another value, or without one, at a path of keys; unchanged where the path leaves it."""
    if not field or not isinstance(node, Mapping):
        return value if not field else node
    key, new = field[0], node.changed()
    if key[:2] == "x-":
        new.own = {**node.own, key: _put(node.own.get(key), field[1:], value)}
    elif len(field) == 1 and value is MISSING:
        new.pop(key, None)
    else:
        new[key] = _put(node.get(key), field[1:], value)
    return new

"""What changed in one item that is in both shows."""

from collections.abc import Iterator
from typing import Any

from showctl.model.cue import Cue
from showctl.showfile.change import Change
from showctl.showfile.difference import Difference, differences
from showctl.showfile.entry import same_shape
from showctl.showfile.item import Item
from showctl.showfile.known import Known
from showctl.showfile.look_difference import LookDifference
from showctl.showfile.meaning import Meaning, plain
from showctl.showfile.tree import Mapping
from showctl.showfile.value_words import value_words


class ItemChanges:
    """Compares items of two shows. `spelling`: what means the same is told too, as such."""

    def __init__(self, looks: LookDifference, known: tuple[Known, Known], spelling: bool = False) -> None:
        self._looks = looks
        self._known = known
        self.spelling = spelling

    def of_cue(self, item: Item, a: Mapping, b: Mapping, about: str) -> Iterator[Change]:
        """The same of cues. Their numbers and the cues inside are compared by themselves."""
        made = self._known[0].get(a), self._known[1].get(b)
        yield from self.of(item, _without_number(a), _without_number(b), about, made=made)

    def of(
        self,
        item: Item,
        a: Any,
        b: Any,
        about: str = "",
        name_key: str = "",
        made: tuple[Cue | None, Cue | None] = (None, None),
    ) -> Iterator[Change]:
        """Every field in which they mean something else. `name_key`: the key of the name, which is told otherwise."""
        if same_shape(a, b):
            return
        found = self._fields(item, a, b, made)
        kept = [each for each in found if each.field != (name_key,)]
        for field, before, after in kept:
            yield Change("changed", item, field, before, after, about=about)
        if not found:
            yield from self.spelt(item, a, b, name_key)

    def spelt(self, item: Item, a: Any, b: Any, name_key: str = "") -> Iterator[Change]:
        """What is written otherwise."""
        if self.spelling:
            for field, before, after in _raw(a, b):
                if field != (name_key,):
                    yield Change("spelling", item, field, before, after)

    def _fields(self, item: Item, a: Any, b: Any, made: tuple[Cue | None, Cue | None]) -> list[Difference]:
        one, other = (Meaning(item.kind, item.name, node, cue) for node, cue in zip((a, b), made, strict=True))
        if not one.differs(other):
            return []
        if item.kind == "palette" and isinstance(one.said, dict) and isinstance(other.said, dict):
            found = list(self._looks((), one.said, other.said))
        elif item.kind == "group":
            found = [Difference((), ", ".join(map(str, one.said or ())), ", ".join(map(str, other.said or ())))]
        else:
            found = list(differences(one.said, other.said, (None, None), self._looks))
            if any(not (each.before and each.after) for each in found):  # what is understood there
                found = list(differences(one.said, other.said, (one.whole, other.whole), self._looks))
        if not found and repr(one.said) == repr(other.said):  # less than the house style tells
            found = list(_raw(a, b))
        return found


def _without_number(cue: Mapping) -> Mapping:
    copy = cue.changed()
    copy["cue"] = "1"
    copy.pop("cues", None)
    return copy


def _raw(a: Any, b: Any) -> Iterator[Difference]:
    """Fields that are written otherwise, with what is written."""
    one, other = plain(a), plain(b)
    found = list(differences(one, other, (None, None), _as_written))
    if not found and one == other:  # quotes, or the order of keys
        found = [Difference((), "", "")]
    yield from found


def _as_written(field: tuple[str, ...], a: Any, b: Any) -> Iterator[Difference]:
    for key in dict.fromkeys((*a, *b)):
        if a.get(key) != b.get(key):
            yield Difference((*field, str(key)), value_words((), a.get(key)), value_words((), b.get(key)))

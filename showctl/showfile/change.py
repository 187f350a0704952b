"""One change between two states of a show, in the field's words, and all of them together."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from showctl.showfile.item import KINDS, Item
from showctl.showfile.value_words import shortened

What = Literal["added", "removed", "moved", "renumbered", "renamed", "changed", "spelling"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one item.

    `item`: as it is called now; of what was removed as it was called. `was`: what it was called before, where that is
    something else. `field`: below the item, empty where the change is about the item as a whole. `before` and `after`:
    in words, empty for nothing: values, names, or places (`after cue 12`).
    """

    what: What
    item: Item
    field: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    was: Item | None = None
    about: str = ""
    """A word more, for people: the label of a cue, how many cues use a palette."""

    @property
    def words(self) -> str:
        """Without the item: `light > time: 5s → 3s`, `moved from after cue 3 to the top`."""
        match self.what:
            case "added" | "removed":
                return self.what + (f": {self.after or self.before}" if self.after or self.before else "")
            case "moved":
                return f"moved from {self.before} to {self.after}"
            case "renumbered" | "renamed":
                return f"{self.what} from {self.before}"
        before, after = shortened(self.before or "nothing", self.after or "nothing")
        words = f"{before} → {after}" if before != after else "another order"
        field = " > ".join(self.field)
        return (f"{field}: " if field else "") + words + (" (the same value)" if self.what == "spelling" else "")

    def __str__(self) -> str:
        return f"{self.item}: {self.words}"

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "change": self.what,
            "kind": self.item.kind,
            "name": self.item.name,
            "was": self.was.name if self.was is not None else None,
            "field": list(self.field),
            "before": self.before or None,
            "after": self.after or None,
            "about": self.about or None,
            "words": self.words,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is different between two states of a show, item by item in the order of the file."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.changes)

    def by_item(self) -> Iterator[tuple[Item, tuple[Change, ...]]]:
        """Each item that is different, with all that is different about it."""
        found: dict[Item, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.item, []).append(change)
        for item, those in found.items():
            yield item, tuple(those)

    def only(self, kinds: frozenset[str] | None = None, lists: frozenset[str] | None = None) -> "Comparison":
        """What is about items of some kinds, and about cues of some lists (`main` for that under `cues`)."""
        kept = self.changes
        if kinds is not None:
            kept = tuple(change for change in kept if change.item.kind in kinds)
        if lists is not None:
            kept = tuple(c for c in kept if c.item.kind == "cue" and {_list(i) for i in (c.item, c.was) if i} & lists)
        return Comparison(kept)

    @property
    def summary(self) -> str:
        """`2 cues added, 1 cue changed, 1 segment moved`; empty for no difference."""
        counted = Counter((change.what, change.item.kind, change.item) for change in self.changes)
        by_kind = Counter((what, kind) for what, kind, _ in counted)
        order = sorted(by_kind.items(), key=lambda each: KINDS.index(each[0][1]) if each[0][1] in KINDS else 99)
        return ", ".join(f"{number} {plural(kind, number)} {_WORDS.get(what, what)}" for (what, kind), number in order)


_WORDS = {"spelling": "written otherwise"}
_ONE = {"logistics": "logistics item", "budget": "budget line"}
_PLURAL = {kind: f"{words}s" for kind, words in _ONE.items()} | {
    "show": "show",
    "inputs": "inputs",
    "venue": "venue sheet",
    "person": "people",
}


def plural(kind: str, number: int) -> str:
    """`cue`, `cues`."""
    return _ONE.get(kind, kind) if number == 1 else _PLURAL.get(kind, f"{kind}s")


def _list(item: Item) -> str:
    return item.name.rpartition("/")[0] or "main"

"""One cue, line of the patch, segment or logistics item in three shows: the base, mine and theirs."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from showctl.showfile.entry import Entry
from showctl.showfile.who_is_who import Matched

Side = Literal["base", "mine", "theirs"]
SIDES: tuple[Side, ...] = ("base", "mine", "theirs")


@dataclass(eq=False, slots=True)
class Trio:
    """The same thing in each of the shows that have it. `uid` is the same in every merge of the same three."""

    uid: str
    base: Entry | None = None
    mine: Entry | None = None
    theirs: Entry | None = None

    def of(self, side: Side) -> Entry | None:
        found: Entry | None = getattr(self, side)
        return found

    @property
    def any(self) -> Entry:
        """As it is called by me, else by them, else in the base."""
        found = self.mine or self.theirs or self.base
        assert found is not None
        return found


class Trios:
    """All of one kind, and the place of each in each show."""

    def __init__(self, those: list[Trio]) -> None:
        self.all = those
        self.trio = {entry: trio for trio in those for side in SIDES if (entry := trio.of(side)) is not None}
        self.inside: dict[Side, dict[Place, list[Trio]]] = {side: defaultdict(list) for side in SIDES}
        for entry, trio in sorted(self.trio.items(), key=lambda each: each[0].path[-1:]):
            for side in SIDES:
                if trio.of(side) is entry:
                    self.inside[side][self.place(entry)].append(trio)

    def place(self, entry: Entry) -> "Place":
        """The list that it is in; or, the list left open, the group."""
        return ("", self.trio[entry.holder]) if entry.holder is not None else (entry.place, None)


Place = tuple[str, Trio | None]


def matched_trios(kind: str, base: list[Entry], mine: list[Entry], theirs: list[Entry]) -> list[Trio]:
    """Who is who. What both added by one name is one thing; of cues only if it says the same, too."""
    in_mine, in_theirs = Matched(base, mine), Matched(base, theirs)
    found = [
        Trio(f"{kind} {at}", entry, in_mine.in_b.get(entry), in_theirs.in_b.get(entry)) for at, entry in enumerate(base)
    ]
    waiting: dict[object, list[Entry]] = defaultdict(list)
    for entry in in_theirs.added:
        waiting[entry.item].append(entry)
    for at, entry in enumerate(in_mine.added):
        those = waiting[entry.item]
        same = next((other for other in those if kind != "cue" or other.shape == entry.shape), None)
        if same is not None:
            those.remove(same)
        found.append(Trio(f"{kind} mine {at}", None, entry, same))
    left = [entry for those in waiting.values() for entry in those]
    order = {entry: at for at, entry in enumerate(theirs)}
    left.sort(key=order.__getitem__)
    found += [Trio(f"{kind} theirs {at}", None, None, entry) for at, entry in enumerate(left)]
    return found

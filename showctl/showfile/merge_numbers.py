"""The numbers that cues have after a merge, and the three shows brought to them, so that all are numbered alike."""

from dataclasses import dataclass

from showctl.model.cue import CueId, cue_id, natural_order
from showctl.showfile.compare_cues import summary
from showctl.showfile.cue_numbers import renumbered
from showctl.showfile.entry import cue_entries
from showctl.showfile.item import Item
from showctl.showfile.merge_trio import SIDES, Side, Trio, Trios, matched_trios
from showctl.showfile.merge_value import MISSING, Values
from showctl.showfile.tree import Mapping


@dataclass(frozen=True, slots=True)
class Numbered:
    """The three shows with the numbers of the end, their cues, and those of which there is no room for a second."""

    roots: dict[Side, Mapping]
    trios: Trios
    left_out: frozenset[str]


def numbered(roots: dict[Side, Mapping], values: Values) -> Numbered:
    """Settle the numbers. Two cues with one number are asked about."""
    entries = {side: cue_entries(roots[side]) for side in SIDES}
    those = matched_trios("cue", entries["base"], entries["mine"], entries["theirs"])
    settling = _Settling(values, Trios(those))
    for trio in sorted(those, key=lambda trio: (trio.mine is None, trio.theirs is None)):
        settling.settle(trio)
    renamed = {
        side: {entry.item.name: settling.ids[trio] for trio in those if (entry := trio.of(side)) is not None}
        for side in SIDES
    }
    there = {settling.ids[trio] for trio in those if trio.uid not in settling.left_out}
    new = {side: renumbered(roots[side], renamed[side], there) for side in SIDES}
    for side in SIDES:
        if new[side] is not roots[side]:
            again = dict(zip(entries[side], cue_entries(new[side]), strict=True))
            for old, entry in again.items():
                entry.text = old.text if entry.node is old.node else None
            for trio in those:
                if (entry := trio.of(side)) is not None:
                    setattr(trio, side, again[entry])
    return Numbered(new, Trios(those), frozenset(settling.left_out))


class _Settling:
    def __init__(self, values: Values, trios: Trios) -> None:
        self._values, self._trios = values, trios
        self._taken: dict[CueId, Trio] = {}
        self.ids: dict[Trio, CueId] = {}
        self.left_out: set[str] = set()

    def settle(self, trio: Trio) -> None:
        """Give a cue its id. Those that I have come first."""
        name, number = self._list(trio), self._number(trio)
        wanted = cue_id(name, number)
        other = self._taken.get(wanted)
        if trio.base is not None and not (trio.mine and trio.theirs):  # somebody removed it
            self.ids[trio] = wanted if other is None else cue_id(name, f"{number}-removed")
            self._taken.setdefault(wanted, trio)
            return
        if other is not None and not _removed(other):
            wanted = self._clash(trio, other, name, number)
        self.ids[trio] = wanted
        if trio.uid not in self.left_out:
            self._taken[wanted] = trio

    def _clash(self, trio: Trio, other: Trio, name: str, number: str) -> CueId:
        """Another cue has the number already."""
        if trio.base is not None:  # theirs gave it this number: mine keeps its own
            own = cue_id(name, _number(trio, "mine"))
            return own if own not in self._taken else self._behind(name, number)
        first, second = (other, trio) if trio.mine is None else (trio, other)
        mine, theirs = summary(first.any.node), summary(second.any.node)
        why = f"two cues have the number {number}: {mine} (mine) and {theirs} (theirs)"
        values, key = (MISSING, mine, theirs), (trio.uid, ())
        chosen = self._values.ask(key, Item("cue", cue_id(name, number)), values, str, why, both=True)
        keeper: Side = "theirs" if trio.mine is None else "mine"
        if other.base is None:
            if chosen == "theirs":
                self.left_out.add(other.uid)
                self.ids[other] = self._behind(name, number)
                return cue_id(name, number)
        elif key not in self._values.choices:  # a number given anew takes away no cue
            return self._between(trio, name, number)
        elif chosen == keeper:  # the other goes back to the number that this side knows it by
            back = cue_id(name, _number(other, keeper))
            if back not in self._taken:
                self.ids[other], self._taken[back] = back, other
                return cue_id(name, number)
        if chosen not in (keeper, "both"):
            self.left_out.add(trio.uid)
        return self._behind(name, number) if other.base is None else self._between(trio, name, number)

    def _between(self, trio: Trio, name: str, number: str) -> CueId:
        """A free number for a new cue, between its neighbours if there is one."""
        side: Side = "theirs" if trio.mine is None else "mine"
        entry = trio.of(side)
        assert entry is not None
        row = self._trios.inside[side][self._trios.place(entry)]
        at = row.index(trio)
        above, below = (self._settled(row[n]) if 0 <= n < len(row) else "" for n in (at - 1, at + 1))
        for k in range(1, 10):
            new = f"{above}.{k}"
            fits = above and below and natural_order(above) < natural_order(new) < natural_order(below)
            if fits and cue_id(name, new) not in self._taken:
                return cue_id(name, new)
        return self._behind(name, number)

    def _behind(self, name: str, number: str) -> CueId:
        """A free number that begins with another."""
        return next(new for k in range(1, 100_000) if (new := cue_id(name, f"{number}.{k}")) not in self._taken)

    def _settled(self, trio: Trio) -> str:
        """The number that a cue has so far."""
        return self.ids[trio].rpartition("/")[2] if trio in self.ids else ""

    def _number(self, trio: Trio) -> str:
        base, mine, theirs = (_number(trio, side) for side in SIDES)
        if not mine or not theirs:
            return mine or theirs or base
        if mine == theirs or base == theirs:
            return mine
        if base == mine:
            return theirs
        item = trio.any.item
        chosen = self._values.ask((trio.uid, ("cue",)), item, (base or MISSING, mine, theirs), str)
        return {"mine": mine, "theirs": theirs, "base": base}.get(chosen, mine)

    def _list(self, trio: Trio) -> str:
        if trio.mine is None or trio.theirs is None or trio.base is None:
            return trio.any.place
        base, mine, theirs = (self._trios.place(entry) for entry in (trio.base, trio.mine, trio.theirs))
        asked = self._values.choices.get((trio.uid, ("place",)))
        return trio.theirs.place if base == mine or (asked == "theirs" and theirs != base) else trio.mine.place


def _removed(trio: Trio) -> bool:
    return trio.base is not None and not (trio.mine and trio.theirs)


def _number(trio: Trio, side: Side) -> str:
    entry = trio.of(side)
    return entry.item.name.rpartition("/")[2] if entry is not None else ""

"""Things in lists merged: which are there in the end, where each stands, and in which order."""

import re
from functools import cached_property
from typing import Any, Literal

from showctl.model.cue import MAIN
from showctl.showfile.compare_cues import place_words, summary
from showctl.showfile.entry import Entry
from showctl.showfile.meaning import Meaning
from showctl.showfile.merge_order import merged_order
from showctl.showfile.merge_trio import SIDES, Place, Side, Trio, Trios
from showctl.showfile.merge_value import MISSING, Seen, Values
from showctl.showfile.tree import Mapping, Sequence

_COMMENT = re.compile("#[^\n]*")
"""Colours too, which are no comments: then a thing is taken over as they wrote it, where its fields would have done."""
_FIRST: tuple[Side, ...] = ("mine", "theirs", "base")
"""Whose list is gone on with where there are several."""


class Rows:
    """The lists of one kind of thing in three shows.

    `written`: by side and name the lists at the top. `lists`: the names of those that there are in the end; None: all.
    `left_out`: things that have no place whatever else is said of them.
    """

    def __init__(
        self,
        trios: Trios,
        values: Values,
        written: dict[tuple[Side, str], Sequence],
        lists: frozenset[str] | None = None,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        self.trios, self._values, self._written = trios, values, written
        self._lists, self._left_out = lists, left_out
        for trio in trios.all:
            nodes = (entry.node if (entry := trio.of(side)) is not None else MISSING for side in SIDES)
            values.seen[trio.uid] = Seen(trio.any.item, *nodes)
        self._alive: dict[Trio, Side | bool] = {}

    def row(self, place: Place) -> Sequence | None:
        """The merged list at a place; None if no show has one."""
        kept = set(self._rows.get(place, ()))
        base, mine, theirs = (self.trios.inside[side].get(place, []) for side in SIDES)
        order = merged_order(base, mine, theirs, kept)
        made = [self._node(trio) for trio in order]
        those = (self._sequence(side, place) for side in _FIRST)
        written = next((each for each in those if each is not None), None)
        if written is None:
            return None
        if len(made) == len(written) and all(new is old for new, old in zip(made, written, strict=True)):
            return written
        new = written.changed()
        new[:] = made
        return new

    def _sequence(self, side: Side, place: Place) -> Sequence | None:
        """The list as written on a side."""
        if place[1] is None:
            return self._written.get((side, place[0]))
        holder = place[1].of(side)
        found = holder.node.get("cues") if holder is not None else None
        return found if isinstance(found, Sequence) else None

    @cached_property
    def _rows(self) -> dict[Place, list[Trio]]:
        """What is in each place in the end, in no order."""
        found: dict[Place, list[Trio]] = {}
        for trio in self.trios.all:
            if self.alive(trio):
                found.setdefault(self._place(trio), []).append(trio)
        return found

    def alive(self, trio: Trio) -> Side | bool:
        """Whether it is there in the end; a side where it is as that side has it, because its holder is."""
        if trio not in self._alive:
            self._alive[trio] = self._decided(trio)
        return self._alive[trio]

    def _decided(self, trio: Trio) -> Side | bool:
        if trio.uid in self._left_out:
            return False
        chosen = self._values.choices.get((trio.uid, ()))
        if chosen is not None and chosen != "both":
            return trio.of(chosen) is not None
        if trio.base is None or (trio.mine and trio.theirs):
            return self._held(trio)
        if not trio.mine and not trio.theirs:
            return False
        side: Literal["mine", "theirs"] = "mine" if trio.mine else "theirs"
        entry = trio.of(side)
        assert entry is not None
        other: Side = "theirs" if side == "mine" else "mine"
        holder = self.trios.trio[entry.holder] if entry.holder is not None else None
        if holder is not None and holder.base is not None and holder.of(other) is None:
            return side if self.alive(holder) else False  # it went, or stays, with its group
        if self._lists is not None and holder is None and entry.place not in self._lists:
            return False
        if holder is None and entry.place != MAIN and (other, entry.place) not in self._written:
            return side  # its list was removed there, and stays
        if not self._touched(trio, side):
            return False
        values = _summary(trio.base), _summary(trio.mine), _summary(trio.theirs)
        why = self._values.edited(side, entry.item, trio.base.node, entry.node)
        choice = self._values.ask((trio.uid, ()), entry.item, values, str, why)
        return side == choice

    def _held(self, trio: Trio) -> bool:
        """Whether there is a place for it: its list, and the group that it is in."""
        return any(self._open(self.trios.place(entry)) for side in SIDES[1:] if (entry := trio.of(side)) is not None)

    def _open(self, place: Place) -> bool:
        if place[1] is not None:
            return bool(self.alive(place[1]))
        return self._lists is None or place[0] in self._lists

    def _touched(self, trio: Trio, side: Side) -> bool:
        """Whether a side changed it, moved it elsewhere, or changed what is inside."""
        entry, base = trio.of(side), trio.base
        assert entry is not None
        if base is None or self.trios.place(entry) != self.trios.place(base) or not means_same(entry, base):
            return True
        inside = self.trios.inside[side].get(("", trio), [])
        return any(self._touched(each, side) for each in inside)

    def _place(self, trio: Trio) -> Place:
        """Where it belongs: who moved it elsewhere has it; where both did, it is asked."""
        base, mine, theirs = (self.trios.place(e) if (e := trio.of(side)) is not None else None for side in SIDES)
        if mine is None or theirs is None:
            found = mine or theirs or base
            assert found is not None
            return found
        if mine == theirs or theirs == base:
            place, other = mine, theirs
        elif mine == base:
            place, other = theirs, mine
        else:
            words = {side: place_words(entry) for side in SIDES if (entry := trio.of(side)) is not None}
            values = words.get("base", MISSING), words["mine"], words["theirs"]
            chosen = self._values.ask((trio.uid, ("place",)), trio.any.item, values, str)
            place, other = (theirs, mine) if chosen == "theirs" else (mine, theirs)
        return place if self._open(place) else other

    def _node(self, trio: Trio) -> Any:
        node = self._own(trio)
        if isinstance(node, Mapping) and "cues" in node:
            row = self.row(("", trio))
            if row is not None and node["cues"] is not row:
                node = node.changed()
                node["cues"] = row
        self._values.made[id(node)] = trio.uid
        return node

    def _own(self, trio: Trio) -> Any:
        """The thing itself; of a group what is inside is another matter."""
        alive = self.alive(trio)
        base, mine, theirs = (e.node if (e := trio.of(side)) is not None else MISSING for side in SIDES)
        chosen = self._values.choices.get((trio.uid, ()))
        side = chosen if chosen is not None and chosen != "both" else alive
        if not isinstance(side, bool) and (found := trio.of(side)) is not None:
            return found.node
        if mine is MISSING or theirs is MISSING:
            return mine if mine is not MISSING else theirs if theirs is not MISSING else base
        if _written_alike(trio.theirs, trio.base) or _written_alike(trio.theirs, trio.mine):
            return mine
        answered = any(uid == trio.uid for uid, _ in self._values.choices)
        if not answered and _commented(trio):
            return theirs
        groups = all("cues" in node for node in (mine, theirs))  # else one of us made a group of it, or none any more
        return self._values.item(trio.uid, trio.any.item, base, mine, theirs, skip={"cues"} if groups else ())


def means_same(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same, however they are written; of groups what is inside is another matter."""
    if one.says_as(other):
        return True
    kind, name = one.item
    return bool(Meaning(kind, name, one.node).exact == Meaning(kind, name, other.node).exact)


def _written_alike(one: Entry | None, other: Entry | None) -> bool:
    return one is not None and other is not None and one.text is not None and one.text == other.text


def _commented(trio: Trio) -> bool:
    """Whether I left it as it was, and they wrote something about it that is no value."""
    texts = [entry.text if (entry := trio.of(side)) is not None else None for side in SIDES]
    base, mine, theirs = texts
    if base is None or theirs is None or base != mine:
        return False
    return base != theirs and _COMMENT.findall(base) != _COMMENT.findall(theirs)


def _summary(entry: Entry | None) -> Any:
    if entry is None:
        return MISSING
    return summary(entry.node) if entry.item.kind == "cue" else f"{entry.item}"

"""The order of the cues in their lists, which of each list is in standby, and whether its light waits for that one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from showctl.engine.amending import Amending
from showctl.model.cue import Continue, CueId
from showctl.program.program import CompiledCue, CompiledList, Program

Cues = Mapping[CueId, CompiledCue]


class ListOrder:
    """One list: its standby as an index into the cues that GO can reach, their number at the end of the list.

    These are the cues of the list, and those inside its sequences, each group before what is in it. A cart has none.
    """

    def __init__(self, cues: Cues, cue_list: CompiledList, following: Mapping[CueId, CueId]) -> None:
        self.name = cue_list.name
        self.top = {cue: index for index, cue in enumerate(cue_list.cues)}
        """The cues at the top of the list, with their places."""
        self.cart = cue_list.cart
        self.cues = tuple(in_reach(cues, cue_list))
        self.place = {cue: index for index, cue in enumerate(self.cues)}
        self._chain_ends = _chain_ends(cues, self.cues, self.place, following)
        self._light_at = _light_at(cues, self.cues, self.place)
        self._in_order: int | None = None
        """The place of standby at which GO is in order; None when it is nowhere."""
        self.lit = False
        """Whether light that its cues move may be elsewhere than at rest, as far as this engine knows."""
        self.dark = False
        """Whether a panic took light, and nothing has brought it back since."""
        self.given_back = False
        """Whether all light of the list was given back, and nothing has moved any since."""
        self.index = 0
        self.guard_until = 0.0

    @property
    def standby(self) -> CueId | None:
        """The cue that the next GO starts; None at the end of the list."""
        return self.cues[self.index] if self.index < len(self.cues) else None

    def set(self, cue: CueId | None) -> None:
        """Put a cue of the list in standby; None is the end."""
        self.index = len(self.cues) if cue is None else self.place[cue]

    def step(self, step: int) -> None:
        """Move standby; it stays at the first and the last cue."""
        last = max(self.index, len(self.cues) - 1)
        self.index = min(max(self.index + step, 0), last)

    def to_top(self) -> None:
        """Put the first cue in standby."""
        self.index = 0

    @property
    def in_order(self) -> bool:
        """Whether light is, or is on its way to, where the standby cue expects it: a GO then moves what it moves."""
        return self._in_order is not None and self._light_at[self.index] == self._in_order

    def keep_order(self) -> None:
        """From now on a GO here is in order."""
        self._in_order = self._light_at[self.index]
        self.dark = False

    @property
    def order_at(self) -> int | None:
        """The place of standby at which GO is in order, wherever standby is; None when it is nowhere."""
        return self._in_order

    def lose_order(self) -> None:
        """A GO is in order nowhere: light is not where any cue of the list expects it."""
        self._in_order = None

    def go_on_from(self, before: "ListOrder", amending: Amending) -> None:
        """The same cue in standby, or the nearest after it that still exists, and a GO in order there if it was; how
        long GO is still refused; what is known of light.
        """
        self.index = self._nearest(before, before.index, amending)
        self._in_order = None
        if before._in_order is not None:
            self._in_order = self._light_at[self._nearest(before, before._in_order, amending)]
            if self.in_order and not before.in_order:  # the cue that would have been is gone
                self.lose_order()
        self.guard_until = before.guard_until
        self.lit, self.dark, self.given_back = before.lit, before.dark, before.given_back

    def _nearest(self, before: "ListOrder", index: int, amending: Amending) -> int:
        """Where the cue is here that is at this place there; else the first that exists of those after it. The end of
        the list stays its end; in one that had no cues the first that comes is in standby.
        """
        if not before.cues:
            return 0
        still_to_come = (amending.cue(before.cues[each]) for each in range(index, len(before.cues)))
        return next((self.place[cue] for cue in still_to_come if cue in self.place), len(self.cues))

    def pass_chain(self) -> None:
        """Move standby past the chain that it starts."""
        self.index = self._chain_ends[self.index]


class Orders:
    """All lists of a program."""

    def __init__(self, program: Program, standby: Mapping[str, CueId | None]) -> None:
        self._cues = program.cues
        self.following = following(program)
        """The cue that a cue which continues leads to."""
        self.lists = {each.name: ListOrder(program.cues, each, self.following) for each in program.lists}
        self.list_of = {cue: order for order in self.lists.values() for cue in order.cues}
        for name, cue in standby.items():
            order = self.lists.get(name)
            if order is not None and (cue is None or cue in order.place):
                order.set(cue)

    def go_on_from(self, before: "Orders", amending: Amending) -> None:
        """Standby, what is in order there, and how long GO is still refused, of an earlier state of the show."""
        for name, order in self.lists.items():
            if (earlier := before.lists.get(amending.names.was("list", name) or "")) is not None:
                order.go_on_from(earlier, amending)

    def become(self, after: "Orders") -> None:
        """From now on those of the next state of the show."""
        self._cues, self.lists, self.list_of = after._cues, after.lists, after.list_of
        self.following = after.following

    def around(self, cue: CueId | None) -> Iterator[CueId]:
        """The groups around a cue, from the innermost."""
        while cue is not None and (cue := self._cues[cue].parent) is not None:
            yield cue

    def entered(self, group: CompiledCue) -> bool:
        """Whether the standby of its list is inside this group, so that the next GO goes on there."""
        order = self.lists.get(group.list)
        return order is not None and group.mode == "sequence" and group.id in self.around(order.standby)

    def passed(self, order: ListOrder, place: int | None = None) -> tuple[int, tuple[CueId, ...]]:
        """How many cues at the top of the list are before standby, or before another place of it, and which inside the
        groups that it has entered there."""
        before: list[CueId] = []
        place = order.index if place is None else place
        if place >= len(order.cues):
            return len(order.top), ()
        cue = order.cues[place]
        for group in self.around(cue):
            inside = [child.cue for child in self._cues[group].children]
            before[:0] = inside[: inside.index(cue)]
            cue = group
        return order.top[cue], tuple(before)


def following(program: Program) -> dict[CueId, CueId]:
    """The cue that starts when a cue continues, if it does.

    In lists the one after it, and so in sequences, whose last cue leads to the one after the group; in groups that play
    their first and what follows from it, the one after it.
    """
    pairs: dict[CueId, CueId] = {}
    for cue_list in program.lists:
        if not cue_list.cart:
            pairs.update(pairwise(cue_list.cues))
    for cue in program.cues.values():
        if cue.mode in {"sequence", "first then next"}:
            pairs.update(pairwise(child.cue for child in cue.children))
        if cue.mode == "sequence" and cue.id in pairs:
            pairs[cue.children[-1].cue] = pairs[cue.id]
    return pairs


def in_reach(cues: Cues, cue_list: CompiledList) -> Iterator[CueId]:
    """The cues of a list that GO can reach, each group before what is in it; none of a cart."""
    return iter(()) if cue_list.cart else _walk(cues, cue_list.cues)


def _walk(cues: Cues, ids: Iterable[CueId]) -> Iterator[CueId]:
    for cue in ids:
        yield cue
        if cues[cue].mode == "sequence":
            yield from _walk(cues, (child.cue for child in cues[cue].children))


def _chain_ends(
    cues: Cues, order: tuple[CueId, ...], place: Mapping[CueId, int], following: Mapping[CueId, CueId]
) -> list[int]:
    """For each cue the index of the first that a GO on it does not start: where standby moves."""
    end_of_list = len(order)
    ends = [end_of_list] * (end_of_list + 1)

    def led_to(cue: CompiledCue) -> int:
        """Where standby is after a cue that continues."""
        return ends[place[following[cue.id]]] if cue.id in following else end_of_list

    def after(cue: CompiledCue) -> int:
        """Where standby is after a cue that does not."""
        group = cues[cue.parent] if cue.parent is not None else None
        if group is not None and group.children[-1].cue == cue.id:
            return after(group) if group.continue_ is Continue.NONE else led_to(group)
        return place[following[cue.id]] if cue.id in following else end_of_list

    for index in range(end_of_list - 1, -1, -1):
        cue = cues[order[index]]
        if cue.mode == "sequence":
            ends[index] = ends[place[cue.children[0].cue]]
        else:
            ends[index] = after(cue) if cue.continue_ is Continue.NONE else led_to(cue)
    return ends


def _light_at(cues: Cues, order: tuple[CueId, ...], place: Mapping[CueId, int]) -> list[int]:
    """For each place of standby the one that counts for light: GO on a sequence is GO on its first cue."""
    at = list(range(len(order) + 1))
    for index in range(len(order) - 1, -1, -1):
        cue = cues[order[index]]
        if cue.mode == "sequence" and cue.children:
            at[index] = at[place[cue.children[0].cue]]
    return at

"""What a GO out of order brings back: light as the cues before it leave it, without what only other cues move."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from showctl.engine.event import CueActed
from showctl.engine.outcome import Do, Outcome, TakeUp
from showctl.engine.restoring import Restoring
from showctl.engine.said import Said
from showctl.engine.standby import ListOrder, Orders
from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.played import acting, played
from showctl.program.program import CompiledCue, Program
from showctl.program.tracked import State, TrackedLight


class Restores:
    """Prepared before the show, so that a GO only has to carry it out."""

    def __init__(self, program: Program, orders: Orders, left: Mapping[str, NDArray[np.intp]] | None = None) -> None:
        """`left`: see `TrackedLight`."""
        self._program, self._orders = program, orders
        self._tracked = TrackedLight(program, left)
        self._first_light = {name: _first_light(program, order) for name, order in orders.lists.items()}
        self.nobodys = _never_moved(program, self._tracked)
        """The parameters (the program's, little-endian int32) that no list and no submaster ever moves."""

    def become(self, after: "Restores") -> None:
        """From now on those of the next state of the show."""
        self._program, self._tracked = after._program, after._tracked
        self._first_light, self.nobodys = after._first_light, after.nobodys

    def moved(self, list_name: str) -> NDArray[np.intp]:
        """All parameters that cues of a list move, or may have moved in a state of the show before."""
        return self._tracked.moved(list_name)

    def moved_by_lists(self) -> dict[str, NDArray[np.intp]]:
        """The same of all lists, by name."""
        return {each.name: self.moved(each.name) for each in self._program.lists}

    def on_go(self, order: ListOrder, arming: Said) -> Restoring | None:
        """What GO on the standby cue of a list restores; None if it is in order, or has nothing to restore. `arming`
        says which cues count now.
        """
        if order.in_order or order.standby is None:
            return None
        cue = self._program.cues[order.standby]
        found = light_before(self._program, self._tracked, cue, self._orders, order, arming, releases=order.lit)
        if found is None or not order.lit:
            return found if found is not None and found.fade is not None else None
        return replace(found, nobodys=self.nobodys)

    def base_of(self, cue: CompiledCue, moved: NDArray[np.intp], arming: Said) -> Restoring | None:
        """Brings at once what a cue of a list moves, these parameters of the program, to where the cues before it leave
        that; None where it stands in no list, or nothing is to be brought."""
        order = self._orders.list_of.get(cue.id)
        if order is None or not self._tracked.moves(cue.list):
            return None
        index, inside = self._orders.passed(order, order.place[cue.id])
        others = np.setdiff1d(self._tracked.moved(cue.list), moved).astype("<i4").tobytes()
        but = [Fade(0.0, 0.0, others, b"")]
        armed = _armed(self._orders, arming)
        fade = self._tracked.before(
            cue.list, index, 0.0, but, inside, armed=armed, changed=arming.changed, releases=True
        )
        return Restoring(fade, self._tracked.layer(cue.list), 0.0) if fade is not None else None

    def foreseen(self, order: ListOrder) -> bool:
        """Whether the next GO of a list restores light, as far as can be told at a glance."""
        first = self._first_light[order.name]
        if order.in_order or order.standby is None or not self.moves_light(order.name):
            return False
        return order.lit or (first is not None and order.index > first)

    def tracked_in_order(self, order: ListOrder, arming: Said) -> State | None:
        """The light with which a GO of a list is in order; None if it is so nowhere, or the list moves none."""
        if order.order_at is None:
            return None
        index, inside = self._orders.passed(order, order.order_at)
        armed = _armed(self._orders, arming)
        return self._tracked.state(order.name, index, inside, armed=armed, changed=arming.changed)

    def moves_light(self, list_name: str) -> bool:
        """Whether any cue of a list does."""
        return self._tracked.moves(list_name)

    def hearing(self, tell: Callable[[Outcome], None]) -> Callable[[Outcome], None]:
        """`tell`, which notes of which list light is moved."""

        def told(outcome: Outcome) -> None:
            if isinstance(outcome, Do):
                if isinstance(outcome.effect, Fade):
                    self._lit(outcome.effect, outcome.cue)
            elif isinstance(outcome, TakeUp):
                for each in outcome.fades:
                    if isinstance(each.fade, Fade):
                        self._lit(each.fade, each.cue)
            elif isinstance(outcome, CueActed):
                for fade in self._waiting(outcome.cue):
                    self._lit(fade, outcome.cue)
            tell(outcome)

        return told

    def _waiting(self, cue: CueId) -> Iterable[Fade]:
        """Light that a cue moves after a delay: a GO out of order before that is over leaves it nothing to move."""
        known = self._program.cues.get(cue)  # what is gone and still runs moves no light of the show
        return (each for each in known.effects if isinstance(each, Fade) and each.at) if known is not None else ()

    def _lit(self, fade: Fade, cue: CueId) -> None:
        lists, known = self._program.lists, self._program.cues.get(cue)
        name = lists[fade.layer - 1].name if 0 < fade.layer <= len(lists) else known.list if known is not None else ""
        if (order := self._orders.lists.get(name)) is not None:  # a panic's look is no cue's
            order.lit, order.given_back = True, False


def light_before(
    program: Program,
    tracked: TrackedLight,
    cue: CompiledCue,
    orders: Orders,
    order: ListOrder,
    arming: Said,
    *,
    releases: bool = False,
) -> Restoring | None:
    """What the armed cues before the standby `cue` of a list track, and with `releases` what only others of it move;
    without what it moves itself, after whatever delay. None if the list moves no light.

    In the time of the first light of the cue, as that is written: wheels of it that jump do not make the stage jump. A
    cue without light takes the show's `go to time`.
    """

    if not tracked.moves(cue.list):
        return None
    armed = _armed(orders, arming)
    lights = (by for _, by, each in played(program.cues, cue, armed) if isinstance(each, Fade) and not each.mark)
    first = next(lights, None)
    time = program.cues[first].light_time if first is not None else program.go_to_time
    # Of what is drawn nobody knows what it begins with.
    own = [] if _draws(program, cue) else _own(program, cue, armed)
    waiting = [fade.parameters for fade in own if fade.at or fade.mark] if releases else []
    index, inside = orders.passed(order)
    fade = tracked.before(cue.list, index, time, own, inside, armed=armed, changed=arming.changed, releases=releases)
    return Restoring(fade, tracked.layer(cue.list), time, b"".join(waiting))


def _own(program: Program, cue: CompiledCue, armed: Callable[[CompiledCue], bool]) -> list[Fade]:
    """What moves with the action of a cue or after its delays: not what begins later inside it, or by another GO."""
    with_it = [one.cue for one in acting(program.cues, cue, armed) if one.at == cue.pre_wait and not one.gos]
    return [effect for each in with_it for effect in each.effects if isinstance(effect, Fade)]


def _never_moved(program: Program, tracked: TrackedLight) -> bytes:
    never = np.ones(len(program.parameters.default) // 4, np.bool_)
    for moved in (tracked.moved(each.name) for each in program.lists):
        never[moved] = False
    for fade in (fade for master in program.masters for fade in master.look):
        never[np.frombuffer(fade.parameters, "<i4")] = False
    return np.flatnonzero(never).astype("<i4").tobytes()


def _armed(orders: Orders, arming: Said) -> Callable[[CompiledCue], bool]:
    """Whether a cue, and all around it, is armed now."""
    return lambda each: arming.of(each.id) and all(map(arming.of, orders.around(each.id)))


def _draws(program: Program, cue: CompiledCue) -> bool:
    return cue.mode == "random" or cue.shuffle or any(_draws(program, program.cues[each.cue]) for each in cue.children)


def _first_light(program: Program, order: ListOrder) -> int | None:
    """The first place in a list whose cue moves light; None if none does."""
    for index, cue in enumerate(order.cues):
        mode = program.cues[cue].mode
        if _moves(program, (cue,), deep=mode != "sequence"):
            return index
    return None


def _moves(program: Program, some: Iterable[CueId], *, deep: bool) -> bool:
    """Whether any of these cues moves light, or with `deep` any inside it."""
    for cue in map(program.cues.__getitem__, some):
        if any(isinstance(effect, Fade) for effect in cue.effects):
            return True
        if deep and _moves(program, (child.cue for child in cue.children), deep=True):
            return True
    return False

"""What a GO out of order brings back: light as the cues before it leave it, without what only other cues move."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.engine.event import CueActed, LightRestored
from showctl.engine.outcome import Do, Outcome, TakeUp
from showctl.engine.said import Said
from showctl.engine.standby import ListOrder, Orders
from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.played import played
from showctl.program.program import CompiledCue, Program
from showctl.program.tracked import State, TrackedLight


class Restores:
    """Prepared before the show, so that a GO only has to carry it out."""

    def __init__(self, program: Program, orders: Orders, left: Mapping[str, NDArray[np.intp]] | None = None) -> None:
        """`left`: see `TrackedLight`."""
        self._program, self._orders = program, orders
        self._tracked = TrackedLight(program, left)
        self._first_light = {name: _first_light(program, order) for name, order in orders.lists.items()}

    def on_go(self, order: ListOrder, arming: Said) -> Fade | None:
        """What GO on the standby cue of a list restores; None if it is in order, or has nothing to restore. `arming`
        says which cues count now.
        """
        if order.in_order or order.standby is None:
            return None
        cue = self._program.cues[order.standby]
        return light_before(self._program, self._tracked, cue, self._orders, order, arming, releases=order.lit)

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
                    self._lit(outcome.cue)
            elif isinstance(outcome, TakeUp):
                for each in outcome.fades:
                    self._lit(each.cue)
            elif isinstance(outcome, CueActed) and self._waits_with_light(outcome.cue):
                self._lit(outcome.cue)
            tell(outcome)

        return told

    def _waits_with_light(self, cue: CueId) -> bool:
        """Whether a cue moves light after a delay: a GO out of order before that is over leaves it nothing to move."""
        return any(isinstance(effect, Fade) and effect.at for effect in self._program.cues[cue].effects)

    def _lit(self, cue: CueId) -> None:
        if cue:  # a panic's look is no cue's
            self._orders.lists[self._program.cues[cue].list].lit = True


def restored(cue: CueId, fade: Fade, due: float) -> LightRestored:
    """What to tell of a fade that restores: NaN is what it releases."""
    released = int(np.isnan(np.frombuffer(fade.targets, "<f4")).sum())
    return LightRestored(due=due, cue=cue, parameters=len(fade.targets) // 4 - released, released=released)


def light_before(
    program: Program,
    tracked: TrackedLight,
    cue: CompiledCue,
    orders: Orders,
    order: ListOrder,
    arming: Said,
    *,
    releases: bool = False,
) -> Fade | None:
    """What the armed cues before the standby `cue` of a list track, and with `releases` what only others of it move;
    without what it moves at once itself. None if that is nothing.

    In the time of the first light of the cue, as that is written: wheels of it that jump do not make the stage jump. A
    cue without light takes the show's `go to time`.
    """

    armed = _armed(orders, arming)
    own = [each for each in played(program.cues, cue, armed) if isinstance(each[2], Fade) and not each[2].mark]
    time = program.cues[own[0][1]].light_time if own else program.go_to_time
    # Of what is drawn nobody knows what it begins with.
    at_once = (
        []
        if _draws(program, cue)
        else [fade for at, _, fade in own if isinstance(fade, Fade) and at == cue.pre_wait and fade.only == "all"]
    )
    index, inside = orders.passed(order)
    return tracked.before(
        cue.list, index, time, at_once, inside, armed=armed, changed=arming.changed, releases=releases
    )


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

"""What a player needs to go on in the next state of the show, worked out beforehand: that reads the whole show."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.active_cues import ActiveCues
from showctl.engine.amending import Amending
from showctl.engine.changed_light import Tracking, changed_light
from showctl.engine.go import GoButton
from showctl.engine.load import Loads
from showctl.engine.panic import PanicPlan
from showctl.engine.restore import Restores
from showctl.engine.run import Run
from showctl.engine.second_start import Starts
from showctl.engine.standby import Orders
from showctl.engine.take import Take
from showctl.model.cue import CueId
from showctl.model.effect import Ramp, Send
from showctl.program.program import CompiledList, Program


class PlayerParts(NamedTuple):
    """What a player is made of."""

    orders: Orders
    restores: Restores
    panic: PanicPlan
    active: ActiveCues
    take: Take
    go: GoButton
    loads: Loads
    starts: Starts


class PlayerChange:
    """Orders, what is restored, and what a panic does, of the program after it. Carried out once."""

    def __init__(
        self, amending: Amending, left: Mapping[str, NDArray[np.intp]], was: NDArray[np.intp] | None = None
    ) -> None:
        """`left`: see `TrackedLight`. `was`: which parameter each was before, -1 for none; None: they are the same."""
        self.amending, self._was = amending, was
        after = amending.after
        self.orders = Orders(after, {})
        self.panic = PanicPlan(after, self.orders)
        self.restores = Restores(after, self.orders, left)
        self._first_changed = _first_changed(amending)

    def carry_out(self, player: PlayerParts, now: float) -> list[str]:
        """In the player's thread. Sentences about what runs and loses its device, and about the lists whose next GO is
        out of order from now on."""
        amending, active, program = self.amending, player.active, self.amending.after
        self.orders.go_on_from(player.orders, amending)
        arming = active.arming.amended(program.cues, amending)
        before: Tracking = player.restores, player.orders, active.arming
        said = [*_silenced(active.runs.values(), amending, now)]
        tracked: Tracking = self.restores, self.orders, arming
        said += changed_light(tracked, before, self._was, self._where_changed(), amending.names)
        active.amend(amending, player.orders.following, arming)
        player.take.amend(amending)
        player.go.amend(amending)
        player.loads.amend(amending, now)
        player.starts.amend(amending, program.panic_time)
        player.orders.become(self.orders)
        player.restores.become(self.restores)
        player.panic.become(self.panic)
        active.close_left(now)
        return said

    def _where_changed(self) -> list[str]:
        """The lists in which what was played may be what was changed: looking closer costs something."""
        every = self._was is not None
        return [name for name, first in self._first_changed.items() if every or _passed(self.orders, name, first)]


def _silenced(runs: Iterable[Run], amending: Amending, now: float) -> Iterator[str]:
    """Sentences about what runs and has more to send to devices that are gone."""
    if not amending.drops_devices:
        return
    for run in runs:
        sends = [each for each in run.cue.effects if isinstance(each, Send | Ramp)]
        left = (each for each in sends if run.action_at + each.at + _time(each) > now or run.times_left)
        gone = dict.fromkeys(each.device for each in left if amending.device(each.device) is None)
        if gone and not run.ended:
            which = "which is" if len(gone) == 1 else "which are"
            to = ", ".join(gone)
            what = f"cue {run.cue.number} still sends to {to}, {which} not in the show any more"
            yield f"{what}: nothing more is sent there"


def _time(effect: Send | Ramp) -> float:
    return effect.time if isinstance(effect, Ramp) else 0.0


def _passed(orders: Orders, name: str, first: int) -> bool:
    """Whether light is in order behind a place at the top of a list."""
    order = orders.lists[name]
    if order.order_at is None:
        return False
    index, inside = orders.passed(order, order.order_at)
    return index > first or (index == first and bool(inside))


def _first_changed(amending: Amending) -> dict[str, int]:
    """By list: the first place at its top at which anything is other than it was."""
    before, after = amending.before, amending.after
    old = {each.name: each for each in before.lists}
    changed: dict[str, set[CueId]] = {each.name: set() for each in after.lists}
    for cue in after.cues.values():
        if before.cues.get(cue.id) is not cue:
            changed[cue.list].add(_top(after, cue.id))
    return {each.name: _first(old.get(each.name), each, changed[each.name]) for each in after.lists}


def _top(program: Program, cue: CueId) -> CueId:
    while (parent := program.cues[cue].parent) is not None:
        cue = parent
    return cue


def _first(old: CompiledList | None, new: CompiledList, changed: set[CueId]) -> int:
    if old is None:
        return 0
    for index, (was, now) in enumerate(zip_longest(old.cues, new.cues)):
        if was != now or now in changed:
            return index
    return len(new.cues)

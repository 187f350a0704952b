"""What becomes of the mixer in the next state of the show: it stays, or another goes on from it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.amending import Amending
from showctl.engine.carry_over import CarryOver, Parts, Way
from showctl.engine.hands import Hands
from showctl.engine.layer import names_of
from showctl.engine.mixer import Mixer
from showctl.engine.prepared import More
from showctl.engine.program_mixer import mixer_for
from showctl.engine.succession import Succession
from showctl.model.effect import Fade
from showctl.program.program import Program
from showctl.program.renaming import UNCHANGED, Renaming


class LightChange:
    """Worked out beforehand, in any thread."""

    def __init__(
        self, mixer: Mixer, before: Program, after: Program, succession: Succession, names: Renaming = UNCHANGED
    ) -> None:
        self._old, self._before, self._after, self._succession = mixer, before, after, succession
        self._names = names
        was, now = [names.words(each) for each in names_of(before)], [*names_of(after)]
        self.layers: dict[int, int] | None = None
        """Which layer each of those before is, 0 where it is gone; None: all are what they were."""
        if was != now:
            place = {name: number for number, name in enumerate(now, 1)}
            self.layers = {number: place.get(name or "", 0) for number, name in enumerate(was, 1)}
        self._ready: tuple[NDArray[np.intp], More] | None = None
        self.mixer: Mixer | None = None
        """The one that goes on; None: the one there is."""
        self.hands: Hands | None = None
        """With that: what people do by hand."""

    def now(self, parameters: NDArray[np.intp]) -> NDArray[np.intp]:
        """Which the program's parameters are now, those that are still there."""
        found = self._succession.now[parameters]
        return np.sort(found[found >= 0])

    def get_ready_for(self, fades: Sequence[Fade]) -> None:
        """For fades that are new. Called once."""
        if self._succession.same and self.layers is None and _same_masters(self._before, self._after):
            self._ready = _ready_for(self._old.parts, fades)
        if self._ready is not None:
            return
        reach = self._old.parts.cells.reach().items()
        left = {self._names.words(name) or "": self.now(parameters) for name, parameters in reach}
        self.mixer = mixer_for(self._after, left)
        self.hands = Hands(self._after, self.mixer)
        universes = {universe: row for row, universe in enumerate(self._before.universes)}
        rows = np.array([universes.get(universe, -1) for universe in self._after.universes], np.intp)
        every = self.layers or {number: number for number in range(1, len(self._old.parts.cells.names) + 1)}
        self._carrying = CarryOver(self._old.parts, self.mixer.parts, Way(self._succession.of, rows, every))

    def carry_out(self, amending: Amending, now: float) -> str:
        """In the mixer's thread. A sentence about lit fixtures that are gone, or nothing."""
        if self._ready is not None:
            self._old.parts.cells.alone[:] = self._ready[0]
            self._old.parts.prepared.take(self._ready[1])
        if self.mixer is None:
            return ""
        self._old.levels(now)
        self._carrying.carry(amending, now)
        self.mixer.go_on(now)
        return self._succession.gone(self._old.values)


def _ready_for(mixer: Parts, fades: Sequence[Fade]) -> tuple[NDArray[np.intp], More] | None:
    """What a mixer needs to know of fades that are new; None if they take another: layers share more than before."""
    alone = mixer.cells.with_moves({(fade.layer, fade.parameters): None for fade in fades})
    return None if alone is None else (alone, mixer.prepared.more(fades))


def _same_masters(before: Program, after: Program) -> bool:
    """Whether masters reach and bring the same, and lists come before one another as they did."""
    masters = [
        [(each.name, each.parameters, each.look, each.priority) for each in program.masters]
        for program in (before, after)
    ]
    lists = [[(each.name, each.priority, each.merge) for each in program.lists] for program in (before, after)]
    return masters[0] == masters[1] and lists[0] == lists[1] and before.grand == after.grand

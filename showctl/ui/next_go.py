"""What the next GO of a list really does, by the engine's own order of the cues and its own rule for light."""

from collections.abc import Iterator

from showctl.engine.restore import light_before
from showctl.engine.said import Said
from showctl.engine.snapshot import Evening, Snapshot
from showctl.engine.standby import ListOrder, Orders
from showctl.model.cue import Continue, CueId
from showctl.program.program import CompiledCue, Program
from showctl.program.tracked import TrackedLight

ONE_AFTER_ANOTHER = ("sequence", "first then next")
"""Groups of which a GO starts the first, and what follows from it."""


class NextGo:
    """For one program. Its lists are moved about to ask them; nobody else has them."""

    def __init__(self, program: Program) -> None:
        self._program, self._cues = program, program.cues
        self._orders = Orders(program, {})
        self._tracked: TrackedLight | None = None
        self._known: dict[tuple[str, CueId, Evening], bool] = {}

    def steps(self, cue: CueId) -> list[tuple[CueId, CueId | None]]:
        """The cues that GO on this one starts, itself first, each with the one whose continue leads to it.

        Of a sequence that is the group, its first cue and what follows from that.
        """
        found: list[tuple[CueId, CueId | None]] = []
        step: tuple[CueId, CueId | None] | None = (cue, None)
        while step is not None and step not in found:
            found.append(step)
            step = self._after(self._cues[step[0]])
        return found

    def _after(self, cue: CompiledCue) -> tuple[CueId, CueId | None] | None:
        if cue.mode == "sequence" and cue.children:
            return cue.children[0].cue, None
        while cue.continue_ is Continue.NONE:
            group = self._cues[cue.parent] if cue.parent is not None else None
            if group is None or group.mode != "sequence" or group.children[-1].cue != cue.id:
                return None
            cue = group
        after = self._orders.following.get(cue.id)
        return (after, cue.id) if after is not None else None

    def played(self, cue: CueId) -> list[CueId]:
        """The cues without any inside that GO on this one plays, before the next GO; of random groups all."""
        steps = [self._cues[step] for step, _ in self.steps(cue)]
        return [leaf for step in steps if step.mode != "sequence" or not step.children for leaf in self._leaves(step)]

    def _leaves(self, cue: CompiledCue) -> Iterator[CueId]:
        if not cue.children:
            yield cue.id
        inside = [self._cues[child.cue] for child in cue.children]
        for child in inside:
            yield from self._leaves(child)
            if cue.mode in ONE_AFTER_ANOTHER and child.continue_ is Continue.NONE:
                return

    def standby_after(self, cue: CueId) -> CueId | None:
        """Where standby is after GO on this cue; None at the end of its list, and where GO does not reach it: it was
        put into a group a moment ago, and the engine has not moved standby yet."""
        if cue not in self._orders.list_of:
            return None
        order = self._order(cue)
        order.pass_chain()
        return order.standby

    def _order(self, cue: CueId) -> ListOrder:
        order = self._orders.list_of[cue]
        order.set(cue)
        return order

    def around(self, cue: CueId) -> Iterator[CueId]:
        """The groups around a cue, from the innermost."""
        return self._orders.around(cue)

    def brings_light_back(self, cue: CueId | None, evening: Evening) -> bool:
        """Whether GO on this cue, after a panic that took light, has any to bring back: what the cues before it track.

        Reads the light of a list, so what was found is kept for the moment.
        """
        if cue is None or self._program.panic_light == "hold" or cue not in self._orders.list_of:
            return False
        asked = self._cues[cue].list, cue, evening
        if asked not in self._known:
            if len(self._known) > len(self._program.lists):
                self._known.clear()
            if self._tracked is None:
                self._tracked = TrackedLight(self._program)
            arming = Said(self._cues, lambda each: each.armed, evening.armed, evening.disarmed)
            order = self._order(cue)
            back = light_before(self._program, self._tracked, self._cues[cue], self._orders, order, arming)
            self._known[asked] = back is not None and back.fade is not None
        return self._known[asked]

    def bring_back(self, snapshot: Snapshot, *, dark: bool = False) -> list[str]:
        """The lists whose next GO brings light back. `dark`: as if a panic had just taken it from all of them."""
        return [
            each.name
            for each in snapshot.lists
            if (each.dark or dark) and self.brings_light_back(each.standby, snapshot.evening)
        ]

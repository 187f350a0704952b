"""The light that a cue leaves in its list: what is tracked into it, and what it sets. No widgets."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.cue import Continue, CueId
from showctl.program.program import CompiledCue, CompiledList, Program
from showctl.program.tracked import TrackedLight


class CueLight:
    """Of one program. Making it reads every fade of the show: not for the window's thread."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._tracked = TrackedLight(program)
        self._rest = np.frombuffer(program.parameters.default, "<f4")
        self._lists = {each.name: each for each in program.lists}

    def after(self, cue: CueId, *, with_what_follows: bool = False) -> NDArray[np.float32]:
        """Levels (P,) when the cue is done and all before it were played; of a cart the cue alone. `with_what_follows`:
        and those that follow by themselves, as after a GO."""
        found = self._program.cues.get(cue)
        if found is None:
            return self._rest
        inside, top = [cue], found
        while top.parent is not None:
            around = self._program.cues[top.parent]
            children = [child.cue for child in around.children]
            inside = [*children[: children.index(top.id)], *inside]
            top = around
        state = self._state(self._lists[found.list], top, inside, with_what_follows)
        return self._rest if state is None else np.where(np.isnan(state), self._rest, state)

    def _state(
        self, here: CompiledList, top: CompiledCue, inside: list[CueId], with_what_follows: bool
    ) -> NDArray[np.float32] | None:
        if here.cart:
            return self._tracked.state(here.name, 0, inside)
        before = here.cues.index(top.id)
        if inside != [top.id]:
            return self._tracked.state(here.name, before, inside)
        after = before + 1
        while with_what_follows and after < len(here.cues) and self._goes_on(here.cues[after - 1]):
            after += 1
        return self._tracked.state(here.name, after)

    def _goes_on(self, cue: CueId) -> bool:
        return self._program.cues[cue].continue_ is not Continue.NONE

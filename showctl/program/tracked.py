"""Tracked light: what a list has brought the parameters to by a place in it, each by its latest fade."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.played import played
from showctl.program.program import CompiledCue, Program

_STATES = 16
"""Remembered states of a list: enough that what lies between two is folded in a millisecond or two, and few enough that
256 universes (127,000 parameters) take 8 MB."""


class TrackedLight:
    """The states of all lists. Building reads every fade of the show: not for the dispatcher's path."""

    def __init__(self, program: Program) -> None:
        self._cues = program.cues
        self._lists = {cue_list.name: cue_list.cues for cue_list in program.lists}
        self._parameters = len(program.parameters.default) // 4
        self._every = {name: max(1, -(-len(cues) // _STATES)) for name, cues in self._lists.items()}
        self._remembered: dict[str, list[NDArray[np.float32]]] = {}
        for name, cues in self._lists.items():
            state = self._nothing()
            self._remembered[name] = states = []
            for index, cue in enumerate(cues):
                if index % self._every[name] == 0:
                    states.append(state.copy())
                self._fold(state, program.cues[cue])

    def before(
        self, list_name: str, index: int, time: float, but: Iterable[Fade] = (), inside: Iterable[CueId] = ()
    ) -> Fade | None:
        """A fade to the state that the armed cues before this index of a list leave; None if they move nothing.

        Parameters that the fades `but` move are left out. `inside`: cues that come after these, inside a group.
        """
        states = self._remembered[list_name]
        every = self._every[list_name]
        place = min(index // every, len(states) - 1)
        state = states[place].copy() if states else self._nothing()
        for cue in (*self._lists[list_name][place * every : index], *inside):
            self._fold(state, self._cues[cue])
        for fade in but:
            state[np.frombuffer(fade.parameters, "<i4")] = np.nan
        known = np.flatnonzero(~np.isnan(state))
        if not len(known):
            return None
        return Fade(0.0, time, known.astype("<i4").tobytes(), state[known].astype("<f4").tobytes())

    def _nothing(self) -> NDArray[np.float32]:
        return np.full(self._parameters, np.nan, np.float32)

    def _fold(self, state: NDArray[np.float32], cue: CompiledCue) -> None:
        for _, fade in fades(self._cues, cue):
            state[np.frombuffer(fade.parameters, "<i4")] = np.frombuffer(fade.targets, "<f4")


def fades(cues: dict[CueId, CompiledCue], cue: CompiledCue) -> list[tuple[float, Fade]]:
    """All fades of a cue and of all inside it, with the instants at which they begin, from the cue's GO, in order.

    What is not armed moves nothing, nor does what is inside it.
    """
    return [(at, effect) for at, _, effect in played(cues, cue) if isinstance(effect, Fade)]

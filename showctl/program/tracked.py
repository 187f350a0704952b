"""Tracked light: what a list has brought the parameters to by a place in it, each by its latest fade."""

from collections.abc import Callable, Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.played import as_written, played
from showctl.program.program import CompiledCue, Program

_STRETCHES = 16
"""Stretches of a list whose light is remembered: enough that one of them is folded in a millisecond or two, and few
enough that 256 universes (127,000 parameters) take 8 MB."""

_State = NDArray[np.float32]
"""The level of each parameter, NaN for one that nothing has moved."""


class TrackedLight:
    """The light of all lists, a stretch of cues at a time. Building reads every fade of the show: not for the
    dispatcher's path.
    """

    def __init__(self, program: Program) -> None:
        self._cues = program.cues
        self._lists = {cue_list.name: cue_list.cues for cue_list in program.lists}
        self._parameters = len(program.parameters.default) // 4
        self._long = {name: max(1, -(-len(cues) // _STRETCHES)) for name, cues in self._lists.items()}
        self._place = {cue: index for cues in self._lists.values() for index, cue in enumerate(cues)}
        self._written = {
            name: [self._folded(cues[first : first + self._long[name]]) for first in self._stretches(name)]
            for name, cues in self._lists.items()
        }

    def before(
        self,
        list_name: str,
        index: int,
        time: float,
        but: Iterable[Fade] = (),
        inside: Iterable[CueId] = (),
        *,
        armed: Callable[[CompiledCue], bool] = as_written,
        changed: Collection[CueId] = (),
    ) -> Fade | None:
        """A fade to the state that the armed cues before this index of a list leave; None if they move nothing.

        Parameters that the fades `but` move are left out. `inside`: cues that come after these, inside a group. `armed`
        says what is armed now; `changed` are the cues of which it says other than the file. Each stretch of the list
        that one of these is in has to be folded anew.
        """
        cues, long = self._lists[list_name], self._long[list_name]
        tops = {self._top(cue) for cue in changed if self._cues[cue].list == list_name}
        anew = {self._place[top] // long for top in tops}
        state = self._nothing()
        for number, first in enumerate(self._stretches(list_name)):
            if first + long <= index and number not in anew:
                _overlay(state, self._written[list_name][number])
            elif first < index:
                _overlay(state, self._folded(cues[first : min(first + long, index)], armed))
        _overlay(state, self._folded(inside, armed))
        for fade in but:
            state[np.frombuffer(fade.parameters, "<i4")] = np.nan
        known = np.flatnonzero(~np.isnan(state))
        if not len(known):
            return None
        return Fade(0.0, time, known.astype("<i4").tobytes(), state[known].astype("<f4").tobytes())

    def _stretches(self, name: str) -> range:
        """Where each begins."""
        return range(0, len(self._lists[name]), self._long[name])

    def _top(self, cue: CueId) -> CueId:
        """The cue of the list that a cue is, or is inside."""
        while (around := self._cues[cue].parent) is not None:
            cue = around
        return cue

    def _nothing(self) -> _State:
        return np.full(self._parameters, np.nan, np.float32)

    def _folded(self, cues: Iterable[CueId], armed: Callable[[CompiledCue], bool] = as_written) -> _State:
        """What some cues, one after another, bring parameters to."""
        state = self._nothing()
        for cue in cues:
            for _, fade in fades(self._cues, self._cues[cue], armed):
                state[np.frombuffer(fade.parameters, "<i4")] = np.frombuffer(fade.targets, "<f4")
        return state


def fades(
    cues: dict[CueId, CompiledCue], cue: CompiledCue, armed: Callable[[CompiledCue], bool] = as_written
) -> list[tuple[float, Fade]]:
    """All fades of a cue and of all inside it, with the instants at which they begin, from the cue's GO, in order.

    What is not armed moves nothing, nor does what is inside it.
    """
    return [(at, effect) for at, _, effect in played(cues, cue, armed) if isinstance(effect, Fade)]


def _overlay(state: _State, later: _State) -> None:
    np.copyto(state, later, where=~np.isnan(later))

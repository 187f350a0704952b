"""Tracked light: what a list has brought the parameters to by a place in it, each by its latest fade."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.model.cue import CueId
from showctl.model.effect import Ask, Effect, Fade
from showctl.program.played import as_written, effects_in, played
from showctl.program.program import CompiledCue, CompiledList, Program

_LONG = 40
"""Cues of a stretch: as many as are folded in half a millisecond."""
_FEWEST = 16
_MOST_BYTES = 32_000_000
"""Stretches of a long list grow rather than that more is remembered of it; 256 universes (127,000 parameters) then have
60 of them."""

_NOTHING = np.zeros(0, np.intp)

State = NDArray[np.float32]
"""The level of each parameter, NaN for one that nothing has moved, or that was released."""


class TrackedLight:
    """The light of all lists. Building reads every fade of the show: not for the dispatcher's path.

    `left`: parameters that a list, by its name, may have moved before in this engine, and that no cue of it moves any
    more; they count as moved by it.
    """

    def __init__(self, program: Program, left: Mapping[str, NDArray[np.intp]] | None = None) -> None:
        self._cues = program.cues
        self._lists: dict[str, _ListLight] = {}
        for layer, cue_list in enumerate(program.lists, 1):
            light = _ListLight(program, cue_list, layer, (left or {}).get(cue_list.name, _NOTHING))
            if light.moved.size:
                self._lists[cue_list.name] = light

    def moves(self, list_name: str) -> bool:
        """Whether any cue of this list moves light, armed or not."""
        return list_name in self._lists

    def layer(self, list_name: str) -> int:
        """The layer (Fade.layer) of a list that moves light."""
        return self._lists[list_name].layer

    def moved(self, list_name: str) -> NDArray[np.intp]:
        """All parameters that any cue of this list moves, armed or not."""
        light = self._lists.get(list_name)
        return light.moved if light is not None else np.zeros(0, np.intp)

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
        releases: bool = False,
    ) -> Fade | None:
        """A fade to the state that the armed cues before this index of a list leave; None if they move nothing.

        Parameters that the fades `but` move are left out. `inside`: cues that come after these, inside a group. `armed`
        says what is armed now; `changed` are the cues of which it says other than the file. `releases`: with all that
        any cue of the list moves, armed or not, but has no level there: the fade releases it (NaN).
        """
        state = self.state(list_name, index, inside, armed=armed, changed=changed)
        if state is None:
            return None
        light = self._lists[list_name]
        which = light.moved
        left_out = [np.frombuffer(fade.parameters, "<i4") for fade in but]
        if left_out:
            wanted = np.zeros(state.size, np.bool_)
            wanted[which] = True
            wanted[np.concatenate(left_out)] = False
            which = np.flatnonzero(wanted)
        levels = state[which]
        if not releases:
            which, levels = which[known := ~np.isnan(levels)], levels[known]
        if not which.size:
            return None
        return Fade(0.0, time, which.astype("<i4").tobytes(), levels.astype("<f4").tobytes(), layer=light.layer)

    def state(
        self,
        list_name: str,
        index: int,
        inside: Iterable[CueId] = (),
        *,
        armed: Callable[[CompiledCue], bool] = as_written,
        changed: Collection[CueId] = (),
    ) -> State | None:
        """What the armed cues before this index of a list leave, see `before`; None if the list moves no light."""
        light = self._lists.get(list_name)
        if light is None:
            return None
        state = light.state(index, armed, {self._top(cue) for cue in changed if self._cues[cue].list == list_name})
        acting = [cue for cue in inside if all(armed(self._cues[group]) for group in self._around(cue))]
        fold(state, light.effects(acting, armed), list_name)
        return state

    def _top(self, cue: CueId) -> CueId:
        """The cue of the list that a cue is, or is inside."""
        return [cue, *self._around(cue)][-1]

    def _around(self, cue: CueId) -> Iterator[CueId]:
        """The groups around a cue, from the innermost."""
        while (around := self._cues[cue].parent) is not None:
            yield around
            cue = around


class _ListLight:
    """The light of one list: as the file says, where each of its stretches leaves it, and what each moves by itself."""

    def __init__(self, program: Program, cue_list: CompiledList, layer: int, left: NDArray[np.intp]) -> None:
        self._cues, self._name, self._list = program.cues, cue_list.name, cue_list.cues
        self._parameters = len(program.parameters.default) // 4
        fades = [effect for effect in effects_in(program.cues, cue_list.cues) if isinstance(effect, Fade)]
        self.layer = fades[0].layer if fades else layer
        mask = np.zeros(self._parameters, np.bool_)
        mask[left] = True
        for fade in fades:
            mask[np.frombuffer(fade.parameters, "<i4")] = True
        self.moved = np.flatnonzero(mask)
        """All that any of its cues moves, armed or not."""
        self._place = {cue: index for index, cue in enumerate(cue_list.cues)}
        many = min(-(-len(cue_list.cues) // _LONG), max(_FEWEST, _MOST_BYTES // max(1, 4 * self.moved.size)))
        self._long = max(1, -(-len(cue_list.cues) // max(1, many)))
        self._before: list[State] = []
        """Levels of what is `moved` where each stretch begins."""
        self._own: list[tuple[NDArray[np.intp], State]] = []
        """What each moves, and to which levels."""
        if self.moved.size:
            self._read()

    def _read(self) -> None:
        state = self._nothing()
        for first in range(0, len(self._list), self._long):
            self._before.append(state[self.moved])
            effects = list(self.effects(self._list[first : first + self._long], as_written))
            fold(state, effects, self._name)
            mask = np.zeros(self._parameters, np.bool_)
            for effect in effects:
                if isinstance(effect, Fade):
                    mask[np.frombuffer(effect.parameters, "<i4")] = True
                elif releases(effect, self._name):
                    mask[self.moved] = True
            which = np.flatnonzero(mask)
            self._own.append((which, state[which]))

    def state(self, index: int, armed: Callable[[CompiledCue], bool], changed: Collection[CueId]) -> State:
        """The levels of all parameters before an index. `changed`: cues at the top of the list that are armed other
        than the file says, or have such a cue inside.
        """
        anew = {self._place[cue] // self._long for cue in changed}
        number = min([index // self._long, len(self._before) - 1, *anew])
        state = self._nothing()
        state[self.moved] = self._before[number]
        for first in range(number * self._long, index, self._long):
            if first + self._long <= index and first // self._long not in anew:
                which, levels = self._own[first // self._long]
                state[which] = levels
            else:
                fold(state, self.effects(self._list[first : min(first + self._long, index)], armed), self._name)
        return state

    def effects(self, some: Iterable[CueId], armed: Callable[[CompiledCue], bool]) -> Iterable[Effect]:
        """All that these cues do, one cue after another."""
        return (effect for cue in some for _, _, effect in played(self._cues, self._cues[cue], armed))

    def _nothing(self) -> State:
        return np.full(self._parameters, np.nan, np.float32)


def fades(
    cues: dict[CueId, CompiledCue], cue: CompiledCue, armed: Callable[[CompiledCue], bool] = as_written
) -> list[tuple[float, Fade]]:
    """All fades of a cue and of all inside it, with the instants at which they begin, from the cue's GO, in order.

    What is not armed moves nothing, nor does what is inside it.
    """
    return [(at, effect) for at, _, effect in played(cues, cue, armed) if isinstance(effect, Fade)]


def fold(state: State, effects: Iterable[Effect], list_name: str) -> None:
    """What these effects of cues of a list bring its light to, one after another, over what is there."""
    for effect in effects:
        if isinstance(effect, Fade):
            state[np.frombuffer(effect.parameters, "<i4")] = np.frombuffer(effect.targets, "<f4")
        elif releases(effect, list_name):
            state[:] = np.nan


def releases(effect: Effect, list_name: str) -> bool:
    """Whether it gives back all light of this list."""
    return isinstance(effect, Ask) and effect.act == "release" and list_name in effect.lists

"""Additive submasters: each brings a look of its own, as much of it as it is at."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.engine.master import Masters
from showctl.engine.outcome import NO_RUN
from showctl.engine.patch_map import PatchMap
from showctl.model.effect import Fade
from showctl.program.program import CompiledMaster

_SAME = 1 / 512
"""Levels that are no more apart than this are the same: half a step of 8 bits."""


class Lights(Protocol):
    """What layers of light are moved by: the mixer."""

    def fade(self, run: int, due: float, fade: Fade) -> object: ...
    def release_layer(self, layer: int, run: int, due: float, time: float) -> int: ...
    def output(self, parameters: NDArray[np.int32], now: float) -> NDArray[np.float64]:
        """Levels of the program's parameters as they are merged."""
        ...


class _Submaster(NamedTuple):
    place: int
    """Among the masters, the grand master first."""
    layer: int
    intensity: Fade
    """At full."""
    rest: Fade
    """Colour, position and so on, which do not follow its level."""


class Submasters:
    """Intensity follows the level of a submaster, in a layer of its own; all else is taken at once when it leaves 0,
    and given back with the layer when it is there again.
    """

    def __init__(self, patch: PatchMap, masters: Sequence[CompiledMaster], state: Masters) -> None:
        self._state = state
        self._every = tuple(
            _Submaster(place, master.look[0].layer, *_parted(master.look, patch))
            for place, master in enumerate(masters, 1)
            if master.look
        )
        self._brought: list[float | None] = [None] * len(self._every)
        """At which level each is in its layer; None: its layer is empty."""

    def follow(self, lights: Lights, now: float) -> None:
        """Bring the light of each to where it stands at `now`."""
        levels, fading = self._state.levels(now), self._state.fading
        for number, each in enumerate(self._every):
            before = self._brought[number]
            level = levels[each.place] if levels[each.place] or fading[each.place] else None
            if level == before:
                continue
            self._brought[number] = level
            if level is None:
                lights.release_layer(each.layer, NO_RUN, now, 0.0)
                continue
            if before is None and each.rest.parameters:
                lights.fade(NO_RUN, now, each.rest)
            if each.intensity.parameters:
                targets = np.frombuffer(each.intensity.targets, "<f4") * np.float32(level)
                lights.fade(NO_RUN, now, replace(each.intensity, targets=targets.tobytes()))

    def go_on_from(self, before: "Submasters", now: Mapping[int, int]) -> None:
        """Their layers have what those of others had; `now`: which layer each of theirs is."""
        brought = {now.get(each.layer, 0): level for each, level in zip(before._every, before._brought, strict=True)}
        self._brought = [brought.get(each.layer) for each in self._every]

    def take_up(self, lights: Lights, now: float) -> None:
        """They stand at levels whose light is there already, from an engine, or a state of the show, before: each layer
        takes what is as it would bring it, and nothing jumps. The rest comes when it is moved.
        """
        levels = self._state.levels(now)
        for number, each in enumerate(self._every):
            level = levels[each.place]
            self._brought[number] = level or None
            for fade, share in ((each.intensity, level), (each.rest, 1.0)) if level else ():
                parameters = np.frombuffer(fade.parameters, "<i4")
                targets = np.frombuffer(fade.targets, "<f4") * np.float32(share)
                own = np.abs(lights.output(parameters, now) - targets) <= _SAME
                if own.any():
                    there = replace(fade, parameters=parameters[own].tobytes(), targets=targets[own].tobytes())
                    lights.fade(NO_RUN, now, there)


def _parted(look: Sequence[Fade], patch: PatchMap) -> tuple[Fade, Fade]:
    """Intensity, and the rest."""
    parameters = np.concatenate([np.frombuffer(fade.parameters, "<i4") for fade in look])
    targets = np.concatenate([np.frombuffer(fade.targets, "<f4") for fade in look])
    lit = patch.intensity[patch.place[parameters]]
    first = replace(look[0], at=0.0, time=0.0)
    intensity, rest = (
        replace(first, parameters=parameters[which].tobytes(), targets=targets[which].tobytes())
        for which in (lit, ~lit)
    )
    return intensity, rest

"""The light of a state chase: where the cues before one would have left what their list moves."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import Effect, Fade
from showctl.program.past import Past
from showctl.program.played import effects_in
from showctl.program.program import Program
from showctl.program.tracked import fold

TAKE_TIME = 1.0
"""Seconds in which light comes to where it belongs when the show is taken from a cue: fast enough to wait for, slow
enough that nothing jumps in the audience's eyes."""


@dataclass(frozen=True, slots=True)
class ChaseLight:
    """Two fades of TAKE_TIME that begin together and share no parameter; None where there is nothing to move.

    What only other lists move is in neither.
    """

    tracked: Fade | None
    """What cues before have moved, to the level of the last of them."""
    home: Fade | None
    """What only this cue and later ones of its list move, given back (NaN): to who else moves it, or to rest."""

    @property
    def parameters(self) -> int:
        """How many parameters have a tracked level."""
        return len(self.tracked.parameters) // 4 if self.tracked is not None else 0

    @property
    def at_home(self) -> int:
        """How many go home."""
        return len(self.home.parameters) // 4 if self.home is not None else 0


def chase_light(program: Program, past: Past, before: Iterable[Effect]) -> ChaseLight:
    """All that any cue of the list moves, armed or not, and where the effects `before` the cue, in order, leave it."""
    default = np.frombuffer(program.parameters.default, "<f4")
    levels = np.full(default.size, np.nan, np.float32)
    fold(levels, before, past.list)
    known = ~np.isnan(levels)
    home = np.zeros(default.size, np.bool_)
    for effect in effects_in(program.cues, past.whole_list(program)):
        if isinstance(effect, Fade):
            home[np.frombuffer(effect.parameters, "<i4")] = True
    layer = 1 + [each.name for each in program.lists].index(past.list)
    return ChaseLight(_fade(known, levels, layer), _fade(home & ~known, levels, layer))


def _fade(which: NDArray[np.bool_], levels: NDArray[np.float32], layer: int) -> Fade | None:
    index = np.flatnonzero(which)
    if not index.size:
        return None
    parameters, targets = index.astype("<i4").tobytes(), levels[index].astype("<f4").tobytes()
    return Fade(0.0, TAKE_TIME, parameters, targets, layer=layer)

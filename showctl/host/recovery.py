"""Going on from the levels of an engine that was lost."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.level_store import LevelStore, Stored
from showctl.engine.playback import Playback
from showctl.engine.port import FrameOutput
from showctl.model.address import SLOTS
from showctl.program.program import Program


class Recovered(NamedTuple):
    """What is taken over: slots (U × 512), touched (U,), the parameters' levels (P,) if the patch is the same, and
    masters."""

    levels: NDArray[np.uint8]
    touched: NDArray[np.bool_]
    values: NDArray[np.floating] | None
    masters: dict[str, float]
    """Where they stood; they have scaled the slots."""
    note: bytes = b""
    """What was parked and highlighted; it is in the slots, too."""

    def restore(self, playback: Playback, store: LevelStore | None) -> list[str]:
        """Into the mixer, and into the new store: this engine may be lost as well before light moves. Sentences about
        what is parked or highlighted no more."""
        mixer, hands = playback.mixer, playback.hands
        mixer.masters.restore(self.masters)
        overrides = playback.overrides
        overrides.restore(self.masters, self.levels, self.touched)
        mixer.restore(self.levels, self.touched, self.values)
        mixer.submasters.take_up(mixer, 0.0)
        gone = hands.go_on_from(hands.noted(self.note, self.levels), 0.0)
        if store is not None:
            named = mixer.masters.stored(0.0) | overrides.stored()
            levels = mixer.levels(0.0) if overrides.held is None else self.levels
            store.write(levels, mixer.touched, mixer.values, named, hands.note())
            mixer.restore(
                self.levels, self.touched, self.values
            )  # again, for now the mixer takes the levels for known, and nobody has sent them
            mixer.submasters.take_up(mixer, 0.0)
        return gone

    def send(self, outputs: tuple[FrameOutput, ...]) -> None:
        """One frame of every universe, at once. Nothing else is using the outputs yet."""
        rows = np.flatnonzero(self.touched)
        if rows.size:
            for output in outputs:
                output.send(rows, self.levels)


def recovered(stored: Stored, program: Program) -> Recovered:
    """By universe number, whatever else the program may have changed."""
    row = {universe: index for index, universe in enumerate(stored.universes)}
    kept = np.array([row.get(universe, -1) for universe in program.universes], np.intp)
    touched = np.append(stored.touched, False)[kept]
    levels = np.zeros((kept.size, SLOTS), np.uint8)
    levels[touched] = stored.levels[kept[touched]]
    same_patch = stored.digest == program.digest and stored.universes == program.universes
    values = stored.values if same_patch and stored.values.size else None
    return Recovered(levels, touched, values, stored.named, stored.note)

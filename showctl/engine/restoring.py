"""What a GO out of order does to light, besides what its cue moves."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from showctl.engine.amending import Amending
from showctl.engine.event import LightRestored
from showctl.engine.outcome import Outcome, Overtake, ReleaseNobodys
from showctl.model.cue import CueId
from showctl.model.effect import Fade


@dataclass(frozen=True, slots=True)
class Restoring:
    """Worked out at the GO, carried out at the cue's action. Parameters are the program's, little-endian int32."""

    fade: Fade | None
    """Brings light to where the cue expects it; None where nothing is to be brought."""
    layer: int
    time: float
    """In which it does so, in seconds."""
    waiting: bytes = b""
    """What the cue moves itself after a delay: until then it stays, whatever cues before it have still waiting."""
    nobodys: bytes = b""
    """What no list and no submaster ever moves: nobody's light there goes to rest."""

    @property
    def lasts(self) -> float:
        """How long the run waits for it, in seconds."""
        return self.fade.time if self.fade is not None else 0.0

    def amended(self, amending: Amending) -> "Restoring":
        """The same for the next state of the show."""
        layer = self.layer if amending.layers is None else amending.layers.get(self.layer, 0)
        fade = amending.fade(self.fade) if self.fade is not None else None
        return Restoring(fade, layer, self.time, amending.raw(self.waiting), amending.raw(self.nobodys))

    def told(self, run: int, cue: CueId, acted: float, due: float) -> Iterator[Outcome]:
        """All of it at `due` but the fade itself, of a cue that acted then or before."""
        if self.waiting:
            yield Overtake(due, self.layer, self.waiting, acted)
        if self.nobodys:
            yield ReleaseNobodys(due, run, max(0.0, acted + self.time - due), self.nobodys)
        if self.fade is not None:
            yield restored(cue, self.fade, due)


def restored(cue: CueId, fade: Fade, due: float) -> LightRestored:
    """What to tell of a fade that restores: NaN is what it releases."""
    released = int(np.isnan(np.frombuffer(fade.targets, "<f4")).sum())
    return LightRestored(due=due, cue=cue, parameters=len(fade.targets) // 4 - released, released=released)

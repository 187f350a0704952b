"""Wait cue: do nothing for a time, so that what follows comes later."""

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect
from showctl.model.unit import Seconds


class WaitCue(CueType):
    """Do nothing for a time."""

    wait: Seconds

    @property
    def duration(self) -> float:
        return self.wait

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return ()

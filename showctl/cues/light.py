"""Light cue: bring fixtures to a look over a fade time."""

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect
from showctl.model.light import LightAction


class LightCue(CueType):
    """Bring fixtures to a look over a fade time."""

    light: LightAction

    @property
    def duration(self) -> float:
        return self.light.longest

    @property
    def department(self) -> str:
        return "light"

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return rig.light(self.light, ("light",))

"""Light cue: bring fixtures to a look over a fade time."""

from pydantic import Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect
from showctl.model.frozen import Frozen
from showctl.model.look import Look
from showctl.model.unit import Seconds


class LightAction(Frozen):
    """A look and the time to get there."""

    time: Seconds = Field(default=0.0, description="Fade time; 0 is a jump")
    look: Look


class LightCue(CueType):
    """Bring fixtures to a look over a fade time."""

    light: LightAction

    @property
    def duration(self) -> float:
        return self.light.time

    @property
    def department(self) -> str:
        return "light"

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return rig.fade(self.light.look, self.light.time, ("light", "look"))

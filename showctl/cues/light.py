"""Light cue: bring fixtures to a look over a fade time."""

from msgspec.structs import replace
from pydantic import Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.curve import WrittenCurve
from showctl.model.effect import Effect, Fade
from showctl.model.frozen import Frozen
from showctl.model.look import Look
from showctl.model.unit import Seconds

_DOWN = "Of what falls, where it is another"


class LightAction(Frozen):
    """A look and the time to get there."""

    time: Seconds = Field(default=0.0, description="Fade time; 0 is a jump")
    curve: WrittenCurve = "linear"
    curve_down: WrittenCurve | None = Field(default=None, alias="curve down", description=_DOWN)
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
        fades = rig.fade(self.light.look, self.light.time, ("light", "look"))
        curve = self.light.curve
        down = curve if self.light.curve_down is None else self.light.curve_down
        if curve == down == "linear":
            return fades
        return tuple(replace(fade, curve=curve, curve_down=down) for fade in fades if isinstance(fade, Fade))

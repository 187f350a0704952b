"""Stop-others cue: stop whatever else is active, beside this cue, in its list, or everywhere."""

from typing import Literal

from pydantic import Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Ask, Effect
from showctl.model.unit import Seconds


class StopOthersCue(CueType):
    """Stop all other cues of a scope, light first fading out if a time is given."""

    stop_others: Literal["peers", "list", "all"] = Field(
        alias="stop others", description="peers: those beside it in its group or list; list: its whole list; all"
    )
    fade: Seconds = Field(default=0.0, description="Light fades out in this time first; else it stays")

    @property
    def duration(self) -> float:
        return self.fade

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return (Ask(0.0, "stop others", scope=self.stop_others, fade=self.fade),)

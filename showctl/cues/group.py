"""Group cue: a timeline that starts each cue inside at its own offset."""

from typing import Literal

from pydantic import Field, SerializeAsAny

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.cue import Cue
from showctl.model.effect import Effect
from showctl.timing.cue_times import cue_times


class GroupCue(CueType):
    """Start each cue inside at its own offset (`at`) from the group's action."""

    group: Literal["timeline"]
    cues: tuple[SerializeAsAny[Cue], ...] = Field(min_length=1)

    @property
    def children(self) -> tuple[Cue, ...]:
        return self.cues

    @property
    def duration(self) -> float:
        """Until the last cue inside is done."""
        return max(cue_times(child, child.at).done_at for child in self.cues)

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return ()

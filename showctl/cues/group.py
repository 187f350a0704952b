"""Group cue: plays the cues inside by a timeline, in order, or one at a time."""

from functools import cached_property

from pydantic import Field, SerializeAsAny, model_validator

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.cue import Cue, GroupMode
from showctl.model.effect import Effect
from showctl.model.unit import Flag, Seconds
from showctl.timing.group_time import inside_duration


class GroupCue(CueType):
    """Play the cues inside as the mode says."""

    group: GroupMode
    loop: Flag = Field(default=False, description="In a playlist: begin again after the last cue")
    shuffle: Flag = Field(default=False, description="In a playlist: in another order each time")
    crossfade: Seconds = Field(
        default=0.0, description="In a playlist: the next starts this long before the end of one"
    )
    cues: tuple[SerializeAsAny[Cue], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _playlist_alone(self) -> "GroupCue":
        written = [name for name in ("loop", "shuffle", "crossfade") if getattr(self, name)]
        if written and self.group != "playlist":
            raise ValueError(f"{written[0]} has a meaning only in a playlist; write group: playlist, or remove it")
        return self

    @property
    def children(self) -> tuple[Cue, ...]:
        return self.cues

    @cached_property  # each group asks those inside it more than once: groups in groups would ask for ever
    def duration(self) -> float:
        """Until the last cue inside that starts by itself is done."""
        return inside_duration(self.group, [(child.at, child) for child in self.cues], self.crossfade)

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return ()

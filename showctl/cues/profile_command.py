"""A command of a device's profile, as audio and video cues give it."""

from typing import Any

from pydantic import ConfigDict, Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect, Send
from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Seconds, Text


class ProfileCommand(Frozen):
    """A device, one command of its profile, and the command's arguments as further keys."""

    model_config = ConfigDict(extra="allow")

    device: Name
    do: Text = Field(description="A command of the device's profile")
    duration: Seconds = Field(default=0.0, description="How long the clip or sound lasts; nobody else tells us")

    @property
    def arguments(self) -> dict[str, Any]:
        """The command's arguments as written."""
        return dict(self.__pydantic_extra__ or {})


class ProfileCue(CueType):
    """A cue that gives one command to a device with a profile."""

    @property
    def action(self) -> ProfileCommand:
        raise TypeError(f"{type(self).__name__} does not say what it does")

    @property
    def duration(self) -> float:
        return self.action.duration

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return rig.command(self.action.device, self.action.do, self.action.arguments, (self.department,))

    def stop_effects(self, rig: Rig) -> tuple[Send, ...]:
        return rig.stop_command(self.action.device, self.action.do, self.action.arguments, (self.department,))

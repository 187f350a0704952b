"""Fade cue: move something that is not light over a time: a number of a device, a MIDI controller, or a master."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from showctl.cues.cue_type import CueType
from showctl.cues.device_fade import DeviceFade
from showctl.cues.rig import Rig
from showctl.model.curve import WrittenCurve
from showctl.model.effect import Effect, MasterFade
from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Level, Seconds


class FadeOfMaster(Frozen):
    """A master that moves to a level."""

    master: Name = Field(description="grand, or a name under masters:")
    start: Level | None = Field(default=None, alias="from", description="Else where it is")
    end: Level = Field(alias="to")
    time: Seconds = Field(default=0.0, description="0 is a jump")
    curve: WrittenCurve = "linear"


_SAID_OF_MASTERS = ("submaster", "sub", "masters", "grand", "grand master", "fader", "mastr")
"""Keys that are none, and say that a master is meant."""


def _kind(value: Any) -> str:
    # No key of either has such a name, so that they are not taken for one where problems are located.
    if isinstance(value, FadeOfMaster) or _has(value, "master"):
        return "of a master"
    meant = not _has(value, "device") and any(_has(value, word) for word in _SAID_OF_MASTERS)
    return "of a master" if meant else "of a device"


def _has(value: Any, key: str) -> bool:
    return isinstance(value, dict) and key in value


class FadeCue(CueType):
    """Move a number of a device, a MIDI controller, or a master, over a time."""

    fade: Annotated[
        Annotated[DeviceFade, Tag("of a device")] | Annotated[FadeOfMaster, Tag("of a master")], Discriminator(_kind)
    ]

    @property
    def duration(self) -> float:
        return self.fade.time

    @property
    def department(self) -> str:
        return "light" if isinstance(self.fade, FadeOfMaster) else super().department

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        fade = self.fade
        if isinstance(fade, FadeOfMaster):
            rig.master(fade.master, ("fade", "master"))
            return (MasterFade(0.0, fade.time, fade.master, fade.start, fade.end, fade.curve),)
        rig.device(fade.device, "osc" if fade.address is not None else "midi", ("fade", "device"))
        return (fade.effect(),)

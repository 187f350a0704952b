"""Panic cue: what the panic button does."""

from typing import Annotated

from pydantic import AfterValidator

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Ask, Effect
from showctl.model.unit import Flag


def _yes(flag: bool) -> bool:
    if not flag:
        raise ValueError("a panic cue that does not panic does nothing; write panic: yes, or armed: no beside it")
    return flag


class PanicCue(CueType):
    """Stop everything and bring light to what the show says of a panic."""

    panic: Annotated[Flag, AfterValidator(_yes)]

    @property
    def duration(self) -> float:
        return 0.0

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return (Ask(0.0, "panic"),)

"""Memo cue: something that people do; the cue itself does nothing."""

from typing import Annotated

from pydantic import Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect
from showctl.model.unit import Text


class MemoCue(CueType):
    """Tell the operator what is to be done by people."""

    memo: Annotated[Text, Field(min_length=1)]

    @property
    def duration(self) -> float:
        return 0.0

    @property
    def department(self) -> str:
        return "stage"

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return ()

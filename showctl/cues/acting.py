"""Cues that act on other cues: start, stop, hard stop, pause, resume, arm, disarm, flag, unflag, reset, go to,
break out."""

from typing import ClassVar

from pydantic import Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.cues.targets import AnyTargets, FadedTargets, Targets
from showctl.model.effect import Act, Effect


class ActingCue(CueType):
    """A cue that asks something of others. The subclass adds the field that names them, with the act as its key."""

    act: ClassVar[Act]

    @property
    def targets(self) -> Targets:
        """The cues and lists that are meant."""
        raise TypeError(f"{type(self).__name__} does not say whom it means")

    @property
    def duration(self) -> float:
        return 0.0

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        return rig.ask(self.act, self.targets, (self.act,))


class StartCue(ActingCue):
    """Start other cues. Standby stays; of a list its standby cue is started."""

    act: ClassVar[Act] = "start"
    start: Targets

    @property
    def targets(self) -> Targets:
        return self.start


class StopCue(ActingCue):
    """Stop cues and all inside them, light first fading out if a time is given; nothing follows."""

    act: ClassVar[Act] = "stop"
    stop: FadedTargets

    @property
    def targets(self) -> FadedTargets:
        return self.stop

    @property
    def duration(self) -> float:
        return self.stop.fade


class HardStopCue(ActingCue):
    """Stop cues without a fade and without a word to devices, save the ends of held notes."""

    act: ClassVar[Act] = "hard stop"
    hard_stop: AnyTargets = Field(alias="hard stop")

    @property
    def targets(self) -> AnyTargets:
        return self.hard_stop


class PauseCue(ActingCue):
    """Let the clock of cues and of all inside them stand still."""

    act: ClassVar[Act] = "pause"
    pause: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.pause


class ResumeCue(ActingCue):
    """Let paused cues go on."""

    act: ClassVar[Act] = "resume"
    resume: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.resume


class ArmCue(ActingCue):
    """Arm cues, until they are disarmed or reset."""

    act: ClassVar[Act] = "arm"
    arm: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.arm


class DisarmCue(ActingCue):
    """Disarm cues: they keep their waits and do nothing, until they are armed or reset."""

    act: ClassVar[Act] = "disarm"
    disarm: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.disarm


class FlagCue(ActingCue):
    """Flag cues, for conditions to ask, until they are unflagged or reset."""

    act: ClassVar[Act] = "flag"
    flag: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.flag


class UnflagCue(ActingCue):
    """Take the flag from cues, until they are flagged or reset."""

    act: ClassVar[Act] = "unflag"
    unflag: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.unflag


class ResetCue(ActingCue):
    """Stop cues and make them as they are written: armed and flagged or not, random and shuffle from anew."""

    act: ClassVar[Act] = "reset"
    reset: AnyTargets

    @property
    def targets(self) -> AnyTargets:
        return self.reset


class GoToCue(ActingCue):
    """Move the standby of the target's list, or put a list back to its top. Starts nothing."""

    act: ClassVar[Act] = "go to"
    go_to: Targets = Field(alias="go to")

    @property
    def targets(self) -> Targets:
        return self.go_to


class BreakOutCue(ActingCue):
    """Let what repeats or loops come to its end after this time round."""

    act: ClassVar[Act] = "break out"
    break_out: AnyTargets = Field(alias="break out")

    @property
    def targets(self) -> AnyTargets:
        return self.break_out

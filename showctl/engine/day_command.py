"""What people, and the clock, say of the run of show tonight."""

from showctl.engine.command_base import Command
from showctl.engine.day_facts import By, SegmentDecision, TimerAct


class StartSegment(Command, frozen=True, tag="start segment"):
    """A segment has started, without a cue."""

    segment: str
    by: By = "hand"


class EndSegment(Command, frozen=True, tag="end segment"):
    """A segment that runs is over, and nothing follows it yet."""

    segment: str


class TakeBack(Command, frozen=True, tag="take back"):
    """The last end of a segment, or else its last start, was none. The segment before it runs on."""

    segment: str


class Decide(Command, frozen=True, tag="decide"):
    """What holds of these segments tonight, in place of what was decided of them before."""

    decided: tuple[SegmentDecision, ...]


class SetTimer(Command, frozen=True, tag="timer"):
    """Start a timer over `seconds`, let it pause or go on, add `seconds` to it (or take them), or remove it."""

    name: str
    act: TimerAct = "start"
    seconds: float = 0.0


DayCommand = StartSegment | EndSegment | TakeBack | Decide | SetTimer

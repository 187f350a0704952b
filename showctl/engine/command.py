"""What clients ask of the engine. Every command says who gave it."""

from typing import Literal

from showctl.engine.command_base import Command
from showctl.engine.day_command import Decide, EndSegment, SetTimer, StartSegment, TakeBack
from showctl.model.cue import MAIN, CueId
from showctl.model.message import Message

Kind = Literal["sacn", "osc", "midi"]
"""A kind of output: light, OSC, MIDI."""


def name_of(command: Command) -> str:
    """The word for it in events and in the journal: its tag; of a step, where standby went."""
    if isinstance(command, StepStandby):
        return "standby next" if command.step > 0 else "standby previous"
    return str(command.__struct_config__.tag)


class Go(Command, frozen=True, tag="go"):
    """Start the standby cue of a list."""

    list: str = MAIN


class StartCue(Command, frozen=True, tag="start"):
    """Start a cue directly; standby stays."""

    cue: CueId


class SetStandby(Command, frozen=True, tag="standby"):
    """Put a top-level cue in standby in its list."""

    cue: CueId


class StepStandby(Command, frozen=True, tag="step"):
    """Move standby by `step` cues (-1 previous, 1 next); stays at the ends."""

    step: int
    list: str = MAIN


class Stop(Command, frozen=True, tag="stop"):
    """Stop one active cue (all its runs, and all inside it), or everything."""

    cue: CueId | None = None


class Pause(Command, frozen=True, tag="pause"):
    """Freeze one active cue, or everything."""

    cue: CueId | None = None


class Resume(Command, frozen=True, tag="resume"):
    """Go on with one paused cue, or all of them."""

    cue: CueId | None = None


class Panic(Command, frozen=True, tag="panic"):
    """Stop everything and bring light to what the show says; again within the time: at once."""


class HardStop(Command, frozen=True, tag="hard stop"):
    """Stop everything: no fade, no word to devices save the ends of held notes; light stays as it is."""


class Arm(Command, frozen=True, tag="arm"):
    """Arm a cue or disarm it, for the evening; what is inside a group has its own word."""

    cue: CueId
    armed: bool = True


class Flag(Command, frozen=True, tag="flag"):
    """Flag a cue or take its flag, for the evening."""

    cue: CueId
    flagged: bool = True


class Reset(Command, frozen=True, tag="reset"):
    """Stop a cue, or everything, and make it and all inside as it is written: armed, flagged, its random order."""

    cue: CueId | None = None


class KeyReleased(Command, frozen=True, tag="release"):
    """The key that started a cue was let go: a cue that says so (`on release`) does now what it says of a second start.

    Means nothing unless that start began a run that is still active.
    """

    cue: CueId


class SetMaster(Command, frozen=True, tag="master"):
    """Move a master to a level (0..1) in `time` seconds; the last to move it has it."""

    master: str
    level: float
    time: float = 0.0


class SetBlackout(Command, frozen=True, tag="blackout"):
    """All intensity that is not exempt is 0 while this is on; playback goes on underneath."""

    on: bool


class ReleaseList(Command, frozen=True, tag="release list"):
    """Give back all light of a list, in `time` seconds, to the lists that moved it before, or to rest."""

    list: str
    time: float = 0.0


class MoveFader(Command, frozen=True, tag="fader"):
    """A fader outside was moved to a level (0..1). It moves the master only from where it meets it: nothing jumps."""

    master: str
    level: float
    fader: str
    """Which fader it is; each picks the master up for itself."""


class Flash(Command, frozen=True, tag="flash"):
    """A submaster at full, and back to where it stood when the key is let go."""

    master: str
    on: bool
    holder: str = ""
    """Whose key it is, where one source has several; set by who takes the command in. It is let go of with them."""


class Highlight(Command, frozen=True, tag="highlight"):
    """Show fixtures to who looks for them, as their profiles say; over playback, under what is parked."""

    fixtures: tuple[str, ...]
    """Fixtures, groups and ranges. Off with none: all of them."""
    on: bool


class Park(Command, frozen=True, tag="park"):
    """Hold the output of a fixture (`spot1`), one of its parameters (`spot1/pan`) or an address (`1.7`)."""

    what: str
    level: float | None = None
    """0..1; None: as it is now. Of a whole fixture it is its intensity, the rest stays as it is."""


class Unpark(Command, frozen=True, tag="unpark"):
    """Let the output follow playback again; None: all that is parked."""

    what: str | None = None


class Toggle(Command, frozen=True, tag="toggle"):
    """Do it, or undo it where all of it is done, whoever did it: one button for both.

    Blackout; or highlight or park, as it is, what `names` name. Where some of it is done, the rest is done too.
    """

    what: Literal["blackout", "highlight", "park"]
    names: tuple[str, ...] = ()


class Load(Command, frozen=True, tag="load"):
    """Let the next start of a cue begin `at` seconds from its GO, pre-wait included; 0: at its beginning again.

    Below 0: so long before the cue's own planned end. Nothing is sent.
    """

    cue: CueId
    at: float


class TakeFrom(Command, frozen=True, tag="take"):
    """Take the show from a cue: stop all that is active, bring light and devices to where the cues before it in its
    list would have left them, and put it in standby.

    It has to be prepared before a player can carry it out (engine/taking.py).
    """

    cue: CueId
    go: bool = False
    """Start the cue, as a GO would, once all that is out."""
    without: tuple[str, ...] = ()
    """Names of devices that are left alone."""
    light: bool = True
    """Whether light is brought back; else it stays as the stop leaves it."""


class Override(Command, frozen=True, tag="override"):
    """Keep back what cues send by one kind of output: they run and keep their time, and nothing of that kind is sent.

    Light holds the look that went out last. Off: light goes to where it is by then; messages are not sent later.
    """

    kind: Kind
    on: bool


class Rehearsal(Command, frozen=True, tag="rehearsal"):
    """While this is on all that starts is marked as rehearsal."""

    on: bool


class SkipWait(Command, frozen=True, tag="skip wait"):
    """A pre-wait or post-wait that an active cue is in is over now: of one run, or of all runs of a cue."""

    run: int | None = None
    cue: CueId | None = None


class Seek(Command, frozen=True, tag="seek"):
    """A paused active cue goes to `at` seconds from its GO, and stays paused. Nothing is sent; light jumps."""

    run: int
    at: float


class SendNow(Command, frozen=True, tag="send now"):
    """What a cue sends and sets, at once, with no run, standby untouched; or one message to a device, to test it."""

    cue: CueId | None = None
    device: str = ""
    """With `message`."""
    message: Message | None = None


class ResetLateness(Command, frozen=True, tag="reset lateness"):
    """The worst lateness since the start is that since now."""


class Shutdown(Command, frozen=True, tag="shutdown"):
    """End the engine cleanly: stream-terminated, ports closed."""


HandCommand = MoveFader | Flash | Highlight | Park | Unpark | Toggle
"""What hands do to the output."""
SwitchCommand = Override | Rehearsal
"""What holds for everything until it is switched off again."""
SingleCommand = SkipWait | Seek | SendNow
"""What people do with single cues, besides starting and stopping them."""
AnyCommand = (
    Go
    | StartCue
    | SetStandby
    | StepStandby
    | Stop
    | Pause
    | Resume
    | Panic
    | HardStop
    | Load
    | Arm
    | Flag
    | Reset
    | KeyReleased
    | SetMaster
    | SetBlackout
    | ReleaseList
    | MoveFader
    | Flash
    | Highlight
    | Park
    | Unpark
    | Toggle
    | TakeFrom
    | Override
    | Rehearsal
    | SkipWait
    | Seek
    | SendNow
    | StartSegment
    | EndSegment
    | TakeBack
    | Decide
    | SetTimer
    | ResetLateness
    | Shutdown
)

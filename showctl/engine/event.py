"""What the engine says has happened. `due` is the planned instant, in seconds on the engine's monotonic clock."""

from msgspec import Struct

from showctl.engine.day_facts import By
from showctl.model.cue import CueId
from showctl.model.message import Message

TEST = "#test"
"""Stands in the place of a cue for what a person sends to test a device; no cue has such an id."""


class Event(Struct, frozen=True, kw_only=True):
    """Base of all events."""

    due: float


class CommandTaken(Event, frozen=True, tag="command"):
    """A command was carried out, or what a cue asks for (`source` then names that cue).

    `name` is its tag, such as go; `cue` the cue and `list` the list that it concerned.
    """

    name: str
    source: str
    cue: CueId | None = None
    list: str | None = None
    what: str = ""
    """What else it was about, in words: `spot1 at 50%`."""


class GoRefused(Event, frozen=True, tag="refused"):
    """A GO did nothing, and why: `too soon` (with the seconds that remain), `end of list`."""

    reason: str
    source: str
    remaining: float = 0.0


class CueStarted(Event, frozen=True, tag="cue started"):
    """A cue's GO: its pre-wait begins now. `run` tells one run of a cue from another."""

    cue: CueId
    run: int
    armed: bool = True
    into: float = 0.0
    """Of a cue that was loaded, or what it starts: seconds that its clock is past its GO when it begins here."""
    rehearsal: bool = False


class CueActed(Event, frozen=True, tag="cue action"):
    """A cue's pre-wait is over: it acts now."""

    cue: CueId
    run: int


class CueEnded(Event, frozen=True, tag="cue ended"):
    """A cue is done, or was stopped."""

    cue: CueId
    run: int
    stopped: bool = False


class FadeStarted(Event, frozen=True, tag="fade"):
    """Light begins to move."""

    cue: CueId
    run: int
    time: float
    parameters: int
    universes: tuple[int, ...]
    into: float = 0.0
    """Seconds of `time` that are over as it begins here, because the cue was loaded; all of it: it jumps to its end."""
    mark: bool = False
    """In black, for a later cue."""


class LightRestored(Event, frozen=True, tag="light restored"):
    """A GO out of order begins to bring light to where its cue expects it: so many parameters to where the cues before
    leave them, and so many `released` that only other cues of the list move.
    """

    cue: CueId
    parameters: int
    released: int = 0


class LightReleased(Event, frozen=True, tag="light released"):
    """A list begins to give its light back, in `time` seconds: so many parameters."""

    list: str
    """Empty: light that is nobody's goes to rest."""
    time: float
    parameters: int


class CueLoaded(Event, frozen=True, tag="loaded"):
    """The next start of a cue will begin `to` seconds from its GO; 0: at its beginning, it is loaded no more."""

    cue: CueId
    to: float


class MasterMoved(Event, frozen=True, tag="master"):
    """A master begins to move to a level (0..1), or jumps there; `cue` and `run` are empty where a person moves it."""

    cue: CueId
    run: int
    master: str
    start: float
    to: float
    time: float
    into: float = 0.0
    """As of a fade."""


class Sent(Event, frozen=True, tag="sent"):
    """A message left for a device, or would have (`to` names the destination; `sent` None: outputs are off, or a
    simulation)."""

    cue: CueId
    device: str
    to: str
    message: Message
    sent: float | None = None
    error: str = ""


class Received(Event, frozen=True, tag="received"):
    """A message came in that asks for something. Reported while a console asks for the log, and to it alone."""

    source: str
    """`OSC 192.168.1.20`, `MIDI nano`."""
    what: str
    """In words: `/go 1`, `B0 07 40`."""
    command: str = ""
    """The name of the command that it is; empty: it was not taken, or means nothing (a button that is let go)."""
    why: str = ""
    """Why it was not understood."""


class Taken(Event, frozen=True, tag="taken"):
    """The show is being taken from a cue: so many messages are on their way to the devices, and so many parameters of
    light; all is there after `seconds`, and then the cue starts if `go`. `notes` say what is not known of its past.

    `left_alone`: devices that were left out, each with how many messages it therefore did not get.
    """

    cue: CueId
    messages: int
    parameters: int
    seconds: float
    go: bool = False
    notes: tuple[str, ...] = ()
    left_alone: tuple[tuple[str, int], ...] = ()
    light_left_alone: bool = False


class TakeEnded(Event, frozen=True, tag="take ended"):
    """All that taking the show from a cue sends is out; or it was `stopped`, with so many messages `unsent`."""

    cue: CueId
    stopped: bool = False
    unsent: int = 0


class SegmentStarted(Event, frozen=True, tag="segment"):
    """A segment of the run of show has started. `wall` is Unix time."""

    segment: str
    cue: CueId
    """What started it; empty: a hand, or the clock."""
    wall: float
    by: By = "cue"
    rehearsal: bool = False


class Warned(Event, frozen=True, tag="warning"):
    """Something that the operator should know, in words that say what to do."""

    text: str
    device: str = ""


AnyEvent = (
    CommandTaken
    | GoRefused
    | CueStarted
    | CueActed
    | CueEnded
    | CueLoaded
    | FadeStarted
    | LightRestored
    | LightReleased
    | MasterMoved
    | Sent
    | Received
    | Taken
    | TakeEnded
    | SegmentStarted
    | Warned
)

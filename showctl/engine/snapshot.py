"""An immutable picture of the engine, published whenever something changed (at most 30 times a second).

Instants are seconds on the monotonic clock, which all processes of a machine share: a client computes progress from
them and its own clock, so that nothing needs to be sent while nothing changes.
"""

from typing import Literal

from msgspec import Struct

from showctl.engine.command import Kind
from showctl.engine.day_facts import DayFacts
from showctl.model.cue import CueId

CueState = Literal["pre-wait", "running", "post-wait", "paused"]
DeviceState = Literal["unused", "sent", "answering", "silent", "open", "missing", "error", "off"]
"""unused: nothing sent yet; sent: sent, nobody confirms (UDP); answering, silent: by the profile's heartbeat; open: the
MIDI port is open; missing: no such port or no MIDI; error: sending fails; off: outputs are off."""


class ActiveCue(Struct, frozen=True):
    """A cue that is started and not yet done, waits included."""

    run: int
    cue: CueId
    state: CueState
    go_at: float
    action_at: float
    done_at: float
    next_at: float | None = None
    """When the next cue starts by itself."""
    paused_at: float | None = None
    """While paused all instants above stand still: progress is that of this instant."""
    parent: int | None = None
    """The run of the group that it belongs to."""
    lap: int = 0
    """Of what goes round until it is broken out of or stopped: which time round this is, from 1; else 0."""
    lap_at: float = 0.0
    """When this time round began; of a playlist that loops: when the cue that plays in it did."""
    lap_done_at: float = 0.0
    """When that is done."""
    gone: str = ""
    """Of a cue that was deleted while it ran: the number that it had. It plays out."""
    label: str = ""
    """With that: its label."""


class ListState(Struct, frozen=True):
    """A cue list's standby; None at the end of the list."""

    name: str
    standby: CueId | None
    guard_until: float = 0.0
    """GO of this list is refused until this instant."""
    dark: bool = False
    """A panic took light, and neither a GO of this list nor a take from it came since."""
    restores: bool = False
    """The next GO is out of order: it brings light to where its cue expects it first, as far as there is any."""


class DeviceStatus(Struct, frozen=True):
    """How a device is."""

    device: str
    protocol: str
    to: str
    state: DeviceState
    detail: str = ""
    """The last error or the reason, in words that say what to do."""
    sent: int = 0
    failed: int = 0
    answered_at: float | None = None
    """When it last answered; None: never, or nobody asks it."""
    error: str = ""
    """The last error, whatever came of it since."""
    error_at: float | None = None
    waiting: int = 0
    """Messages that were handed over and have not left."""


class Lateness(Struct, frozen=True):
    """How late messages and frames left, in seconds, over the last 60 s; `worst` since `since`."""

    count: int = 0
    median: float = 0.0
    p99: float = 0.0
    worst: float = 0.0
    device: str = ""
    """What was the latest of the last 60 s for; empty: frames of light."""
    since: float | None = None
    """When `worst` was reset; None: never since the start."""


class Evening(Struct, frozen=True):
    """Cues that are armed, or flagged, other than the file says."""

    armed: tuple[CueId, ...] = ()
    disarmed: tuple[CueId, ...] = ()
    flagged: tuple[CueId, ...] = ()
    unflagged: tuple[CueId, ...] = ()


MasterMode = Literal["inhibitive", "additive", "limit"]
"""It multiplies intensity; it adds a look of its own; or no intensity is above it."""


class MasterState(Struct, frozen=True):
    """Where a master is at the snapshot's instant, 0..1, and where it goes: of one that is flashed, after that."""

    name: str
    level: float
    to: float
    """`level`, if it does not move and is not flashed."""
    arrives_at: float | None = None
    """While it moves; infinity while that stands still."""
    mode: MasterMode = "inhibitive"
    flash: bool = False
    """Whether it is at full because its flash key is held."""


class Parked(Struct, frozen=True):
    """Output that is held whatever is played."""

    what: str
    """As it was asked for: `spot1`, `spot1/pan`, `1.7`."""
    level: float
    """0..1; of a whole fixture its intensity."""


class TakeState(Struct, frozen=True):
    """The show is being taken from a cue."""

    cue: CueId
    begun_at: float
    done_at: float
    """When all is out that brings light and devices to where they belong."""
    go: bool = False
    """Whether the cue starts then."""
    messages: int = 0
    paused_at: float | None = None
    """While paused the instants above stand still."""


class Loaded(Struct, frozen=True):
    """A cue whose next start begins `at` seconds from its GO."""

    cue: CueId
    at: float


class Overridden(Struct, frozen=True):
    """A kind of output of which nothing is sent that cues ask for."""

    kind: Kind
    since: float
    unsent: int = 0
    """Messages that were kept back since; of light 0."""


class Snapshot(Struct, frozen=True):
    """The engine at one instant."""

    serial: int
    instant: float
    wall: float
    """Unix time at `instant`."""
    digest: str
    outputs_off: bool
    anything_sent: bool
    """Whether anything at all has been sent since the start: then closing must ask."""
    realtime: str
    """Whether the dispatcher got real-time scheduling, in words."""
    lists: tuple[ListState, ...] = ()
    active: tuple[ActiveCue, ...] = ()
    devices: tuple[DeviceStatus, ...] = ()
    lateness: Lateness = Lateness()
    day: DayFacts = DayFacts()
    """What the show has been so far."""
    rehearsed: DayFacts = DayFacts()
    """What the rehearsal has been so far, or was."""
    guard_until: float = 0.0
    """The latest instant until which GO of some list is refused; each list has its own."""
    panic_until: float = 0.0
    """Until this instant a panic fade runs, and a second panic acts at once."""
    last_go: CueId | None = None
    last_go_at: float = 0.0
    taking: TakeState | None = None
    interrupted: tuple[CueId, ...] = ()
    """What was active when an earlier engine was lost; not fired again."""
    disarmed: tuple[CueId, ...] = ()
    """Cues that are armed in the file and were disarmed since."""
    armed: tuple[CueId, ...] = ()
    """Cues that are not armed in the file and were armed since."""
    flagged: tuple[CueId, ...] = ()
    """Cues that are not flagged in the file and were flagged since."""
    unflagged: tuple[CueId, ...] = ()
    """Cues that are flagged in the file and lost it since."""
    masters: tuple[MasterState, ...] = ()
    """The grand master first, then those of the show in the order of its file."""
    blackout: bool = False
    parked: tuple[Parked, ...] = ()
    highlighted: tuple[str, ...] = ()
    """Names of fixtures, groups and ranges, as they were asked for."""
    loaded: tuple[Loaded, ...] = ()
    """Cues that are loaded, in the order in which they were."""
    bad_packets: int = 0
    """Control packets that nobody understood."""
    overrides: tuple[Overridden, ...] = ()
    rehearsal: bool = False
    """Whether all that starts is marked as rehearsal."""

    @property
    def facts(self) -> DayFacts:
        """Of the run of show, those that count now."""
        return self.rehearsed if self.rehearsal else self.day

    @property
    def evening(self) -> Evening:
        """What has been said of cues, other than the file says."""
        return Evening(self.armed, self.disarmed, self.flagged, self.unflagged)

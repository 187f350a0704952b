"""What crosses the link, in either direction. Every message is a struct with a tag of its own."""

from msgspec import Struct

from showctl.engine.command import AnyCommand
from showctl.engine.day_facts import DayFacts
from showctl.engine.event import AnyEvent
from showctl.engine.snapshot import Evening, Snapshot
from showctl.engine.source import Provenance
from showctl.model.cue import CueId
from showctl.program.part import Part

# To the engine ---------------------------------------------------------------------------------------------------


class Hello(Struct, frozen=True, tag="hello"):
    """The first message, or the connection is closed."""

    version: int
    token: str
    stays: bool = False
    """A console: an engine that has sent nothing ends with the last of them."""


class Ping(Struct, frozen=True, tag="ping"):
    """Asks for a Pong."""


class Recover(Struct, frozen=True, tag="recover"):
    """Before the program, for an engine that takes a lost one's place: what was last seen of that one."""

    standby: dict[str, CueId | None]
    """By list; None at the end of it."""
    interrupted: tuple[CueId, ...]
    """What was active; it is listed and not fired again."""
    day: DayFacts = DayFacts()
    """What the show has been."""
    rehearsed: DayFacts = DayFacts()
    """What the rehearsal has been, or was."""
    rehearsal: bool = False
    evening: Evening = Evening()
    """What was armed and flagged other than the file says."""


class Agree(Struct, frozen=True, tag="agree"):
    """Somebody has seen where this state of the show sends, and agrees. Answered as a program that is handed over."""

    digest: str


class Listen(Struct, frozen=True, tag="listen"):
    """Whether this client wants to hear of messages that come in (`Received`)."""

    on: bool


class Whose(Struct, frozen=True, tag="whose"):
    """Asks what decides the levels of a universe, or of one slot (1..512). Answered by a Provenance, out of order."""

    universe: int
    slot: int = 0


Request = Hello | Ping | Recover | Agree | Listen | Whose | AnyCommand | Part

# To a client -----------------------------------------------------------------------------------------------------


class Welcome(Struct, frozen=True, tag="welcome"):
    """The answer to a right Hello."""

    pid: int
    show: str
    digest: str
    """State of the show file that is playing; empty while there is none."""
    outputs_off: bool


class Pong(Struct, frozen=True, tag="pong"):
    """The answer to a Ping."""


class Installed(Struct, frozen=True, tag="installed"):
    """The program that was handed over is playing."""

    digest: str


class HandOverRefused(Struct, frozen=True, tag="hand-over refused"):
    """The program that was handed over is not taken, and why; what played before plays on."""

    reason: str


class PlaysAnother(Struct, frozen=True, tag="plays another"):
    """An edit does not fit: it starts from another state of the show. It plays this one."""

    digest: str


class Picture(Struct, frozen=True, tag="picture"):
    """The newest snapshot. One that a slow client has not taken is replaced by the next."""

    snapshot: Snapshot


class News(Struct, frozen=True, tag="news"):
    """Events in the order in which they happened. `recent`: before this client came."""

    events: tuple[AnyEvent, ...]
    recent: bool = False


class Missed(Struct, frozen=True, tag="missed"):
    """So many events were left out here: the client was too slow for them."""

    count: int


class Goodbye(Struct, frozen=True, tag="goodbye"):
    """The engine ends of its own accord, and why."""

    reason: str


Reply = Welcome | Pong | Installed | HandOverRefused | PlaysAnother | Picture | News | Missed | Goodbye | Provenance

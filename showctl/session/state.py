"""How the session and its engine are getting on, for the console to show."""

from dataclasses import dataclass
from typing import Literal

from showctl.engine.event import AnyEvent
from showctl.engine.snapshot import Snapshot
from showctl.session.notice import Notice
from showctl.session.on_disk import Seen

EngineKind = Literal["starting", "attached", "older", "sending", "lost", "failed"]
"""starting: looked for or started; attached: it plays this show; older: it plays another state of the file; sending: it
sends though outputs off was asked for, and takes nothing but a panic from us until the operator agrees; lost: it went,
and another is being started; failed: there is none, and none is being started."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """`since` is on the engine's clock; `text` says what is known and what is being done, for the operator."""

    kind: EngineKind
    text: str
    since: float


@dataclass(frozen=True, slots=True)
class DocumentState:
    """How the document is getting on, for the console to show."""

    serial: int
    """Another one: another state of the show, edited, undone or redone, here or by somebody else."""
    is_dirty: bool
    """It is another than the file has."""
    is_kept: bool
    """It is on the disk, in the recovery file or in the show file: nothing takes it away any more."""
    is_saving: bool
    trouble: str
    """Why the newest edits are not kept; empty while all is well."""
    read_only: str
    """Why nothing can be edited here, and who can; empty where it can."""
    undo: str
    """The name of the edit that is undone next; empty for none."""
    redo: str
    on_disk: Seen | None
    """What another program has done to the file, until it is reloaded, merged or saved over."""


@dataclass(frozen=True, slots=True)
class Update:
    """What is new since the last poll. `snapshot` is the newest, None when there was no other."""

    snapshot: Snapshot | None
    events: tuple[AnyEvent, ...]
    engine: EngineState
    recent: tuple[AnyEvent, ...] = ()
    """Once it is attached: the last that happened before."""
    document: DocumentState | None = None
    """How the open show is getting on; with another `serial` the session has another `show` and `program`."""
    notices: tuple[Notice, ...] = ()
    """What is to be said of it: saved or not, changed on the disk, edited by somebody else."""

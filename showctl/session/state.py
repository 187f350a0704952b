"""How the session and its engine are getting on, for the console to show."""

from dataclasses import dataclass
from typing import Literal

from showctl.engine.event import AnyEvent
from showctl.engine.snapshot import Snapshot

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
class Update:
    """What is new since the last poll. `snapshot` is the newest, None when there was no other."""

    snapshot: Snapshot | None
    events: tuple[AnyEvent, ...]
    engine: EngineState
    recent: tuple[AnyEvent, ...] = ()
    """Once it is attached: the last that happened before."""

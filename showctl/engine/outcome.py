"""What the player wants done, in due order. Instants are seconds on the monotonic clock."""

from msgspec import Struct

from showctl.engine.event import AnyEvent
from showctl.model.cue import CueId
from showctl.model.effect import Effect


class Do(Struct, frozen=True):
    """Carry out one effect of a cue. `due` is planned, never the instant at which we woke up."""

    due: float
    run: int
    cue: CueId
    effect: Effect


class Freeze(Struct, frozen=True):
    """Fading light of these runs stays where it is, and stays owned."""

    due: float
    runs: frozenset[int]


class Hold(Struct, frozen=True):
    """Fading light of these runs stands still until Release."""

    due: float
    runs: frozenset[int]


class Release(Struct, frozen=True):
    """Fading light of these runs goes on as if no time had passed since Hold."""

    due: float
    runs: frozenset[int]


class LightOut(Struct, frozen=True):
    """All intensity that is not exempt from panic fades to 0 in `time` seconds."""

    due: float
    time: float


Outcome = Do | Freeze | Hold | Release | LightOut | AnyEvent

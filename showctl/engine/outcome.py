"""What the player wants done, in due order. Instants are seconds on the monotonic clock."""

from msgspec import Struct

from showctl.engine.command import HandCommand, SwitchCommand
from showctl.engine.event import AnyEvent
from showctl.model.cue import CueId
from showctl.model.effect import Fade, MasterFade, Send

NO_RUN = 0
"""Stands in the place of a run for what no cue's stop may call back: what stops and panics send."""


class Do(Struct, frozen=True):
    """Carry out one effect of a cue. `due` is planned, never the instant at which we woke up."""

    due: float
    run: int
    cue: CueId
    effect: Send | Fade | MasterFade


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


class FadeOut(Struct, frozen=True):
    """The intensity that these runs were the last to move fades to 0 in `time` seconds, each still owned by its run."""

    due: float
    runs: frozenset[int]
    time: float


class FreezeAll(Struct, frozen=True):
    """All fading light stays where it is, that of a panic too."""

    due: float


class Blackout(Struct, frozen=True):
    """All intensity that is not exempt is 0 at the output, while this is on."""

    due: float
    on: bool


class ByHand(Struct, frozen=True):
    """What a hand does to the output."""

    due: float
    command: HandCommand


class Switched(Struct, frozen=True):
    """A kind of output is overridden, or all is a rehearsal, from now on or no more."""

    due: float
    command: SwitchCommand


class FreezeMasters(Struct, frozen=True):
    """All masters stay where they are, whoever moves them."""

    due: float


class GoHome(Struct, frozen=True):
    """A fade that leaves universes silent in which nothing was ever moved: what it would bring home there is home."""

    due: float
    run: int
    cue: CueId
    fade: Fade


class ReleaseLayer(Struct, frozen=True):
    """All that a layer (Fade.layer) has moved goes back in `time` seconds to who else has moved it, or to rest."""

    due: float
    run: int
    layer: int
    time: float
    list: str = ""
    """Whose layer it is."""


class ReleaseNobodys(Struct, frozen=True):
    """What light is nobody's (layer 0) goes to rest in `time` seconds. Silent universes stay silent."""

    due: float
    run: int
    time: float
    parameters: bytes | None = None
    """The program's (little-endian int32) of which this is true; None: of all."""


class Overtake(Struct, frozen=True):
    """Cues of a layer that acted before `acted` have nothing waiting any more for these parameters (the program's,
    little-endian int32)."""

    due: float
    layer: int
    parameters: bytes
    acted: float


class PanicLight(Struct, frozen=True):
    """A panic is about to take light."""

    due: float


class LightOut(Struct, frozen=True):
    """All intensity that is not exempt from panic fades to 0 in `time` seconds."""

    due: float
    time: float


class Begun(Struct, frozen=True):
    """A fade of a cue, of light or of a master, that counts as begun at an instant in the past."""

    begun: float
    run: int
    cue: CueId
    fade: Fade | MasterFade


class TakeUp(Struct, frozen=True):
    """Light and masters are at once where these fades would have brought them by `due`, and go on: had the fades begun,
    one after the other, when they say, from where things are at `due`.
    """

    due: float
    fades: tuple[Begun, ...]


Change = (
    Freeze
    | FreezeAll
    | FreezeMasters
    | Blackout
    | ByHand
    | Hold
    | Release
    | FadeOut
    | GoHome
    | LightOut
    | Overtake
    | PanicLight
    | ReleaseLayer
    | ReleaseNobodys
    | Switched
    | TakeUp
)
"""What is done to light and masters other than by an effect."""

Outcome = Do | Change | AnyEvent

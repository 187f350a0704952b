"""What a cue does, as values: sends, fades and so on, each with its offset from the cue's action."""

from typing import Literal

from msgspec import Struct

from showctl.model.curve import Curve
from showctl.model.message import Message


class Send(Struct, frozen=True, tag="send"):
    """Send one message to a device, `at` seconds after the cue's action."""

    at: float
    device: str
    message: Message
    ramp: bool = False
    """A value on the way of a ramp: where there is no room or no time for it, a newer one does."""
    chase: bool = False
    """It leaves the device at a value, so that it counts where the show is taken from a later cue."""


Only = Literal["all", "falling", "rising", "others"]
"""Which of its parameters a fade takes when it begins: all; those that are above their target, or below it; or those
that the fade of the same parameters did not take before, with which its run began. So two of them, the first of which
takes what rises or what falls, are one fade whose parts have delays of their own."""
ColourPath = Literal["direct", "hsv", "cie"]
"""How a colour gets to another: each emitter by itself; round the colour circle the shorter way; or as the eye sees it
(OKLab)."""


class Fade(Struct, frozen=True, tag="fade"):
    """Fade lighting parameters from where they are to their targets, `at` seconds after the cue's action.

    `parameters` are indices into the patch's parameter table, little-endian int32, none twice; `targets` the levels
    0..1, little-endian float32, in the same order; NaN gives the parameter back. Raw bytes, because they cross the link
    and become numpy arrays.
    """

    at: float
    time: float
    parameters: bytes
    targets: bytes
    curve: Curve = "linear"
    """Of parameters that rise, seen from where they are at that instant."""
    curve_down: Curve = "linear"
    """Of parameters that fall."""
    time_down: float | None = None
    """Seconds for parameters that fall, where they have others than those that rise."""
    only: Only = "all"
    path: ColourPath = "direct"
    layer: int = 0
    """Whose light it is: the list's place in Program.lists plus 1, then the submasters with a look; 0 is nobody's."""
    mark: bool = False
    """A move in black: it leaves alone the fixtures that are lit when it begins."""

    @property
    def lasts(self) -> float:
        """Seconds from its begin until all of it has arrived, whatever rises or falls."""
        return max(self.time, self.time_down or 0.0)


Act = Literal[
    "start",
    "stop",
    "hard stop",
    "pause",
    "resume",
    "load",
    "arm",
    "disarm",
    "flag",
    "unflag",
    "reset",
    "go to",
    "break out",
    "panic",
    "stop others",
    "release",
]


class Ask(Struct, frozen=True, tag="ask"):
    """Ask the player to do something to other cues, `at` seconds after the cue's action."""

    at: float
    act: Act
    cues: tuple[str, ...] = ()
    """Ids of the cues that are meant; a group stands for all inside it."""
    lists: tuple[str, ...] = ()
    """Names of the lists that are meant: everything active of them; with start and go to, their standby or top."""
    scope: Literal["peers", "list", "all"] = "all"
    """With stop others: those beside this cue in its group or list, all of its list, or all of every list."""
    fade: float = 0.0
    """With stop and stop others: seconds in which light fades out first; 0 freezes it, as stop does. Ramps stop where
    they are: a number on a desk has no out. With release: seconds in which light goes back."""
    to: float = 0.0
    """With load: seconds from the GO of the cue; below 0 before its end."""
    only_if: tuple[str, ...] = ()
    """Ids of cues that must all be armed, else nothing is asked."""
    if_flagged: tuple[str, ...] = ()
    """Ids of cues that must all be flagged as well."""


class Ramp(Struct, frozen=True, tag="ramp"):
    """Send a value that moves from one number to another, `at` seconds after the cue's action.

    The value of `messages` stands at `argument` of an OSC message, or is the data byte (pair) of a MIDI controller; the
    output's encoder fills it in. The last value is always sent exactly, when the time is over.
    """

    at: float
    time: float
    device: str
    message: Message
    """The message with the start value in its place."""
    argument: int
    """OSC: index of the argument that moves. MIDI: 0 for a 7-bit controller, 1 for a 14-bit pair (MSB then LSB)."""
    start: float | None
    """None: the value that was last sent there."""
    end: float
    rate: float
    """Values a second."""
    curve: Curve = "linear"


class MasterFade(Struct, frozen=True, tag="master"):
    """Move a master to a level, `at` seconds after the cue's action; the last to move one has it."""

    at: float
    time: float
    master: str
    start: float | None
    """0..1; None: from where it is at that instant."""
    end: float
    curve: Curve = "linear"


Effect = Send | Fade | Ask | Ramp | MasterFade

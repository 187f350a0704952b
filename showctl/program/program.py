"""What the engine plays: the compiled form of a show, as values that cross the link in parts."""

from typing import Literal

from msgspec import Struct

from showctl.model.cue import Continue, CueId, GroupMode, IfRunning
from showctl.model.curve import Curve
from showctl.model.effect import Effect, Fade, Send
from showctl.model.message import Message

EXEMPT_FROM_GRAND = 1
EXEMPT_FROM_BLACKOUT = 2
EXEMPT_FROM_PANIC = 4
"""Bits of Parameters.exempt."""


class Child(Struct, frozen=True, array_like=True):
    """A cue inside a group; in a timeline its offset from the group's action in seconds, else 0."""

    cue: CueId
    at: float


class CompiledCue(Struct, frozen=True):
    """A cue as it is played: all times in seconds, all effects resolved."""

    id: CueId
    number: str
    label: str
    list: str
    type: str
    """The registry's word: light, audio, …"""
    armed: bool
    pre_wait: float
    post_wait: float
    continue_: Continue
    duration: float
    effects: tuple[Effect, ...] = ()
    """In order of `at`."""
    stop: tuple[Send, ...] = ()
    """Sent when the cue is stopped before it is done."""
    children: tuple[Child, ...] = ()
    parent: CueId | None = None
    starts_segment: str | None = None
    mode: GroupMode = "timeline"
    loop: bool = False
    shuffle: bool = False
    crossfade: float = 0.0
    repeat: int = 1
    """How often it plays; 0 is forever. `duration` is that of one time."""
    if_running: IfRunning = "restart"
    on_release: bool = False
    """Whether what `if_running` says is done as well when the key that started it is let go."""
    flagged: bool = False
    light_time: float = 0.0
    """Of a light cue: seconds that its light takes where it says no other time of a kind, a part or a fixture."""
    broken: str = ""
    """Why it does nothing, and what to do, in words; it keeps its waits, its length as far as known, its continue."""


class FixtureLayout(Struct, frozen=True, array_like=True):
    """The n parameters of all fixtures of one mode."""

    names: tuple[str, ...]
    highlight: bytes
    """float32 (n,), little-endian: levels 0..1 when highlighted; NaN: it stays as it is."""


class FixtureTable(Struct, frozen=True):
    """F fixtures in the order of the patch; arrays are little-endian int32."""

    names: tuple[str, ...] = ()
    first: bytes = b""
    """(F,) the first parameter of each in the table of parameters."""
    layout: bytes = b""
    """(F,) index into `layouts`."""
    layouts: tuple[FixtureLayout, ...] = ()
    groups: dict[str, bytes] = {}
    """Which fixtures each group stands for, groups in it opened; indices, in the group's order."""


class Parameters(Struct, frozen=True):
    """The patch as a table with one row per parameter; raw little-endian arrays of equal length P."""

    row: bytes = b""
    """int32: index into Program.universes, or -1 when the parameter has no slot."""
    slots: bytes = b""
    """int32, P × 3: slots 0..511 of the first, second and third byte, most significant first; -1 for none."""
    dimmer: bytes = b""
    """int32: index of the parameter whose level multiplies this one at the output, or -1."""
    default: bytes = b""
    """float32: level at rest."""
    intensity: bytes = b""
    """uint8: 1 for intensity."""
    exempt: bytes = b""
    """uint8 bits: 1 grand master, 2 blackout, 4 panic."""
    factor: bytes = b""
    """float64: what full is at the output, for proportional patch; empty: 1 for all."""
    inverted: bytes = b""
    """uint8: 1 for what runs the other way round at the output; empty: nothing does."""
    curve: bytes = b""
    """uint8: index into `curves` plus 1, 0 for none; of intensity only. Empty: none has one."""
    curves: tuple[Curve, ...] = ()
    """Intensity at the output against intensity under its masters."""
    copies: bytes = b""
    """int32, C × 5: parameter, and row and slots (as above) of a further place to which its bytes go."""
    switches: bytes = b""
    """int32, K × 9: row and slot of a switched slot, its trigger, the first and last value of that and full in the same
    resolution, the parameter that has the slot there (-1: none), which of its bytes (the most significant is 0), and
    how many it has. Of what has the slot while its trigger is not at rest, that is all: it has no slots above."""
    fixture: bytes = b""
    """int32: number of the fixture, in the order of the patch; empty: each parameter is a fixture of its own."""
    jumps: bytes = b""
    """uint8: 1 for what never fades, such as wheels: it jumps where a fade begins. Empty: nothing does."""
    ranges: bytes = b""
    """uint16: table in `edges` plus 1, 0 for none, of what fades within a range but never from one into another: there
    it jumps where the fade begins. Empty: nothing has several ranges."""
    edges: bytes = b""
    """float64, E × 3, ascending: table plus 1, level from which on, and number of the range that begins there."""
    dims: bytes = b""
    """float64, D × 4: intensity of which not all values dim: the parameter, and the parts of all values that are level
    0, the least light and all light. A level of no more than `dimming.ASIDE` is a value that does not dim."""
    colours: bytes = b""
    """int32, H × 5: the heads that mix colour: red, green and blue, or cyan, magenta and yellow; the white that takes
    what is common to the three, or -1; and 1 where they take light away."""


class Heartbeat(Struct, frozen=True):
    """A question that a living device answers."""

    message: Message
    every: float
    """Seconds between questions."""
    patience: float
    """Seconds without an answer after which the device counts as silent."""


class SacnTarget(Struct, frozen=True, tag="sacn"):
    """An sACN device: which universes go where."""

    device: str
    universes: tuple[int, ...]
    to: tuple[tuple[str, int], ...]
    priority: int
    source_name: str
    rate: int = 44
    """Frames a second of a universe that moves, at the most."""
    multicast: bool = False
    """Whether it also goes to the multicast group of each universe, out of `interface`."""
    interface: str = ""
    """Name or IPv4 address, for multicast and discovery."""
    ttl: int = 8
    """Routers that multicast may pass."""
    priorities: dict[int, int] = {}
    """By universe, where it is not `priority`."""
    per_address: dict[int, bytes] = {}
    """By universe: the priorities of its 512 slots, for universes that have any."""
    sync: int = 0
    """Synchronisation address 1..63999; 0 for none."""
    discovery: bool = False
    """Whether the universes that it sends are announced."""


class OscTarget(Struct, frozen=True, tag="osc"):
    """An OSC device."""

    device: str
    to: tuple[str, int]
    backup: tuple[str, int] | None = None
    panic: tuple[Send, ...] = ()
    heartbeat: Heartbeat | None = None


class MidiTarget(Struct, frozen=True, tag="midi"):
    """A MIDI output port, by the name that the show gives it."""

    device: str
    port: str
    panic: tuple[Send, ...] = ()


Target = SacnTarget | OscTarget | MidiTarget


def destinations(program: "Program") -> set[tuple[str, tuple[str, int] | str]]:
    """Where messages go: each device with its address or port."""
    targets = (target for target in program.targets if not isinstance(target, SacnTarget))
    return {(target.device, target.to if isinstance(target, OscTarget) else target.port) for target in targets}


class OscListener(Struct, frozen=True):
    """Where commands come in by OSC."""

    port: int
    interface: str = "127.0.0.1"
    senders: tuple[str, ...] = ()


class MidiFader(Struct, frozen=True, array_like=True):
    """The controller (0..127, channel 1..16) that moves a master; `fine`: 14 bits, the low ones 32 above it."""

    master: str
    control: int
    channel: int = 1
    fine: bool = False


ButtonAction = Literal["flash", "blackout", "hold blackout", "highlight", "park"]
"""Flash and hold: while it is held. The others: done, and undone with the next press."""


class MidiButton(Struct, frozen=True, array_like=True):
    """A note, or a controller (`control`; pressed from 64 on), 0..127 on a channel 1..16, and what it does to `names`:
    a master, fixtures, or what can be parked."""

    control: bool
    number: int
    channel: int
    action: ButtonAction
    names: tuple[str, ...] = ()


class MidiListener(Struct, frozen=True):
    """From which MIDI port faders and buttons come in."""

    port: str
    faders: tuple[MidiFader, ...]
    buttons: tuple[MidiButton, ...] = ()


class CompiledMaster(Struct, frozen=True):
    """A submaster: inhibitive, or additive if it has a look."""

    name: str
    label: str
    level: float
    """0..1, at the start."""
    parameters: bytes = b""
    """Little-endian int32: the parameters that it scales, all of them intensity, ascending."""
    look: tuple[Fade, ...] = ()
    """What an additive one brings: levels at full, all in no time, in a layer of its own."""
    priority: int = 5
    """Of its layer, as of lists."""


GrandMode = Literal["scale", "limit"]
"""The grand master multiplies all intensity; or no intensity is above it."""
Merge = Literal["htp", "ltp"]
"""The highest takes precedence, or the latest to move. All that is not intensity is always ltp."""


class CompiledList(Struct, frozen=True, array_like=True):
    """A cue list: the ids of its top-level cues in order."""

    name: str
    label: str
    cues: tuple[CueId, ...]
    cart: bool = False
    """It has no standby, and nothing follows in it."""
    priority: int = 5
    """1..10: where lists move the same parameter, only those of the highest priority count."""
    merge: Merge = "htp"
    """How its intensity joins that of other lists of its priority."""


class Program(Struct, frozen=True):
    """A whole compiled show."""

    title: str
    digest: str
    """SHA-256, hexadecimal, of the show file and the profiles that it uses; tells one state of a show from another."""
    go_guard: float
    panic_time: float
    panic_light: str
    """hold, out or look."""
    panic_look: tuple[Fade, ...]
    lists: tuple[CompiledList, ...]
    cues: dict[CueId, CompiledCue]
    targets: tuple[Target, ...]
    universes: tuple[int, ...]
    """Ascending; the rows of all level arrays."""
    parameters: Parameters
    osc_input: OscListener | None = None
    """None: no commands are taken by OSC."""
    midi_input: MidiListener | None = None
    masters: tuple[CompiledMaster, ...] = ()
    """Without the grand master, which is always there."""
    grand: GrandMode = "scale"
    fixtures: FixtureTable = FixtureTable()
    """Fixtures and groups by name."""
    go_to_time: float = 2.0
    """Seconds in which light comes back to what is tracked where the cue has no light of its own."""
    segments: tuple[str, ...] = ()
    """Of the run of show, in its order."""
    left_out: tuple[str, ...] = ()
    """Fixtures that are left out, devices without a profile, and what cues leave out of their looks that play the rest,
    with the remedy, in words."""

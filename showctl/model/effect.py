"""What a cue does, as values: sends and fades, each with its offset from the cue's action."""

from msgspec import Struct

from showctl.model.message import Message


class Send(Struct, frozen=True, tag="send"):
    """Send one message to a device, `at` seconds after the cue's action."""

    at: float
    device: str
    message: Message


class Fade(Struct, frozen=True, tag="fade"):
    """Fade lighting parameters from where they are to their targets, `at` seconds after the cue's action.

    `parameters` are indices into the patch's parameter table, little-endian int32, none twice; `targets` the levels
    0..1, little-endian float32, in the same order. Raw bytes, because they cross the link and become numpy arrays.
    """

    at: float
    time: float
    parameters: bytes
    targets: bytes


Effect = Send | Fade

"""Messages to devices, as values: what an OSC or MIDI output will put on the wire."""

from typing import Any

from msgspec import Struct

OscValue = int | float | str | bytes | bool | None
PASSCODE_TAG = "p"
"""In place of an OSC type tag: a text that only the machine which sends it knows. No message has it on the wire."""


class OscArgument(Struct, frozen=True, array_like=True):
    """One OSC argument with its type tag (OSC 1.0: i f s b h d t T F N I …); the tag is never guessed later."""

    tag: str
    value: Any = None
    """An OscValue; msgspec cannot decode a union of text and bytes, msgpack itself tells them apart."""


PASSCODE = OscArgument(PASSCODE_TAG, "(passcode)")
"""The passcode of whatever device the message goes to; what is shown, logged and handed over of it is this."""


class OscMessage(Struct, frozen=True, tag="osc"):
    """An OSC message."""

    address: str
    args: tuple[OscArgument, ...] = ()


class MidiMessage(Struct, frozen=True, tag="midi"):
    """One complete MIDI message: status byte and data, or a whole system exclusive with F0 and F7."""

    data: bytes


Message = OscMessage | MidiMessage

"""Where a message leaves its value: of two messages to the same place, the later one counts."""

from collections.abc import Hashable

from showctl.model.message import Message, MidiMessage

_SELECTORS = frozenset("ihs")
"""OSC types that may say which of several things at one address is meant."""
_SYSEX = 0xF0
_ONE_A_CHANNEL = (0xC0, 0xD0, 0xE0)
"""Program change, pressure of a channel, pitch bend: status bytes without their channel (MIDI 1.0)."""
_MSC = b"\xf0\x7f"
_MSC_ID, _MSC_COMMAND, _MSC_DATA = b"\x02", 5, 6
"""MIDI Show Control 1.1 §3: F0 7F, device id, 02, format, command, data, F7."""
_MSC_OF_A_LIST = (b"\x01", b"\x05")
"""go and load: the last cue of a list counts."""


def message_place(device: str, message: Message) -> Hashable:
    """The device, and on it:

    OSC: the address. Whole numbers and texts before the last argument belong to it, up to the first float: in
    `/send 3 reverb -60.0` they say which send.
    MIDI: a controller, note or program of a channel; a show control list (of go and load); any other message itself.
    """
    if isinstance(message, MidiMessage):
        return device, _midi_place(message.data)
    chosen = []
    for argument in message.args[:-1]:
        if argument.tag not in _SELECTORS:
            break
        chosen.append(argument)
    return device, message.address, tuple(chosen)


def _midi_place(data: bytes) -> Hashable:
    if data[0] < _SYSEX:
        return data[:1] if data[0] & 0xF0 in _ONE_A_CHANNEL else data[:2]
    if data[:2] == _MSC and data[3:4] == _MSC_ID and data[_MSC_COMMAND:_MSC_DATA] in _MSC_OF_A_LIST:
        _, _, list_and_path = data[_MSC_DATA:-1].partition(b"\0")
        return data[:_MSC_DATA], list_and_path
    return data

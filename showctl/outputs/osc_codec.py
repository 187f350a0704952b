"""OSC 1.0 packets to and from messages: python-osc reads and writes the parts, this guard decides what is right.

python-osc is not asked where its answer would be wrong (measured with 1.10): it refuses empty blobs, cuts texts at a
NUL, knows no I, c and S, skips what it does not know and so misreads all that follows, pads a cut float with zeros,
believes a negative blob size and any size of a bundle's element, and follows bundles inside bundles without end.
"""

import struct
from collections.abc import Callable
from typing import Any

from pythonosc.parsing import osc_types

from showctl.model.message import OscArgument, OscMessage

LARGEST = 65_507
"""Bytes of the largest UDP datagram over IPv4: 65,535 less 20 of IP and 8 of UDP header."""
DEEPEST = 8
"""Bundles inside bundles; a controller sends none, a hostile packet thousands."""
WITHOUT_BYTES = frozenset("TFNI[]")
"""Type tags that are the whole argument."""
_BUNDLE = b"#bundle\0"
_BUNDLE_HEAD = len(_BUNDLE) + 8
"""The name and a time tag."""


class OscError(ValueError):
    """A packet that is not OSC, or a message that cannot be one."""


def encode(message: OscMessage) -> bytes:
    """The datagram of a message, its type tags as they are. Raises OscError."""
    tags = "".join(argument.tag for argument in message.args)
    packet = [_write_string(message.address), _write_string("," + tags)]
    if not message.address.startswith("/"):
        raise OscError(f"'{message.address}' is no OSC address")
    for argument in message.args:
        if argument.tag in WITHOUT_BYTES:
            continue
        write = _WRITE.get(argument.tag)
        if write is None:
            raise OscError(f"'{argument.tag}' is no OSC type tag")
        try:
            packet.append(write(argument.value))
        except (osc_types.BuildError, struct.error, OverflowError, TypeError, AttributeError) as error:
            raise OscError(f"{argument.value!r} cannot be an OSC '{argument.tag}': {error}") from None
    data = b"".join(packet)
    if len(data) > LARGEST:
        raise OscError(f"the message has {len(data)} bytes, a datagram holds {LARGEST}")
    return data


def decode(packet: bytes) -> list[OscMessage]:
    """All messages of a packet in order, those in bundles too; time tags are not waited for. Raises OscError.

    Arguments with the tags T F N I [ ] have the value None, t and r are ints, m is four bytes, c one character.
    """
    messages: list[OscMessage] = []
    _take(packet, messages, DEEPEST)
    return messages


def _take(packet: bytes, messages: list[OscMessage], depth: int) -> None:
    if not packet.startswith(_BUNDLE):
        messages.append(_message(packet))
        return
    if not depth:
        raise OscError(f"more than {DEEPEST} bundles inside each other")
    index = _BUNDLE_HEAD
    if len(packet) < index:
        raise OscError("the bundle ends within its time tag")
    while index < len(packet):
        if len(packet) < index + 4:
            raise OscError("the bundle ends within a size")
        size = int.from_bytes(packet[index : index + 4], "big", signed=True)
        index += 4
        if size < 0 or size % 4 or index + size > len(packet):
            raise OscError(f"an element of {size} bytes does not fit into the bundle")
        _take(packet[index : index + size], messages, depth - 1)
        index += size


def _message(packet: bytes) -> OscMessage:
    if not packet.startswith(b"/"):
        raise OscError("neither a message nor a bundle")
    try:
        return _read(packet)
    except (osc_types.ParseError, UnicodeDecodeError, struct.error) as error:
        raise OscError(str(error)) from None


def _read(packet: bytes) -> OscMessage:
    address, index = osc_types.get_string(packet, 0)
    if index == len(packet):
        return OscMessage(address)
    tags, index = osc_types.get_string(packet, index)
    if not tags.startswith(","):
        raise OscError("there are no type tags")
    arguments = []
    for tag in tags[1:]:
        if tag in WITHOUT_BYTES:
            arguments.append(OscArgument(tag))
            continue
        if tag not in _READ:
            raise OscError(f"{tag!r} is no OSC type tag")
        read, length = _READ[tag]
        if index + length > len(packet):
            raise OscError(f"the packet ends within an argument '{tag}'")
        value, index = read(packet, index)
        arguments.append(OscArgument(tag, value))
    if any(packet[index:]):
        raise OscError("there is more than the type tags say")
    return OscMessage(address, tuple(arguments))


def _write_string(text: str) -> bytes:
    if "\0" in text:
        raise OscError("text with a NUL would arrive cut short")
    try:
        return bytes(osc_types.write_string(text))
    except osc_types.BuildError as error:
        raise OscError(str(error)) from None


def _write_blob(data: bytes) -> bytes:
    return struct.pack(">i", len(data)) + data + bytes(-len(data) % 4)


def _write_character(text: str) -> bytes:
    if len(text) != 1:
        raise OscError(f"{text!r} is not one character")
    return struct.pack(">I", ord(text))


def _write_midi(data: bytes) -> bytes:
    if len(data) != 4:
        raise OscError("an OSC 'm' has four bytes: port, status and two of data")
    return bytes(data)


_WRITE: dict[str, Callable[[Any], bytes]] = {
    "i": osc_types.write_int,
    "f": osc_types.write_float,
    "s": _write_string,
    "b": _write_blob,
    "h": osc_types.write_int64,
    "d": osc_types.write_double,
    "t": lambda tag: struct.pack(">Q", tag),
    "S": _write_string,
    "c": _write_character,
    "r": osc_types.write_rgba,
    "m": _write_midi,
}


def _read_blob(packet: bytes, index: int) -> tuple[bytes, int]:
    size = int.from_bytes(packet[index : index + 4], "big", signed=True)
    end = index + 4 + size + (-size % 4)
    if size < 0 or end > len(packet):
        raise OscError(f"a blob of {size} bytes does not fit into the packet")
    return packet[index + 4 : index + 4 + size], end


def _read_character(packet: bytes, index: int) -> tuple[str, int]:
    code = int.from_bytes(packet[index : index + 4], "big")
    if code > 0x10FFFF:
        raise OscError(f"{code:#x} is no character")
    return chr(code), index + 4


def _read_midi(packet: bytes, index: int) -> tuple[bytes, int]:
    return packet[index : index + 4], index + 4


_READ: dict[str, tuple[Callable[[bytes, int], tuple[Any, int]], int]] = {
    "i": (osc_types.get_int, 4),
    "f": (osc_types.get_float, 4),
    "s": (osc_types.get_string, 4),
    "b": (_read_blob, 4),
    "h": (osc_types.get_int64, 8),
    "d": (osc_types.get_double, 8),
    "t": (osc_types.get_uint64, 8),
    "S": (osc_types.get_string, 4),
    "c": (_read_character, 4),
    "r": (osc_types.get_rgba, 4),
    "m": (_read_midi, 4),
}
"""By type tag: who reads it, and the fewest bytes that it takes."""

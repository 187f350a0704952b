"""Messages on a byte stream: four bytes of length, most significant first, then msgpack."""

import struct
from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

VERSION = 3
"""Of the protocol: console and engine of different versions do not talk."""
LARGEST_REQUEST = 64 * 1024
"""Bytes of one message to the engine: decoding holds the interpreter's lock, and so the dispatcher, all the while."""
LARGEST_NEWS = 4 * 1024 * 1024
"""Bytes of one message to a client: a snapshot of some ten thousand active cues."""

_LENGTH = struct.Struct(">I")
_encoder = msgspec.msgpack.Encoder()

M = TypeVar("M")


class Malformed(Exception):
    """The other side does not speak this protocol. The connection is of no more use."""


def frame(message: object) -> bytes:
    """A message as it crosses the link."""
    body = _encoder.encode(message)
    return _LENGTH.pack(len(body)) + body


class Frames(Generic[M]):
    """Bytes in, messages out. `type` is a union of tagged structs; `largest` the bytes of the largest body."""

    def __init__(self, type: object, largest: int) -> None:
        self._decoder: msgspec.msgpack.Decoder[M] = msgspec.msgpack.Decoder(type)
        self.largest = largest
        self._rest = bytearray()

    def feed(self, data: bytes) -> Iterator[M]:
        """The messages that are complete with this data. Raises Malformed at the first that is none of ours."""
        self._rest += data
        while len(self._rest) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._rest)
            if length > self.largest:
                raise Malformed(f"a message of {length} bytes")
            end = _LENGTH.size + length
            if len(self._rest) < end:
                return
            body = bytes(self._rest[_LENGTH.size : end])
            del self._rest[:end]
            yield self._decoded(body)

    def _decoded(self, body: bytes) -> M:
        try:
            return self._decoder.decode(body)
        # RecursionError: arrays nested a thousand deep; the others are what values out of range raise
        except (msgspec.MsgspecError, RecursionError, ValueError, OverflowError) as error:
            raise Malformed(str(error)) from None

"""What the engine and its MIDI process say to each other: msgpack, each message after its length in four bytes."""

from collections.abc import Iterator
from typing import IO, Literal

import msgspec
from msgspec import Struct

_LENGTH = 4
LEFT_OUT = "left out: a newer value of its ramp takes its place, the driver is behind"


class Open(Struct, frozen=True, tag="open"):
    """To the process: look after a port from now on."""

    device: str
    port: str


class Listen(Struct, frozen=True, tag="listen"):
    """To the process: take what comes from an input port, from now on; each message is answered by Heard."""

    device: str
    port: str


class Play(Struct, frozen=True, tag="play"):
    """To the process: send these bytes. Each is answered by Played."""

    device: str
    serial: int
    data: bytes


class Forget(Struct, frozen=True, tag="forget"):
    """To the process: leave this out, if it still waits; then it is answered with the error LEFT_OUT."""

    device: str
    serial: int


class Close(Struct, frozen=True, tag="close"):
    """To the process: release what is held, and close the port. Answered by Closed."""

    device: str


class Played(Struct, frozen=True, tag="played"):
    """From the process: sent at this instant (monotonic clock, which all processes share), or why not."""

    device: str
    serial: int
    at: float
    error: str = ""


class Heard(Struct, frozen=True, tag="heard"):
    """From the process: this message came in."""

    device: str
    data: bytes


class PortState(Struct, frozen=True, tag="state"):
    """From the process: how a port is, whenever that changes."""

    device: str
    state: Literal["open", "missing", "error"]
    detail: str = ""


class Closed(Struct, frozen=True, tag="closed"):
    """From the process: the port is closed."""

    device: str


Request = Open | Listen | Play | Forget | Close
Answer = Played | Heard | PortState | Closed

_encode = msgspec.msgpack.Encoder().encode


def write(stream: IO[bytes], message: Request | Answer) -> None:
    """Write one message and flush. Raises OSError if nobody reads any more."""
    body = _encode(message)
    stream.write(len(body).to_bytes(_LENGTH, "big") + body)
    stream.flush()


def requests(stream: IO[bytes]) -> Iterator[Request]:
    """All requests until the stream ends."""
    decoder = msgspec.msgpack.Decoder(Request)
    return map(decoder.decode, _bodies(stream))


def answers(stream: IO[bytes]) -> Iterator[Answer]:
    """All answers until the stream ends."""
    decoder = msgspec.msgpack.Decoder(Answer)
    return map(decoder.decode, _bodies(stream))


def _bodies(stream: IO[bytes]) -> Iterator[bytes]:
    while len(head := stream.read(_LENGTH)) == _LENGTH:
        length = int.from_bytes(head, "big")
        if len(body := stream.read(length)) < length:
            return
        yield body

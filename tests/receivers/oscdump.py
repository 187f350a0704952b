"""liblo's `oscdump`: prints each OSC message that it could read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.receivers import namespace
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

# First comes an NTP time in hex, of arrival or of the bundle.
LINE = re.compile(r"[0-9a-f]{8}\.[0-9a-f]{8} (?P<address>/\S*) (?P<types>\S*) ?(?P<values>.*)")
VALUES = {"s": '"(.*?)"', "S": "'(.*?)", "b": r"\[\d+b([^]]*)\]", "m": r"MIDI \[([^]]*)\]"}
WORDS: dict[str, object] = {"#T": True, "#F": False, "Nil": None, "Infinitum": float("inf")}


class OscMessage(NamedTuple):
    time: float  # of the line's arrival here, time.monotonic() in seconds
    address: str
    types: str
    args: tuple[object, ...]


class Oscdump:
    """Floats come with six decimals; a text with a line break in it is not read (it ends up in `complaints`)."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @property
    def messages(self) -> list[OscMessage]:
        """What has come so far."""
        return [
            OscMessage(line.time, found["address"], found["types"], _args(found["types"], found["values"]))
            for line in list(self._program.lines)
            if (found := LINE.fullmatch(line.text))
        ]

    @property
    def complaints(self) -> list[str]:
        """Lines about packets that liblo refused, of which it prints no message."""
        return [line.text for line in list(self._program.lines) if not LINE.fullmatch(line.text)]

    def wait_for(self, count: int, timeout: float = 5.0) -> list[OscMessage]:
        """All messages, once there are `count` or more."""
        wait_until(lambda: len(self.messages) >= count, f"{count} messages in oscdump", timeout)
        return self.messages


@contextmanager
def running_oscdump(port: int) -> Iterator[Oscdump]:
    """Listens on the UDP port of every address of the namespace."""
    with running(Program(["oscdump", "-L", str(port)])) as program:

        def is_ready() -> bool:
            assert program.is_running, program.text
            return namespace.is_udp_bound(port)

        wait_until(is_ready, f"oscdump on port {port}")
        yield Oscdump(program)


def _args(types: str, values: str) -> tuple[object, ...]:
    found = re.fullmatch(" ".join(VALUES.get(kind, r"(\S+)") for kind in types) + " ?", values)
    assert found, f"oscdump printed {types} {values}"
    return tuple(_value(kind, text) for kind, text in zip(types, found.groups(), strict=True))


def _value(kind: str, text: str) -> object:
    if kind in "bm":
        return bytes(int(byte, 16) for byte in text.split())
    if kind in "ih":
        return int(text)
    if kind in "fd":
        return float(text)
    return text if kind in "sS" else WORDS.get(text, text)

"""JACK without a sound card, and a MIDI port in it that notes what comes.

`-S` (synchronous) matters: without it a message is lost or doubled now and then. JACK's registry holds eight server
names and forgets none, so there is one name. It delivers once a period of 10.7 ms: `time` below is no measure of ours.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import rtmidi

from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

SERVER = "showtest"


class MidiMessage(NamedTuple):
    time: float  # of the callback, time.monotonic() in seconds
    data: bytes


class MidiProbe:
    """The destination; other clients see its port as `port_name`."""

    def __init__(self, name: str) -> None:
        self.port_name = f"{name}:in"
        self.messages: list[MidiMessage] = []

    def note(self, event: tuple[Sequence[int], float], _data: object = None) -> None:
        self.messages.append(MidiMessage(time.monotonic(), bytes(event[0])))

    def wait_for(self, count: int, timeout: float = 5.0) -> list[bytes]:
        """The bytes of all messages, once there are `count` or more."""
        wait_until(lambda: len(self.messages) >= count, f"{count} MIDI messages at {self.port_name}", timeout)
        return [message.data for message in self.messages]


@contextmanager
def running_jack() -> Iterator[Program]:
    """A server that the JACK clients of this process and of those it starts find by their environment."""
    os.environ["JACK_DEFAULT_SERVER"] = SERVER
    os.environ["JACK_NO_START_SERVER"] = "1"
    command = ["jackd", "-r", "-S", "-n", SERVER, "-d", "dummy", "-r", "48000", "-p", "512", "-C", "0", "-P", "0"]
    with running(Program(command)) as server:

        def is_ready() -> bool:
            assert server.is_running, server.text
            try:
                _delete(rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name="ready"))
            except OSError:
                return False
            return True

        wait_until(is_ready, f"a JACK server\n{server.text}", interval=0.1)
        yield server


@contextmanager
def midi_probe(name: str = "probe") -> Iterator[MidiProbe]:
    """Takes every kind of message, SysEx and clock too."""
    port = rtmidi.MidiIn(rtmidi.API_UNIX_JACK, name=name)
    try:
        probe = MidiProbe(name)
        port.ignore_types(sysex=False, timing=False, active_sense=False)
        port.set_callback(probe.note)
        port.open_virtual_port("in")
        yield probe
    finally:
        port.cancel_callback()
        _delete(port)


@contextmanager
def midi_sender(port_name: str, name: str = "sender") -> Iterator[rtmidi.MidiOut]:
    """An independent sender that is connected to a port; `send_message([0x90, 60, 127])`."""
    port = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name=name)
    try:
        wait_until(lambda: port_name in port.get_ports(), f"JACK port {port_name}")
        port.open_port(port.get_ports().index(port_name))
        yield port
    finally:
        _delete(port)


def _delete(port: rtmidi.MidiIn | rtmidi.MidiOut) -> None:
    port.close_port()
    port.delete()

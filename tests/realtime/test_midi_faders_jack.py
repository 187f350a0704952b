"""MIDI faders through JACK: what a controller sends is heard, and one that goes is waited for."""

import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import rtmidi

from showctl.engine.command import AnyCommand, MoveFader
from showctl.inputs.midi import MidiControl
from showctl.program.program import MidiFader, MidiListener
from tests.realtime.test_midi_jack import another_jack
from tests.receivers import need
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

WANTED = MidiListener("nano", (MidiFader("grand", 7), MidiFader("band", 0, 2, fine=True)))


@contextmanager
def controller(name: str = "nanoKONTROL") -> Iterator[rtmidi.MidiOut]:
    """A port that others find and connect to."""
    port = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name=name)
    try:
        port.open_virtual_port("out")
        yield port
    finally:
        port.close_port()
        port.delete()


def heard(commands: "queue.Queue[AnyCommand]", port: rtmidi.MidiOut, *messages: bytes) -> list[tuple[str, float]]:
    """What faders these messages move; sent until the first is heard, for a connection carries after some periods."""
    found: list[tuple[str, float]] = []

    def hear() -> bool:
        if not found:
            for message in messages:
                port.send_message(message)
        try:
            while True:
                command = commands.get(timeout=0.3)
                assert isinstance(command, MoveFader)
                found.append((command.master, round(command.level, 4)))
        except queue.Empty:
            return bool(found)

    wait_until(hear, "a fader", timeout=10)
    return found


@pytest.mark.usefixtures("jack_server")
def test_faders_are_heard_and_a_controller_that_goes_is_waited_for() -> None:
    commands: queue.Queue[AnyCommand] = queue.Queue()
    warned: list[str] = []
    control = MidiControl(WANTED, commands.put, warned.append)
    try:
        wait_until(lambda: bool(warned), "what is said of a port that is not there", timeout=10)
        assert warned[0].startswith("MIDI control (nano) does nothing: there is no MIDI port 'nano'")
        assert warned[0].endswith("; it is tried again")
        for _ in range(2):  # it comes, goes, and comes again
            with controller() as port:
                wait_until(lambda: control.state == "open", "the port", timeout=10)
                messages = [b"\xb0\x07\x40", b"\xb1\x00\x7f", b"\xb1\x20\x7f", b"\x90\x07\x40"]
                assert heard(commands, port, *messages)[-2:] == [("grand", 0.5039), ("band", 1.0)]
                assert warned[-1] == "MIDI control (nano) works again: nanoKONTROL:out"
            wait_until(lambda: control.state == "missing", "the end of the port", timeout=10)
            assert "has gone; connect it again" in warned[-1]
    finally:
        control.close()


@pytest.mark.allow_log_warnings
def test_a_server_that_ends_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    need("jackd", "rtmidi")
    commands: queue.Queue[AnyCommand] = queue.Queue()
    warned: list[str] = []
    with another_jack(monkeypatch) as server, running(Program([sys.executable, "-c", SENDER])) as sender:
        sender.wait_for("ready", timeout=20)
        control = MidiControl(WANTED, commands.put, warned.append)
        try:
            command = commands.get(timeout=10)
            assert isinstance(command, MoveFader)
            assert (command.master, command.level) == ("grand", 1.0)
            assert warned == []
            server.stop()
            wait_until(lambda: control.state == "missing", "the end of the server", timeout=10)
            wait_until(lambda: "is not running; start it" in warned[-1], f"why: {warned}", timeout=10)
        finally:
            control.close()


SENDER = """
import time, rtmidi
for attempt in range(100):
    try:
        port = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name="nanoKONTROL")
        break
    except OSError:
        time.sleep(0.1)
port.open_virtual_port("out")
print("ready", flush=True)
while True:
    port.send_message([0xB0, 7, 127])
    time.sleep(0.1)
"""
"""A controller in a process of its own: this one has clients of the session's server."""

"""What came in, as the log has it."""

from collections.abc import Callable, Iterable
from queue import SimpleQueue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.command import Go
from showctl.engine.event import Received
from showctl.inputs.heard import Heard, midi_came, osc_came
from showctl.inputs.osc import OscControl
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.model.message_text import text_of
from showctl.model.show import OscInput
from showctl.outputs.osc_codec import encode
from tests.unit.inputs.test_osc import Desk


def osc(message: OscMessage, why: str = "") -> tuple[str, str, str]:
    (event,) = osc_came(encode(message), "OSC 10.0.0.2", why, 1.0)
    assert (event.due, event.source) == (1.0, "OSC 10.0.0.2")
    return event.what, event.command, event.why


def test_commands_taken_and_not_understood() -> None:
    assert osc(OscMessage("/go", (OscArgument("f", 1.0),))) == ("/go 1", "go", "")
    assert osc(OscMessage("/go", (OscArgument("f", 0.0),))) == ("/go 0", "", "")
    what, command, why = osc(OscMessage("/gone"))
    assert (what, command) == ("/gone", "")
    assert "no command" in why
    assert osc(OscMessage("/go"), "not allowed") == ("/go", "", "not allowed")


def test_a_controller() -> None:
    (event,) = midi_came(b"\xb0\x07\x40", "MIDI nano", Go(), 1.0)
    assert (event.what, event.command) == ("B0 07 40", "go")


@given(st.binary(max_size=200))
def test_rubbish_is_told_and_harmless(packet: bytes) -> None:
    for event in osc_came(packet, "OSC x", "", 1.0):
        assert event.what.isprintable()


def test_what_arrives_at_the_port_is_heard() -> None:
    heard: SimpleQueue[Received] = SimpleQueue()

    def hear(make: Callable[[float], Iterable[Received]]) -> None:
        for event in make(5.0):
            heard.put(event)

    wanted: Heard = hear
    desk = Desk(OscInput(port=0))
    desk.control.close()
    desk.control = OscControl(OscInput(port=0), desk.commands.put, desk.warnings.put, wanted)
    try:
        desk.send(encode(OscMessage("/go")), b"rubbish")
        assert [heard.get(timeout=5).command for _ in range(2)] == ["go", ""]
    finally:
        desk.control.close()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x90\x3c\x64", "note on 60, velocity 100, channel 1 (90 3C 64)"),
        (b"\xb1\x07\x40", "control 7 at 64, channel 2 (B1 07 40)"),
        (b"\xc0\x05", "program 5, channel 1 (C0 05)"),
        (b"\xe0\x00\x40", "pitch bend 0, channel 1 (E0 00 40)"),
        (b"\xf0\x7f\xf7", "F0 7F F7"),
        (b"", ""),
    ],
)
def test_midi_in_words(data: bytes, words: str) -> None:
    assert text_of(MidiMessage(data)) == words


def test_osc_in_words() -> None:
    args = (OscArgument("s", "a\n"), OscArgument("i", 3), OscArgument("T", True), OscArgument("b", b"\x01\x02"))
    assert text_of(OscMessage("/x", args)) == '/x "a?" 3 true 01 02'

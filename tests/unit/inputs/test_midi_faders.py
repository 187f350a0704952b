"""Control changes as faders; which are written in a show, and what is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.command import MoveFader
from showctl.inputs.midi_faders import MidiFaders
from showctl.program.opening import opened
from showctl.program.program import MidiFader, MidiListener
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

FADERS = MidiFader("grand", 7), MidiFader("band", 0, 2, fine=True)


def faders() -> MidiFaders:
    return MidiFaders(FADERS, "MIDI nano")


def moved(master: str, level: float, fader: str) -> MoveFader:
    return MoveFader(master=master, level=level, fader=f"MIDI nano {fader}", source="MIDI nano")


def test_seven_bits() -> None:
    board = faders()
    assert board.command(b"\xb0\x07\x00") == moved("grand", 0.0, "1/7")
    assert board.command(b"\xb0\x07\x40") == moved("grand", 64 / 127, "1/7")
    assert board.command(b"\xb0\x07\x7f") == moved("grand", 1.0, "1/7")


def test_fourteen_bits_have_moved_when_the_low_ones_come() -> None:
    board = faders()
    assert board.command(b"\xb1\x00\x7f") is None
    assert board.command(b"\xb1\x20\x7f") == moved("band", 1.0, "2/0")
    assert board.command(b"\xb1\x20\x00") == moved("band", (127 << 7) / 16383, "2/0")


def test_all_else_is_nothing() -> None:
    board = faders()
    for data in (b"\xb0\x08\x40", b"\xb1\x07\x40", b"\x90\x07\x40", b"\xb0\x07", b"", b"\xf8", b"\xb0\x07\x80"):
        assert board.command(data) is None


@given(st.binary(max_size=5))
def test_no_message_is_too_odd(data: bytes) -> None:
    command = faders().command(data)
    assert command is None or 0.0 <= command.level <= 1.0


SHOW = """\
showctl: 1
show: {title: Faders}
patch:
  - {id: lamp, fixture: generic/dimmer}
masters:
  band: {fixtures: lamp}
inputs:
  midi: {port: nanoKONTROL, faders: {grand: {control: 7}, band: {control: 0, channel: 2, 14 bit: yes}}}
cues:
  - {cue: 1, fade: {master: band, to: 50%}}
"""


def test_they_are_written_by_master() -> None:
    program = opened(lambda: load_text(SHOW)).program
    assert program.midi_input == MidiListener("nanoKONTROL", FADERS)
    assert opened(lambda: load_text(SHOW.replace(", faders: {", ", x-faders: {"))).program.midi_input is None


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("band: {control", "bend: {control", "there is no master 'bend'; did you mean 'band'?"),
        ("control: 7", "control: 128", "write 127 or less"),
        ("control: 7", "control: 32, channel: 2", "controller 32 of channel 2 is the fader of 'grand' and of 'band'"),
        ("channel: 2", "channel: 17", "write 16 or less"),
        ("control: 0", "control: 32", "controller 32 has no 14 bits; write 0 to 31, or remove 14 bit"),
        ("port: nanoKONTROL, ", "", "needs 'port'"),
    ],
)
def test_mistakes(right: str, wrong: str, said: str) -> None:
    assert right in SHOW
    with pytest.raises(Refused) as refused:
        opened(lambda: load_text(SHOW.replace(right, wrong, 1)))
    (problem,) = refused.value.problems
    assert problem.line == 8
    assert said in str(problem)

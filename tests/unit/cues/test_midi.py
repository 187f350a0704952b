"""MIDI cues: the bytes are those that mido makes of the same words, and notes end."""

from typing import Any

import mido
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from showctl.cues.midi import MidiCue
from showctl.model.effect import Send


class Rig:
    """A rig with one MIDI device, of device id 3."""

    def device(self, name: str, protocol: str, path: tuple[str | int, ...]) -> None:
        assert (name, protocol) == ("switch", "midi")

    def device_id(self, name: str) -> int:
        return 3


def sends(**midi: Any) -> list[tuple[float, bytes]]:
    found = cue(**midi).effects(Rig())  # type: ignore[arg-type]
    return [(send.at, send.message.data) for send in found if isinstance(send, Send)]  # type: ignore[union-attr]


def cue(**midi: Any) -> MidiCue:
    words = {key.replace("_", " "): value for key, value in midi.items()}
    return MidiCue.model_validate({"cue": "1", "midi": {"device": "switch", **words}})


@given(st.integers(1, 16), st.integers(0, 127), st.integers(0, 127))
def test_the_same_bytes_as_mido(channel: int, first: int, second: int) -> None:
    """Channels count from 1 for people and from 0 on the wire."""
    written = {"channel": str(channel)}
    theirs = mido.Message("note_on", channel=channel - 1, note=first, velocity=second)
    assert sends(note=str(first), velocity=str(second), **written) == [(0, bytes(theirs.bytes()))]
    theirs = mido.Message("control_change", channel=channel - 1, control=first, value=second)
    assert sends(control=str(first), value=str(second), **written) == [(0, bytes(theirs.bytes()))]
    theirs = mido.Message("program_change", channel=channel - 1, program=first)
    assert sends(program=str(first), **written) == [(0, bytes(theirs.bytes()))]


def test_a_note_with_a_duration_ends() -> None:
    note = cue(note="C4", duration="2s", channel="3")
    off = bytes(mido.Message("note_off", channel=2, note=60, velocity=0).bytes())
    assert sends(note="C4", duration="2s", channel="3") == [(0, b"\x92\x3c\x64"), (2.0, off)]
    assert note.duration == 2.0
    assert [send.message.data for send in note.stop_effects(Rig())] == [off]  # type: ignore[arg-type, union-attr]


def test_a_note_without_a_duration_stays() -> None:
    assert sends(note="60") == [(0, b"\x90\x3c\x64")]
    assert cue(note="60").stop_effects(Rig()) == ()  # type: ignore[arg-type]


def test_sysex_and_show_control() -> None:
    assert sends(sysex="F0 7D 01 F7") == [(0, b"\xf0\x7d\x01\xf7")]
    assert mido.Message.from_bytes(sends(sysex="F0 7D 01 F7")[0][1]).data == (0x7D, 0x01)
    assert sends(msc="go", cue="12.5", list="1") == [(0, bytes.fromhex("F07F03020101 31322E35 00 31 F7"))]
    assert sends(msc="go", device_id="9", format="sound") == [(0, bytes.fromhex("F07F09021001F7"))]
    assert sends(msc="fire", macro="5") == [(0, bytes.fromhex("F07F0302010705F7"))]
    assert sends(msc="open cue list", list="2") == [(0, bytes.fromhex("F07F0302011B32F7"))]


@pytest.mark.parametrize(
    "midi",
    [
        {},
        {"note": "60", "program": "1"},
        {"note": "60", "value": "1"},
        {"program": "1", "duration": "1s"},
        {"sysex": "F0 01 F7", "channel": "2"},
        {"control": "1", "cue": "12"},
        {"note": "60", "channel": "17"},
        {"note": "60", "channel": "0"},
        {"control": "128"},
        {"msc": "goo"},
        {"msc": "open cue list"},
        {"msc": "go", "list": "1"},
    ],
)
def test_what_makes_no_sense(midi: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        cue(**midi)

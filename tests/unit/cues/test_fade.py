"""Fade cues as they are written, and what they come to."""

import pytest

from showctl.model.effect import Ramp
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.program.opening import opened
from showctl.showfile.load import Refused, load_text

HEAD = """
showctl: 1
show: {title: Test}
devices:
  desk: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: Keys}
cues:
"""


def effect(fade: str) -> Ramp:
    (found,) = opened(lambda: load_text(f"{HEAD}  - {{cue: 1, fade: {{{fade}}}}}\n")).program.cues["1"].effects
    assert isinstance(found, Ramp)
    return found


def test_osc() -> None:
    message = OscMessage("/x", (OscArgument("i", 3), OscArgument("f", -1.0), OscArgument("s", "y")))
    written = "device: desk, address: /x, before: 3, after: [y], from: -1, to: 0.75, time: 4s, curve: s, rate: 12.5"
    assert effect(written) == Ramp(0.0, 4.0, "desk", message, 1, -1.0, 0.75, 12.5, "s")


def test_midi() -> None:
    written = "device: keys, control: 7, channel: 16, from: 3, to: 127, time: 500ms"
    assert effect(written) == Ramp(0.0, 0.5, "keys", MidiMessage(b"\xbf\x07\x03"), 0, 3.0, 127.0, 30.0)
    written = "device: keys, control: 31, 14 bit: yes, to: 16383, time: 0"
    assert effect(written) == Ramp(0.0, 0.0, "keys", MidiMessage(b"\xb0\x1f\x00"), 1, None, 16383.0, 30.0)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("device: desk, to: 1, time: 1s", "neither address nor control is written; write address for OSC"),
        ("device: desk, address: /x, control: 1, to: 1, time: 1s", "both address and control"),
        ("device: desk, address: /x, channel: 1, to: 1, time: 1s", "channel has a meaning only with control"),
        ("device: desk, address: /x, 14 bit: no, to: 1, time: 1s", "14 bit has a meaning only with control"),
        ("device: keys, control: 1, after: 1, to: 1, time: 1s", "after has a meaning only with address"),
        ("device: keys, control: 32, 14 bit: yes, to: 1, time: 1s", "controller 32 has no 14 bits"),
        ("device: keys, control: 1, to: 128, time: 1s", "128 is no value of this controller; write a whole number"),
        ("device: keys, control: 1, to: 0.5, time: 1s", "0.5 is no value of this controller"),
        ("device: keys, control: 1, 14 bit: yes, to: 16384, time: 1s", "0 to 16383"),
        ("device: desk, address: /x, to: nan, time: 1s", "'nan' is not a finite number"),
        ("device: desk, address: /x, to: 1e39, time: 1s", "does not fit into 32 bits"),
        ("device: desk, address: /x, to: 1, time: 1s, rate: 0", "0 is not between 1 and 250; write values a second"),
        ("device: desk, address: /x, to: 1, time: 1s, curve: round", "'round' is not a curve; write linear"),
        ("device: desk, address: /x, to: 1, time: 1s, form: 0", "did you mean 'from'?"),
        ("device: desk, address: /x, time: 1s", "cue 1 > fade: needs 'to'"),
        ("device: desk, address: /x, to: 1", "cue 1 > fade: needs 'time'"),
        ("device: dsek, address: /x, to: 1, time: 1s", "there is no device 'dsek'; did you mean 'desk'?"),
        ("device: keys, address: /x, to: 1, time: 1s", "'keys' is a device of type midi, this needs osc"),
        ("device: desk, control: 1, to: 1, time: 1s", "'desk' is a device of type osc, this needs midi"),
    ],
)
def test_what_is_wrong_with_it(written: str, what: str) -> None:
    with pytest.raises(Refused) as refused:
        effect(written)
    assert what in str(refused.value)

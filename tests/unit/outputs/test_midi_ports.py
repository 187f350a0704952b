"""Which MIDI port is meant."""

import pytest

from showctl.outputs.midi_ports import match

ALSA = ["Midi Through:Midi Through Port-0 14:0", "Switcher:Switcher MIDI 1 20:0", "Desk:Desk MIDI 1 24:0"]


@pytest.mark.parametrize(
    ("wanted", "names", "found"),
    [
        ("Switcher:Switcher MIDI 1 20:0", ALSA, ALSA[1]),
        ("Switcher:Switcher MIDI 1 28:0", ALSA, ALSA[1]),
        ("Switcher:Switcher MIDI 1", ALSA, ALSA[1]),
        ("switcher", ALSA, ALSA[1]),
        ("Switcher", ["Switcher:in"], "Switcher:in"),
        ("Loop", ["Loop 1", "Other 2"], "Loop 1"),
        ("Loop 3", ["Loop 1", "Other 2"], "Loop 1"),
        ("Desk", ["Desk", "Desk 2 out"], "Desk"),
        ("Desk", ["Desk:out", "Desk:out"], "Desk:out"),
    ],
)
def test_match(wanted: str, names: list[str], found: str) -> None:
    assert match(wanted, names) == (found, "")


def test_several_are_named() -> None:
    name, problem = match("USB", ["USB MIDI 20:0", "USB MIDI 24:0"])
    assert name is None
    assert problem == "'USB' may be USB MIDI 20:0 or USB MIDI 24:0; write more of the name"


def test_none_is_there() -> None:
    assert match("Switcher", [])[0] is None
    assert "there is none at all" in match("Switcher", [])[1]
    assert "there are: A, B" in match("Switcher", ["A", "B"])[1]

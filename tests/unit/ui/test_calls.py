"""What the caller reads, without a window."""

import pytest

from showctl.cues.memo import MemoCue
from showctl.cues.midi import MidiCue
from showctl.cues.osc import OscCue
from showctl.cues.wait import WaitCue
from showctl.engine.snapshot import Snapshot
from showctl.ui.calls import FLASH, first_note, gone, who


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("", ""),
        ("GO on the name.", "GO on the name"),
        ("GO on the name. The winner is at table 7.", "GO on the name"),
        ("At 2.5 m\nand then", "At 2.5 m"),
    ],
)
def test_the_first_note(notes: str, said: str) -> None:
    assert first_note(notes) == said


def test_a_go_is_shown_for_its_list_and_its_time() -> None:
    snapshot = Snapshot(1, 100.0, 0.0, "", False, True, "", last_go="foyer/1", last_go_at=100.0)
    assert gone(snapshot, "foyer", 100.0 + FLASH / 2) == "foyer/1"
    assert gone(snapshot, "main", 100.0) is None
    assert gone(snapshot, "foyer", 100.0 + FLASH) is None
    assert gone(None, "main", 100.0) is None


def test_who_is_called() -> None:
    assert who("7", [MemoCue(cue="7", memo="Places")]).endswith("7")
    assert who("7", []) == "7"
    message = OscCue(cue="8", osc={"device": "desk", "address": "/haze"})
    note = MidiCue(cue="9", midi={"device": "desk", "note": 60})
    assert who("8", [message]) == "OSC 8"
    assert who("8", [note, message]) == "OSC, MIDI 8"
    assert who("8", [WaitCue(cue="9", wait=1.0)]) == "Cue 8"
    assert "OSC" not in who("8", [message, MemoCue(cue="7", memo="Places")])

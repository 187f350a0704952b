"""Sessions of Linux Show Player: what real ones become, and that nothing of them runs or breaks anything."""

import json
from pathlib import Path

import pytest

from showctl.cli import main
from showctl.cues.osc import OscCue
from showctl.showfile.importer.files import import_bytes, import_file
from showctl.showfile.importer.imported import Asked
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.sift import sifted

SAMPLES = Path(__file__).parents[3] / "data" / "linux-show-player"


def session(*cues: dict[str, object], layout: str = "ListLayout") -> bytes:
    return json.dumps({"session": {"layout_type": layout}, "cues": cues}).encode()


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.lsp")), ids=lambda file: file.stem)
def test_what_a_real_session_becomes_is_checked_and_plays(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.yaml"
    assert main(["import", str(file), "--out", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    assert main(["simulate", str(out), "--json"]) == 0


def test_a_list_with_all_kinds_of_cues() -> None:
    imported = import_file(SAMPLES / "evening.lsp")
    cues = {cue["label"]: cue for cue in imported.draft.walk() if "label" in cue}
    assert cues["House lights to half"] == {
        "cue": "1",
        "label": "House lights to half",
        "notes": "GO on clearance",
        "colour": "#4a4a8a",
        "pre-wait": "1.5s",
        "midi": {"device": "midi", "control": "7", "value": "64"},
    }
    assert cues["Thunder sampler"]["midi"] == {"device": "midi", "channel": "10", "note": "36", "velocity": "110"}
    assert (cues["Thunder sampler"]["continue"], cues["Thunder sampler"]["post-wait"]) == ("auto-continue", "2.5s")
    assert cues["Rain"]["memo"] == "Play rain.wav"
    assert (cues["Rain"]["continue"], cues["Rain"]["post-wait"]) == ("auto-continue", "2s")
    assert [{k: v for k, v in c.items() if k != "cue"} for c in cues["Bell and thunder"]["cues"]] == [
        {"start": ["12", "3"]},
        {"stop": "2"},
    ]
    assert cues["Stop the one before"]["stop"] == "15"
    assert cues["Start the third"]["start"] == "3"
    assert cues["Everything off"]["stop others"] == "all"
    assert cues["Hold everything"]["pause"] == "all"
    told = " ".join(map(str, imported.report.left_out))
    for what in ("pitchwheel", "polytouch", "songpos", "triggers", "timecode", "index 90", "door bell.wav", "-18.1 dB"):
        assert what in told


def test_a_cart_is_a_cart() -> None:
    draft = import_file(SAMPLES / "cart.lsp").draft
    assert not draft.cues
    assert draft.lists["cart"]["cart"] == "yes"
    assert [cue["label"] for cue in draft.lists["cart"]["cues"]] == ["Red", "Blue", "Door bell", "On the second page"]


def test_osc_cues_of_the_documented_form() -> None:
    imported = import_file(SAMPLES / "osc-0.6.lsp", asked=Asked(list="sound"))
    cues = imported.draft.lists["sound"]["cues"]
    _, loaded = sifted(imported.draft, imported.report)
    first = loaded.show.lists["sound"].cues[0]
    assert isinstance(first, OscCue)
    sent = first.osc.args
    assert [(a.tag, a.value) for a in sent] == [("i", 12), ("f", 1.0), ("T", None), ("s", "12")]
    assert cues[1]["fade"] | {"device": ""} == {
        "device": "",
        "address": "/fader",
        "before": ["main"],
        "after": ["3"],
        "from": "0.0",
        "to": "0.75",
        "time": "4s",
        "curve": "square",
    }
    assert cues[1]["continue"] == "auto-follow"
    assert "continue" not in cues[2]
    assert cues[5]["hard stop"] == "all"


def test_a_command_stays_text() -> None:
    command = "$(touch /tmp/x); `id`\n!!python/object:os.system"
    imported = import_bytes(session({"_type_": "CommandCue", "id": "a", "command": command}), "a.lsp")
    text, _ = sifted(imported.draft, imported.report)
    assert imported.draft.cues == [{"cue": "1", "memo": f"Command, not run: {' '.join(command.split())}"}]
    assert text.count("touch") == 1
    assert any("runs no programs" in note.why for note in imported.report.left_out)


def test_cues_stand_in_the_order_of_their_index() -> None:
    one, two = {"_type_": "StopAll", "name": "one", "index": 0}, {"_type_": "StopAll", "name": "two", "index": 1}
    assert [cue["label"] for cue in import_bytes(session(two, one), "a.lsp").draft.cues] == ["one", "two"]


def test_sysex_and_what_is_no_message() -> None:
    def midi(message: str) -> dict[str, object]:
        return {"_type_": "MidiCue", "message": message}

    draft = import_bytes(session(midi("sysex data=(125,1,2) time=0"), midi("note_on channel=99 note=1")), "a.lsp").draft
    assert draft.cues[0]["midi"]["sysex"] == "F0 7D 01 02 F7"
    assert "memo" in draft.cues[1]


@pytest.mark.parametrize(
    "data",
    [
        b"[1]",
        b'{"cues": 3, "session": {}}',
        b'{"cues": [' + b"[" * 100_000,
        b'{"cues": [' + b"[" * 90 + b"]" * 90 + b"]}",
        b'{"cues": [1e999999999999999999999999]',
        b'\xff{"cues": []}',
        b'{"session": {}, "cues": [' + b",".join([b"{}"] * 20_001) + b"]}",
    ],
)
def test_what_is_no_session(data: bytes) -> None:
    with pytest.raises(NotImported, match=r"; "):
        import_bytes(data, "a.lsp", "lsp")


def test_what_ends_nobody_knows_when_has_nothing_after_it() -> None:
    command = {"_type_": "CommandCue", "command": "x", "next_action": "TriggerAfterEnd"}
    media = {"loop": -1, "elements": {"UriInput": {"uri": "file:///a/b%20c.wav"}}}
    loop = {"_type_": "GstMediaCue", "duration": 900, "media": media, "next_action": "AutoFollow"}
    imported = import_bytes(session(command, loop, {"_type_": "StopAll"}), "a.lsp")
    assert imported.draft.cues[0] == {"cue": "1", "memo": "Command, not run: x"}
    assert imported.draft.cues[1] == {
        "cue": "2",
        "notes": "File: b c.wav\nLasts 0.9s\nLoops for ever",
        "memo": "Play b c.wav",
    }
    assert sum("known when it ends" in note.why for note in imported.report.left_out) == 2

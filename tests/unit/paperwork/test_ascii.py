"""USITT ASCII that is written: what the standard has, read back by our own importer."""

from showctl.host.ascii_words import ascii_show
from showctl.paperwork.ascii_text import WIDTH, AsciiCue, AsciiShow, ascii_text
from showctl.program.opening import opened
from showctl.showfile.importer.files import import_bytes
from showctl.showfile.load import load_text

_SHOW = """
showctl: 1
show: {title: Café}
devices: {rig: {type: sacn, universes: 1-2, to: 127.0.0.1}}
patch:
  - {id: ch1..ch60, fixture: generic/dimmer, at: 1.1}
  - {id: wash, fixture: generic/led-par, mode: rgb, at: 1.200}
  - {id: spare, fixture: generic/dimmer, at: [1.300, 2.2], proportional: 80%}
groups: {front: ch1..ch4}
masters: {all: {fixtures: front}}
cues:
  - {cue: 1, label: "Début!", continue: auto-continue, post-wait: 2.5s, light: {time: 5s, look: {ch1..ch60: 50%}}}
  - cue: LX2
    light:
      time: {up: 3s, down: 6s}
      delay: {up: 1s, down: 0s}
      look: {ch1: out, wash: {intensity: full, colour: "#ff0000"}}
  - {cue: 3, memo: Curtain}
  - {cue: 4, light: {look: {front: release, spare: full}}}
"""


def test_what_desks_have_is_written_and_the_rest_is_told() -> None:
    show, lost = ascii_show(opened(lambda: load_text(_SHOW)), "main")
    text = ascii_text(show)
    assert max(map(len, text.split("\r\n"))) <= WIDTH
    assert text.isascii()
    assert "62<300@HCC 62<514@HCC" in text
    assert [cue.number for cue in show.cues] == ["1", "2", "4"]
    assert (show.cues[0].follow, show.cues[1].up_delay, show.cues[1].down) == (2.5, 1.0, 6.0)
    assert show.cues[1].levels == dict.fromkeys(range(2, 61), 128) | {61: 255}
    assert show.cues[2].levels == dict.fromkeys(range(5, 61), 128) | {61: 255, 62: 255}
    words = "\n".join(lost)
    for item in ("address of wash", "master all", "cue 3 (memo)", "letters of cue LX2", "levels of cue LX2"):
        assert item in words, words


def test_it_reads_back() -> None:
    cues = (
        AsciiCue("1", "House", 5, 0, 2, 1, 3.0, {1: 255, 2: 128}),
        AsciiCue("2.5", "", 0, 0, 0, 0, None, {1: 51}),
    )
    text = ascii_text(AsciiShow("T", {1: ((1, 255),), 2: ((600, 204),)}, (("front", (1, 2)),), cues))
    draft = import_bytes(text.encode(), "x.asc").draft
    assert draft.cues[0]["light"] == {
        "time": {"up": "5s", "down": "2s"},
        "delay": {"up": "0s", "down": "1s"},
        "block": "intensity",
        "look": {"ch1": "full", "ch2": "50%"},
    }
    assert (draft.cues[0]["label"], draft.cues[0]["post-wait"]) == ("House", "3s")
    assert draft.cues[1]["light"]["look"] == {"ch1": "20%"}
    assert draft.groups == {"front": ["ch1..ch2"]}
    assert [(entry["at"], entry.get("proportional")) for entry in draft.patch] == [("1.001", None), ("2.088", "80%")]

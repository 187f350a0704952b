"""Which palette a level comes from, and slots that are not used."""

from pathlib import Path

from showctl.engine.source import Source
from showctl.model.cue import Cue
from showctl.program.opening import open_to_play
from showctl.ui.monitors.palette_of import palette_of
from showctl.ui.monitors.slot_map import SlotMap
from showctl.ui.monitors.source_words import source_words

SHOW = """showctl: 1
show: {title: Palettes}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: a1..a3, fixture: generic/led-par, mode: rgbw, at: 1.1}
  - {id: gap, fixture: own/gap, at: 1.50}
groups: {wash: a1..a3}
palettes:
  intensity: {talk: 60%}
  colour: {warm: "#ffb43c"}
  mixed: {speech: {a3: {intensity: 40%}}}
cues:
  - cue: 1
    light: {look: {wash: {intensity: talk, colour: warm}, a2: {colour: "#ff0000"}, a3: {palette: speech}}}
  - {cue: 2, light: {look: {a1..a3: 50%}, parts: [{look: {a1: {colour: warm, red: 20%}}}]}}
  - {cue: 3, wait: 1s}
"""
GAP = """showctl fixture: 1
name: Gap
manufacturer: Own
type: dimmer
modes: {plain: [intensity, "-", red]}
"""


def test_a_level_names_its_palette_and_an_unused_slot_its_fixture(tmp_path: Path) -> None:
    (tmp_path / "fixtures" / "own").mkdir(parents=True)
    (tmp_path / "fixtures" / "own" / "gap.yaml").write_text(GAP, "utf-8")
    (tmp_path / "p.yaml").write_text(SHOW, "utf-8")
    opened = open_to_play(tmp_path / "p.yaml")
    show, program = opened.show, opened.program
    cues: dict[str, Cue] = {str(name): cue for name, cue in show.walk()}

    def named(cue: str, fixture: str, parameter: str) -> str:
        return palette_of(show, program, cues[cue], fixture, parameter)

    assert named("1", "a1", "intensity") == "talk"
    assert named("1", "a1", "red") == "warm"
    assert named("1", "a2", "red") == "", "its own line comes later"
    assert named("1", "a3", "intensity") == "speech"
    assert named("1", "a3", "red") == "warm", "the mixed palette says nothing of it"
    assert named("2", "a1", "intensity") == ""
    assert named("2", "a1", "green") == "warm"
    assert named("2", "a1", "red") == ""
    assert named("3", "a1", "red") == named("1", "gap", "red") == ""
    said = Source("tracked", 0.5, "1", "2", moving=True)
    assert source_words(said, str, "warm") == "1, brought back by 2: warm, moving"
    assert source_words(Source("park", 0.5), str, "warm") == "parked"
    slots = SlotMap(program)
    assert slots.unused(1, 51) == "gap"
    assert [slots.unused(1, slot) for slot in (1, 49, 50, 53)] == [""] * 4

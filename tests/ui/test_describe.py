"""What the console says of cues in a few words."""

from pathlib import Path
from typing import get_args

import pytest

from showctl.cues.acting import ActingCue
from showctl.model.cue import GroupMode
from showctl.program.opening import open_show
from showctl.showfile.load import load_text
from showctl.ui.cue_icon import ACT_ICON, GROUP_ICON, icon_of
from showctl.ui.describe import action, called, department_lines, lookless, second_press
from showctl.ui.evening import effects, lines_said
from showctl.ui.icon import CATEGORY_ICON, DEPARTMENT_ICON, glyph

HEAD = """showctl: 1
show: {title: A}
devices: {d: {type: osc, to: "127.0.0.1:9"}, m: {type: midi, port: M}}
lists: {foyer: {cues: [{cue: F1, wait: 1s}]}}
cues:
  - {cue: 1, wait: 1s}
"""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("start: 1", "start 1"),
        ("start: [1, foyer/F1]", "start 1, foyer/F1"),
        ("start: {list: foyer}", "start list foyer"),
        ("stop: {cue: 1, fade: 2s}", "stop 1, fade 2s"),
        ("stop: {all: yes, fade: 500ms}", "stop all, fade 0.5s"),
        ("hard stop: all", "hard stop all"),
        ("stop others: peers", "stop others beside it"),
        ("stop others: list, fade: 2s", "stop others of the list, fade 2s"),
        ("stop others: all", "stop others of all lists"),
        ("release: [main, foyer]", "release list main, foyer"),
        ("release: {all: yes, time: 3s}", "release all lists in 3s"),
        ("go to: {cue: 1, if armed: foyer/F1}", "go to 1, if foyer/F1 is armed"),
        ("arm: {cue: 1, if armed: [1, 2]}", "arm 1, if 1 and 2 are armed"),
        ("break out: 1", "break out 1"),
        ("panic: yes", "panic"),
        ("fade: {device: d, address: /a, to: 0.75, time: 4s}", "d /a to 0.75"),
        ("fade: {device: m, control: 7, from: 0, to: 127, time: 4s}", "m control 7 to 127"),
        ("memo: Check the trophy table", "Check the trophy table"),
    ],
)
def test_cues_that_act_on_cues(written: str, said: str) -> None:
    cue = load_text(f"{HEAD}  - {{cue: 2, {written}}}\n").show.cues[1]
    assert action(cue) == said
    assert called(cue) == f"2 {said}"


def test_each_kind_without_department_and_each_mode_of_groups_has_an_icon_of_its_own() -> None:
    kinds = ("wait: 1s", 'osc: {device: d, address: "/a"}', "midi: {device: m, program: 1}", "stop others: list",
             "panic: yes", "fade: {device: d, address: /a, to: 1, time: 1s}", "load: {cue: 1, at: 1s}",
             *(f"{act}: 1" for act in ACT_ICON if act != "load"))  # fmt: skip
    kinds += tuple(f"group: {mode}, cues: [{{cue: 3, memo: A}}]" for mode in get_args(GroupMode))
    icons = [icon_of(load_text(f"{HEAD}  - {{cue: 2, {kind}}}\n").show.cues[1]) for kind in kinds]
    assert len(set(icons)) == len(kinds)
    assert "dots-three" not in icons
    assert set(get_args(GroupMode)) == set(GROUP_ICON)
    assert {act.act for act in ActingCue.__subclasses__()} == set(ACT_ICON)
    for name in (*icons, *CATEGORY_ICON.values(), *DEPARTMENT_ICON.values()):
        assert glyph(name)
    (line,) = department_lines([load_text(f"{HEAD}  - {{cue: 2, wait: 3s}}\n").show.cues[1]])
    assert (line.icon, line.code) == ("hourglass-medium", "WAIT")


def test_a_label_says_more_than_what_the_cue_does() -> None:
    show = load_text(f"{HEAD}  - {{cue: 2, label: Foyer warm, start: foyer/F1}}\n  - {{cue: 3, memo: Call the host}}\n")
    assert called(show.show.cues[1]) == "2 Foyer warm"
    (line,) = department_lines([show.show.cues[2]])
    assert (line.department, line.what, line.time) == ("stage", "Call the host", "")


def test_light_says_who_is_moved_in_all_parts_and_to_which_mixed_palette() -> None:
    text = HEAD.replace("devices:", "patch: [{id: a1..a3, fixture: generic/dimmer, at: 1.1}]\ndevices:").replace(
        "type: midi, port: M}}", "type: midi, port: M}, r: {type: sacn, universes: 1, to: 127.0.0.1}}"
    )
    text += "  - {cue: 2, light: {look: {a1: {palette: dim}, a2: full}, parts: [{look: {a3: release}}]}}\n"
    cue = load_text(text + "palettes: {mixed: {dim: {a1: 20%}}}\n").show.cues[1]
    assert action(cue) == "a1: dim, a2, a3: release"


def test_each_second_press_is_said() -> None:
    kinds = ("nothing", "restart", "stop", "panic", "break out")
    written = "".join(f"  - {{cue: {at}, wait: 1s, if running: {kind}}}\n" for at, kind in enumerate(kinds, 2))
    said = [second_press(cue) for cue in load_text(HEAD + written).show.cues[1:]]
    assert said[1:4] == ["again: restarts", "again: stops", "again: panics"]
    assert len({*said}) == len(kinds)


def test_a_light_cue_without_a_look_says_so_unless_it_lets_go_on_purpose(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        """showctl: 1
show: {title: A}
devices: {r: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: a1..a3, fixture: generic/dimmer, at: 1.1}]
cues:
  - {cue: 1, label: Full, light: {look: {a1: full}}}
  - {cue: 2, label: New, light: {time: 3s, look: {}}}
  - {cue: 3, light: {look: {a2: full}, cue only: yes}}
  - {cue: 4, light: {time: 3s, look: {}}}
  - {cue: 5, light: {time: 3s, block: yes}}
  - {cue: 6, light: {time: 3s, look: {a1: release}}}
  - {cue: 7, light: {time: 3s, assert: yes}}
"""
    )
    opened = open_show(path)
    cues = {cue.number: cue for cue in opened.show.cues}
    said = {each: lines_said(cues, opened.program, [each], lambda cue: False)[0] for each in cues}
    assert [line.what for line in said.values()] == [
        "a1", "no look yet", "a2", "gives back what was cue only", "gives back what tracks in", "a1: release",
        "asserts what tracks in",
    ]  # fmt: skip
    assert said["2"].time == "3s"
    assert [n for n, cue in cues.items() if lookless(cue, effects(opened.program, n))] == ["2"]

"""What the console says of cues in a few words."""

import pytest

from showctl.showfile.load import load_text
from showctl.ui.describe import action, called, department_lines

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

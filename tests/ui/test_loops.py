"""What goes round says which lap it is and what is left of it; a tile has room for what another press does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from showctl.engine.command import StartCue
from showctl.engine.snapshot import DeviceStatus
from showctl.ui.describe import second_press
from showctl.ui.ink import width
from showctl.ui.panels.card_delegate import total_said
from showctl.ui.panels.cart_delegate import FOOT_TEXT, GAP, LEAST_WIDTH
from showctl.ui.progress import progress
from tests.ui.conftest import Bench

SHOW = """
showctl: 1
show: {title: Loops}
devices:
  sound: {type: osc, to: 127.0.0.1:9100}
cues:
  - {cue: 2, group: playlist, loop: yes, crossfade: 2s, cues: [{cue: 2.1, wait: 8s}, {cue: 2.2, wait: 6s}]}
  - {cue: 3, wait: 5s, repeat: forever}
  - cue: 7
    group: random
    cues: [{cue: 7.1, osc: {device: sound, address: /a}}, {cue: 7.2, osc: {device: sound, address: /b}}]
lists:
  stings:
    cart: yes
    cues:
      - {cue: S1, label: Laugh, start: 7}
      - {cue: S2, label: Loop, start: 3}
"""


@pytest.fixture
def loops(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    show = tmp_path / "loops.yaml"
    show.write_text(SHOW, "utf-8")
    return open_console(show)


def shown(bench: Bench, cue: str) -> tuple[str, float]:
    at = progress(bench.active[cue], bench.clock())
    return total_said(at), round(at.remaining, 3)


def test_a_playlist_that_loops_counts_its_laps_and_what_is_left_of_the_track(loops: Bench) -> None:
    loops.session.send(StartCue(cue="2"))
    loops.tick(1)
    assert shown(loops, "2") == ("loop, lap 1", 7.0)
    loops.tick(6)
    assert shown(loops, "2") == ("loop, lap 1", 5.0), "the second track, from second 6"
    loops.tick(4)
    assert shown(loops, "2") == ("loop, lap 2", 7.0), "a lap is 10 s by crossfade"
    for _ in range(100):
        loops.tick(10)
    assert shown(loops, "2") == ("loop, lap 102", 7.0)


def test_what_repeats_for_ever_counts_its_laps(loops: Bench) -> None:
    loops.session.send(StartCue(cue="3"))
    loops.tick(1)
    assert shown(loops, "3") == ("loop, lap 1", 4.0)
    loops.tick(10)
    assert shown(loops, "3") == ("loop, lap 3", 4.0)
    loops.window.grab()


def test_a_cue_that_starts_what_would_not_play_says_so(loops: Bench) -> None:
    loops.session.statuses = {"sound": DeviceStatus("sound", "osc", "", "error")}
    loops.tick(1)
    stings = loops.window.cues.models[1]
    assert [row.reason for row in stings.rows] == ["what it starts would not play", ""]


@pytest.mark.parametrize("policy", ["nothing", "restart", "stop", "panic", "break out", "next"])
def test_a_tile_has_room_for_what_another_press_does(loops: Bench, policy: str) -> None:
    cue = loops.row("3").cue.model_copy(update={"if_running": policy})
    assert width(second_press(cue), FOOT_TEXT) <= LEAST_WIDTH - GAP - 26

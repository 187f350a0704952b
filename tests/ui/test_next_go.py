"""The standby strip says what GO really does: the chain, what is disarmed in it, and which light it brings back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.engine.command import Arm, SetStandby, TakeFrom
from showctl.engine.snapshot import DeviceStatus
from tests.ui.conftest import Bench

SHOW = """
showctl: 1
show: {title: Evening, panic: {time: 2s, light: out}}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  sound: {type: osc, to: 127.0.0.1:9100}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, label: Preset, light: {time: 3s, look: {front1: 80%}}}
  - {cue: 2, label: Two, light: {time: 3s, look: {front2: 80%}}}
  - cue: 5
    label: Opening
    group: timeline
    cues:
      - {cue: 5.1, label: House out, light: {time: 2s, look: {front1: out}}}
      - {cue: 5.2, label: Stage up, at: 1s, light: {time: 6s, look: {front2: 75%}}}
      - {cue: 5.3, label: Opener sound, osc: {device: sound, address: /play}}
  - cue: 6
    label: Sketch
    group: sequence
    cues:
      - {cue: 6.1, label: Sketch light, light: {time: 2s, look: {front1: full}}}
      - {cue: 6.2, label: Door slam, osc: {device: sound, address: /slam}, continue: auto-follow}
      - {cue: 6.3, label: Sketch out, light: {time: 2s, look: {front1: 30%}}}
  - {cue: 7, label: Bows, osc: {device: sound, address: /bows}}
lists:
  effects:
    label: Haze
    cues:
      - {cue: E1, label: Haze on, osc: {device: sound, address: /haze, args: [1]}}
      - {cue: E2, label: Haze off, osc: {device: sound, address: /haze, args: [0]}}
"""


@pytest.fixture
def evening(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    show = tmp_path / "evening.yaml"
    show.write_text(SHOW, "utf-8")
    return open_console(show)


def put(bench: Bench, cue: str) -> None:
    bench.session.send(SetStandby(cue=cue))
    bench.tick(1)


def said(bench: Bench) -> list[tuple[str, str]]:
    return [(line.department, line.what) for line in bench.window.strip._lines]


def test_go_on_a_sequence_starts_its_first_cue_and_leaves_the_next_in_standby(evening: Bench) -> None:
    put(evening, "6")
    assert said(evening) == [("light", "front1")]
    assert evening.window.strip._then == "Then 6.2 Door slam, waits for GO"
    evening.press(Qt.Key.Key_Space)
    assert evening.standby == "6.2"


def test_what_a_chain_inside_a_sequence_starts_is_said_and_what_comes_after_the_sequence(evening: Bench) -> None:
    put(evening, "6.2")
    assert said(evening) == [("light", "Sketch out"), ("other", "Door slam")]
    assert evening.window.strip._then == "Then 6.3 Sketch out, when 6.2 is done"
    put(evening, "6.3")
    assert evening.window.strip._then == "Then 7 Bows, waits for GO"
    put(evening, "5")
    assert evening.window.strip._then == "Then 6 Sketch, waits for GO"


def test_what_is_disarmed_in_a_group_is_said(evening: Bench) -> None:
    evening.session.send(Arm(cue="5.2", armed=False))
    put(evening, "5")
    assert said(evening)[0] == ("light", "House out, Stage up (disarmed)")
    assert evening.window.strip._lines[0].time == "2s", "of what moves"
    evening.session.send(Arm(cue="5.2"))
    evening.tick(1)
    assert said(evening)[0] == ("light", "House out, Stage up")


def test_a_group_around_standby_that_is_disarmed_is_said(evening: Bench) -> None:
    put(evening, "6.2")
    evening.session.send(Arm(cue="6", armed=False))
    evening.tick(1)
    assert evening.window.strip.reason.startswith("6 around it: disarmed this evening")


def test_light_comes_back_by_the_go_that_has_some_to_bring_back(evening: Bench) -> None:
    evening.press(Qt.Key.Key_Space)
    evening.tick(4)
    evening.window.cues.tabs.setCurrentIndex(1)
    evening.press(Qt.Key.Key_Escape)
    strip, messages = evening.window.strip, evening.window.messages
    assert strip.light == "Light of Main is dark; GO on Main brings it back"
    assert messages.top is not None
    assert messages.top.effect == "Everything is stopped, light goes out. GO on Main brings it back."
    evening.window.cues.tabs.setCurrentIndex(0)
    assert strip.light == "GO brings light back"
    evening.tick(1)
    evening.press(Qt.Key.Key_Space)
    assert strip.light == ""


def test_at_the_top_of_a_list_there_is_nothing_to_bring_back(evening: Bench) -> None:
    evening.press(Qt.Key.Key_Escape)
    assert evening.window.strip.light == ""
    assert evening.window.messages.top is not None
    assert evening.window.messages.top.effect == "Everything is stopped, light goes out. Standby stays."


def test_go_out_of_order_says_that_it_sets_light_first(evening: Bench) -> None:
    strip = evening.window.strip
    assert strip.light == "", "at the top of a dark stage"
    evening.press(Qt.Key.Key_Space)
    put(evening, "7")
    assert strip.light == "GO sets light first, as the cues before it leave it"
    evening.window.grab()
    put(evening, "2")
    assert strip.light == "", "in order"
    put(evening, "7")
    evening.press(Qt.Key.Key_Space)
    assert strip.light == "", "at the end of the list"


@pytest.mark.parametrize(("light", "left"), [(True, ""), (False, "GO brings light back")])
def test_a_take_with_light_has_brought_it_back(evening: Bench, light: bool, left: str) -> None:
    evening.press(Qt.Key.Key_Space)
    evening.tick(4)
    evening.press(Qt.Key.Key_Escape)
    evening.session.send(TakeFrom(cue="7", light=light))
    evening.tick(4)
    assert evening.window.strip.light == left


def test_a_disarmed_cue_whose_device_is_missing_says_both(evening: Bench) -> None:
    evening.session.statuses = {"sound": DeviceStatus("sound", "osc", "", "missing")}
    evening.session.send(Arm(cue="5.3", armed=False))
    evening.tick(1)
    row, model = evening.row("5.3"), evening.window.cues.model
    assert row.state == "disarmed"
    heard = str(model.data(model.index_of(row), Qt.ItemDataRole.AccessibleTextRole))
    assert "disarmed this evening" in heard
    assert "sound is missing" in heard
    evening.window.grab()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_End])
def test_when_standby_moves_keys_mean_it_and_no_old_selection(evening: Bench, key: Qt.Key, qtbot: QtBot) -> None:
    evening.window.cues.view.select(evening.row("5.3"))
    evening.window.cues.view.setFocus()
    evening.press(key)
    assert evening.window.cues.view.selected is None
    evening.press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: evening.window.taking.set_up.isEnabled())
    assert evening.standby is not None
    assert evening.standby in evening.window.taking.accessibleName()


def test_enter_after_that_does_not_go_back_to_what_was_selected(evening: Bench) -> None:
    evening.window.cues.view.select(evening.row("1"))
    evening.window.cues.view.setFocus()
    evening.press(Qt.Key.Key_Down)
    QTest.keyClick(evening.window.cues.view, Qt.Key.Key_Return)
    evening.tick()
    assert evening.standby == "2"

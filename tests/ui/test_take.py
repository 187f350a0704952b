"""Taking the show from a cue: what will be sent is listed, devices may be left out, GO and panic stay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from showctl.engine.command import AnyCommand, Go, Panic, TakeFrom
from showctl.engine.snapshot import DeviceStatus
from showctl.ui.models.take import LIGHT
from tests.ui.conftest import Bench

SHOW = """
showctl: 1
show: {title: Take, go guard: 100ms}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1:10023}
  keys: {type: midi, port: Keys}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, light: {time: 5s, look: {front1..front4: 50%}}}
  - {cue: 2, audio: {device: desk, do: fader, channel: 17, level: 0 dB}}
  - {cue: 3, audio: {device: desk, do: fader, channel: 18, level: 0 dB}}
  - {cue: 4, midi: {device: keys, control: 7, value: 100, chase: yes}}
  - {cue: 5, midi: {device: keys, note: C4}}
  - {cue: 42, label: From here, wait: 30s}
  - {cue: 43, group: timeline, cues: [{cue: 43.1, wait: 1s}]}
lists:
  stings: {cart: yes, cues: [{cue: 1, wait: 1s}]}
"""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def take(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    show = tmp_path / "take.yaml"
    show.write_text(SHOW, "utf-8")
    return open_console(show)


def sent(bench: Bench) -> list[AnyCommand]:
    """What is sent from now on."""
    commands: list[AnyCommand] = []
    send = bench.session.send
    bench.session.send = lambda command: commands.append(command) or send(command)  # type: ignore[method-assign,func-returns-value]
    return commands


def open_for(bench: Bench, cue: str, qtbot: QtBot) -> None:
    bench.window.cues.view.select(bench.row(cue))
    bench.window.cues.view.setFocus()
    bench.press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: bench.window.taking.set_up.isEnabled())


def key(bench: Bench, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bench.application.focusWidget() or bench.window, code, held)
    bench.tick()


def test_what_will_be_sent_is_listed_by_device(take: Bench, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(take.window.taking.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    open_for(take, "42", qtbot)
    assert tester.model() is take.window.taking.model
    lines = take.window.taking.model.lines
    groups = [(line.text, line.detail) for line in lines if line.kind == "group"]
    assert groups == [("Light", "4 parameters"), ("desk", "2 messages"), ("keys", "1 message")]
    assert ("/ch/17/mix/fader 0.75", "cue 2") in [(line.text, line.detail) for line in lines]
    assert ("B0 07 64", "cue 4") in [(line.text, line.detail) for line in lines]
    assert any(line.kind == "note" and "cue 5" in line.text for line in lines)
    assert take.standby == "1", "nothing is done yet"


def test_set_up_leaves_out_what_has_no_tick(take: Bench, qtbot: QtBot) -> None:
    open_for(take, "42", qtbot)
    commands = sent(take)
    model = take.window.taking.model
    assert model.lines[0].device == LIGHT
    key(take, Qt.Key.Key_Return)
    key(take, Qt.Key.Key_Down)
    key(take, Qt.Key.Key_Return)
    assert model.without == ("desk",)
    assert not model.light
    assert [line.ticked for line in model.lines if line.device == "desk"] == [False] * 3
    key(take, Qt.Key.Key_Return, CONTROL)
    assert commands == [TakeFrom(cue="42", go=False, without=("desk",), light=False)]
    assert take.standby == "42"
    assert not take.window.taking.isVisible()
    assert take.application.focusWidget() is take.window.cues.view


def test_set_up_and_go(take: Bench, qtbot: QtBot) -> None:
    open_for(take, "42", qtbot)
    QTest.mouseClick(take.window.taking.go, Qt.MouseButton.LeftButton)
    take.tick(0.1)
    assert take.window.strip.taking == "Taking from 42 …, then GO"
    assert take.window.strip.taking in take.window.strip.accessibleName()
    take.tick(3)
    assert take.window.strip.taking == ""
    assert "42" in take.active


def test_a_click_on_a_device_changes_its_tick(take: Bench, qtbot: QtBot) -> None:
    open_for(take, "42", qtbot)
    panel = take.window.taking
    row = next(at for at, line in enumerate(panel.model.lines) if line.text == "keys")
    spot = panel.view.visualRect(panel.model.index(row)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert panel.model.without == ("keys",)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert panel.model.without == ()


def test_go_stop_and_panic_work_with_the_panel_open(take: Bench, qtbot: QtBot) -> None:
    open_for(take, "42", qtbot)
    commands = sent(take)
    key(take, Qt.Key.Key_Space)
    assert commands == [Go()]
    key(take, Qt.Key.Key_BracketLeft)
    key(take, Qt.Key.Key_Escape)
    assert isinstance(commands[-1], Panic)
    assert take.window.taking.isVisible()
    take.window.cues.view.setFocus()
    key(take, Qt.Key.Key_Escape)
    assert [isinstance(command, Panic) for command in commands].count(True) == 2, "the keyboard is elsewhere"


def test_control_w_closes_the_panel(take: Bench, qtbot: QtBot) -> None:
    open_for(take, "42", qtbot)
    commands = sent(take)
    key(take, Qt.Key.Key_W, CONTROL)
    assert commands == []
    assert not take.window.taking.isVisible()
    assert take.window.side.isVisible()
    key(take, Qt.Key.Key_Escape)
    assert isinstance(commands[-1], Panic)


def test_a_device_that_would_not_get_it_says_so(take: Bench, qtbot: QtBot) -> None:
    take.session.statuses = {"desk": DeviceStatus("desk", "osc", "127.0.0.1:10023", "silent")}
    take.tick(1)
    open_for(take, "42", qtbot)
    assert [line.broken for line in take.window.taking.model.lines if line.text == "desk"] == ["does not answer"]


def test_cues_that_cannot_be_in_standby_say_why(take: Bench) -> None:
    take.window.cues.view.select(take.row("43.1"))
    take.press(Qt.Key.Key_T)
    assert not take.window.taking.isVisible()
    message = take.window.messages.top
    assert message is not None
    assert message.fact == "Cue 43.1 cannot be in standby; take the show from its group, cue 43."
    take.window.cues.tabs.setCurrentIndex(1)
    take.window.cues.view.select(take.row("stings/1"))
    take.press(Qt.Key.Key_T)
    assert not take.window.taking.isVisible()


@pytest.mark.parametrize("size", [(1024, 680), (1366, 768)])
def test_the_panel_takes_the_place_of_the_day_at_every_width(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot, size: tuple[int, int]
) -> None:
    show = tmp_path / "take.yaml"
    show.write_text(SHOW, "utf-8")
    bench = open_console(show, size=size)
    open_for(bench, "42", qtbot)
    assert bench.window.taking.isVisible()
    for width in (1024, 1400):
        bench.window.resize(width, 700)
        bench.tick()
        assert bench.window.taking.isVisible()
    key(bench, Qt.Key.Key_W, CONTROL)
    assert bench.window.side.isVisible()


def test_what_was_left_alone_is_said(take: Bench, qtbot: QtBot) -> None:
    open_for(take, "42", qtbot)
    take.session.send(TakeFrom(cue="42", without=("desk",), light=False))
    take.tick(0.1)
    message = take.window.messages.top
    assert message is not None
    assert message.effect == "1 message, 0s. desk, light left alone."

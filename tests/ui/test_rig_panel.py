"""Highlight and park from the console: typed, listed, taken back, and never out of sight."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from showctl.engine.command import AnyCommand, Panic
from showctl.program.opening import open_to_play
from showctl.ui.mode import Mode
from showctl.ui.panels.rig_panel import NOT_WHOLE
from showctl.ui.rig_name import RigNames
from tests.ui.conftest import Bench
from tests.ui.test_layout import painted

SHOW = """
showctl: 1
show: {title: Rig}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: front1..front3, fixture: generic/dimmer, at: 1.1}
  - {id: spot1..spot2, fixture: generic/moving-spot, mode: 16bit, at: 1.101}
groups: {front: front1..front3}
cues:
  - {cue: 1, light: {time: 0s, look: {front: full}}}
"""
SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rig.yaml"
    path.write_text(SHOW)
    return path


@pytest.fixture
def bench(open_console: Callable[..., Bench], path: Path) -> Bench:
    bench = open_console(path)
    bench.press(Qt.Key.Key_H)
    return bench


def type_in(bench: Bench, text: str, level: str = "") -> None:
    panel = bench.window.rig
    panel.field.selectAll()
    QTest.keyClicks(panel.field, text)
    panel.level.setText(level)
    bench.tick()


def enter(bench: Bench, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bench.window.rig.field, Qt.Key.Key_Return, modifiers)
    bench.tick()


PARK, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def parked(bench: Bench) -> dict[str, float]:
    snapshot = bench.console.desk.snapshot
    assert snapshot is not None
    return {each.what: each.level for each in snapshot.parked}


def highlighted(bench: Bench) -> tuple[str, ...]:
    snapshot = bench.console.desk.snapshot
    assert snapshot is not None
    return snapshot.highlighted


def test_h_opens_the_field_and_control_w_gives_the_keyboard_back(bench: Bench) -> None:
    assert bench.window.rig.field.hasFocus()
    assert bench.window.bottom.panic.accessibleName() != ""
    type_in(bench, "spot1")
    QTest.keyClick(bench.window.rig.field, Qt.Key.Key_W, PARK)
    assert bench.window.cues.view.hasFocus()
    assert bench.window.rig.field.text() == "spot1", "what is written stays"
    assert highlighted(bench) == ()


def test_control_w_leaves_the_list_of_what_is_held_too_and_esc_panics_in_it(bench: Bench) -> None:
    type_in(bench, "front1", "30")
    enter(bench, PARK)
    bench.window.rig.view.setFocus(Qt.FocusReason.TabFocusReason)
    bench.tick()
    said: list[AnyCommand] = []
    send = bench.session.send
    bench.session.send = lambda command: (said.append(command), send(command))[1]  # type: ignore[method-assign,func-returns-value]
    QTest.keyClick(bench.window.rig.view, Qt.Key.Key_W, PARK)
    assert bench.window.cues.view.hasFocus()
    assert said == []
    assert parked(bench) == {"front1": 0.3}
    bench.window.rig.view.setFocus(Qt.FocusReason.TabFocusReason)
    bench.press(Qt.Key.Key_Escape)
    assert [type(each) for each in said] == [Panic]
    assert bench.window.rig.view.hasFocus()


def test_enter_highlights_and_ends_it(bench: Bench) -> None:
    type_in(bench, "spot1..spot2, front")
    assert "5 fixtures" in painted(bench.window.rig)
    enter(bench)
    assert highlighted(bench) == ("spot1..spot2", "front")
    assert bench.window.rig.highlight.text() == "Highlight off"
    banner = bench.window.holding.banner
    assert banner.isVisible()
    assert banner.fact == "HIGHLIGHT ON"
    enter(bench)
    assert highlighted(bench) == ()
    assert not banner.isVisible()


def test_a_held_enter_is_one_press(bench: Bench) -> None:
    type_in(bench, "spot1")
    enter(bench)
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(bench.window.rig.field, event)
    bench.tick()
    assert highlighted(bench) == ("spot1",)


def test_park_as_it_is_at_a_level_and_by_address(bench: Bench) -> None:
    bench.console.desk.go()
    bench.tick()
    for text, level in (("front1", ""), ("spot1/pan", "25"), ("1.7", "dmx 128")):
        type_in(bench, text, level)
        enter(bench, PARK)
    assert parked(bench) == {
        "front1": 1.0,
        "spot1/pan": pytest.approx(0.25, abs=0.001),
        "1.7": pytest.approx(128 / 255, abs=0.001),
    }
    assert bench.window.holding.banner.fact == "3 PARKED"
    assert "front1, spot1/pan, 1.7: held" in bench.window.holding.banner.text
    rows = [bench.window.rig.model.index(i).data() for i in range(3)]
    assert rows == ["front1", "spot1/pan", "1.7"]


def test_each_is_let_go_of_by_itself(bench: Bench) -> None:
    type_in(bench, "front, spot1", "50")
    QTest.mousePress(bench.window.rig.park, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(bench.window.rig.park, Qt.MouseButton.LeftButton)
    bench.tick()
    assert list(parked(bench)) == ["front1", "front2", "front3", "spot1"]
    view = bench.window.rig.view
    box = view.visualRect(bench.window.rig.model.index(0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 20, box.center().y()))
    bench.tick()
    assert len(parked(bench)) == 4, "only the button lets go"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 20, box.center().y()))
    bench.tick()
    assert list(parked(bench)) == ["front2", "front3", "spot1"]
    view.setFocus()
    view.setCurrentIndex(bench.window.rig.model.index(2))
    bench.press(Qt.Key.Key_Return)
    assert list(parked(bench)) == ["front2", "front3"]


def test_unpark_all_asks_first(bench: Bench) -> None:
    type_in(bench, "front")
    enter(bench, PARK)
    rig = bench.window.rig
    rig.all.click()
    assert len(parked(bench)) == 3
    assert rig.sure.isVisible()
    assert "Let go of all 3?" in painted(rig)
    rig.keep.click()
    assert not rig.sure.isVisible()
    rig.all.click()
    rig.sure.click()
    bench.tick()
    assert parked(bench) == {}
    assert not rig.sure.isVisible()
    type_in(bench, "front")
    enter(bench, PARK)
    for key, modifiers in ((Qt.Key.Key_Return, SHIFT), (Qt.Key.Key_Down, PLAIN), (Qt.Key.Key_Return, SHIFT)):
        QTest.keyClick(rig.view, key, modifiers)
        bench.tick()
        assert len(parked(bench)) == 3
    QTest.keyClick(rig.view, Qt.Key.Key_Return, SHIFT)
    bench.tick()
    assert parked(bench) == {}


def test_the_banner_opens_the_panel(bench: Bench) -> None:
    type_in(bench, "front1")
    enter(bench, PARK)
    bench.window.right.tabs.setCurrentIndex(0)
    bench.tick()
    assert not bench.window.rig.isVisible()
    QTest.mouseClick(bench.window.holding.banner, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    bench.tick()
    assert bench.window.rig.isVisible()


def test_go_is_ctrl_space_meanwhile_and_the_field_gives_back_the_keyboard(bench: Bench) -> None:
    QTest.keyClick(bench.window.rig.field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    bench.tick()
    assert bench.standby is None
    bench.tick(21)
    assert bench.window.cues.view.hasFocus()


def test_what_is_wrong_goes_with_the_keyboard_and_a_show_begins_with_the_day(bench: Bench) -> None:
    panel, modes = bench.window.rig, bench.console.desk.modes
    type_in(bench, "nobody9", "bright")
    panel.level.setFocus()
    assert panel.field.text() == "nobody9"  # the keyboard is still here
    bench.press(Qt.Key.Key_W)
    QTest.keyClick(panel.level, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert (panel.field.text(), panel.level.text()) == ("", "")
    bench.press(Qt.Key.Key_H)
    type_in(bench, "front1", "50")
    modes.enter(Mode.EDIT)
    bench.tick()
    assert bench.window.right.open_page is panel
    bench.press(Qt.Key.Key_H)
    modes.enter(Mode.SHOW)
    bench.tick()
    assert bench.window.right.open_page is bench.window.side
    assert bench.application.focusWidget() is bench.window.cues.view
    assert (panel.field.text(), panel.level.text()) == ("front1", "50")


def test_only_whole_fixtures_are_highlighted(bench: Bench) -> None:
    type_in(bench, "spot1/pan")
    assert not bench.window.rig.highlight.isEnabled()
    enter(bench)
    assert highlighted(bench) == ()
    top = bench.window.messages.top
    assert top is not None
    assert top.fact in NOT_WHOLE


@pytest.mark.parametrize(
    ("text", "said", "wrong"),
    [
        ("sp", "spot1 · spot2", False),
        ("spto1", "did you mean 'spot1'?", True),
        ("front", "3 fixtures", False),
        ("front1, spot", "spot1 · spot2", False),
        ("spot1/pam", "did you mean 'pan'?", True),
        ("7.1", "patched in universes 1", True),
        ("", "", False),
    ],
)
def test_what_is_typed_is_read(path: Path, text: str, said: str, wrong: bool) -> None:
    asked = RigNames(open_to_play(path).program).asked(text)
    assert said in asked.said
    assert asked.wrong is wrong


def test_names_are_completed_as_they_are_typed(bench: Bench) -> None:
    field = bench.window.rig.field
    type_in(bench, "front1, sp")
    assert field.text() == "front1, spot1"
    assert field.selectedText() == "ot1"
    names = RigNames(bench.session.program)
    assert names.completions("spot1/p")[:1] == ["spot1/pan"]
    assert names.completions("spot1..sp") == ["spot1..spot1", "spot1..spot2"]
    assert names.completions("front")[:2] == ["front", "front1"]


def test_a_level_that_is_none_parks_nothing(bench: Bench) -> None:
    type_in(bench, "front1", "120")
    assert not bench.window.rig.park.isEnabled()
    assert any("above 100 percent" in text for text in painted(bench.window.rig))
    enter(bench, PARK)
    assert parked(bench) == {}


def test_outputs_off_and_no_engine_are_said(open_console: Callable[..., Bench], path: Path) -> None:
    bench = open_console(path, outputs_off=True)
    bench.press(Qt.Key.Key_H)
    type_in(bench, "front1")
    enter(bench)
    assert highlighted(bench) == ("front1",)
    assert any("Outputs are off" in text for text in painted(bench.window.rig))
    bench.session.engine("lost", "at 20:04.")
    bench.tick()
    assert bench.window.holding.banner.isVisible(), "the next engine keeps it"
    assert not bench.window.rig.highlight.isEnabled()
    bench.session.engine("failed", "It was lost too often.")
    bench.tick()
    assert not bench.window.holding.banner.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_cut_to_nothing(open_console: Callable[..., Bench], path: Path, size: tuple[int, int]) -> None:
    bench = open_console(path, size=size)
    bench.press(Qt.Key.Key_H)
    type_in(bench, "front, spot1", "50")
    enter(bench, PARK)
    type_in(bench, "spot1..spot2")
    enter(bench)
    texts = painted(bench.window)
    assert [text for text in texts if "…" in text and len(text) < 6] == []
    assert {"HIGHLIGHT ON, 4 PARKED", "Highlight off", "Unpark all", "Unpark", "Off"} <= set(texts)
    rig = bench.window.rig
    for button in (rig.highlight, rig.park, rig.all):
        assert button.width() >= button.sizeHint().width() - 1
        assert button.geometry().right() <= rig.width()

"""GO: by key and by mouse, once a press, refused in sight, whatever has the focus."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from showctl.ui.mode import Mode
from tests.ui.conftest import Bench


def test_space_starts_the_standby_cue(bench: Bench) -> None:
    assert bench.standby == "1"
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"
    assert "1" in bench.active


def test_click_starts_the_standby_cue_on_press(bench: Bench) -> None:
    QTest.mousePress(bench.window.go, Qt.MouseButton.LeftButton)
    bench.tick()
    assert "1" in bench.active
    QTest.mouseRelease(bench.window.go, Qt.MouseButton.LeftButton)
    bench.tick(1.0)
    assert bench.standby == "2"


def test_a_click_meant_for_what_stood_there_before_another_layout_is_no_go(bench: Bench) -> None:
    bench.window.modes.enter(Mode.SHOW if bench.window.modes.mode is Mode.EDIT else Mode.EDIT)
    QTest.mouseClick(bench.window.go, Qt.MouseButton.LeftButton)
    bench.tick()
    assert not bench.active
    assert bench.window.go.caption == "layout has changed"
    bench.press(Qt.Key.Key_Space)
    assert "1" in bench.active
    bench.tick(1.0)
    QTest.mouseClick(bench.window.go, Qt.MouseButton.LeftButton)
    bench.tick()
    assert "2" in bench.active


def test_go_reaches_the_engine_before_anything_is_painted(bench: Bench) -> None:
    order: list[str] = []
    send = bench.session.send
    bench.session.send = lambda command: order.append("sent") or send(command)  # type: ignore[method-assign,func-returns-value]
    bench.console.desk.pressed.connect(lambda: order.append("shown"))
    bench.press(Qt.Key.Key_Space)
    assert order == ["sent", "shown"]


def test_a_held_space_is_one_go(bench: Bench) -> None:
    bench.hold(Qt.Key.Key_Space, repeats=40)
    assert bench.standby == "2"
    assert bench.row("1").active is not None
    assert bench.row("2").active is None


def test_a_held_space_says_so_once(bench: Bench, qtbot: QtBot) -> None:
    said: list[str] = []
    bench.console.desk.refused.connect(said.append)
    bench.hold(Qt.Key.Key_Space, repeats=40)
    assert said == ["key held"]


def test_a_go_that_moves_standby_past_a_chain(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "4"


def focusable(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible()]


def test_space_is_go_and_nothing_else_with_the_focus_on_each_control(bench: Bench) -> None:
    places = focusable(bench.window)
    assert {place.objectName() for place in places} >= {"cues", "active", "segments", "logistics"}
    pressed: list[str] = []
    for button in bench.window.findChildren(QAbstractButton):
        button.pressed.connect(lambda button=button: pressed.append(button.objectName()))
    for place in places:
        bench.console.desk.set_standby("1")
        bench.tick(1)
        place.setFocus()
        bench.press(Qt.Key.Key_Space, place)
        assert bench.standby == "2", place.objectName()
    assert pressed == []


def test_no_button_takes_the_keyboard(bench: Bench) -> None:
    for button in bench.window.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus, button
    for tabs in bench.window.findChildren(QTabBar):
        assert tabs.focusPolicy() == Qt.FocusPolicy.NoFocus
    before = bench.application.focusWidget()
    for button in (bench.window.bottom.next, bench.window.bottom.previous, bench.window.go):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        bench.tick(1)
    assert bench.application.focusWidget() is before


def test_too_soon_is_refused_in_sight(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    assert bench.window.go.state == "guard"
    assert bench.window.go.caption == "0.3 s"
    bench.press(Qt.Key.Key_Space)
    assert bench.window.go.state == "refused"
    assert bench.window.go.caption == "too soon"
    assert bench.standby == "2"
    message = bench.window.messages.top
    assert message is not None
    assert message.fact == "GO refused: 0.3 s too soon."
    bench.tick(1.1)
    assert bench.window.go.state == "ready"


def test_end_of_list_is_refused_in_sight(bench: Bench) -> None:
    bench.press(Qt.Key.Key_End)
    bench.press(Qt.Key.Key_Space)
    bench.tick(1)
    assert bench.standby is None
    assert bench.window.go.state == "end of list"
    bench.press(Qt.Key.Key_Space)
    assert bench.window.go.state == "refused"
    assert bench.window.go.caption == "end of list"


def test_without_an_engine_go_says_why(bench: Bench) -> None:
    bench.session.engine("lost", "Levels hold. Starting a new one.")
    bench.tick()
    assert bench.window.go.state == "lost"
    assert bench.window.go.caption == "engine lost"
    bench.press(Qt.Key.Key_Space)
    assert bench.window.go.state == "refused"
    assert bench.window.go.caption == "engine lost"


def test_go_plays_the_list_that_is_shown(bench: Bench) -> None:
    bench.window.cues.tabs.setCurrentIndex(1)
    bench.press(Qt.Key.Key_Space)
    assert "foyer/1" in bench.active
    assert "1" not in bench.active


def test_go_names_the_standby_cue_to_those_who_hear_it(bench: Bench) -> None:
    assert bench.window.go.accessibleName() == "GO of Main, standby 1 Preset"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_go_is_far_from_panic(open_console: object, size: tuple[int, int]) -> None:
    bench: Bench = open_console(size=size)  # type: ignore[operator]
    go = bench.window.go.mapTo(bench.window, QPoint(0, 0))
    panic = bench.window.bottom.panic.mapTo(bench.window, QPoint(0, 0))
    assert panic.x() - (go.x() + bench.window.go.width()) > 200


def key_event(kind: QEvent.Type, at: int, key: Qt.Key = Qt.Key.Key_Space) -> QKeyEvent:
    """A key event as X11 gives it, `at` so many milliseconds."""
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, " ")
    event.setTimestamp(at)
    return event


def test_a_held_space_is_one_go_even_if_qt_takes_a_repeat_for_a_press(bench: Bench) -> None:
    """Seen under X11: of a hundred repeats about one comes as a release and a press that claim to be new."""
    target = bench.window.cues.view
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyPress, 5000))
    for at in range(5660, 9000, 40):
        bench.application.sendEvent(target, key_event(QEvent.Type.KeyRelease, at))
        bench.application.sendEvent(target, key_event(QEvent.Type.KeyPress, at))
        bench.tick(0.04)
    assert bench.standby == "2"
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyRelease, 9100))
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyPress, 9140))
    bench.tick()
    assert bench.standby == "4", "a finger as fast as they come, handled late"


def test_a_held_p_pauses_once_even_if_qt_takes_a_repeat_for_a_press(bench: Bench) -> None:
    bench.console.desk.set_standby("7")
    bench.press(Qt.Key.Key_Space)
    target = bench.window.cues.view
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyPress, 5000, Qt.Key.Key_P))
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyRelease, 5660, Qt.Key.Key_P))
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyPress, 5660, Qt.Key.Key_P))
    bench.tick()
    assert bench.active["7"].paused_at is not None


def test_enter_presses_the_control_that_has_the_keyboard_and_space_is_go(bench: Bench) -> None:
    bench.window.pages.open("settings")
    bench.tick()
    pressed: list[str] = []
    buttons = [place for place in focusable(bench.window.pages) if isinstance(place, QAbstractButton)]
    assert buttons
    for button in buttons:
        bench.console.desk.set_standby("1")
        bench.tick(1)
        said = button.accessibleName()
        button.clicked.connect(lambda _=False, said=said: pressed.append(said))
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        bench.tick()
        assert (bench.standby, pressed) == ("2", []), said
        bench.application.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "", True))
        assert pressed == [], "what the keyboard repeats"
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert pressed == [said]
        pressed.clear()


NONE = Qt.KeyboardModifier.NoModifier

"""Panic, stop, pause, resume, standby: from every focus, by key, button and mouse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from showctl.engine.snapshot import DeviceStatus
from showctl.ui.models.cue_tree import LABEL, STATE
from showctl.ui.panels.card_delegate import GAP, pause_box, stop_box
from tests.ui.conftest import AWARDS, Bench
from tests.ui.test_go import focusable


def test_escape_panics_wherever_the_focus_is(bench: Bench) -> None:
    for place in focusable(bench.window):
        bench.console.desk.set_standby("7")
        bench.press(Qt.Key.Key_Space)
        assert "7" in bench.active
        place.setFocus()
        bench.press(Qt.Key.Key_Escape, place)
        assert bench.active == {}, place.objectName()
        bench.tick(3)


def test_escape_panics_with_the_closing_question_open(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.window.close()
    bench.press(Qt.Key.Key_Escape)
    assert bench.active == {}
    assert bench.window.banners.closing.isVisible()


def test_panic_says_what_it_did(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_Escape)
    message = bench.window.messages.top
    assert message is not None
    assert (message.fact, message.effect) == (
        "Panic from console.",
        "Everything is stopped, light is held. Standby stays.",
    )


def test_what_panic_took_of_the_light_the_next_go_says(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    show = tmp_path / "out.yaml"
    show.write_text(AWARDS.read_text("utf-8").replace("light: hold", "light: out"), "utf-8")
    bench = open_console(show)
    strip = bench.window.strip
    bench.press(Qt.Key.Key_Space)
    assert strip.light == ""
    bench.press(Qt.Key.Key_Escape)
    message = bench.window.messages.top
    assert message is not None
    assert message.effect == "Everything is stopped, light goes out. The next GO brings it back."
    assert strip.light == "GO brings light back"
    assert strip.light in strip.accessibleName()
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    assert strip.light == ""


def test_a_device_that_fails_with_the_panic_does_not_hide_it(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_Escape)
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route to host")}
    bench.tick()
    messages = bench.window.messages
    assert messages.top is not None
    assert messages.top.fact == "Panic from console."
    assert [message.fact.split()[0] for message in messages.more] == ["media"]
    row = bench.window.bottom.message
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert "media cannot be reached" in QToolTip.text()
    QToolTip.hideText()
    bench.tick(7)
    assert messages.top is not None
    assert messages.top.fact.startswith("media")


def test_panic_button_counts_down_and_keeps_standby(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    show = tmp_path / "out.yaml"
    show.write_text(AWARDS.read_text("utf-8").replace("light: hold", "light: out"), "utf-8")
    bench = open_console(show)
    bench.press(Qt.Key.Key_Space)
    QTest.mousePress(bench.window.bottom.panic, Qt.MouseButton.LeftButton)
    bench.tick(0.5)
    assert bench.active == {}
    assert bench.standby == "2"
    assert bench.window.bottom.panic.left == 1.5
    bench.tick(2)
    assert bench.window.bottom.panic.left == 0


def test_previous_and_next(bench: Bench) -> None:
    QTest.mousePress(bench.window.bottom.next, Qt.MouseButton.LeftButton)
    bench.tick()
    assert bench.standby == "2"
    QTest.mousePress(bench.window.bottom.previous, Qt.MouseButton.LeftButton)
    bench.tick()
    assert bench.standby == "1"


def test_arrows_home_and_end_move_standby(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Down)
    assert bench.standby == "3"
    bench.press(Qt.Key.Key_Up)
    assert bench.standby == "2"
    bench.press(Qt.Key.Key_End)
    assert bench.standby == "7"
    bench.press(Qt.Key.Key_Home)
    assert bench.standby == "1"


def test_a_click_selects_and_moves_nothing(bench: Bench) -> None:
    view = bench.window.cues.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=bench.at_row("3", LABEL))
    bench.tick()
    assert bench.standby == "1"
    assert view.selected is bench.row("3")


def test_double_click_enter_and_gutter_put_a_cue_in_standby(bench: Bench) -> None:
    view = bench.window.cues.view
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=bench.at_row("3", LABEL))
    bench.tick()
    assert bench.standby == "3"
    view.select(bench.row("6"))
    bench.press(Qt.Key.Key_Return)
    assert bench.standby == "6"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=bench.at_row("5", STATE))
    bench.tick()
    assert bench.standby == "5"
    assert bench.row("5").standby
    assert not bench.row("6").standby


def test_a_cue_inside_a_group_is_not_put_in_standby(bench: Bench) -> None:
    bench.window.cues.view.select(bench.row("4.2"))
    bench.press(Qt.Key.Key_Return)
    assert bench.standby == "1"
    message = bench.window.messages.top
    assert message is not None
    assert message.fact.startswith("4.2 is inside 4")


def test_a_click_on_the_caret_folds_and_unfolds(bench: Bench) -> None:
    view = bench.window.cues.view
    first = bench.window.cues.model.index_of(bench.row("4"))
    label = view.visualRect(bench.window.cues.model.index_of(bench.row("4"), LABEL))
    caret = QPoint(label.left() + 10, label.center().y())
    assert view.isExpanded(first)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret)
    assert not view.isExpanded(first)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret)
    assert view.isExpanded(first)


def test_pause_resume_and_stop_all(bench: Bench) -> None:
    bottom = bench.window.bottom
    assert not bottom.pause.isEnabled()
    bench.press(Qt.Key.Key_Space)
    bench.tick(1)
    assert bottom.pause.isEnabled()
    assert not bottom.resume.isEnabled()
    QTest.mousePress(bottom.pause, Qt.MouseButton.LeftButton)
    bench.tick(10)
    assert bench.row("1").state == "paused"
    assert bottom.resume.isEnabled()
    QTest.mousePress(bottom.resume, Qt.MouseButton.LeftButton)
    bench.tick(1)
    assert bench.row("1").state == "running"
    QTest.mousePress(bottom.stop, Qt.MouseButton.LeftButton)
    bench.tick()
    assert bench.active == {}
    assert not bench.row("1").done, "stopped is not done"


def test_brackets_pause_and_resume_all(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_BracketLeft)
    assert bench.row("1").state == "paused"
    bench.press(Qt.Key.Key_BracketRight)
    assert bench.row("1").state == "running"


def test_p_and_s_act_on_the_selected_or_the_last_started(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.console.desk.set_standby("7")
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_P)
    assert bench.row("7").state == "paused"
    bench.press(Qt.Key.Key_P)
    assert bench.row("7").state == "running"
    bench.window.cues.view.select(bench.row("1"))
    bench.press(Qt.Key.Key_S)
    assert set(bench.active) == {"7"}


def test_card_buttons_pause_and_stop(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    view = bench.window.active.view
    for act, wanted in ((pause_box, "paused"), (pause_box, "running")):
        card = QRectF(view.visualRect(bench.window.active.model.index(0))).adjusted(0, 0, 0, -GAP)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=act(card).center().toPoint())
        bench.tick(0.5)
        assert bench.row("1").state == wanted
    card = QRectF(view.visualRect(bench.window.active.model.index(0))).adjusted(0, 0, 0, -GAP)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=stop_box(card).center().toPoint())
    bench.tick()
    assert bench.active == {}

"""Closing: asks once anything was sent, in the window, over nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench


def test_nothing_sent_closes_and_ends_the_engine(bench: Bench) -> None:
    bench.session.more = {"anything_sent": False}
    bench.tick()
    assert bench.window.close()
    assert bench.session.closed is True


def test_leave_it_playing(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    assert not bench.window.close()
    assert bench.window.isVisible()
    assert bench.window.banners.closing.isVisible()
    assert "stays in standby" in bench.window.banners.closing.text
    assert "light holds" in bench.window.banners.closing.text
    assert bench.session.closed is None
    bench.window.banners.closing.buttons[0].click()
    assert bench.session.closed is False
    assert not bench.window.isVisible()


def test_stop_it(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.window.close()
    assert "goes dark" in bench.window.banners.closing.buttons[1].text()
    bench.window.banners.closing.buttons[1].click()
    assert bench.session.closed is True
    assert not bench.window.isVisible()


def test_cancel_and_go_on(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.window.close()
    bench.window.banners.closing.buttons[2].click()
    assert bench.session.closed is None
    assert not bench.window.banners.closing.isVisible()
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "4"


def test_go_works_under_the_question(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.window.close()
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "4"


def test_without_an_engine_there_is_nothing_to_ask(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.session.engine("failed", "It cannot be started.")
    bench.tick()
    assert bench.window.close()


def test_a_console_that_is_ended_leaves_the_engine_playing(open_console: Callable[..., Bench]) -> None:
    bench = open_console()
    bench.press(Qt.Key.Key_Space)
    bench.console.stop()
    assert bench.session.closed is False


def alt(bench: Bench, key: Qt.Key) -> None:
    QTest.keyClick(bench.window.cues.view, key, Qt.KeyboardModifier.AltModifier)


def test_the_question_is_answered_by_keyboard(open_console: Callable[..., Bench], qtbot: QtBot) -> None:
    for key, stopped in ((Qt.Key.Key_L, False), (Qt.Key.Key_S, True)):
        bench = open_console()
        bench.press(Qt.Key.Key_Space)
        QTest.keyClick(bench.window.cues.view, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        assert bench.window.banners.closing.isVisible()
        alt(bench, Qt.Key.Key_C)
        qtbot.waitUntil(lambda bench=bench: not bench.window.banners.closing.isVisible())
        bench.window.close()
        alt(bench, key)
        qtbot.waitUntil(lambda bench=bench: not bench.window.isVisible())
        assert bench.session.closed is stopped


def test_without_the_question_its_keys_do_nothing(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    alt(bench, Qt.Key.Key_S)
    bench.tick()
    assert bench.session.closed is None
    assert bench.window.isVisible()

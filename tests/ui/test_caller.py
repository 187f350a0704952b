"""The caller view: a window of its own that says what is called, and where the console's keys work."""

import re

from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from showctl.engine.command import Panic
from showctl.ui.calls import FLASH
from showctl.ui.panels.caller_view import CallerView
from tests.ui.conftest import Bench

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_caller_view_opens_by_its_key_shows_each_go_and_closes(bench: Bench) -> None:
    QTest.keyClick(bench.window, Qt.Key.Key_F12)
    bench.tick()
    window = bench.window.calling.window
    assert window is not None
    assert window.isFullScreen()
    view = window.findChild(CallerView)
    assert isinstance(view, CallerView)
    assert QApplication.focusWidget() is view
    assert not window.findChildren(QLineEdit)
    assert view.who == "LX"
    assert view.accessibleName().startswith("Caller view. Standby LX 1 Preset")
    assert [(call.word, call.who, call.what) for call in view.calls] == [
        ("WARN", "LX, Sound 2", "House to half"),
        ("then", "LX, Sound, Video 4", "Opening"),
        ("then", "OSC 5", "Haze"),
    ]
    assert view.calls[1].forecast
    # The console's keys work there; each GO is seen for a while, then what is in standby then.
    bench.press(Qt.Key.Key_Space, view)
    assert bench.standby == "2"
    assert view.gone == "1"
    assert not view.grab().isNull()
    bench.tick(FLASH)
    assert view.gone is None
    assert view.accessibleName().startswith("Caller view. Standby LX, Sound 2 House to half")
    bench.press(Qt.Key.Key_Escape, view)
    assert bench.session.commands[-1] == Panic()
    assert window.isVisible(), "Esc is panic and closes nothing"
    # It follows the show's list.
    bench.console.desk.show_list("foyer")
    bench.tick()
    assert "Foyer on" in view.accessibleName()
    assert view.calls == ()
    QTest.keyClick(view, Qt.Key.Key_W, CONTROL)
    assert not window.isVisible()
    bench.window.activateWindow()
    bench.tick()
    QTest.keyClick(bench.window, Qt.Key.Key_F12)
    bench.tick()
    assert window.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F12)
    assert not window.isVisible()


def test_what_is_called_when_nothing_is_in_standby_or_no_engine_plays(bench: Bench) -> None:
    bench.window.calling.open()
    window = bench.window.calling.window
    assert window is not None
    view = window.findChild(CallerView)
    assert isinstance(view, CallerView)
    for _ in range(9):
        bench.console.desk.step(1)
    bench.tick()
    if bench.standby is not None:
        bench.console.desk.go()
        bench.tick(2.0)
    assert "End of list" in view.accessibleName()
    assert not view.grab().isNull()
    bench.session.engine("lost", "at 20:04")
    bench.tick()
    assert "Engine lost" in view.accessibleName()
    assert not view.grab().isNull()
    window.close()


def test_nothing_is_smaller_than_can_be_read_from_three_metres(bench: Bench) -> None:
    bench.window.calling.open()
    window = bench.window.calling.window
    assert window is not None
    window.showNormal()
    window.resize(1920, 1080)
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    for seconds in (0.1, 3):
        bench.tick(seconds)
        buffer, drawing = QBuffer(), QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(window.size())
        drawing.setResolution(96)
        window.render(drawing, QPoint())
        written = bytes(buffer.data().data()).decode()
        texts = re.findall(r'<text[^>]*font-size="([\d.]+)"[^>]*>([^<]*)<', written)
        sizes = {size: text.strip() for size, text in texts if text.strip()}
        assert len(sizes) > 3, written[:2000]
        assert {size: text for size, text in sizes.items() if float(size) < 40} == {}


def test_a_screen_that_is_pulled_takes_the_caller_view_along_and_brings_it_back(bench: Bench) -> None:
    QTest.keyClick(bench.window, Qt.Key.Key_F12)
    bench.tick()
    window = bench.window.calling.window
    assert window is not None
    screen = window.screen()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.screenRemoved.emit(screen)
    bench.tick()
    assert not window.isVisible(), "on the last screen it would cover GO"
    said = bench.window.messages.top
    assert said is not None
    assert said.fact.startswith("The screen of the caller view is gone.")
    assert bench.window.context.settings.value("window/caller/open", False, bool), "it opens again with the screen"
    assert bench.window.isActiveWindow(), "keys are the console's at once"
    QTest.keyClick(bench.window, Qt.Key.Key_F12)
    assert window.isVisible(), "and at once by its key"

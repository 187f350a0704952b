"""Beside the tabs: a way to find, and one department alone in a click."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from showctl.ui.mode import Mode
from tests.ui.conftest import Bench

LEFT = Qt.MouseButton.LeftButton


def test_a_department_alone_and_all_again(open_console: Callable[..., Bench]) -> None:
    bench = open_console(size=(1920, 1080))
    here, bar = bench.window.building.find.here, bench.window.building.find.bar
    bench.window.modes.enter(Mode.SHOW)
    bench.tick()
    view = bench.window.cues.view
    view.setFocus()
    shown = lambda: sum(not view.isRowHidden(row, view.rootIndex()) for row in range(view.model().rowCount()))  # noqa: E731
    every = shown()
    QTest.mouseClick(here.chips["audio"], LEFT)
    bench.tick()
    assert bar.isVisible()
    assert 0 < shown() < every
    assert view.hasFocus(), "nothing takes the keyboard from GO"
    QTest.mouseClick(here.chips["audio"], LEFT)
    bench.tick()
    assert not bar.isVisible()
    assert shown() == every
    QTest.mouseClick(here.field, LEFT)
    assert bar.field.hasFocus()
    bar.departments["video"].click()
    assert here.chips["video"].isChecked()
    bar.close_opened()
    assert not here.chips["video"].isChecked()
    assert view.hasFocus()
    bench.window.modes.enter(Mode.EDIT)
    bench.tick()
    assert not here.field.isVisible(), "the tool row has it"


def test_where_there_is_no_room_there_is_none(open_console: Callable[..., Bench]) -> None:
    here = open_console(size=(1366, 768)).window.building.find.here
    assert here.chips["light"].isVisible()
    here.resize(250, 42)
    assert here.chips["light"].isVisible()
    assert not here.field.isVisible()
    here.resize(150, 42)
    assert not here.chips["light"].isVisible()

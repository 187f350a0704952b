"""The rig from above and from the audience, in the real window."""

from collections.abc import Callable
from logging import LogRecord
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from showctl.ui.mode import Mode
from showctl.ui.panels.rig_page import RigPage
from showctl.ui.panels.rig_view import FIXTURES
from showctl.ui.rig_plan import parse_plan
from tests.ui.conftest import Bench
from tests.ui.open_file import wait

SHOW = """showctl: 1
show: {title: Rig}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: a1..a4, fixture: generic/dimmer, at: 1.1, position: [[-3, 0, 5], [3, 0, 5]]}
  - {id: b, fixture: generic/dimmer, at: 1.9, position: [0, 4, 5]}
  - {id: house, fixture: generic/dimmer, at: 1.20}
cues:
  - {cue: 1, label: On, light: {time: 0s, look: {a1: full}}}
"""


def _page(open_console: Callable[..., Bench], tmp_path: Path) -> tuple[Bench, RigPage]:
    file = tmp_path / "rig.yaml"
    file.write_text(SHOW, "utf-8")
    bench = open_console(file)
    bench.window.acts.run("page rig")
    page = bench.window.pages.findChild(RigPage)
    assert isinstance(page, RigPage)
    bench.tick(0.1)
    return bench, page


def test_the_rig_shows_what_the_standby_cue_will_make(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    bench, page = _page(open_console, tmp_path)
    chosen = bench.window.selection
    assert page.plan._lit[0].level == 0
    page.lights.choose("standby")
    wait(bench, qtbot, lambda: page.plan._lit[0].level == 1)
    assert page.said.text().startswith("1 On, after GO")
    row = next(at for at, row in enumerate(page.list.model.rows) if row.title == "a1..a4")
    assert page.list.model.rows[row].level == "0..100"
    page.list.view.setCurrentIndex(page.list.model.index(row))
    assert chosen.fixtures == ("a1", "a2", "a3", "a4")
    assert page.values.values["Intensity"].text() == "0..100"
    assert page.values.values["From"].text() == "1 On"
    page.edge.buttons[0].click()
    assert chosen.fixtures == ("house",)
    page.lights.choose("live")
    assert page.plan._lit[0].level == 0


def test_in_edit_mode_lamps_are_dragged_and_that_is_undone(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    bench, page = _page(open_console, tmp_path)
    plan, desk = page.plan, bench.console.desk

    def place(name: str) -> tuple[float, ...] | None:
        return next(lamp.place for lamp in page._every if lamp.name == name)

    def drag() -> None:
        start = plan.point_of("b")
        QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(plan, start + QPoint(0, 40))
        QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 40))

    desk.modes.enter(Mode.SHOW)
    drag()
    assert place("b") == (0, 4, 5)
    desk.modes.enter(Mode.EDIT)
    bench.tick(0.1)
    drag()
    wait(bench, qtbot, lambda: place("b") != (0, 4, 5))
    x, y, z = place("b") or (0, 0, 0)
    assert (x, z) == (0, 5)
    assert y < 4
    page.edge.buttons[0].put.emit("house")
    wait(bench, qtbot, lambda: not page.edge.buttons)
    assert place("house") is not None
    bench.window.acts.run("undo")
    bench.window.acts.run("undo")
    wait(bench, qtbot, lambda: place("b") == (0, 4, 5) and place("house") is None)


def test_a_picture_of_the_room_stands_behind_the_plan(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    bench, page = _page(open_console, tmp_path)
    bench.console.desk.modes.enter(Mode.EDIT)
    said: list[str] = []
    bench.console.desk.denied.connect(said.append)
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    assert picture.save(str(tmp_path / "my hall.png"))
    page.background.setText("my hall.png 20 -10 -5")
    page.background.returnPressed.emit()
    wait(bench, qtbot, lambda: page.plan.plan is not None)
    assert page.plan.plan is not None
    assert page.plan.plan.corners == ((-10, -5), (10, 5))
    x, y = page.plan.sight.pixel((8.6, 4.6))
    seen = page.plan.grab().toImage().pixelColor(int(x), int(y))
    assert seen.red() > seen.green() + 40
    assert bench.console.desk.show.info.plan is not None
    page.background.setText("../hall.png 20 0 0")
    page.background.returnPressed.emit()
    wait(bench, qtbot, lambda: any("in the folder of the show" in each for each in said))
    page.background.setText("other.png 20 0 0")
    page.background.returnPressed.emit()
    wait(bench, qtbot, lambda: page.plan.plan is None)
    bench.window.acts.run("undo")
    wait(bench, qtbot, lambda: page.plan.plan is not None)
    assert page.background.text() == "my hall.png 20 -10 -5"
    assert page.background.isVisible()
    page.picture.put("")
    wait(bench, qtbot, lambda: page.plan.plan is None and page.background.text() == "")
    for wrong in ("hall.png", "hall.gif 1 2 3", "hall.png 0 1 2", "1 2 3"):
        with pytest.raises(ValueError, match=r"write"):
            parse_plan(wrong)


@pytest.mark.parametrize("name", ["rig", "log", "check"])
def test_a_monitor_that_fails_says_so_in_its_place_and_the_show_goes_on(
    open_console: Callable[..., Bench], tmp_path: Path, name: str, expected_warnings: list[LogRecord]
) -> None:
    bench, _ = _page(open_console, tmp_path)
    window = bench.window
    window.acts.run(f"page {name}")
    place = window.pages.places[name]
    content = place.content
    assert content is not None

    # What a slot raises Qt hands to the hook, here pytest's: so ours is told as it would be.
    with pytest.raises(LookupError) as met:
        _Broken(content).look()
    window.faults.take(met.type, met.value, met.tb)
    bench.tick(0.04)
    assert "no such monitor" in window.faults.covers[place].accessibleName()
    assert expected_warnings
    assert bench.console.desk.standby == "1"
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    assert bench.console.desk.standby is None
    window.faults.covers[place].button.click()
    assert place.content is not content
    assert place.content is not None


class _Broken(QWidget):
    """A part of a page that fails at each tick."""

    def look(self) -> None:
        raise LookupError("no such monitor")


def test_fixtures_are_seen_and_selected_where_they_are(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench, page = _page(open_console, tmp_path)
    plan, chosen = page.plan, bench.window.selection
    assert [button.entry for button in page.edge.buttons] == ["house"]
    before = plan.grab().toImage()
    bench.console.desk.go()
    bench.tick(0.1)
    bench.tick(0.1)
    assert plan._lit[0].level == 1
    assert plan.grab().toImage() != before
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton, pos=plan.point_of("a2"))
    assert chosen.fixtures == ("a2",)
    QTest.mouseClick(
        plan, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=plan.point_of("b")
    )  # fmt: skip
    assert chosen.fixtures == ("a2", "b")
    first, last = plan.point_of("a1") - QPoint(20, 20), plan.point_of("a4") + QPoint(20, 20)
    QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(plan, last)
    QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=last)
    assert chosen.fixtures == ("a1", "a2", "a3", "a4")
    chosen.select_fixtures(("a1",))
    QTest.keyClick(plan, Qt.Key.Key_Right)
    assert chosen.fixtures == ("a2",)
    scale = plan.sight.scale
    QTest.keyClick(plan, Qt.Key.Key_Plus)
    assert plan.sight.scale > scale
    QTest.keyClick(plan, Qt.Key.Key_Home)
    assert plan.sight.scale == scale
    page.view.choose("dmx")
    assert page.dmx.isVisible()
    assert not plan.isVisible()
    page.view.choose("front")
    assert page.front.isVisible()
    assert not plan.isVisible()


def test_what_is_dropped_into_the_room_gets_its_place_there_and_only_in_edit_mode(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    """The events of a drop: the platform of the tests carries nothing from place to place."""
    bench, page = _page(open_console, tmp_path)
    plan, data = page.plan, QMimeData()
    data.setData(FIXTURES, b"house")
    left, move, none = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    at = QPoint(plan.width() // 2, 60)

    def enter() -> bool:
        event = QDragEnterEvent(at, move, data, left, none)
        event.ignore()
        QApplication.sendEvent(plan, event)
        return event.isAccepted()

    assert not enter()
    bench.console.desk.modes.enter(Mode.EDIT)
    assert enter()
    wanted = plan.sight.left + at.x() / plan.sight.scale, plan.sight.top - at.y() / plan.sight.scale
    QApplication.sendEvent(plan, QDropEvent(QPointF(at), move, data, left, none))
    wait(bench, qtbot, lambda: not page.edge.buttons)
    place = next(lamp.place for lamp in page._every if lamp.name == "house")
    assert place is not None
    assert place == pytest.approx((*wanted, 5), abs=0.03)
    bench.window.acts.run("undo")
    wait(bench, qtbot, lambda: [each.entry for each in page.edge.buttons] == ["house"])

"""The masters panel: strips, faders by pointer, wheel and key, flash, and what it says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from showctl.engine.command import Highlight, Park, SetBlackout, SetMaster
from showctl.engine.snapshot import MasterState
from showctl.session.edit_name import Rename
from showctl.showfile.item import Item
from showctl.ui.mode import Mode
from showctl.ui.panels.master_strip import MasterStrip
from tests.ui.conftest import Bench
from tests.ui.test_layout import painted

SHOW = """
showctl: 1
show: {title: Masters}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: a, fixture: generic/dimmer, at: 1.1}, {id: b, fixture: generic/dimmer, at: 1.2}]
masters:
  band: {label: Band, fixtures: a, level: 50%}
  front: {label: Front of house, fixtures: b}
cues:
  - {cue: 1, light: {time: 0s, look: {a: full}}}
  - {cue: 2, fade: {master: band, to: full, time: 2s}}
"""
SIZES = [(1024, 768), (1366, 768), (1920, 1080)]
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def write(folder: Path, text: str = SHOW) -> Path:
    path = folder / "masters.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def bench(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    bench = open_console(write(tmp_path))
    bench.press(Qt.Key.Key_M)
    return bench


def strip(bench: Bench, at: int) -> MasterStrip:
    return bench.window.faders.strips[at]


def state(bench: Bench, name: str) -> MasterState:
    snapshot = bench.console.desk.snapshot
    assert snapshot is not None
    return next(each for each in snapshot.masters if each.name == name)


def drag(bench: Bench, at: int, by: float, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Press somewhere on a strip, and go right by so much of the fader's way."""
    one, button = strip(bench, at), Qt.MouseButton.LeftButton
    start = QPoint(40, 40)
    end = QPoint(round(40 + by * one.track.width()), 40)
    QTest.mousePress(one, button, modifiers, start)
    bench.tick(0.4)
    _move(one, end, modifiers)
    bench.tick()
    QTest.mouseRelease(one, button, modifiers, end)
    bench.tick(0.4)


def _move(one: MasterStrip, to: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(one.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifiers,
    )
    QApplication.sendEvent(one, event)


def test_m_shows_a_strip_for_each_and_takes_the_keyboard(bench: Bench) -> None:
    panel = bench.window.faders
    assert panel.isVisible()
    assert panel.hasFocus()
    assert [each.name for each in panel.strips] == ["grand", "band", "front"]
    said = [each.accessibleName() for each in panel.strips]
    assert said[0].startswith("Grand master, 100 %, multiplies")
    assert said[1].startswith("Band, 50 %")
    bench.press(Qt.Key.Key_Return)
    assert bench.window.cues.view.hasFocus()


def test_a_click_moves_nothing_and_a_drag_moves_from_where_it_is(bench: Bench) -> None:
    drag(bench, 1, 0.0)
    assert state(bench, "band").level == 0.5
    drag(bench, 1, 0.2)
    assert state(bench, "band").level == pytest.approx(0.7, abs=0.01)
    drag(bench, 1, -0.9)
    assert state(bench, "band").level == 0.0
    drag(bench, 1, 0.5, SHIFT)
    assert state(bench, "band").level == pytest.approx(0.05, abs=0.002)


def test_keys_move_the_one_in_hand(bench: Bench) -> None:
    standby = bench.standby
    bench.press(Qt.Key.Key_Down)
    assert strip(bench, 1).current
    for key, level in (
        (Qt.Key.Key_Right, 0.51),
        (Qt.Key.Key_Left, 0.5),
        (Qt.Key.Key_PageUp, 0.6),
        (Qt.Key.Key_PageDown, 0.5),
        (Qt.Key.Key_End, 0.0),
        (Qt.Key.Key_Home, 1.0),
    ):
        bench.press(key)
        assert state(bench, "band").level == pytest.approx(level), key
    assert bench.standby == standby
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2", "Space is GO all the while"


def test_the_wheel_moves_only_what_is_in_hand(bench: Bench) -> None:
    def turn(at: int) -> None:
        spot = QPointF(40, 40)
        globally = strip(bench, at).mapToGlobal(spot)
        event = QWheelEvent(
            spot,
            globally,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            PLAIN,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(strip(bench, at), event)
        bench.tick()

    turn(1)
    assert state(bench, "band").level == 0.5
    bench.press(Qt.Key.Key_Down)
    turn(1)
    assert state(bench, "band").level == pytest.approx(0.51)


def test_a_cue_that_moves_one_is_named(bench: Bench) -> None:
    bench.console.desk.set_standby("2")
    bench.press(Qt.Key.Key_Space)
    bench.tick(1.0)
    assert "moved by cue 2" in strip(bench, 1).accessibleName()
    assert "75 %" in strip(bench, 1).accessibleName()
    assert "moved by cue 2" in painted(strip(bench, 1))
    bench.tick(1.1)
    assert "moved by" not in strip(bench, 1).accessibleName()


def test_a_flash_lasts_as_long_as_the_button_is_held(bench: Bench) -> None:
    button = strip(bench, 1).flash
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    bench.tick()
    assert state(bench, "band").flash
    assert "flash" in strip(bench, 1).accessibleName()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    bench.tick()
    assert not state(bench, "band").flash
    assert state(bench, "band").level == 0.5


@pytest.mark.parametrize("by", ["tab", "hidden", "another window"])
def test_a_flash_ends_when_its_button_goes(bench: Bench, by: str) -> None:
    other = QWidget()
    other.show()
    bench.window.activateWindow()
    bench.tick()
    QTest.mousePress(strip(bench, 1).flash, Qt.MouseButton.LeftButton)
    bench.tick()
    assert state(bench, "band").flash
    if by == "tab":
        bench.window.right.tabs.setCurrentIndex(0)
    elif by == "hidden":
        bench.window.hide()
    else:
        other.activateWindow()
    bench.tick()  # the window system says so
    bench.tick()
    assert not state(bench, "band").flash
    other.deleteLater()


def key(bench: Bench, kind: QEvent.Type, repeat: bool = False) -> None:
    QApplication.sendEvent(bench.window.faders, QKeyEvent(kind, Qt.Key.Key_F, PLAIN, "f", repeat))
    bench.tick()


def test_f_flashes_while_it_is_held_and_the_keyboard_repeats_it(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down)
    key(bench, QEvent.Type.KeyPress)
    assert state(bench, "band").flash
    for _ in range(3):
        key(bench, QEvent.Type.KeyRelease, True)
        key(bench, QEvent.Type.KeyPress, True)
    key(bench, QEvent.Type.KeyRelease)  # as X11 repeats: a release, and a press that says it is none
    key(bench, QEvent.Type.KeyPress, True)
    assert state(bench, "band").flash
    assert not bench.window.faders._came_up.isActive()
    key(bench, QEvent.Type.KeyRelease)
    assert bench.window.faders._came_up.isActive()
    bench.window.faders.let_go()  # its time is over
    bench.tick()
    assert not state(bench, "band").flash


@pytest.mark.parametrize("by", ["list", "another window"])
def test_a_held_f_ends_with_the_focus(bench: Bench, by: str) -> None:
    other = QWidget()
    other.show()
    bench.window.activateWindow()
    bench.press(Qt.Key.Key_Down)
    key(bench, QEvent.Type.KeyPress)
    assert state(bench, "band").flash
    bench.window.cues.view.setFocus() if by == "list" else other.activateWindow()
    bench.tick()  # the window system says so
    bench.tick()
    other.deleteLater()
    assert not state(bench, "band").flash


def test_the_grand_master_has_blackout_in_the_place_of_flash(bench: Bench) -> None:
    QTest.mouseClick(strip(bench, 0).flash, Qt.MouseButton.LeftButton)
    bench.tick()
    assert bench.window.lowered.blackout.isVisible()
    assert strip(bench, 0).flash.text == "End\nblackout"
    assert strip(bench, 0).flash.accessibleName() == "End blackout"
    assert {"End", "blackout"} <= set(painted(strip(bench, 0).flash))
    QTest.mouseClick(strip(bench, 0).flash, Qt.MouseButton.LeftButton)
    bench.tick()
    assert not bench.window.lowered.blackout.isVisible()


def test_a_grand_master_that_limits_says_so(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = open_console(write(tmp_path, SHOW.replace("{title: Masters}", "{title: Masters, grand master: limit}")))
    bench.press(Qt.Key.Key_M)
    assert "limit" in painted(strip(bench, 0))
    bench.press(Qt.Key.Key_Left)
    assert "no higher than this" in bench.window.lowered.grand.text


def test_with_outputs_off_all_works_and_is_said_to_reach_nobody(
    open_console: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = open_console(write(tmp_path), outputs_off=True)
    bench.press(Qt.Key.Key_M)
    assert any("Outputs are off" in text for text in painted(bench.window.faders))
    bench.press(Qt.Key.Key_Left)
    assert state(bench, "grand").level == pytest.approx(0.99)


def test_without_an_engine_nothing_can_be_moved(bench: Bench) -> None:
    bench.session.engine("failed", "It was lost too often.")
    bench.tick()
    assert not strip(bench, 1).isEnabled()
    assert "no data" in painted(strip(bench, 1))
    assert any(text.startswith("Nothing can be moved") for text in painted(bench.window.faders))


def test_of_many_the_one_in_hand_stays_in_sight(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    many = "".join(f"  m{i}: {{fixtures: b}}\n" for i in range(40))
    bench = open_console(write(tmp_path, SHOW.replace("masters:\n", f"masters:\n{many}")), size=(1024, 768))
    panel = bench.window.faders
    panel.take_in_hand("m20")
    bench.press(Qt.Key.Key_M)
    for _ in range(20):
        assert panel.current.visibleRegion().boundingRect().height() == panel.current.height(), panel.current.name
        bench.press(Qt.Key.Key_Down)
    bench.window.resize(1366, 768)
    bench.tick()
    assert panel.current.visibleRegion().boundingRect().height() == panel.current.height()


@pytest.mark.parametrize("size", SIZES)
def test_long_names_are_elided_and_nothing_overlaps(
    open_console: Callable[..., Bench], tmp_path: Path, size: tuple[int, int]
) -> None:
    long = "A submaster with a name as long as names of submasters never should be"
    bench = open_console(write(tmp_path, SHOW.replace("label: Band", f"label: {long}")), size=size)
    bench.press(Qt.Key.Key_M)
    bench.console.desk.set_standby("2")
    bench.press(Qt.Key.Key_Space)
    bench.tick(1.0)
    one = strip(bench, 1)
    assert one.width() <= bench.window.right.width()
    assert one.track.right() < one.flash.x()
    texts = painted(one)
    assert "75 %" in texts
    assert any(text.startswith("A sub") and "…" in text for text in texts)
    assert any(text.startswith("moved by") for text in texts)


def test_banners_that_open_leave_the_strip_in_hand_whole(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    many = "".join(f"  m{i}: {{fixtures: b}}\n" for i in range(6))
    show = write(tmp_path, SHOW.replace("masters:\n", f"masters:\n{many}"))
    bench = open_console(show, size=(1024, 640))
    bench.press(Qt.Key.Key_M)
    for _ in range(4):
        bench.press(Qt.Key.Key_Down)
    opening = (
        SetBlackout(on=True), SetMaster(master="grand", level=0.5), Highlight(fixtures=("a",), on=True),
        Park(what="b", level=0.5),
    )  # fmt: skip
    for command in opening:
        bench.session.send(command)
        bench.console.desk.tick()
        bench.application.processEvents()
        one = bench.window.faders.current
        assert one.visibleRegion().boundingRect().height() == one.height()
    bench.session.engine("lost", "at 20:04:24. Levels hold. Starting a new one.")  # and a note with it
    bench.tick()
    assert one.visibleRegion().boundingRect().height() == one.height()
    bench.session.engine("attached")
    bench.tick()
    bench.window.faders._area.setFixedHeight(100)
    assert one.visibleRegion().boundingRect().height() == one.height(), "at once, and not a moment later"


@pytest.mark.parametrize("by", ["pointer", "key"])
def test_a_flash_ends_when_its_strip_goes_because_the_master_is_renamed(bench: Bench, by: str) -> None:
    if by == "pointer":
        QTest.mousePress(strip(bench, 1).flash, Qt.MouseButton.LeftButton)
        bench.tick()
    else:
        bench.press(Qt.Key.Key_Down)
        key(bench, QEvent.Type.KeyPress)
    assert state(bench, "band").flash
    bench.console.desk.modes.enter(Mode.EDIT)
    bench.session.edit(Rename(Item("master", "band"), "orch"))
    for _ in range(3):
        bench.tick()
    assert strip(bench, 1).name == "orch"
    assert not state(bench, "orch").flash
    assert state(bench, "orch").level == 0.5


def test_a_master_that_is_new_in_the_file_says_so(bench: Bench) -> None:
    bench.session.more = {"masters": tuple(state(bench, name) for name in ("grand", "band"))}
    bench.session.engine("older", "The engine plays the state of 19:02.")
    bench.tick()
    assert "New in the file" in strip(bench, 2).accessibleName()
    assert "New in the file" in strip(bench, 2).toolTip()
    assert any(text.startswith("New in the file") for text in painted(strip(bench, 2)))
    assert "New in the file" not in strip(bench, 1).accessibleName()


def test_the_frame_leaves_room_to_the_words(bench: Bench) -> None:
    image = strip(bench, 0).grab().toImage()
    name, colours = range(12, 100), {image.pixel(60, 4)}
    for y in (3, 4, 5, 6):
        assert {image.pixel(x, y) for x in name} == colours, "nothing but the ground of the strip in hand"

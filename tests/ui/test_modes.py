"""The modes in the window: the badge and its key, what is locked, the layouts, pages and their windows."""

import threading
from collections.abc import Callable
from contextlib import nullcontext
from logging import LogRecord
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from showctl.engine.command import Rehearsal
from showctl.session.edit import Delete, Set
from showctl.showfile.item import Item
from showctl.ui import pages
from showctl.ui.awake import Awake
from showctl.ui.battery import Charge
from showctl.ui.context import Context
from showctl.ui.mode import LOCKED, Mode
from showctl.ui.pages import Page
from showctl.ui.panels.battery_banner import BatteryBanner
from showctl.ui.panels.settings_page import GO_SIDE, GoSide
from showctl.ui.power import Power
from showctl.ui.theme import DARK
from tests.ui.conftest import Bench
from tests.ui.operator import SOON

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def lock_key(bench: Bench, kind: QEvent.Type, *, repeat: bool = False) -> None:
    target = bench.application.focusWidget() or bench.window
    QApplication.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_L, CONTROL | SHIFT, "", repeat))


def said(bench: Bench) -> str:
    top = bench.window.messages.top
    return f"{top.fact} {top.effect}" if top is not None else ""


def test_a_press_locks_and_only_a_second_unlocks(open_console: Callable[..., Bench]) -> None:
    bench = open_console(mode=Mode.EDIT)
    modes, badge = bench.console.desk.modes, bench.window.badge
    for down, up in (
        (lambda: QTest.mousePress(badge, LEFT), lambda: QTest.mouseRelease(badge, LEFT)),
        (lambda: lock_key(bench, QEvent.Type.KeyPress), lambda: lock_key(bench, QEvent.Type.KeyRelease)),
    ):
        down()
        assert modes.mode is Mode.SHOW
        assert badge.accessibleName() == "Mode: Show"
        up()
        down()
        bench.tick(0.9)
        assert 0.85 < badge.fraction < 1
        up()
        bench.tick(0.05)
        bench.tick(2)
        assert modes.mode is Mode.SHOW
        assert "Hold it" in said(bench)
        down()
        bench.tick(1.1)
        assert modes.mode is Mode.EDIT
        up()
        bench.tick(2)
        assert modes.mode is Mode.EDIT
    modes.enter(Mode.SHOW)
    lock_key(bench, QEvent.Type.KeyPress)
    for _ in range(4):
        bench.tick(0.3)
        lock_key(bench, QEvent.Type.KeyPress, repeat=True)
    assert modes.mode is Mode.EDIT  # and what the keyboard goes on repeating does not lock again
    lock_key(bench, QEvent.Type.KeyRelease)
    QTest.mouseClick(bench.window.top.findChild(QWidget, "other mode"), LEFT)
    assert modes.mode is Mode.REHEARSE
    modes.enter(Mode.SHOW)
    lock_key(bench, QEvent.Type.KeyPress)
    bench.application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    bench.tick(2)
    assert modes.mode is Mode.SHOW  # who has the keyboard elsewhere does not unlock


def test_show_mode_refuses_every_edit_and_goes_on_playing(bench: Bench) -> None:
    editing, window = bench.window.edits.editing, bench.window
    before = bench.session.document.serial
    failed: list[str] = []
    for act in (
        lambda: editing.do(Delete((Item("cue", "5"),)), failed=failed.append),
        lambda: editing.do(Set(Item("cue", "5"), ("label",), "Other")),
        editing.undo,
        editing.redo,
        lambda: editing.go_to(0),
        lambda: QTest.keyClick(window.cues.view, Qt.Key.Key_Z, CONTROL),
        lambda: window.acts.run("undo"),
    ):
        bench.tick(10)
        act()
        assert said(bench).startswith(LOCKED)
    assert failed == [LOCKED]
    window.cues.view.menu_wanted.emit(bench.row("4"))
    edit = next(button for button in window.cues.menus.menu.buttons if button.text() == "Edit …")
    bench.tick(10)
    edit.click()
    assert said(bench).startswith(LOCKED)
    assert bench.session.document.serial == before
    bench.press(Qt.Key.Key_Space)
    assert bench.active


def test_rehearsal_is_told_to_the_engine(bench: Bench) -> None:
    desk = bench.console.desk
    desk.modes.enter(Mode.REHEARSE)
    bench.session.engine("lost", "Starting a new one.")
    bench.tick()
    bench.session.engine("attached", "")
    bench.tick()
    desk.modes.enter(Mode.SHOW)
    bench.tick(1)
    desk.modes.enter(Mode.EDIT)
    told = [command.on for command in bench.session.commands if isinstance(command, Rehearsal)]
    assert told == [True, True, False]
    bench.session.more = {"rehearsal": True}  # by another console
    bench.tick(1)
    desk.modes.enter(Mode.SHOW)
    assert bench.session.commands[-1] == Rehearsal(on=False)


def test_what_starts_in_a_rehearsal_is_marked_as_long_as_it_runs(bench: Bench) -> None:
    desk, cards = bench.console.desk, bench.window.active.model
    desk.modes.enter(Mode.REHEARSE)
    bench.tick()
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    desk.modes.enter(Mode.SHOW)
    bench.tick(1)
    assert [card.rehearsed for card in cards.cards] == [True]
    assert str(cards.data(cards.index(0), Qt.ItemDataRole.AccessibleTextRole)).endswith(", rehearsal")
    assert not bench.window.active.view.grab().isNull()
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    assert {card.active.cue: card.rehearsed for card in cards.cards}["2"] is False


@pytest.mark.parametrize("size", [(1024, 680), (1366, 768), (1920, 1080)])
def test_layouts_and_their_widths(open_console: Callable[..., Bench], size: tuple[int, int]) -> None:
    bench = open_console(size=size, mode=Mode.EDIT)
    window, modes = bench.window, bench.console.desk.modes
    assert (window.go.width(), window.go.height(), window.strip.height()) == (168, 84, 84)
    assert window.width() == size[0]
    assert window.pages.isVisible()
    assert window.tools.panic.isVisible()
    assert not window.bottom.panic.isVisible()
    assert not window.right.isVisible()
    QTest.keyClick(window.cues.view, Qt.Key.Key_M)  # what is opened there comes into sight
    assert window.right.isVisible()
    assert window.faders.isVisible()
    assert window.tools.panic.isVisible()
    window.acts.run("side")
    assert not window.right.isVisible()
    assert window.pages.isVisible()
    window.body.setSizes([420, size[0] - 420])
    bench.tick()
    chosen = window.body.sizes()
    modes.enter(Mode.SHOW)
    bench.tick()
    assert window.right.isVisible()
    assert not window.pages.isVisible()
    assert window.bottom.panic.isVisible()
    assert window.width() == size[0]
    modes.enter(Mode.EDIT)
    bench.tick()
    assert window.body.sizes() == chosen
    window.acts.run("page settings")
    sides = window.pages.places["settings"].findChild(GoSide)
    sides.buttons["right"].setFocus()
    QTest.keyClick(sides.buttons["right"], Qt.Key.Key_Return)
    bench.tick()
    assert window.go.x() > window.strip.x()
    sides.buttons["bottom"].click()
    bench.tick()
    assert window.go.y() > window.cues.y()
    assert window.context.settings.value(GO_SIDE) == "bottom"
    sides.buttons["bottom"].setFocus()
    modes.enter(Mode.SHOW)
    window.acts.run("page cues")
    assert window.cues.view.hasFocus()


def test_pages_are_shown_in_place_and_in_windows(
    open_console: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch, expected_warnings: list[LogRecord]
) -> None:
    built: list[str] = []

    def build(context: Context) -> QWidget:
        built.append("rig")
        return QLabel("All fixtures")

    def fail(context: Context) -> QWidget:
        built.append("check")
        raise LookupError("no problems list")

    made = (pages.PAGES[0], Page("rig", "F7", "Rig", build), Page("check", "F9", "Check", fail))
    monkeypatch.setattr("showctl.ui.main_window.PAGES", made)
    bench = open_console(mode=Mode.SHOW)
    window = bench.window
    assert built == []
    QTest.keyClick(window.cues.view, Qt.Key.Key_F7)
    assert built == ["rig"]
    assert not window.cues.isVisible()
    assert all(part.isVisible() for part in (window.go, window.strip, window.side, window.pages.places["rig"]))
    assert window.pages.places["rig"].head.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.cues.view.hasFocus()
    # One that cannot be built says so, can be tried again, and the rest works.
    window.acts.run("page check")
    bench.tick()
    cover = window.faults.covers[window.pages.places["check"]]
    assert "no problems list" in cover.accessibleName()
    cover.button.click()
    assert built == ["rig", "check", "check"]
    assert len(expected_warnings) == 2
    bench.press(Qt.Key.Key_Space)
    assert bench.active
    # A window of its own: keys work there, and it stays where it was put.
    window.acts.run("window rig")
    own = window.pages.windows["rig"]
    own.setGeometry(40, 50, 700, 500)
    assert own.isVisible()
    bench.tick(1)
    bench.press(Qt.Key.Key_Space, own)
    assert bench.standby == "4"
    window.acts.run("page rig")
    assert window.pages.current != "rig"
    own.close()
    bench.tick()
    assert "rig" not in window.pages.windows
    window.acts.run("page rig")
    assert window.pages.current == "rig"
    assert window.pages.take_out("rig").size().width() == 700
    window.ending.quietly()
    assert window.close()
    assert not window.pages.windows["rig"].isVisible()
    again = open_console(mode=Mode.SHOW)
    again.window.pages.restore_windows()
    assert again.window.pages.windows["rig"].size().height() == 500


@pytest.mark.parametrize(("answer", "stopped"), [(0, False), (1, True)])
def test_the_last_window_closes_in_show_mode_with_either_answer(bench: Bench, answer: int, stopped: bool) -> None:
    window = bench.window
    bench.press(Qt.Key.Key_Space)
    own = window.pages.take_out("settings")
    own.activateWindow()
    QTest.keyClick(own, Qt.Key.Key_Q, CONTROL)
    assert window.isVisible()
    assert own.isVisible()
    assert window.banners.closing.isVisible()
    assert "light holds" in window.banners.closing.text
    window.banners.closing.buttons[answer].click()
    assert bench.session.closed is stopped
    assert not window.isVisible()
    assert not own.isVisible()


def test_the_battery_warns_in_show_mode_only(bench: Bench, tmp_path: Path) -> None:
    bench.window.battery.take(Charge(40))
    assert bench.window.battery.banner.isVisible()
    assert bench.window.go.isVisible()


def test_what_was_asked_of_the_machine_comes_to_nobody_once_the_window_has_gone(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    window, ask, asked = bench.window, threading.Event(), threading.Event()

    def charge() -> Charge:
        asked.set()
        ask.wait(SOON / 1000)
        return Charge(40)

    banner = BatteryBanner(DARK)
    power = Power(bench.console.desk, window.messages, banner, Awake(lambda: nullcontext(True)), charge)
    gone = [False]
    power.destroyed.connect(lambda: gone.append(True))
    bench.tick()
    assert asked.wait(SOON / 1000)
    banner.deleteLater()
    qtbot.waitUntil(lambda: gone[-1], timeout=SOON)
    ask.set()
    qtbot.waitUntil(lambda: not any(each.name == "battery" for each in threading.enumerate()), timeout=SOON)
    bench.tick(60.0)
    bench.console.desk.modes.enter(Mode.EDIT)

"""Several lists, carts, folding, the evening's arming: by key and by mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from showctl.engine.command import Arm, Flag, Go, Panic
from showctl.ui.acts import Acts, standby_refused
from showctl.ui.models.cue_tree import LABEL, STATE, CueTreeModel, evening
from showctl.ui.panels.cart_view import CartView
from showctl.ui.panels.cue_view import CueView
from tests.ui.conftest import Bench
from tests.ui.test_go import key_event

SHOW = """
showctl: 1
show: {title: Lists, go guard: 300ms}
cues:
  - {cue: 1, label: First, wait: 10s}
  - cue: 2
    label: Sequence
    group: sequence
    cues:
      - {cue: 2.1, label: Inside, wait: 10s}
      - {cue: 2.2, label: Inside too, wait: 10s}
  - cue: 3
    label: Timeline
    group: timeline
    cues:
      - {cue: 3.1, wait: 10s}
  - {cue: 4, label: Not armed, armed: no, wait: 10s}
  - {cue: 5, label: Flagged, flagged: yes, wait: 10s}
lists:
  foyer:
    label: Foyer
    cues:
      - {cue: 1, label: Foyer on, wait: 10s}
      - {cue: 2, label: Foyer off, wait: 10s}
  stings:
    label: Stings
    cart: yes
    cues:
      - {cue: 1, label: Applause, hotkey: F1, if running: stop, wait: 10s}
      - {cue: 2, label: Drums, hotkey: F2, on release: yes, if running: stop, wait: 10s}
      - {cue: 3, label: Both, group: timeline, cues: [{cue: 3.1, wait: 3s}]}
"""
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def lists(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    show = tmp_path / "lists.yaml"
    show.write_text(SHOW, "utf-8")
    return open_console(show)


def key(bench: Bench, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bench.application.focusWidget() or bench.window, code, held)
    bench.tick()


def cart(bench: Bench) -> CartView:
    bench.window.cues.tabs.setCurrentIndex(2)
    bench.tick()
    view = bench.window.cues.view
    assert isinstance(view, CartView)
    return view


def cues(bench: Bench) -> CueView:
    view = bench.window.cues.view
    assert isinstance(view, CueView)
    return view


def tile(bench: Bench, cue: str) -> QPoint:
    view = cart(bench)
    return view.place_of(bench.row(cue)).center()


# Lists -----------------------------------------------------------------------------------------------------------


def test_each_list_has_its_standby_and_go_is_the_shown_ones(lists: Bench) -> None:
    key(lists, Qt.Key.Key_PageDown, CONTROL)
    assert lists.window.cues.model.name == "foyer"
    key(lists, Qt.Key.Key_Space)
    assert "foyer/1" in lists.active
    assert lists.standby == "foyer/2"
    key(lists, Qt.Key.Key_PageUp, CONTROL)
    assert lists.standby == "1"
    key(lists, Qt.Key.Key_2, ALT)
    assert lists.standby == "foyer/2"


def test_go_and_strip_name_the_list(lists: Bench) -> None:
    assert lists.window.go.caption == "Main · Space"
    lists.window.cues.tabs.setCurrentIndex(1)
    assert lists.window.go.caption == "Foyer · Space"
    assert lists.window.go.accessibleName() == "GO of Foyer, standby 1 Foyer on"


def test_the_tab_of_gos_list_says_so(lists: Bench) -> None:
    tabs = lists.window.cues.tabs
    assert tabs.accessibleTabName(0) == "Main, standby 1, GO acts on this list"
    assert tabs.accessibleTabName(1) == "Foyer, standby 1"
    key(lists, Qt.Key.Key_PageDown, CONTROL)
    key(lists, Qt.Key.Key_Space)
    assert tabs.accessibleTabName(0) == "Main, standby 1"
    assert tabs.accessibleTabName(1) == "Foyer, standby 2, GO acts on this list, 1 active"


def test_while_a_cart_is_shown_go_stays_with_its_list(lists: Bench) -> None:
    lists.window.cues.tabs.setCurrentIndex(1)
    cart(lists)
    assert lists.window.go.caption == "Foyer · Space"
    key(lists, Qt.Key.Key_Space)
    assert set(lists.active) == {"foyer/1"}


def test_the_guard_is_that_of_gos_list(lists: Bench) -> None:
    key(lists, Qt.Key.Key_Space)
    lists.tick(0.1)
    assert lists.window.go.state == "guard"
    lists.window.cues.tabs.setCurrentIndex(1)
    assert lists.window.go.state == "ready"
    key(lists, Qt.Key.Key_Space)
    assert set(lists.active) == {"1", "foyer/1"}


# Carts -----------------------------------------------------------------------------------------------------------


def test_a_press_on_a_tile_starts_its_cue_and_standby_stays(lists: Bench) -> None:
    spot = tile(lists, "stings/1")
    QTest.mousePress(cart(lists).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    lists.tick(1)
    assert set(lists.active) == {"stings/1"}
    assert lists.standby == "1"
    QTest.mouseRelease(cart(lists).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mousePress(cart(lists).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    lists.tick()
    assert lists.active == {}, "again: stops"


def test_the_second_press_of_a_double_click_is_one_as_well(lists: Bench) -> None:
    spot = QPointF(tile(lists, "stings/1"))
    viewport, left = cart(lists).viewport(), Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
        event = QMouseEvent(kind, spot, viewport.mapToGlobal(spot), left, left, Qt.KeyboardModifier.NoModifier)
        lists.application.sendEvent(viewport, event)
        lists.tick()
    assert lists.active == {}


def test_a_cart_by_keys(lists: Bench) -> None:
    view = cart(lists)
    view.setFocus()
    view.select(lists.row("stings/1"))
    key(lists, Qt.Key.Key_Right)
    assert view.selected is lists.row("stings/2")
    key(lists, Qt.Key.Key_Return)
    assert set(lists.active) == {"stings/2"}
    key(lists, Qt.Key.Key_P)
    assert lists.row("stings/2").state == "paused"
    key(lists, Qt.Key.Key_S)
    assert lists.active == {}


def test_tiles_keep_qts_rules_and_paint_every_state(lists: Bench) -> None:
    view = cart(lists)
    tester = QAbstractItemModelTester(lists.window.cues.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    blank = view.grab().toImage()
    for cue in ("stings/1", "stings/3"):
        lists.console.desk.start(cue)
    lists.console.desk.arm("stings/2", False)
    lists.tick(1)
    assert view.grab().toImage() != blank
    for width in (200, 500, 1400):
        lists.window.resize(max(width, 1024), 700)
        lists.tick()
    assert tester.model() is lists.window.cues.model


def test_no_engine_starts_nothing_and_says_so(lists: Bench) -> None:
    lists.session.engine("lost", "Starting a new one.")
    lists.tick()
    QTest.mousePress(cart(lists).viewport(), Qt.MouseButton.LeftButton, pos=tile(lists, "stings/1"))
    lists.tick()
    message = lists.window.messages.top
    assert message is not None
    assert message.fact == "Nothing was sent: engine lost."


def none_active(lists: Bench) -> bool:
    lists.tick()
    return not lists.active


def test_on_release_does_its_second_start_when_the_key_comes_up(lists: Bench, qtbot: QtBot) -> None:
    target = lists.window.cues.view
    QTest.keyPress(target, Qt.Key.Key_F2)
    lists.tick(1)
    assert set(lists.active) == {"stings/2"}
    QTest.keyRelease(target, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: none_active(lists))


def test_what_x11_repeats_is_no_key_let_go(lists: Bench, qtbot: QtBot) -> None:
    target = lists.window.cues.view
    for at, kind in ((5000, QEvent.Type.KeyPress), (5660, QEvent.Type.KeyRelease), (5660, QEvent.Type.KeyPress)):
        lists.application.sendEvent(target, key_event(kind, at, Qt.Key.Key_F2))
    QTest.qWait(40)  # twice as long as the console waits for a repeat to follow: only time shows that nothing is let go
    lists.tick()
    assert set(lists.active) == {"stings/2"}
    lists.application.sendEvent(target, key_event(QEvent.Type.KeyRelease, 7000, Qt.Key.Key_F2))
    qtbot.waitUntil(lambda: none_active(lists))


def test_a_key_that_is_held_while_another_program_comes_in_front_counts_as_let_go(lists: Bench) -> None:
    QTest.keyPress(lists.window.cues.view, Qt.Key.Key_F2)
    lists.tick(1)
    lists.application.sendEvent(lists.application, QEvent(QEvent.Type.ApplicationStateChange))
    lists.tick()
    assert lists.active == {}


# Folding, standby inside sequences -------------------------------------------------------------------------------


def test_standby_goes_into_sequences_and_nowhere_else(lists: Bench) -> None:
    view = cues(lists)
    view.select(lists.row("2.2"))
    key(lists, Qt.Key.Key_Return)
    assert lists.standby == "2.2"
    assert lists.row("2.2").standby
    view.select(lists.row("3.1"))
    key(lists, Qt.Key.Key_Return)
    assert lists.standby == "2.2"
    message = lists.window.messages.top
    assert message is not None
    assert message.fact.startswith("3.1 is inside 3")
    model = lists.window.cues.models[2]
    assert "is a cart" in standby_refused(model.rows[0], model)


def test_arrows_fold_and_unfold_the_group_that_is_meant(lists: Bench) -> None:
    view, model = cues(lists), lists.window.cues.model
    lists.console.desk.set_standby("2.1")
    lists.tick()
    group = model.index_of(lists.row("2"))
    key(lists, Qt.Key.Key_Left)
    assert not view.isExpanded(group)
    assert lists.row("2.1").standby
    key(lists, Qt.Key.Key_Right)
    assert view.isExpanded(group)
    key(lists, Qt.Key.Key_Left, CONTROL)
    assert not view.isExpanded(model.index_of(lists.row("3")))
    key(lists, Qt.Key.Key_Right, CONTROL)
    assert view.isExpanded(model.index_of(lists.row("3")))


def test_standby_that_moves_into_a_folded_group_unfolds_it(lists: Bench) -> None:
    view, model = cues(lists), lists.window.cues.model
    key(lists, Qt.Key.Key_Left, CONTROL)
    lists.console.desk.set_standby("2.2")
    lists.tick()
    assert view.isExpanded(model.index_of(lists.row("2")))


def test_a_folded_group_shows_that_standby_is_in_it(lists: Bench) -> None:
    lists.console.desk.set_standby("2.1")
    lists.tick()
    view = cues(lists)
    view.collapseAll()
    with_standby = view.grab().toImage()
    lists.console.desk.set_standby("1")
    lists.tick()
    view.collapseAll()
    assert view.grab().toImage() != with_standby


def test_shift_and_arrows_select(lists: Bench) -> None:
    view = cues(lists)
    key(lists, Qt.Key.Key_Down, SHIFT)
    assert view.selected is lists.row("1")
    key(lists, Qt.Key.Key_Down, SHIFT)
    key(lists, Qt.Key.Key_Down, SHIFT)
    assert view.selected is lists.row("2.1")
    key(lists, Qt.Key.Key_Up, SHIFT)
    assert view.selected is lists.row("2")
    assert lists.standby == "1"


# The evening -----------------------------------------------------------------------------------------------------


def test_shift_a_and_shift_f_arm_and_flag_the_cue_that_is_meant(lists: Bench) -> None:
    key(lists, Qt.Key.Key_A, SHIFT)
    assert lists.row("1").state == "disarmed"
    assert evening(lists.row("1")) == [("disarmed this evening", False)]
    cues(lists).select(lists.row("4"))
    assert evening(lists.row("4")) == []
    key(lists, Qt.Key.Key_A, SHIFT)
    key(lists, Qt.Key.Key_F, SHIFT)
    assert evening(lists.row("4")) == [("armed this evening", False), ("flagged this evening", False)]
    assert lists.row("4").state == ""
    key(lists, Qt.Key.Key_A, SHIFT)
    key(lists, Qt.Key.Key_F, SHIFT)
    assert evening(lists.row("4")) == []
    cues(lists).select(lists.row("5"))
    assert evening(lists.row("5")) == [("flagged", True)]
    key(lists, Qt.Key.Key_F, SHIFT)
    assert evening(lists.row("5")) == [("flag off this evening", False)]
    key(lists, Qt.Key.Key_A)
    assert lists.row("5").armed, "only with Shift"


def test_rows_tell_this_evening_from_the_file(lists: Bench) -> None:
    view = cues(lists)
    before = view.grab().toImage()
    lists.session.send(Arm(cue="1", armed=False))
    lists.session.send(Flag(cue="5", flagged=False))
    lists.tick()
    assert view.grab().toImage() != before
    said = lists.window.cues.model.index_of(lists.row("1")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "disarmed this evening" in said


def test_what_was_selected_long_ago_is_shown_before_a_key_does_anything_to_it(
    open_console: Callable[..., Bench], tmp_path: Path
) -> None:
    show = tmp_path / "long.yaml"
    rows = "".join(f"  - {{cue: {n}, wait: 1s}}\n" for n in range(1, 200))
    show.write_text(f"showctl: 1\nshow: {{title: Long}}\ncues:\n{rows}", "utf-8")
    bench = open_console(show)
    cues(bench).select(bench.row("1"))
    cues(bench).show_row(bench.row("150"))
    bench.tick()
    key(bench, Qt.Key.Key_V)
    assert bench.active == {}
    assert cues(bench).in_sight(bench.row("1"))
    key(bench, Qt.Key.Key_V)
    assert set(bench.active) == {"1"}


# The menu --------------------------------------------------------------------------------------------------------


def open_menu(bench: Bench, cue: str) -> None:
    index = bench.window.cues.model.index_of(bench.row(cue), LABEL)
    view = cues(bench)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=view.visualRect(index).center())
    bench.tick()


def test_the_menu_of_a_cue_does_what_it_says(lists: Bench) -> None:
    open_menu(lists, "2.2")
    menu = lists.window.cues.menus.menu
    assert menu.isVisible()
    words = {button.text(): button for button in menu.buttons}
    assert "Disarm for this evening" in words
    QTest.mouseClick(words["Disarm for this evening"], Qt.MouseButton.LeftButton)
    lists.tick()
    assert not menu.isVisible()
    assert lists.row("2.2").state == "disarmed"
    open_menu(lists, "2.2")
    words = {button.text(): button for button in menu.buttons}
    QTest.mouseClick(words["Stop, and as the file says"], Qt.MouseButton.LeftButton)
    lists.tick()
    assert lists.row("2.2").state == ""


def right_click(bench: Bench, at: int) -> None:
    tabs = bench.window.cues.tabs
    spot = tabs.tabRect(at).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, tabs.mapToGlobal(spot))
    bench.application.sendEvent(tabs, event)
    bench.tick()


def test_the_tab_of_a_list_gives_its_light_back(bench: Bench) -> None:
    """Foyer's, whatever list is shown, in the show's `go to time`; cues, standby and GO's list stay."""
    bench.console.desk.session.send(Go(list="foyer"))
    bench.tick(5)
    mixer, main = bench.session._playback.mixer, bench.standby
    mixer.levels(bench.clock())
    assert mixer.values.max() == pytest.approx(0.3)
    right_click(bench, 1)
    menu = bench.window.cues.menus.menu
    assert menu.accessibleName() == "What can be done with Foyer"
    assert [button.text() for button in menu.buttons] == ["Give back its light, in 2s"]
    QTest.mouseClick(menu.buttons[0], Qt.MouseButton.LeftButton)
    bench.tick(1)
    mixer.levels(bench.clock())
    assert 0.1 < mixer.values.max() < 0.2
    bench.tick(2)
    mixer.levels(bench.clock())
    assert mixer.values.max() == 0.0
    assert (bench.console.desk.list, bench.standby, menu.isVisible()) == ("main", main, False)


def test_the_tab_of_a_list_without_light_says_so(lists: Bench) -> None:
    said: list[str] = []
    lists.console.desk.said.connect(said.append)
    right_click(lists, 1)
    assert not lists.window.cues.menus.menu.isVisible()
    assert said == ["Foyer moves no light: there is none to give back."]


def test_go_works_with_the_menu_open_by_key_and_by_mouse(lists: Bench) -> None:
    open_menu(lists, "4")
    key(lists, Qt.Key.Key_Space)
    assert "1" in lists.active
    assert lists.standby == "2"
    lists.tick(1)
    assert lists.window.cues.menus.menu.isVisible()
    QTest.mousePress(lists.window.go, Qt.MouseButton.LeftButton)
    lists.tick()
    assert "2.1" in lists.active
    assert not lists.window.cues.menus.menu.isVisible()


def test_escape_panics_and_closes_the_menu(lists: Bench) -> None:
    sent: list[object] = []
    send = lists.session.send
    lists.session.send = lambda command: sent.append(command) or send(command)  # type: ignore[method-assign,func-returns-value]
    open_menu(lists, "4")
    key(lists, Qt.Key.Key_Escape)
    assert not lists.window.cues.menus.menu.isVisible()
    assert isinstance(sent[-1], Panic)
    open_menu(lists, "4")
    key(lists, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not lists.window.cues.menus.menu.isVisible()
    assert [isinstance(command, Panic) for command in sent].count(True) == 1


def test_arrows_go_through_the_menu_and_enter_does_what_they_are_at(lists: Bench) -> None:
    cues(lists).select(lists.row("5"))
    before = lists.standby
    key(lists, Qt.Key.Key_F10, SHIFT)
    menu = lists.window.cues.menus.menu
    assert menu.isVisible()
    for _ in range(3):
        key(lists, Qt.Key.Key_Down)
    for _ in range(2):
        key(lists, Qt.Key.Key_Up)
    assert [button.property("at") for button in menu.buttons][:2] == [True, False]
    assert lists.standby == before
    key(lists, Qt.Key.Key_Return)
    lists.tick()
    assert not menu.isVisible()
    assert lists.standby == "5"
    key(lists, Qt.Key.Key_Down)  # the list has them again
    assert not menu.isVisible()


def test_the_menu_by_key_hides_no_label(lists: Bench) -> None:
    cues(lists).select(lists.row("5"))
    key(lists, Qt.Key.Key_F10, SHIFT)
    menu, view = lists.window.cues.menus.menu, cues(lists)
    assert menu.isVisible()
    row = view.place_of(lists.row("5"))
    row.moveTopLeft(view.viewport().mapTo(menu.parentWidget(), row.topLeft()))
    assert not menu.geometry().intersects(row)
    assert [offer.act for offer in Acts(lists.console.desk).offers(lists.row("5"), model(lists))][:2] == [
        "standby",
        "start",
    ]


def model(bench: Bench) -> CueTreeModel:
    return bench.window.cues.model


def test_the_gutter_of_a_cue_in_a_sequence_puts_it_in_standby(lists: Bench) -> None:
    view = cues(lists)
    spot = view.visualRect(model(lists).index_of(lists.row("2.2"), STATE)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    lists.tick()
    assert lists.standby == "2.2"

"""Whole evenings at the real window with the real engine, by keys and mouse alone."""

import os
import signal
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from showctl.link.meeting import find
from showctl.ui.mode import Mode
from showctl.ui.models.cue_tree import DURATION
from tests.ui.operator import CONTROL, EVENING, LEFT, NONE, SHIFT, Operator, Receiver


def test_rehearse_edit_save_show_panic(at_work: Callable[[str], Operator], osc: Receiver, light: Receiver) -> None:
    text = EVENING.format(port=osc.port, light=light.address)
    me = at_work(text)
    assert me.mode is Mode.EDIT
    me.key(Qt.Key.Key_R, CONTROL | SHIFT)
    assert me.mode is Mode.REHEARSE
    me.until(lambda: me.console.desk.snapshot and me.console.desk.snapshot.rehearsal)
    me.key(Qt.Key.Key_Space)
    me.until(lambda: light.levels[:1] == [128])
    me.until(lambda: me.standby == "2")

    me.key(Qt.Key.Key_Colon)
    me.type("set cue 3 light time 0.2")
    me.key(Qt.Key.Key_Return)
    me.settled()
    me.key(Qt.Key.Key_R, CONTROL | SHIFT)
    assert me.mode is Mode.EDIT
    me.until(lambda: me.console.desk.snapshot and not me.console.desk.snapshot.rehearsal)
    me.type("4")
    me.key(Qt.Key.Key_Return)
    me.until(lambda: me.chosen == "4")
    assert me.standby == "2"
    me.key(Qt.Key.Key_Return)
    me.write("Curtain")
    me.settled()
    assert me.label("4") == "Curtain"
    me.key(Qt.Key.Key_Z, CONTROL)
    me.settled()
    assert me.label("4") == "Last"
    me.key(Qt.Key.Key_S, CONTROL)
    me.until(lambda: me.window.mark.mark.text.startswith("saved"))
    corrected = text.replace("time: 5s", "time: 0.2").encode()
    assert me.show.read_bytes() == corrected

    me.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert me.mode is Mode.SHOW
    me.key(Qt.Key.Key_Z, CONTROL)
    assert "Locked for the show" in me.said
    me.key(Qt.Key.Key_Return)  # standby in Show mode, and no field
    assert me.window.building.cells.editor is None
    me.type("2")
    me.key(Qt.Key.Key_Return)
    me.until(lambda: me.standby == "2")
    for following in ("3", "4", None):
        me.key(Qt.Key.Key_Space)
        me.until(lambda following=following: me.standby == following)
    me.until(lambda: osc.addresses == ["/hello", "/last"])
    me.until(lambda: light.levels[:1] == [255])
    me.key(Qt.Key.Key_Space)
    me.until(lambda: me.window.go.state == "end of list")
    assert me.window.go.accessibleName() == "GO, no standby"
    me.key(Qt.Key.Key_Escape)
    me.until(lambda: me.console.desk.snapshot and not me.active)
    assert me.show.read_bytes() == corrected
    assert osc.addresses == ["/hello", "/last"]


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with SIGKILL")
def test_engine_lost_in_mid_show(at_work: Callable[[str], Operator], osc: Receiver, light: Receiver) -> None:
    me = at_work(EVENING.format(port=osc.port, light=light.address))
    me.key(Qt.Key.Key_L, CONTROL | SHIFT)
    for following in ("2", "3"):
        me.key(Qt.Key.Key_Space)
        me.until(lambda following=following: me.standby == following)
    me.until(lambda: osc.addresses == ["/hello"] and light.levels[:1] == [128])
    refused: list[str] = []
    me.console.desk.refused.connect(refused.append)
    before = find(me.show)
    assert before is not None
    os.kill(before.pid, signal.SIGKILL)
    me.until(lambda: not me.console.desk.attached)
    assert me.window.banners.engine.isVisible()
    assert me.window.go.state != "ready"
    me.key(Qt.Key.Key_Space)
    assert refused
    assert "engine" in refused[0]
    me.until(lambda: me.console.desk.attached)
    me.until(lambda: not me.window.banners.engine.isVisible())
    assert me.standby == "3"
    assert me.mode is Mode.SHOW
    assert me.active == set()
    me.until(lambda: light.levels[:1] == [128])  # it sends again, and holds
    me.key(Qt.Key.Key_Space)
    me.until(lambda: me.standby == "4")
    me.key(Qt.Key.Key_Space)
    me.until(lambda: osc.addresses == ["/hello", "/last"])
    me.until(lambda: light.levels[0] > 128)


def test_a_rehearsal_is_corrected_without_moving_standby(
    at_work: Callable[[str], Operator], osc: Receiver, light: Receiver
) -> None:
    text = EVENING.format(port=osc.port, light=light.address)
    me = at_work(text)
    me.key(Qt.Key.Key_4, CONTROL)
    me.settled()
    me.key(Qt.Key.Key_R, CONTROL | SHIFT)
    me.click_row("3")
    me.key(Qt.Key.Key_I, CONTROL)
    assert me.target.accessibleName() == "Intensity up"
    me.write("0.4")
    me.settled()
    assert me.duration("3") == 0.4
    me.key(Qt.Key.Key_Space, CONTROL)
    me.until(lambda: me.standby == "2")
    assert me.chosen == "3"  # what is being corrected stays so
    me.key(Qt.Key.Key_W, CONTROL)
    assert me.target is me.view
    me.double_click_row("1", DURATION)
    assert me.window.building.cells.editor is not None
    me.write("2")
    me.settled()
    assert me.duration("1") == 2.0
    assert me.standby == "2"
    me.key(Qt.Key.Key_I, CONTROL)
    me.tab_to("Label")
    me.write("House half")
    me.settled()
    assert me.label("1") == "House half"
    me.click(me.button("Close the corrections"))
    for was in ("House", "House", "House", "House"):  # the fourth is of a cue that was made in Edit mode
        me.key(Qt.Key.Key_Z, CONTROL)
        me.settled()
        assert me.label("1") == was
    assert (me.duration("1"), me.duration("3"), me.numbers) == (0.0, 5.0, "1 2 3 4 5")
    assert "Only times, labels and notes" in me.said
    me.key(Qt.Key.Key_R, CONTROL | SHIFT)
    assert me.window.pages.places["cues"].isVisible()


def test_a_held_space_is_one_go_and_both_answers_on_closing(
    at_work: Callable[[str], Operator], osc: Receiver, light: Receiver
) -> None:
    me = at_work(EVENING.format(port=osc.port, light=light.address))
    me.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert me.mode is Mode.SHOW
    me.until(lambda: me.standby == "1")
    refused: list[str] = []
    me.console.desk.refused.connect(refused.append)
    me.hold(Qt.Key.Key_Space, NONE, lambda: light.levels[:1] == [128] and bool(refused))
    me.until(lambda: me.standby == "2")
    assert refused == ["key held"]
    assert osc.addresses == []
    me.key(Qt.Key.Key_Q, CONTROL)
    asks = me.window.banners.closing
    assert asks.isVisible()
    assert me.window.isVisible()
    me.key(Qt.Key.Key_Space)  # the show goes on under the question
    me.until(lambda: osc.addresses == ["/hello"])
    me.click(asks.buttons[0])
    assert not me.window.isVisible()
    playing = find(me.show)
    assert playing is not None

    back = at_work("")
    back.until(lambda: back.standby == "3")
    assert back.mode is Mode.SHOW  # as it was left
    found = find(me.show)
    assert found is not None
    assert found.pid == playing.pid
    back.key(Qt.Key.Key_Q, CONTROL)
    QTest.mouseClick(back.window.banners.closing.buttons[1], LEFT)
    assert not back.window.isVisible()
    back.until(lambda: find(me.show) is None)

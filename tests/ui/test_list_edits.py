"""Building in the cue list of the real window: selecting, writing in cells, new cues, clipboard, dragging, numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.showfile.splice import text_of
from showctl.ui.mode import Mode
from showctl.ui.models.cue_tree import DURATION, LABEL, NUMBER, PRE_WAIT, STATE
from showctl.ui.panels.cue_view import CueView
from tests.ui.conftest import Bench

SHOW = """showctl: 1
show: {title: Building}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: front, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, label: House, light: {time: 2s, look: {front: full}}}  # first
  - {cue: 2, label: Walk-in, wait: 1:30}
  - cue: 3
    label: Song
    group: timeline
    cues:
      - {cue: 3.1, label: Front, pre-wait: 1s, light: {look: {front: 50%}}}
      - {cue: 3.2, wait: 4s}
  - {cue: 4, label: Out, wait: 1s}
  - {cue: 5, label: Clear, memo: Sweep}
"""
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


class Built:
    """A bench in Edit mode, hands and eyes on its list."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench, self._qtbot = bench, qtbot
        self.window = bench.window
        self.tools = bench.window.building

    @property
    def view(self) -> CueView:
        view = self.window.cues.view
        assert isinstance(view, CueView)
        return view

    def settle(self) -> None:
        """Until all that was asked for is done and seen."""
        self._qtbot.waitUntil(lambda: self.window.edits.editing.turn.pending == 0, timeout=10_000)
        self.bench.tick()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.bench.application.focusWidget() or self.window, key, held)
        self.settle()

    def type(self, text: str) -> None:
        field = self.bench.application.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)

    def click(self, cue: str, held: Qt.KeyboardModifier = NONE, column: int = LABEL) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, held, self.bench.at_row(cue, column))
        self.bench.tick()

    def double_click(self, cue: str, column: int) -> None:
        at = self.bench.at_row(cue, column)
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)
        self.settle()

    def mouse(self, kind: QEvent.Type, at: QPoint) -> None:
        """As the window system hands it over, with the button held while it moves."""
        port = self.view.viewport()
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, QPointF(at), QPointF(port.mapToGlobal(at)), button, held, NONE)
        QApplication.sendEvent(port, event)

    def drag(self, cue: str, to: QPoint) -> None:
        start = self.bench.at_row(cue, LABEL)
        self.mouse(QEvent.Type.MouseButtonPress, start)
        for part in (0.3, 0.7, 1.0):
            self.mouse(QEvent.Type.MouseMove, start + (to - start) * part)
        self.bench.application.processEvents()
        self.mouse(QEvent.Type.MouseButtonRelease, to)
        self.settle()

    @property
    def chosen(self) -> str:
        return " ".join(self.window.selection.cues)

    @property
    def numbers(self) -> str:
        return " ".join(row.cue.number for row in self.window.cues.model.rows)

    @property
    def text(self) -> str:
        return text_of(self.bench.session.document.state.root)

    @property
    def said(self) -> str:
        top = self.window.messages.top
        return f"{top.fact} {top.effect}" if top is not None else ""


@pytest.fixture
def built(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> Built:
    path = tmp_path / "building.yaml"
    path.write_text(SHOW)
    return Built(open_console(path, mode=Mode.EDIT), qtbot)


def test_selection_and_standby_are_two_things(built: Built) -> None:
    built.click("1")
    built.click("4", SHIFT)
    assert built.chosen == "1 2 3 3.1 3.2 4"
    built.click("3", CONTROL)
    built.click("3.1", CONTROL)
    assert built.chosen == "1 2 3.2 4"
    assert built.tools.footer.counted == "4 of 7 selected"
    assert built.bench.standby == "1"
    built.click("2", column=STATE)
    assert built.bench.standby == "2"
    assert built.chosen == "1 2 3.2 4"  # in Edit it stays when standby moves
    built.key(Qt.Key.Key_Down, CONTROL)
    assert built.bench.standby == "3"
    built.click("1")
    built.key(Qt.Key.Key_Down)
    built.key(Qt.Key.Key_Down, SHIFT)
    assert built.chosen == "2 3"
    assert built.bench.standby == "3"
    built.key(Qt.Key.Key_A, CONTROL)
    assert built.tools.footer.counted == "7 of 7 selected"
    built.window.modes.enter(Mode.SHOW)
    assert built.chosen == ""
    built.click("1")
    built.click("4", SHIFT)
    assert built.chosen == "4"
    for key, held in (
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_1, CONTROL),
        (Qt.Key.Key_V, CONTROL),
        (Qt.Key.Key_D, CONTROL),
    ):
        built.key(key, held)
        assert "Locked for the show" in built.said
    built.drag("1", built.bench.at_row("4", LABEL))
    assert built.text == SHOW
    built.double_click("2", LABEL)
    assert built.bench.standby == "2"
    assert built.tools.cells.editor is None


def test_cells_are_written_in_place(built: Built) -> None:
    built.double_click("2", LABEL)
    built.type("Doors")
    built.key(Qt.Key.Key_Tab)  # the next cell that can be written in: its duration
    editor = built.tools.cells.editor
    assert editor is not None
    assert (editor.column, editor.text()) == (DURATION, "1:30")
    built.type("soon")
    assert "is not a time" in built.tools.footer.said
    built.key(Qt.Key.Key_Return)
    assert editor.isVisible()  # what is wrong stays as it was typed
    assert editor.text() == "soon"
    editor.selectAll()
    built.type("2m")
    assert built.tools.footer.said == "2m"
    built.bench.press(Qt.Key.Key_Space)  # types
    assert not built.bench.active
    built.key(Qt.Key.Key_Return)
    assert built.view.hasFocus()
    assert "label: Doors, wait: 2m}" in built.text
    built.key(Qt.Key.Key_Return)  # the label of the row that is selected
    built.key(Qt.Key.Key_Tab, SHIFT)
    editor = built.tools.cells.editor
    assert editor is not None
    assert editor.column == NUMBER
    built.type("1")
    built.key(Qt.Key.Key_Return)
    assert "two cues 1" in built.tools.footer.said
    editor.selectAll()
    built.type("2.5")
    built.click("4")  # elsewhere: it is taken
    built.settle()
    assert built.numbers == "1 2.5 3 3.1 3.2 4 5"
    built.window.building.layout.choose("column pre-wait")
    assert not built.view.head.isSectionHidden(PRE_WAIT)
    built.double_click("3.1", PRE_WAIT)
    built.type("0.5")
    built.key(Qt.Key.Key_Return)
    assert "pre-wait: 0.5" in built.text
    built.bench.console.desk.go()
    built.bench.tick(0.1)
    built.double_click("1", DURATION)
    built.type("9")
    built.key(Qt.Key.Key_Return)
    assert "1 is running: it counts at its next start." in built.said


def test_new_cues_copies_and_what_is_deleted(built: Built) -> None:
    built.click("1")
    built.key(Qt.Key.Key_1, CONTROL)
    assert built.chosen == "1.5"
    built.key(Qt.Key.Key_4, CONTROL)
    built.key(Qt.Key.Key_0, CONTROL)
    assert built.numbers == "1 1.5 1.6 1.7 1.7.1 2 3 3.1 3.2 4 5"
    built.key(Qt.Key.Key_2, CONTROL)
    assert "needs a device" in built.said
    built.click("1.5")
    built.click("1.7", SHIFT)
    built.key(Qt.Key.Key_Delete)
    assert built.numbers == "1 2 3 3.1 3.2 4 5"
    assert built.chosen == "2"
    built.click("1")
    built.click("3", CONTROL)
    built.key(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("- {cue: 1, label: House")
    built.click("5")
    built.key(Qt.Key.Key_V, CONTROL)
    assert built.numbers == "1 2 3 3.1 3.2 4 5 6 7 7.1 7.2"
    assert built.chosen == "6 7"
    built.key(Qt.Key.Key_X, CONTROL)
    built.settle()
    assert built.numbers == "1 2 3 3.1 3.2 4 5"
    built.key(Qt.Key.Key_D, CONTROL)
    assert built.numbers == "1 2 3 3.1 3.2 4 5 6"
    QGuiApplication.clipboard().setText("- {cue: 9, wai: 3s}")
    built.key(Qt.Key.Key_V, CONTROL)
    assert "did you mean wait?" in built.said
    built.click("1")
    built.click("2", SHIFT)
    built.key(Qt.Key.Key_G, CONTROL)
    assert built.numbers == "7 1 2 3 3.1 3.2 4 5 6"
    built.key(Qt.Key.Key_G, CONTROL | SHIFT)
    assert built.numbers == "1 2 3 3.1 3.2 4 5 6"
    built.click("2")
    built.window.acts.run("template")
    built.window.acts.run("new stage")
    built.settle()
    assert "no template" in built.said or "What people do" in built.text
    for _ in range(built.bench.session.document.done):
        built.window.edits.editing.undo()
    built.settle()
    assert built.text == SHOW


def test_a_kind_of_cue_that_lacks_a_device_leads_to_where_one_is_added(built: Built) -> None:
    built.window.acts.run("page rig")
    built.bench.tick()
    built.window.acts.run("new osc")
    built.settle()
    assert "needs a device of the type osc" in built.said
    assert built.numbers == "1 2 3 3.1 3.2 4 5"
    built.key(Qt.Key.Key_Down)
    built.key(Qt.Key.Key_Return)
    assert built.window.pages.current == "patch"
    built.window.acts.run("new stage")
    built.settle()
    assert built.window.pages.current == "cues", "where the fields of the new cue are"


def test_cues_are_dragged_and_moved_by_key(built: Built) -> None:
    view, bench = built.view, built.bench
    high = view.row_height
    built.drag("5", bench.at_row("1", LABEL) - QPoint(0, high // 2 - 2))
    assert built.numbers == "5 1 2 3 3.1 3.2 4"
    assert built.chosen == "5"
    built.drag("5", bench.at_row("3", LABEL))  # onto the group: into it, at its end
    assert built.numbers == "1 2 3 3.1 3.2 5 4"
    assert bench.row("5").depth == 1
    label = view.header().sectionViewportPosition(LABEL)
    built.drag("5", QPoint(label + 20, bench.at_row("5", LABEL).y() + high // 2 - 2))  # the indent decides: out of it
    assert built.numbers == "1 2 3 3.1 3.2 5 4"
    assert bench.row("5").depth == 0
    built.click("1")
    built.click("2", CONTROL)
    built.drag("2", QPoint(200, view.viewport().height() - 5))  # below all
    assert built.numbers == "3 3.1 3.2 5 4 1 2"
    assert built.chosen == "1 2"
    assert bench.session.document.done == 4  # each drop is one step
    built.drag("1", QPoint(200, -300))  # outside: nothing
    assert bench.session.document.done == 4
    # Keys work while the mouse drags: GO goes.
    start = bench.at_row("4", LABEL)
    built.mouse(QEvent.Type.MouseButtonPress, start)
    built.mouse(QEvent.Type.MouseMove, start - QPoint(0, 60))
    bench.press(Qt.Key.Key_Space)
    assert bench.active
    built.mouse(QEvent.Type.MouseButtonRelease, QPoint(200, -300))
    built.click("4")
    built.key(Qt.Key.Key_Up, ALT)
    assert built.numbers == "3 3.1 3.2 4 5 1 2"
    built.key(Qt.Key.Key_Right, ALT)
    assert bench.row("4").depth == 1
    built.key(Qt.Key.Key_Left, ALT)
    assert bench.row("4").depth == 0
    assert built.chosen == "4"


def test_a_number_is_typed_and_columns_are_kept(built: Built) -> None:
    strip = built.window.strip
    built.view.setFocus()
    built.type("3.2")
    assert strip.typed == "3.2"
    built.key(Qt.Key.Key_Return)
    assert built.chosen == "3.2"
    assert strip.typed == ""
    built.type("4")
    built.key(Qt.Key.Key_Return, CONTROL)
    assert built.bench.standby == "4"
    built.type("99")
    built.bench.tick(3.1)
    assert strip.typed == ""
    built.type("99")
    built.key(Qt.Key.Key_Return)
    assert "There is no cue 99" in built.said
    built.window.modes.enter(Mode.SHOW)
    built.type("2")
    built.key(Qt.Key.Key_Return)
    assert built.bench.standby == "2"
    assert built.view.row_height == 44
    built.window.modes.enter(Mode.EDIT)
    assert built.view.row_height == 30
    built.tools.layout.choose("list/compact rows")
    assert built.view.row_height == 26
    built.tools.layout.choose("list/standby in the middle")
    built.tools.layout.choose("column then")
    hidden = built.tools.layout.columns.hidden
    built.window.modes.enter(Mode.REHEARSE)
    assert built.tools.layout.columns.hidden == frozenset()
    built.window.modes.enter(Mode.EDIT)
    assert built.tools.layout.columns.hidden == hidden


def test_finding_shows_what_is_found_and_goes_on_to_the_next(built: Built) -> None:
    view, bar = built.view, built.tools.find.bar

    def shown() -> str:
        model = built.window.cues.model
        return " ".join(row.id for row in model.rows if not view.visualRect(model.index_of(row)).isEmpty())

    built.view.setFocus()
    built.key(Qt.Key.Key_F, CONTROL)
    assert bar.field.hasFocus()
    built.type("o")
    built.key(Qt.Key.Key_Return)
    assert (bar.counted, built.chosen) == ("1 of 4", "1")
    assert shown() == "1 3 3.1 4"  # what stands around it, too
    built.key(Qt.Key.Key_Return)
    built.key(Qt.Key.Key_Return)
    assert built.chosen == "3.1"
    built.key(Qt.Key.Key_Return, SHIFT)
    assert built.chosen == "3"
    bar.departments["light"].click()
    assert bar.counted == "2 of 7 cues"
    bar.field.clear()
    bar.departments["light"].click()
    bar.kind.setCurrentIndex(bar.kind.findData("memo"))
    assert shown() == "1 5"  # standby is always seen
    assert bar.counted == "1 of 7 cues"
    built.window.modes.enter(Mode.SHOW)  # finding is no edit
    bar.field.setFocus()
    bench = built.bench
    bench.press(Qt.Key.Key_Space)
    assert not bench.active
    bar.kind.setCurrentIndex(0)
    built.key(Qt.Key.Key_W, CONTROL)
    assert built.view.hasFocus()
    assert shown() == "1 2 3 3.1 3.2 4 5"


def test_drawers_say_what_it_would_come_to(built: Built) -> None:
    renumber, replace, properties = built.tools.drawers
    built.click("2")
    built.click("3", SHIFT)
    built.key(Qt.Key.Key_R, CONTROL)
    assert renumber.start.hasFocus()
    renumber.start.selectAll()
    built.type("10")
    renumber.step.setFocus()
    renumber.step.selectAll()
    built.type("5")
    built.settle()
    assert renumber.drawer.lines[:2] == ["2  →  10    Walk-in", "3  →  15    Song"]
    assert renumber.drawer.said.startswith("4 numbers change.")
    built.key(Qt.Key.Key_Return)
    assert built.numbers == "1 10 15 15.1 15.2 4 5"
    assert not renumber.drawer.isVisible()
    assert built.view.hasFocus()
    built.click("5")
    built.key(Qt.Key.Key_R, CONTROL)
    renumber.look()
    renumber.drawer.asked.emit()  # before is known what it comes to
    built.window.cues.shown.emit()  # and the list comes to another state
    built.settle()
    assert built.numbers == "10 15 20 20.1 20.2 25 30"
    built.key(Qt.Key.Key_Z, CONTROL)
    built.settle()
    built.key(Qt.Key.Key_R, CONTROL)
    renumber.start.selectAll()
    built.type("x")
    built.settle()
    assert "does not end with a number" in renumber.drawer.said
    assert not renumber.drawer.does.isEnabled()
    built.key(Qt.Key.Key_H, CONTROL)
    assert not renumber.drawer.isVisible()
    built.type("walk")
    replace.replace.setFocus()
    built.type("Stroll")
    built.settle()
    assert replace.drawer.lines == ["10    Walk-in  →  Stroll-in"]
    built.key(Qt.Key.Key_Return)
    assert "label: Stroll-in" in built.text
    built.click("15.1")
    built.key(Qt.Key.Key_C, CONTROL)
    built.click("10")
    built.click("1", CONTROL)
    built.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert [box.text() for box in properties.boxes.values()] == [
        "Label:  Front", "Pre-wait:  1s", "Light: look:  {front: 50%}"
    ]  # fmt: skip
    assert "Tick what" in properties.drawer.said
    properties.boxes["pre-wait",].click()
    assert properties.drawer.said == "1 of the copied cue into 2 selected, as one step of undo."
    properties.drawer.does.click()
    built.settle()
    assert built.text.count("pre-wait: 1s") == 3
    done = built.bench.session.document.done
    built.window.edits.editing.undo()
    built.settle()
    assert built.text.count("pre-wait: 1s") == 1
    assert done == 3
    built.key(Qt.Key.Key_H, CONTROL)
    built.window.modes.enter(Mode.SHOW)
    assert not replace.drawer.isVisible()

"""Editing in the console: the command line, undo and redo, the list of edits, save, what is said of all that."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.session.document import Document
from showctl.session.edit import Delete, Set
from showctl.session.notice import Notice
from showctl.showfile.item import Item
from showctl.ui.completion import completed, completions
from showctl.ui.mode import Mode
from tests.ui.conftest import AWARDS, Bench

SOON = 10_000
"""Milliseconds for an edit in another thread of a busy machine."""
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Edited:
    """A bench, and what is done on its command line."""

    def __init__(self, bench: Bench, qtbot: QtBot, path: Path) -> None:
        self.bench, self.path = bench, path
        self._qtbot = qtbot
        self.line = bench.window.line
        self.editing = bench.window.edits.editing

    def settle(self) -> None:
        """Until all that was asked for is done and seen."""
        self._qtbot.waitUntil(lambda: self.editing.turn.pending == 0, timeout=SOON)
        self.bench.tick()

    def until(self, seen: Callable[[], bool]) -> None:
        def look() -> bool:
            self.bench.tick()
            return seen()

        self._qtbot.waitUntil(look, timeout=SOON)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.bench.application.focusWidget() or self.bench.window, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Open the line, write and press Enter."""
        self.bench.press(Qt.Key.Key_Colon)
        assert self.line.field.hasFocus()
        self.line.field.clear()
        QTest.keyClicks(self.line.field, text)
        self.key(Qt.Key.Key_Return)

    @property
    def said(self) -> str:
        top = self.bench.window.messages.top
        return f"{top.fact} {top.effect}" if top is not None else ""

    def label(self, cue: str) -> str:
        return self.bench.row(cue).cue.label


@pytest.fixture
def edited(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> Iterator[Edited]:
    path = tmp_path / "awards.yaml"
    path.write_bytes(AWARDS.read_bytes())
    bench = open_console(path, on_disk=True)
    yield Edited(bench, qtbot, path)
    bench.window.end_quietly()


def test_an_edit_in_words_while_it_plays_then_undo_then_save(edited: Edited) -> None:
    bench, before = edited.bench, edited.path.read_bytes()
    bench.console.desk.go()
    bench.tick(0.2)
    running = set(bench.active)
    assert running
    edited.type('set cue 5 label "Quite another"')
    assert edited.label("5") == "Quite another"
    assert running <= set(bench.active)
    assert bench.window.cues.view.hasFocus()
    assert "Ctrl+Z" in edited.said
    edited.until(lambda: "kept" in bench.window.mark.mark.text)
    assert "edited" in bench.window.windowTitle()
    edited.key(Qt.Key.Key_S, CONTROL)
    edited.until(lambda: bench.window.mark.mark.text.startswith("saved"))
    changed = [line for line in edited.path.read_bytes().splitlines() if line not in before.splitlines()]
    assert len(changed) == 1
    assert b"Quite another" in changed[0]
    edited.key(Qt.Key.Key_Z, CONTROL)
    assert edited.label("5") != "Quite another"
    edited.key(Qt.Key.Key_S, CONTROL)
    edited.until(lambda: edited.path.read_bytes() == before)
    edited.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert edited.label("5") == "Quite another"
    bench.press(Qt.Key.Key_Space)


def test_what_is_refused_stays_and_says_what_to_write(edited: Edited) -> None:
    for text, remedy in (
        ("set cue 5 labell x", "label"),
        ("set cue 5555 label x", "there is no cue 5555"),
        ("sett cue 5 label x", "set"),
        ("set cue 5 label", "What is label of cue 5 to be"),
        ("delete", "this is no whole edit"),
        ("delete kue 5", "cue"),
        ("renumber 5", "renumber 10..20"),
        ("rename cue", "rename"),
        ('set cue 5 label "x', "quotation"),
        ("set device desk to", "what is"),
        ("remove cue 5 lable", "label"),
        ("insert cue", "insert"),
        ("move cue 5", "move"),
        ("duplicate", "duplicate"),
        ("save as", "name of the file"),
        ("save as awards.yaml", "there already"),
        ("undoo", "no edit"),
        ("label 5 x", "no edit"),
        ("go", "no edit"),
        ("5", "no edit"),
    ):
        edited.type(text)
        assert edited.line.field.text() == text
        assert edited.line.field.hasFocus()
        assert remedy.casefold() in edited.line.said.casefold(), (text, edited.line.said)
    assert edited.bench.session.document.done == 0


def test_keys_go_to_the_line_and_go_does_not(edited: Edited) -> None:
    bench = edited.bench
    bench.press(Qt.Key.Key_Colon)
    standby = bench.standby
    QTest.keyClicks(edited.line.field, "set cue 5")
    assert bench.standby == standby
    bench.press(Qt.Key.Key_Escape)
    assert edited.line.field.text() == "set cue 5"
    assert edited.line.field.hasFocus()
    edited.key(Qt.Key.Key_W, CONTROL)
    assert not edited.line.isVisible()
    assert bench.window.cues.view.hasFocus()
    bench.press(Qt.Key.Key_Colon)
    assert edited.line.field.text() == "set cue 5"  # what was begun is still there
    QTest.keyClick(edited.line.field, Qt.Key.Key_Space, CONTROL)
    bench.tick()
    assert bench.active
    bench.tick(3600)
    assert edited.line.field.hasFocus()  # who writes may think
    bench.console.desk.modes.enter(Mode.SHOW)
    bench.tick(19)
    assert edited.line.field.hasFocus()
    bench.tick(2)
    assert bench.window.cues.view.hasFocus()
    assert not edited.line.isVisible()
    assert edited.said == "The line gave the keyboard back. Space is GO again."
    assert edited.line.field.text() == "set cue 5"


def test_lines_of_before_come_back(edited: Edited) -> None:
    edited.type("set cue 5 notes one")
    edited.type("set cue 5 notes two")
    edited.bench.press(Qt.Key.Key_Colon)
    edited.bench.press(Qt.Key.Key_Up)
    edited.bench.press(Qt.Key.Key_Up)
    assert edited.line.field.text() == "set cue 5 notes one"
    edited.bench.press(Qt.Key.Key_Down)
    edited.bench.press(Qt.Key.Key_Down)
    assert edited.line.field.text() == ""


def test_tab_completes(edited: Edited) -> None:
    root = edited.bench.session.document.state.source.root
    assert completed("se", root) == "set "
    assert completed("set cu", root) == "set cue "
    assert "5" in completions("set cue ", root)
    assert completed("set cue 5 lab", root) == "set cue 5 label "
    assert completed("set cue 5 zzz", root) == "set cue 5 zzz"
    assert "undo" in completions("u", root)
    assert completions('set cue 5 label "a b', root) == []
    edited.bench.press(Qt.Key.Key_Colon)
    QTest.keyClicks(edited.line.field, "dup")
    edited.bench.press(Qt.Key.Key_Tab)
    assert edited.line.field.text() == "duplicate "
    assert edited.line.field.hasFocus()


def test_the_menu_of_a_row_edits(edited: Edited) -> None:
    bench, cues = edited.bench, edited.bench.window.cues
    cues._open_menu(bench.row("1"))
    assert any(button.text().startswith("Edit") for button in cues.menus.menu.buttons)
    cues.menus.choose("edit")
    assert [button.text() for button in cues.menus.menu.buttons][::2][:2] == ["Label", "Cut"]
    cues.edit_asked.emit("label", bench.row("5"))
    editor = bench.window.building.cells.editor
    assert editor is not None
    QTest.keyClicks(editor, "New words")
    edited.key(Qt.Key.Key_Return)
    assert edited.label("5") == "New words"
    count = cues.model.count
    cues.edit_asked.emit("duplicate", bench.row("5"))  # of what is selected
    edited.settle()
    assert cues.model.count == count + 1


def test_the_list_of_edits_goes_back_and_forth(edited: Edited) -> None:
    bench = edited.bench
    for n in range(1, 5):
        edited.type(f'set cue 5 label "State {n}"')
    edited.key(Qt.Key.Key_Z, ALT)
    view = bench.window.ask_panel.view
    assert view.hasFocus()
    assert [line.tag for line in bench.window.ask_panel.model.lines] == ["now", "", "", "", ""]
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Down)
    edited.key(Qt.Key.Key_Return)
    assert edited.label("5") == "State 2"
    assert [line.tag for line in bench.window.ask_panel.model.lines] == ["undone", "undone", "now", "", ""]
    bench.press(Qt.Key.Key_Up)
    edited.key(Qt.Key.Key_Return)
    assert edited.label("5") == "State 3"
    edited.key(Qt.Key.Key_W, CONTROL)
    assert bench.window.cues.view.hasFocus()


def test_save_as_makes_a_copy(edited: Edited) -> None:
    edited.type('set cue 5 label "For tomorrow"')
    edited.type("save as tomorrow")
    copy = edited.path.with_name("tomorrow.yaml")
    assert "For tomorrow" in copy.read_text("utf-8")
    assert "For tomorrow" not in edited.path.read_text("utf-8")
    assert "tomorrow.yaml" in edited.said


def test_who_may_not_edit_is_told_who_has_it(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "awards.yaml"
    path.write_bytes(AWARDS.read_bytes())
    with Document.open(path, "another console"):
        second = Edited(open_console(path, on_disk=True), qtbot, path)
        assert second.bench.window.mark.mark.text == "read-only"
        second.type('set cue 5 label "No"')
        assert "another console" in second.line.said
        second.key(Qt.Key.Key_W, CONTROL)
        second.bench.press(Qt.Key.Key_Space)
        assert second.bench.active  # to play is not to edit
        second.bench.window.end_quietly()


def test_go_does_not_wait_for_an_edit(edited: Edited) -> None:
    """The thread of edits stands still: keys, ticks and GO go on."""
    held = threading.Event()
    edited.editing.turn.begin(lambda: held.wait(10), lambda _: None, lambda _: None)
    edited.editing.do(Set(Item("cue", "5"), ("label",), "Later"))
    edited.bench.press(Qt.Key.Key_Space)
    assert edited.bench.active
    assert edited.label("5") != "Later"
    held.set()
    edited.settle()
    assert edited.label("5") == "Later"


def test_who_else_edited_is_said(edited: Edited) -> None:
    edited.bench.console.desk.noticed.emit(Notice("edited", "Kim (command line) edited the show: label of cue 5."))
    assert "Kim" in edited.said


def test_a_take_follows_the_show_and_goes_with_its_cue(edited: Edited, qtbot: QtBot) -> None:
    taking, right = edited.bench.window.taking, edited.bench.window.right
    edited.bench.window.cues.take_asked.emit(edited.bench.row("5"))
    qtbot.waitUntil(taking.set_up.isEnabled, timeout=SOON)
    edited.editing.do(Set(Item("cue", "5"), ("label",), "Another"))
    edited.settle()
    assert "Another" in taking.accessibleName()
    edited.editing.do(Delete((Item("cue", "5"),)))
    edited.settle()
    assert not right.covered

"""The open show compared with its file, a backup and another file; Enter goes to the cue."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.ui.mode import Mode
from tests.ui.conftest import Bench
from tests.ui.open_file import CONTROL, SHOW, key, label, said, wait


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_text(SHOW, "utf-8")
    return path


@pytest.fixture
def bench(open_console: Callable[..., Bench], show: Path, qtbot: QtBot) -> Bench:
    bench = open_console(show, on_disk=True)
    bench.session.edit(label("3", "Saved"))
    bench.session.save()
    wait(bench, qtbot, lambda: not bench.session.document.is_dirty)
    bench.session.edit(label("2", "Hello"))
    key(bench, Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    wait(bench, qtbot, lambda: bool(bench.window.ask_panel.model.lines))
    return bench


def compared(bench: Bench, qtbot: QtBot) -> list[str]:
    panel = bench.window.ask_panel
    wait(bench, qtbot, lambda: panel.title.text().startswith("Against") and not bench.window.questions.comparing.busy)
    return [line.said for line in panel.model.lines]


def test_with_the_file_as_it_is_on_the_disk(bench: Bench, qtbot: QtBot) -> None:
    assert bench.window.ask_panel.model.lines[0].text == "The file as it is on the disk"
    key(bench, Qt.Key.Key_Return)
    assert compared(bench, qtbot) == ['cue 2 "Hello", changed', 'label: "Welcome" → "Hello"']
    assert bench.window.ask_panel.explained.text() == "1 cue changed. Enter: go to the cue."
    key(bench, Qt.Key.Key_Return)
    selected = bench.window.cues.view.selected
    assert selected is not None
    assert selected.id == "2"
    assert bench.standby == "1"


def test_with_a_backup(bench: Bench, qtbot: QtBot) -> None:
    key(bench, Qt.Key.Key_Down)
    assert bench.window.ask_panel.view.current is not None
    assert bench.window.ask_panel.view.current.text.startswith("Backup of ")
    key(bench, Qt.Key.Key_Return)
    found = compared(bench, qtbot)
    assert found[::2] == ['cue 2 "Hello", changed', 'cue 3 "Saved", changed']


def test_tab_carries_the_path_of_another_file_on(bench: Bench, show: Path, qtbot: QtBot) -> None:
    (show.parent / "older shows").mkdir()
    for name in ("last year.yaml", "last week.yaml", "last words.txt", "older shows/gala.zip"):
        (show.parent / name).write_text(SHOW, "utf-8")
    panel = bench.window.ask_panel
    key(bench, Qt.Key.Key_F, CONTROL)
    for typed, becomes in (("la", "last "), ("last y", "last year.yaml"), ("old", "older shows/")):
        panel.field.setText(typed)
        key(bench, Qt.Key.Key_Tab)
        wait(bench, qtbot, lambda becomes=becomes: panel.field.text() == becomes)
        assert bench.application.focusWidget() is panel.field
    key(bench, Qt.Key.Key_Tab)
    wait(bench, qtbot, lambda: panel.field.text() == "older shows/gala.zip")
    panel.field.setText("nowhere/x")
    key(bench, Qt.Key.Key_Tab)
    wait(bench, qtbot, lambda: "nowhere" in panel.explained.text())


def test_with_another_file_and_filtered(bench: Bench, show: Path, qtbot: QtBot) -> None:
    other = show.with_name("last year.yaml")
    other.write_text(SHOW.replace("{cue: 3", "{cue: 4"), "utf-8")
    panel = bench.window.ask_panel
    key(bench, Qt.Key.Key_F, CONTROL)
    assert bench.application.focusWidget() is panel.field
    QTest.keyClicks(panel.field, "last year.yaml")
    key(bench, Qt.Key.Key_Return)
    assert len(compared(bench, qtbot)) > 2
    key(bench, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(panel.field, "HELLO")
    assert [line.text for line in panel.model.lines] == ['cue 2 "Hello"', 'label: "Welcome" → "Hello"']
    QTest.keyClick(panel.field, Qt.Key.Key_Space, CONTROL)
    bench.tick(0.2)
    assert bench.standby == "2", "Ctrl+Space is GO while the field has the keyboard"
    key(bench, Qt.Key.Key_Escape)
    assert panel.field.text() == "HELLO"
    key(bench, Qt.Key.Key_W, CONTROL)
    assert not panel.isVisible()
    assert bench.application.focusWidget() is bench.window.cues.view


def test_a_file_that_is_not_there(bench: Bench, qtbot: QtBot) -> None:
    key(bench, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(bench.window.ask_panel.field, "nowhere.yaml")
    key(bench, Qt.Key.Key_Return)
    (line,) = compared(bench, qtbot)
    assert "nowhere.yaml" in line


def test_cues_of_other_lists_and_that_are_gone_are_said(bench: Bench) -> None:
    from showctl.showfile.item import Item
    from showctl.ui.go_to import go_to

    go_to(bench.window.cues, bench.console.desk, Item("cue", "99"))
    assert said(bench).startswith("cue 99 is not in the show any more.")


def test_the_field_gives_the_keyboard_back(bench: Bench) -> None:
    key(bench, Qt.Key.Key_F, CONTROL)
    bench.tick(21)
    assert bench.window.ask_panel.field.hasFocus()
    bench.console.desk.modes.enter(Mode.SHOW)
    assert bench.application.focusWidget() is bench.window.cues.view  # and not the grand master
    bench.window.ask_panel.field.setFocus()
    bench.tick(21)
    assert bench.application.focusWidget() is bench.window.cues.view
    assert bench.window.ask_panel.isVisible()

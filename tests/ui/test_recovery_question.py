"""Edits that an earlier session did not save: asked at the start, what they change is seen, nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from showctl.session.backup import Backups
from showctl.session.recovery import found
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, CONTROL, SHOW, crashed, key, label, labels, said, wait


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_text(SHOW, "utf-8")
    crashed(path, "Doors open", "House open")
    return path


@pytest.fixture
def bench(open_console: Callable[..., Bench], show: Path) -> Bench:
    bench = open_console(show, on_disk=True)
    bench.tick(0.04)
    return bench


def look(bench: Bench, qtbot: QtBot) -> None:
    key(bench, Qt.Key.Key_O, ALT)
    wait(bench, qtbot, lambda: bool(bench.window.ask_panel.model.lines))


def test_it_is_asked_and_nothing_is_taken_before_the_answer(bench: Bench, qtbot: QtBot) -> None:
    banner = bench.window.questions.banners.questions["recovery"]
    assert banner.isVisible()
    assert banner.fact == "NOT SAVED LAST TIME"
    assert banner.text.startswith("2 edits by ")
    assert "label of cue 1" in banner.text
    assert labels(bench)[0] == "Doors"
    assert bench.application.focusWidget() is bench.window.cues.view, "it takes the keyboard from nobody"
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"


def test_what_they_change_is_shown_and_they_are_taken(bench: Bench, show: Path, qtbot: QtBot) -> None:
    look(bench, qtbot)
    panel = bench.window.ask_panel
    assert panel.isVisible()
    assert [line.said for line in panel.model.lines] == ['cue 1 "House open", changed', 'label: "Doors" → "House open"']
    key(bench, Qt.Key.Key_Return, CONTROL)
    wait(bench, qtbot, lambda: labels(bench)[0] == "House open")
    wait(bench, qtbot, lambda: not panel.isVisible())
    assert not bench.window.questions.banners.questions["recovery"].isVisible()
    assert bench.application.focusWidget() is bench.window.cues.view
    bench.session.undo()
    assert labels(bench)[0] == "Doors"
    assert show.read_text("utf-8") == SHOW, "nothing is saved by itself"


def test_left_they_stay_until_the_first_edit_and_then_are_a_backup(bench: Bench, show: Path, qtbot: QtBot) -> None:
    key(bench, Qt.Key.Key_E, ALT)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    assert "stay in .gala.yaml.recovery" in said(bench)
    kept = found(show)
    assert kept is not None
    assert b"House open" in kept.text
    bench.session.edit(label("2", "Hello"))
    assert bench.session.document.wait_kept(20)
    assert any(b"House open" in backup.read() for backup in Backups(show).all() if backup.unsaved)


def test_thrown_away_they_are_in_the_backups(bench: Bench, show: Path, qtbot: QtBot) -> None:
    look(bench, qtbot)
    key(bench, Qt.Key.Key_Delete, CONTROL)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    assert found(show) is None
    assert any(b"House open" in backup.read() for backup in Backups(show).all() if backup.unsaved)
    assert labels(bench)[0] == "Doors"


def test_closing_the_panel_only_closes_it(bench: Bench, qtbot: QtBot) -> None:
    look(bench, qtbot)
    key(bench, Qt.Key.Key_Escape)
    assert bench.window.ask_panel.isVisible(), "Esc is for panic"
    key(bench, Qt.Key.Key_W, CONTROL)
    assert not bench.window.ask_panel.isVisible()
    assert bench.window.questions.banners.asking == "recovery"
    assert bench.session.document.recovery is not None


def test_that_the_file_was_changed_since_is_said(open_console: Callable[..., Bench], show: Path, qtbot: QtBot) -> None:
    show.write_text(SHOW.replace("Dinner", "Supper"), "utf-8")
    bench = open_console(show, on_disk=True)
    bench.tick(0.04)
    assert "changed by somebody else since" in bench.window.questions.banners.questions["recovery"].text
    look(bench, qtbot)
    lines = bench.window.ask_panel.model.lines
    assert lines[0].kind == "note"
    assert any("Supper" in line.text for line in lines)


def test_edits_are_merged_with_what_somebody_else_wrote_since(
    open_console: Callable[..., Bench], show: Path, qtbot: QtBot
) -> None:
    Backups(show).keep(SHOW.encode())  # as a save of theirs with showctl does
    show.write_text(SHOW.replace("Dinner", "Supper"), "utf-8")
    bench = open_console(show, on_disk=True)
    bench.tick(0.04)
    key(bench, Qt.Key.Key_M, ALT)
    panel = bench.window.ask_panel
    wait(bench, qtbot, lambda: panel.explained.text() == "There is no conflict.")
    assert panel.title.text() == "Merge with the edits of last time"
    key(bench, Qt.Key.Key_Return, CONTROL)
    wait(bench, qtbot, lambda: labels(bench) == ["House open", "Welcome", "Supper"])
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)


def test_without_a_change_since_there_is_nothing_to_merge(bench: Bench) -> None:
    merge = bench.window.questions.banners.questions["recovery"].buttons[2]
    assert merge.text() == "&Merge"
    assert not merge.isVisible()

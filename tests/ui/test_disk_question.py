"""Another program changes the file of the open show: reload, keep mine, or merge, by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from showctl.session.backup import Backups
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, CONTROL, SHOW, key, label, labels, said, wait


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_text(SHOW, "utf-8")
    return path


@pytest.fixture
def bench(open_console: Callable[..., Bench], show: Path) -> Bench:
    bench = open_console(show, on_disk=True)
    bench.tick(0.04)
    return bench


def change(bench: Bench, show: Path, qtbot: QtBot, old: str, new: str) -> None:
    """Another program does, and the console has seen it."""
    show.write_text(show.read_text("utf-8").replace(old, new), "utf-8")
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "changed")


def test_reload(bench: Bench, show: Path, qtbot: QtBot) -> None:
    bench.session.edit(label("1", "Mine"))
    change(bench, show, qtbot, "Dinner", "Supper")
    key(bench, Qt.Key.Key_R, ALT)
    wait(bench, qtbot, lambda: labels(bench) == ["Doors", "Welcome", "Supper"])
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    assert any(b"Mine" in backup.read() for backup in Backups(show).all())
    bench.session.undo()
    assert labels(bench) == ["Mine", "Welcome", "Dinner"]


def test_keep_mine(bench: Bench, show: Path, qtbot: QtBot) -> None:
    bench.session.edit(label("1", "Mine"))
    change(bench, show, qtbot, "Dinner", "Supper")
    key(bench, Qt.Key.Key_K, ALT)
    wait(bench, qtbot, lambda: show.read_text("utf-8") == SHOW.replace("Doors", "Mine"))
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    assert any(b"Supper" in backup.read() for backup in Backups(show).all())


def test_look_shows_what_is_different_and_leads_on(bench: Bench, show: Path, qtbot: QtBot) -> None:
    change(bench, show, qtbot, "Dinner", "Supper")
    key(bench, Qt.Key.Key_O, ALT)
    panel = bench.window.ask_panel
    wait(bench, qtbot, lambda: bool(panel.model.lines))
    assert any("Supper" in line.text for line in panel.model.lines)
    assert [button.text() for button in panel.buttons] == ["Merge", "Reload", "Keep mine", "Close"]


def test_merge_without_conflict(bench: Bench, show: Path, qtbot: QtBot) -> None:
    bench.session.edit(label("1", "Mine"))
    change(bench, show, qtbot, "Dinner", "Supper")
    key(bench, Qt.Key.Key_M, ALT)
    panel = bench.window.ask_panel
    wait(bench, qtbot, lambda: panel.explained.text() == "There is no conflict.")
    key(bench, Qt.Key.Key_Return, CONTROL)
    wait(bench, qtbot, lambda: labels(bench) == ["Mine", "Welcome", "Supper"])
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    bench.session.save()
    wait(bench, qtbot, lambda: not bench.session.document.is_dirty)
    assert show.read_text("utf-8") == SHOW.replace("Doors", "Mine").replace("Dinner", "Supper")


def test_conflicts_are_chosen_one_by_one(bench: Bench, show: Path, qtbot: QtBot) -> None:
    for cue, text in (("1", "Mine 1"), ("2", "Mine 2"), ("3", "Mine 3")):
        bench.session.edit(label(cue, text))
    show.write_text(SHOW.replace("Doors", "Theirs 1").replace("Welcome", "Theirs 2"), "utf-8")
    change(bench, show, qtbot, "Dinner", "Theirs 3")
    panel = bench.window.ask_panel
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    key(bench, Qt.Key.Key_M, ALT)
    wait(bench, qtbot, lambda: panel.explained.text().startswith("3 open"))
    first = panel.model.lines[0]
    assert first.text == "cue 1: label"
    assert [(option.choice, option.text) for option in first.options] == [
        ("mine", '"Mine 1"'),
        ("theirs", '"Theirs 1"'),
        ("base", '"Doors"'),
    ]
    key(bench, Qt.Key.Key_Right)
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: panel.explained.text().startswith("2 open"))
    assert panel.view.current is not None
    assert panel.view.current.text == "cue 2: label"
    key(bench, Qt.Key.Key_Left)
    wait(bench, qtbot, lambda: panel.explained.text().startswith("1 open"))
    assert [(line.chosen, line.settled) for line in panel.model.lines[:3]] == [
        ("theirs", True),
        ("base", True),
        ("mine", False),
    ]
    assert bench.standby == "1", "GO and the list are as they were"
    key(bench, Qt.Key.Key_Return, CONTROL)
    wait(bench, qtbot, lambda: labels(bench) == ["Theirs 1", "Welcome", "Mine 3"])
    assert tester.model() is panel.model


def test_a_press_on_a_value_chooses_it_and_all_of_it_is_to_be_read(
    open_console: Callable[..., Bench], show: Path, qtbot: QtBot
) -> None:
    bench = open_console(show, on_disk=True, size=(1024, 680))
    long = "a label that is much longer than the panel is wide, also where it has the room of two, and ends in "
    bench.session.edit(label("1", f"{long} mine"))
    change(bench, show, qtbot, "Doors", f'"{long} theirs"')
    panel = bench.window.ask_panel
    key(bench, Qt.Key.Key_M, ALT)
    wait(bench, qtbot, lambda: panel.explained.text().startswith("1 open"))
    box = panel.view.visualRect(panel.model.index(0))
    assert box.height() > 150, "three lines for each of the long ones"
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    wait(bench, qtbot, lambda: panel.explained.text() == "Every conflict is settled.")
    assert panel.model.lines[0].chosen == "theirs"


def test_an_edit_meanwhile_is_merged_too_and_choices_stay(bench: Bench, show: Path, qtbot: QtBot) -> None:
    bench.session.edit(label("1", "Mine"))
    change(bench, show, qtbot, "Doors", "Theirs")
    key(bench, Qt.Key.Key_M, ALT)
    panel = bench.window.ask_panel
    wait(bench, qtbot, lambda: panel.explained.text().startswith("1 open"))
    key(bench, Qt.Key.Key_Right)
    wait(bench, qtbot, lambda: panel.explained.text() == "Every conflict is settled.")
    bench.session.edit(label("2", "Later"))
    key(bench, Qt.Key.Key_Return, CONTROL)
    assert "edited meanwhile" in said(bench)
    wait(bench, qtbot, lambda: not bench.window.questions.merging.busy)
    key(bench, Qt.Key.Key_Return, CONTROL)
    wait(bench, qtbot, lambda: labels(bench) == ["Theirs", "Later", "Dinner"])


def test_a_file_that_is_no_show_any_more_changes_nothing(bench: Bench, show: Path, qtbot: QtBot) -> None:
    change(bench, show, qtbot, "cues:", "cues: [")
    key(bench, Qt.Key.Key_R, ALT)
    wait(bench, qtbot, lambda: said(bench).startswith("Nothing has changed here."))
    assert labels(bench)[0] == "Doors"
    key(bench, Qt.Key.Key_M, ALT)
    wait(bench, qtbot, lambda: [line.kind for line in bench.window.ask_panel.model.lines] == ["note"])
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"


def test_a_file_that_is_gone_is_saved_anew(bench: Bench, show: Path, qtbot: QtBot) -> None:
    show.unlink()
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "gone")
    key(bench, Qt.Key.Key_N, ALT)
    wait(bench, qtbot, lambda: show.exists() and show.read_text("utf-8") == SHOW)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)

"""Notes and logistics items in the real window: two keystrokes, in Show mode too, on the disk at once, there again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.session.day_book import day_book
from showctl.ui.mode import Mode
from tests.ui.conftest import AWARDS, Bench
from tests.ui.test_display import at, go
from tests.ui.test_tonight import choose, lines


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """One that nobody has noted anything about."""
    path = tmp_path / "awards.yaml"
    path.write_bytes(AWARDS.read_bytes())
    return path


def settle(bench: Bench, qtbot: QtBot) -> None:
    """Until all is on the disk."""
    qtbot.waitUntil(lambda: not bench.window.notes._turn.pending, timeout=10_000)
    bench.tick(0.1)


def titles(bench: Bench) -> list[tuple[str, str, bool]]:
    return [(row.item.title, row.state, row.quiet) for row in bench.window.side.logistics.rows]


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.REHEARSE, Mode.EDIT])
def test_a_note_is_two_keystrokes_and_a_line(
    open_console: Callable[..., Bench], qtbot: QtBot, show: Path, mode: Mode
) -> None:
    bench = open_console(show, mode=mode)
    at(bench, "18:31:00")
    go(bench, "1")
    bench.tick(1)
    bench.window.cues.view.setFocus()
    bench.press(Qt.Key.Key_N)
    field = bench.window.ask_panel.field
    assert bench.application.focusWidget() is field
    QTest.keyClicks(field, "Follow spot late, again")
    bench.press(Qt.Key.Key_Return)
    assert bench.application.focusWidget() is bench.window.cues.view
    settle(bench, qtbot)
    book = day_book(bench.session.path)
    book.refresh()
    (entry,) = book.entries
    assert (entry.text, entry.segment, entry.cue) == ("Follow spot late, again", "doors", "1")
    assert entry.rehearsal is (mode is Mode.REHEARSE)
    assert entry.author
    assert entry.at == pytest.approx(bench.console.desk.wall(), abs=10)
    bench.window.acts.run("note")
    bench.tick()
    assert lines(bench)[0].startswith("Follow spot late, again  (18:31, doors, cue 1, ")


def test_what_is_seen_is_quiet_until_it_is_late_and_what_is_done_goes(
    open_console: Callable[..., Bench], qtbot: QtBot, show: Path
) -> None:
    bench = open_console(show)
    at(bench, "17:50:00")
    bench.tick(1)
    assert titles(bench) == [("Fire marshal sign-off", "", False), ("Interval bar staffed", "", False)]
    bench.press(Qt.Key.Key_W)
    settle(bench, qtbot)
    assert titles(bench)[0] == ("Fire marshal sign-off", "seen", True)
    at(bench, "18:02:24")
    bench.tick(1)
    assert titles(bench)[0] == ("Fire marshal sign-off", "seen", False), "late: told once more"
    bench.press(Qt.Key.Key_W)
    settle(bench, qtbot)
    assert titles(bench)[0] == ("Fire marshal sign-off", "seen", True)
    view = bench.window.side.items
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    bench.tick()
    assert bench.window.ask_panel.title.text() == "Fire marshal sign-off"
    assert "Call R. Berg, channel 4." in bench.window.ask_panel.explained.text()
    assert lines(bench)[0].startswith("Sign: it is safe")
    segments = bench.window.side.segments
    assert segments.index(0, 1).data() == "Doors · waits: Fire marshal sign-off"
    assert segments.index(0, 0).data() == "warning"
    bench.window.ask_panel.view.setFocus()
    choose(bench, "Sign")
    settle(bench, qtbot)
    assert (segments.index(0, 0).data(), segments.index(0, 1).data()) == ("diamond", "Doors")
    assert [title for title, _, _ in titles(bench)] == ["Interval bar staffed"]
    bench.window.acts.run("logistics")
    bench.tick()
    choose(bench, "Interval bar")
    choose(bench, "Problem")
    settle(bench, qtbot)
    assert titles(bench) == [("Interval bar staffed", "problem", False)]
    assert bench.window.side.logistics.rows[0].problem
    assert bench.session.document.serial == 0, "nothing of it is an edit"


def test_what_was_marked_is_there_at_the_next_start(
    open_console: Callable[..., Bench], qtbot: QtBot, show: Path
) -> None:
    first = open_console(show)
    at(first, "17:50:00")
    first.tick(1)
    first.press(Qt.Key.Key_W)
    settle(first, qtbot)
    second = open_console(show)
    at(second, "17:55:00")
    second.tick(3)
    settle(second, qtbot)
    assert titles(second)[0] == ("Fire marshal sign-off", "seen", True)


def test_a_book_that_cannot_be_kept_says_so_and_keeps_what_was_written(
    open_console: Callable[..., Bench], qtbot: QtBot, show: Path
) -> None:
    bench = open_console(show)
    at(bench, "18:31:00")
    path = day_book(bench.session.path).path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir()
    bench.window.notes.add("note", "kept all the same")
    settle(bench, qtbot)
    top = bench.window.messages.top
    assert top is not None
    assert "The day book cannot be kept" in top.fact + top.effect
    assert [each.text for each in bench.window.notes.entries] == ["kept all the same"]
    path.rmdir()
    bench.tick(3)
    settle(bench, qtbot)
    book = day_book(bench.session.path)
    book.refresh()
    assert [each.text for each in book.entries] == ["kept all the same"]

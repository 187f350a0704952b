"""Closing with edits that are not saved: save, keep for the next time, throw away, go on. Nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from showctl.session.backup import Backups
from showctl.session.recovery import found
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, CONTROL, SHOW, key, label, wait


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_text(SHOW, "utf-8")
    return path


@pytest.fixture
def bench(open_console: Callable[..., Bench], show: Path) -> Bench:
    bench = open_console(show, on_disk=True)
    bench.session.edit(label("1", "Mine"))
    bench.session.more = {"anything_sent": False}
    assert bench.session.document.wait_kept(20)
    bench.tick(0.04)
    return bench


def ask(bench: Bench) -> None:
    key(bench, Qt.Key.Key_Q, CONTROL)
    assert bench.window.closing.banner.isVisible()
    assert bench.session.closed is None


def test_saved(bench: Bench, show: Path, qtbot: QtBot) -> None:
    ask(bench)
    assert "kept on the disk" in bench.window.closing.banner.text
    key(bench, Qt.Key.Key_V, ALT)
    wait(bench, qtbot, lambda: bench.session.closed is not None)
    assert show.read_text("utf-8") == SHOW.replace("Doors", "Mine")
    assert found(show) is None


def test_kept_for_the_next_time(bench: Bench, show: Path, qtbot: QtBot) -> None:
    ask(bench)
    key(bench, Qt.Key.Key_X, ALT)
    wait(bench, qtbot, lambda: bench.session.closed is not None)
    assert show.read_text("utf-8") == SHOW
    recovery = found(show)
    assert recovery is not None
    assert b"Mine" in recovery.text


def test_thrown_away(bench: Bench, show: Path, qtbot: QtBot) -> None:
    ask(bench)
    key(bench, Qt.Key.Key_Y, ALT)
    wait(bench, qtbot, lambda: bench.session.closed is not None)
    assert show.read_text("utf-8") == SHOW
    assert found(show) is None
    assert any(b"Mine" in backup.read() for backup in Backups(show).all() if backup.unsaved)


def test_cancelled_and_asked_anew(bench: Bench, show: Path, qtbot: QtBot) -> None:
    ask(bench)
    key(bench, Qt.Key.Key_C, ALT)
    wait(bench, qtbot, lambda: not bench.window.closing.banner.isVisible())
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"
    ask(bench)


def test_then_the_engine_is_asked_about_and_cancelling_that_forgets_the_answer(bench: Bench, qtbot: QtBot) -> None:
    bench.session.more = {"anything_sent": True}
    bench.press(Qt.Key.Key_Space)
    ask(bench)
    key(bench, Qt.Key.Key_Y, ALT)
    wait(bench, qtbot, lambda: bench.window.banners.closing.isVisible())
    assert not bench.window.closing.banner.isVisible()
    assert bench.session.closed is None
    key(bench, Qt.Key.Key_C, ALT)
    wait(bench, qtbot, lambda: not bench.window.banners.closing.isVisible())
    ask(bench)
    key(bench, Qt.Key.Key_X, ALT)
    wait(bench, qtbot, lambda: bench.window.banners.closing.isVisible())
    key(bench, Qt.Key.Key_L, ALT)
    wait(bench, qtbot, lambda: bench.session.closed is not None)
    assert bench.session.closed is False
    assert found(bench.session.path) is not None


def test_a_save_that_fails_does_not_close(bench: Bench, show: Path, qtbot: QtBot) -> None:
    show.write_text(SHOW.replace("Dinner", "Supper"), "utf-8")
    ask(bench)
    key(bench, Qt.Key.Key_V, ALT)
    wait(bench, qtbot, lambda: not bench.window.closing.banner.isVisible())
    assert bench.session.closed is None
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "changed")


def test_a_console_that_is_ended_keeps_the_edits(bench: Bench, show: Path) -> None:
    bench.console.stop()
    recovery = found(show)
    assert recovery is not None
    assert b"Mine" in recovery.text

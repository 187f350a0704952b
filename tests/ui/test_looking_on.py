"""A show that another console has open: it is played from here, too, but not edited, until the other has left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from showctl.session.document import Document
from showctl.session.edit import EditRefused
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, SHOW, key, label, labels, wait


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_text(SHOW, "utf-8")
    return path


def test_who_has_it_is_said_and_go_works(open_console: Callable[..., Bench], show: Path) -> None:
    with Document.open(show):
        bench = open_console(show, on_disk=True)
        bench.tick(0.04)
        banner = bench.window.questions.banners.questions["read only"]
        assert banner.isVisible()
        assert banner.fact == "READ-ONLY"
        assert banner.text.startswith("Open to be edited by ")
        assert str(show) not in banner.text
        with pytest.raises(EditRefused, match="open to be edited by"):
            bench.session.edit(label("1", "Mine"))
        bench.press(Qt.Key.Key_Space)
        assert bench.standby == "2"
        bench.window.close()
        assert not bench.window.closing.banner.isVisible(), "there is nothing to be asked about edits"


def test_it_is_taken_over_as_it_is_on_the_disk_when_the_other_has_left(
    open_console: Callable[..., Bench], show: Path, qtbot: QtBot
) -> None:
    other = Document.open(show)
    bench = open_console(show, on_disk=True)
    other.edit(label("1", "Theirs"))
    other.save_now(20)
    bench.tick(4)
    assert bench.window.questions.banners.asking == "read only"
    other.close()
    bench.tick(4)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "left")
    heard: list[str] = []  # the row fades, and how often the console looks until then is for the machine to say
    bench.console.desk.said.connect(heard.append)
    key(bench, Qt.Key.Key_T, ALT)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking is None)
    assert labels(bench)[0] == "Theirs"
    wait(bench, qtbot, lambda: any("yours to edit" in each for each in heard))
    bench.session.edit(label("1", "Mine"))


def test_edits_that_the_other_did_not_save_are_asked_about_then(
    open_console: Callable[..., Bench], show: Path, qtbot: QtBot
) -> None:
    other = Document.open(show)
    bench = open_console(show, on_disk=True)
    other.edit(label("1", "Theirs"))
    assert other.wait_kept(20)
    other.close()
    bench.tick(4)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "left")
    key(bench, Qt.Key.Key_T, ALT)
    wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "recovery")
    assert labels(bench)[0] == "Doors"


def test_what_the_other_saves_is_shown_when_it_is_reloaded(
    open_console: Callable[..., Bench], show: Path, qtbot: QtBot
) -> None:
    with Document.open(show) as other:
        bench = open_console(show, on_disk=True)
        other.edit(label("1", "Theirs"))
        other.save_now(20)
        wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "saved elsewhere")
        key(bench, Qt.Key.Key_R, ALT)
        wait(bench, qtbot, lambda: labels(bench)[0] == "Theirs")
        wait(bench, qtbot, lambda: bench.window.questions.banners.asking == "read only")


def test_the_state_that_the_other_edits_is_not_replaced(open_console: Callable[..., Bench], show: Path) -> None:
    with Document.open(show):
        bench = open_console(show, on_disk=True)
        bench.session.engine("older", "The engine plays another state of this file.")
        bench.tick()
        banner = bench.window.banners.older
        assert banner.isVisible()
        assert not any(button.isVisible() for button in banner.buttons)
        assert "as whoever has it open edits it" in banner.text

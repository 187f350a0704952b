"""A part that fails says so in its place, the others work on."""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from showctl.ui.beside import Beside
from showctl.ui.faults import MOST_SAID, Faults
from showctl.ui.in_turn import InTurn
from showctl.ui.log_file import keep_log, log_path
from showctl.ui.theme import DARK

Panels = tuple[Faults, "Panel", "Panel"]


class Model(QObject):
    """Part of a panel, and no widget."""

    def work(self) -> None:
        raise ValueError("no such fixture")


class Panel(QWidget):
    """Fails on demand: in a slot, in a model of its own, while it is painted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.paints_badly = False
        self.painted = 0
        self.model = Model(self)
        self.asked.connect(self._slot)

    def _slot(self) -> None:
        raise KeyError("spot9")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.painted += 1
        if self.paints_badly:
            raise ZeroDivisionError("no width")
        painter.fillRect(self.rect(), 0)


@pytest.fixture
def panels(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Panels]:
    window = QWidget()
    window.resize(600, 200)
    layout = QVBoxLayout(window)
    first, second = Panel(), Panel()
    layout.addWidget(first)
    layout.addWidget(second)
    faults = Faults(DARK, window)
    faults.guard(first, "Rig")
    faults.guard(second, "Cue list", painting_only=True)
    monkeypatch.setattr(sys, "excepthook", faults.take)
    qtbot.addWidget(window)
    window.show()
    yield faults, first, second
    window.hide()


def failing(panel: Panel) -> list[Callable[[], None]]:
    return [panel.asked.emit, lambda: QTimer.singleShot(0, panel.model.work)]


def test_what_fails_in_a_slot_or_a_model_is_covered_and_tried_again(
    panels: Panels, qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    faults, first, second = panels
    for fail in failing(first):
        fail()
        qtbot.waitUntil(lambda: first in faults.covers)
        cover = faults.covers[first]
        assert cover.isVisible()
        assert cover.geometry() == first.rect()
        assert "Rig failed." in cover.accessibleName()
        assert second not in faults.covers
        cover.button.click()
        assert first not in faults.covers
    slot, model = (record.getMessage() for record in expected_warnings)
    assert "spot9" in slot
    assert "no such fixture" in model
    assert "test_faults.py" in model  # where, too


def test_what_nobody_can_do_without_is_only_said(
    panels: Panels, qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    faults, _, second = panels
    with qtbot.waitSignal(faults.said) as said:
        second.asked.emit()
    assert "spot9" in said.args[0]
    assert second not in faults.covers


def test_what_fails_while_it_is_painted(
    panels: Panels, qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    faults, first, second = panels
    second.paints_badly = True
    second.update()
    qtbot.waitUntil(lambda: second in faults.covers)
    painted = second.painted
    second.update()
    first.update()
    qtbot.wait(20)
    assert second.painted == painted  # what lies beneath is not painted any more
    assert first not in faults.covers
    second.paints_badly = False
    faults.covers[second].button.click()
    qtbot.waitUntil(lambda: second.painted > painted)
    assert second not in faults.covers


def test_the_log_is_kept_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    monkeypatch.setattr("showctl.ui.log_file.user_log_path", lambda *_, **__: tmp_path / "logs")
    handler = keep_log()
    assert handler is not None
    logging.getLogger("showctl.ui").error("spot9 is gone")
    logging.getLogger("showctl").removeHandler(handler)
    handler.close()
    assert "spot9 is gone" in log_path().read_text("utf-8")
    monkeypatch.setattr("showctl.ui.log_file.user_log_path", lambda *_, **__: tmp_path / "logs" / "console.log" / "x")
    assert keep_log() is None  # a file is in the way: the console works on
    assert len(expected_warnings) == 1


def test_the_log_does_not_fill_with_one_fault(panels: Panels, expected_warnings: list[logging.LogRecord]) -> None:
    _, first, _ = panels
    for _ in range(MOST_SAID + 20):
        first.asked.emit()
    assert len(expected_warnings) == MOST_SAID


def test_work_beside_the_window_that_fails_is_answered_and_what_comes_after_it_done(
    qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    said: list[object] = []

    def fail() -> int:
        raise ArithmeticError("unforeseen")

    turn, beside = InTurn("test"), Beside("test")
    turn.begin(fail, said.append, said.append)
    turn.begin(lambda: 2, said.append, said.append)
    qtbot.waitUntil(lambda: turn.pending == 0)
    beside.begin(fail, said.append, said.append)
    qtbot.waitUntil(lambda: not beside.busy)
    failed = "The console failed at it, ArithmeticError: unforeseen"
    assert said == [failed, 2, failed]
    assert len(expected_warnings) == 2

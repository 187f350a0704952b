"""A console that was asked for outputs off, and a real engine that is sending already."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.link.meeting import find
from showctl.session.session import Session
from showctl.ui.app import Console, application_for
from showctl.ui.theme import DARK
from tests.ui.test_with_engine import SOON, engines, receiver, show

__all__ = ["receiver", "show"]


@pytest.fixture
def playing(qapp: QApplication, show: Path, qtbot: QtBot) -> Iterator[Session]:
    """An engine that sends, with a console of its own."""
    session = Session(show, osc_port=-1)
    session.start()
    qtbot.waitUntil(lambda: session.poll().engine.kind == "attached", timeout=SOON)
    yield session
    session.close(stop_engine=True)
    qtbot.waitUntil(lambda: not engines(show), timeout=SOON)


@pytest.fixture
def second(playing: Session, qapp: QApplication, show: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Console]:
    session = Session(show, outputs_off=True, osc_port=0)
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    console = Console(application_for(DARK), session, DARK, settings=settings)
    session.start()
    console.start()
    qtbot.waitUntil(lambda: console.window.banners.sending.isVisible(), timeout=SOON)
    qtbot.waitUntil(lambda: console.desk.standby == "1", timeout=SOON)
    yield console
    console.stop()
    console.window.deleteLater()


def test_nothing_is_sent_until_the_operator_agrees(playing: Session, second: Console, qtbot: QtBot) -> None:
    QTest.keyClick(second.window.cues.view, Qt.Key.Key_Space)
    assert second.window.go.caption == "not attached"
    fact = second.window.messages.top
    assert fact is not None
    assert fact.fact == "--osc-port 0 was not applied."
    second.window.banners.sending.buttons[0].click()
    qtbot.waitUntil(lambda: second.desk.attached, timeout=SOON)
    assert second.desk.standby == "1", "the GO before was not kept"
    QTest.keyClick(second.window.cues.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: second.desk.standby == "2", timeout=SOON)


def test_closing_it_leaves_the_engine(playing: Session, second: Console, show: Path) -> None:
    assert second.window.close()
    assert find(show) is not None
    assert playing.poll().engine.kind == "attached"


def test_an_engine_that_was_agreed_to_is_replaced_by_one_that_sends(
    playing: Session, second: Console, show: Path, qtbot: QtBot
) -> None:
    second.window.banners.sending.buttons[0].click()
    qtbot.waitUntil(lambda: second.desk.attached, timeout=SOON)
    playing.close(stop_engine=False)
    before = find(show)
    assert before is not None
    os.kill(before.pid, signal.SIGTERM if not hasattr(signal, "SIGKILL") else signal.SIGKILL)
    qtbot.waitUntil(lambda: not second.desk.attached, timeout=SOON)
    qtbot.waitUntil(lambda: second.desk.attached, timeout=SOON)
    assert second.desk.snapshot is not None
    assert not second.desk.snapshot.outputs_off
    second.desk.session.close(stop_engine=True)


def test_without_an_engine_outputs_are_off(qapp: QApplication, show: Path, qtbot: QtBot) -> None:
    session = Session(show, outputs_off=True, osc_port=-1)
    session.start()
    try:
        qtbot.waitUntil(lambda: session.poll().engine.kind == "attached", timeout=SOON)
        meeting = find(show)
        assert meeting is not None
        assert meeting.outputs_off
    finally:
        session.close(stop_engine=True)
    qtbot.waitUntil(lambda: not engines(show), timeout=SOON)

"""The console as a whole, from its start to its end by a signal, with a real engine process."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.link.client import Client
from showctl.link.meeting import find
from showctl.session.session import Session
from showctl.ui.app import run
from showctl.ui.main_window import MainWindow
from tests.ui.test_with_engine import SOON, engines, receiver, show

__all__ = ["receiver", "show"]


@pytest.fixture
def signals() -> Iterator[None]:
    """`run` takes signals for itself; a test has to give them back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_it_and_leaves_the_engine_playing(
    qapp: QApplication, show: Path, signals: None, qtbot: QtBot, end: signal.Signals
) -> None:
    said: list[str] = []
    before = qapp.topLevelWidgets()

    def act() -> None:
        new = (window for window in qapp.topLevelWidgets() if isinstance(window, MainWindow) and window not in before)
        window = next(new, None)
        desk = window._desk if window is not None else None
        if desk is None or desk.snapshot is None or not desk.attached:
            return
        if not desk.snapshot.anything_sent:
            desk.go()
        elif not said:
            said.append("signal")
            signal.raise_signal(end)

    timer, too_late = QTimer(interval=50), QTimer(interval=SOON, singleShot=True)
    timer.timeout.connect(act)
    too_late.timeout.connect(lambda: qapp.exit(9))
    timer.start()
    too_late.start()
    try:
        assert run(show, osc_port=-1) == 0
        timer.stop()
        assert said
        meeting = find(show)
        assert meeting is not None
        with Client(meeting) as client:
            qtbot.waitUntil(lambda: client.newest is not None, timeout=SOON)
            assert client.newest is not None
            assert [run.cue for run in client.newest.active] == ["1", "1.2"]
    finally:
        last = Session(show, osc_port=-1)
        last.start()
        qtbot.waitUntil(lambda: last.poll().engine.kind == "attached", timeout=SOON)
        last.close(stop_engine=True)
        qtbot.waitUntil(lambda: not engines(show), timeout=SOON)

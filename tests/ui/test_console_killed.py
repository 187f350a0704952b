"""A console process that is killed: the engine plays on, the next console asks about the edits, and plays them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.host.process import FIRST_WITHIN
from showctl.session.edit import Set
from showctl.session.edit_client import edit_through
from showctl.session.edit_message import Made
from showctl.session.session import Session
from showctl.session.show_lock import holder
from showctl.showfile.item import Item
from showctl.ui.app import Console, application_for
from showctl.ui.theme import DARK
from tests.receivers import leftover
from tests.receivers.wait import wait_until

SOON = 20_000
"""Milliseconds for a process to start on a loaded machine."""
SHOW = """showctl: 1
show: {{title: Killed, go guard: 100ms}}
devices:
  target: {{type: osc, to: "127.0.0.1:{port}"}}
inputs: {{osc: {{enabled: no}}}}
cues:
  - {{cue: 1, osc: {{device: target, address: /as-saved}}}}
  - {{cue: 2, osc: {{device: target, address: /as-saved}}}}
"""


@pytest.fixture
def receiver() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.settimeout(10)
        yield bound


@pytest.fixture
def show(tmp_path: Path, receiver: socket.socket) -> Path:
    path = tmp_path / "killed.yaml"
    path.write_text(SHOW.format(port=receiver.getsockname()[1]), "utf-8")
    return path


@pytest.fixture
def killed(show: Path) -> Iterator[Path]:
    """The show after a console had it open, took an edit, said that it was kept, and was killed.

    Its engine may have come after it: one that no console comes to ends after FIRST_WITHIN.
    """
    before = set(leftover.living()) if sys.platform == "linux" else set()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen([sys.executable, "-m", "showctl", str(show)], env=environment)
    try:
        ends = time.monotonic() + SOON / 1000
        while (who := holder(show)) is None or not who.port:
            assert time.monotonic() < ends
            assert process.poll() is None
        made = edit_through(who, Set(Item("cue", "2"), ("osc", "address"), "/edited"), program="a test", save=False)
        assert isinstance(made, Made)
        assert made.kept
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    yield show
    if sys.platform == "linux":
        wait_until(lambda: not leftover.living().keys() - before, "no engine left", FIRST_WITHIN + SOON / 1000)


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with SIGKILL")
def test_the_next_console_asks_and_plays_what_is_taken(
    killed: Path, receiver: socket.socket, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    session = Session(killed)
    application = application_for(DARK)
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    console = Console(application, session, DARK, settings=settings)
    session.start()
    console.start()
    window = console.window
    try:
        qtbot.waitUntil(lambda: window.questions.banners.asking == "recovery", timeout=SOON)
        qtbot.waitUntil(lambda: console.desk.attached and console.desk.standby == "1", timeout=SOON)
        QTest.keyClick(window.cues.view, Qt.Key.Key_Space)
        assert receiver.recv(1500).startswith(b"/as-saved\0"), "GO waits for no answer"
        QTest.keyClick(window.cues.view, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: bool(window.ask_panel.model.lines), timeout=SOON)
        assert any("/edited" in line.text for line in window.ask_panel.model.lines)
        QTest.keyClick(window.ask_panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: session.document.recovery is None, timeout=SOON)
        qtbot.waitUntil(
            lambda: (
                console.desk.engine is not None
                and console.desk.engine.kind == "attached"
                and console.desk.snapshot is not None
                and console.desk.snapshot.digest == session.program.digest
                and session.show.cues[1] == session.document.state.show.cues[1]
            ),
            timeout=SOON,
        )
        QTest.keyClick(window.cues.view, Qt.Key.Key_Space)
        assert receiver.recv(1500).startswith(b"/edited\0")
    finally:
        session.close(stop_engine=True)
        console.stop()
        window.deleteLater()
    assert "/as-saved" in killed.read_text("utf-8")

"""The console with a real engine process: show opened, GO pressed, packets on a socket, panic, engine lost, closed."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.link.meeting import find
from showctl.session.edit import Set
from showctl.session.edit_client import edit_through
from showctl.session.edit_message import Made
from showctl.session.session import Session
from showctl.session.show_lock import holder
from showctl.showfile.item import Item
from showctl.ui.app import Console, application_for
from showctl.ui.theme import DARK
from tests.receivers import leftover

SOON = 15_000
"""Milliseconds that an engine may take to start on a loaded machine; it takes about one second."""

SHOW = """
showctl: 1
show: {{title: End to end, go guard: 100ms}}
devices:
  target: {{type: osc, to: "127.0.0.1:{port}"}}
  rig: {{type: sacn, universes: 1, to: 127.0.0.1}}
inputs: {{osc: {{enabled: no}}}}
patch:
  - {{id: lamp, fixture: generic/dimmer, at: 1.1}}
masters: {{lamps: {{label: Lamps, fixtures: lamp, level: 50%}}}}
cues:
  - cue: 1
    label: All at once
    group: timeline
    cues:
      - {{cue: 1.1, label: Say it, osc: {{device: target, address: /hello, args: [1]}}}}
      - {{cue: 1.2, label: Fade, light: {{time: 60s, look: {{lamp: full}}}}}}
  - {{cue: 2, label: Later, osc: {{device: target, address: /later}}}}
"""


@pytest.fixture
def receiver() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.settimeout(5)
        yield bound


@pytest.fixture
def show(receiver: socket.socket, tmp_path: Path) -> Path:
    path = tmp_path / "end to end.yaml"
    path.write_text(SHOW.format(port=receiver.getsockname()[1]), "utf-8")
    return path


def engines(show: Path) -> list[str]:
    """Engines of a show that live, reachable or not."""
    if sys.platform == "linux":
        return [line for line in leftover.living().values() if "showctl engine" in line and str(show) in line]
    return [each.show for each in (find(show),) if each is not None]


def opened(show: Path, tmp_path: Path) -> tuple[Console, Session]:
    session = Session(show)
    application = application_for(DARK)
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    console = Console(application, session, DARK, settings=settings)
    session.start()
    console.start()
    return console, session


@pytest.fixture
def console(qapp: QApplication, show: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Console]:
    before = set(leftover.living()) if sys.platform == "linux" else set()
    made, session = opened(show, tmp_path)
    try:
        qtbot.waitUntil(lambda: made.desk.attached and made.desk.standby == "1", timeout=SOON)
        yield made
    finally:
        session.close(stop_engine=True)
        made.stop()
        made.window.deleteLater()
    if sys.platform == "linux":
        qtbot.waitUntil(lambda: not leftover.living().keys() - before, timeout=SOON)


def test_open_go_packets_progress_panic(console: Console, receiver: socket.socket, qtbot: QtBot) -> None:
    window = console.window
    assert window.go.state == "ready"
    QTest.keyClick(window.cues.view, Qt.Key.Key_Space)
    assert receiver.recv(1500).startswith(b"/hello\0\0,i\0\0\0\0\0\1")
    qtbot.waitUntil(lambda: [card.cue.number for card in window.active.model.cards] == ["1"], timeout=SOON)
    assert console.desk.standby == "2"
    qtbot.waitUntil(lambda: {lamp.name: lamp.state for lamp in window.devices.lamps}["target"] == "sent", timeout=SOON)
    qtbot.waitUntil(lambda: window.top.lateness.accessibleName().endswith("ms"), timeout=SOON)
    QTest.keyClick(window.side.items, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.active.model.cards == [], timeout=SOON)
    assert console.desk.standby == "2"


def test_closing_leaves_it_playing_and_the_next_console_finds_it(
    console: Console, show: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.mousePress(console.window.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1.2" in {run.cue for run in console.desk.snapshot.active}, timeout=SOON)  # type: ignore[union-attr]
    assert not console.window.close()
    console.window.banners.closing.buttons[0].click()
    assert not console.window.isVisible()
    console.stop()
    again, session = opened(show, tmp_path)
    try:
        qtbot.waitUntil(lambda: again.desk.attached and again.desk.standby == "2", timeout=SOON)
        assert [card.cue.number for card in again.window.active.model.cards] == ["1"]
        row = next(row for row in again.window.cues.model.rows if row.id == "1.1")
        assert row.done, "what was done before it came"
        again.window.close()
        again.window.banners.closing.buttons[1].click()
    finally:
        session.close(stop_engine=True)
        again.stop()
    qtbot.waitUntil(lambda: find(show) is None, timeout=SOON)


def test_edit_while_it_plays_undo_save(console: Console, show: Path, receiver: socket.socket, qtbot: QtBot) -> None:
    """Words on the command line reach the engine, what runs goes on, and the file has its bytes again."""
    window, before = console.window, show.read_bytes()
    QTest.keyClick(window.cues.view, Qt.Key.Key_Space)
    assert receiver.recv(1500).startswith(b"/hello")
    qtbot.waitUntil(lambda: console.desk.standby == "2", timeout=SOON)

    def runs() -> bool:
        return "1.2" in {run.cue for run in console.desk.snapshot.active}  # type: ignore[union-attr]

    assert runs()
    window.line.open()
    QTest.keyClicks(window.line.field, "set cue 2 osc address /sooner")
    QTest.keyClick(window.line.field, Qt.Key.Key_Return)

    def plays_ours() -> bool:
        snapshot = console.desk.snapshot
        settled = console.desk.program is console.desk.session.program
        return settled and snapshot is not None and snapshot.digest == console.desk.program.digest

    qtbot.waitUntil(lambda: window.edits.editing.turn.pending == 0, timeout=SOON)
    qtbot.waitUntil(plays_ours, timeout=SOON)
    assert runs()
    assert console.desk.standby == "2"
    QTest.keyClick(window.cues.view, Qt.Key.Key_Space)
    assert receiver.recv(1500).startswith(b"/sooner")
    assert runs()
    QTest.keyClick(window.cues.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.mark.mark.text.startswith("saved"), timeout=SOON)
    assert show.read_bytes() == before.replace(b"/later", b"/sooner")
    QTest.keyClick(window.cues.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "edited" in window.mark.mark.text, timeout=SOON)
    QTest.keyClick(window.cues.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: show.read_bytes() == before, timeout=SOON)


def test_who_edits_from_a_terminal_is_seen_in_the_console(console: Console, show: Path, qtbot: QtBot) -> None:
    window = console.window
    window.cues.view.select(window.cues.model.find("2"))  # type: ignore[arg-type]
    who = holder(show)
    assert who is not None
    made = edit_through(who, Set(Item("cue", "2"), ("label",), "Much later"), program="command line", save=False)
    assert isinstance(made, Made)
    assert made.kept
    row = window.cues.model.find("2")
    assert row is not None
    qtbot.waitUntil(lambda: row.cue.label == "Much later", timeout=SOON)
    assert window.cues.view.selected is row
    top = window.messages.top
    assert top is not None
    assert "label of cue 2" in f"{top.fact} {top.effect}"
    qtbot.waitUntil(lambda: "kept" in window.mark.mark.text, timeout=SOON)


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with SIGKILL")
def test_engine_lost_is_said_and_another_one_takes_over(console: Console, show: Path, qtbot: QtBot) -> None:
    QTest.keyClick(console.window.cues.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: console.desk.standby == "2", timeout=SOON)
    kinds: list[str] = []
    console.desk.engine_changed.connect(lambda engine: kinds.append(engine.kind))
    before = find(show)
    assert before is not None
    os.kill(before.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: console.window.banners.engine.isVisible(), timeout=SOON)
    assert console.window.active.model.cards == []
    qtbot.waitUntil(lambda: console.desk.attached, timeout=SOON)
    assert "lost" in kinds
    qtbot.waitUntil(lambda: not console.window.banners.engine.isVisible(), timeout=SOON)
    assert console.desk.standby == "2", "nothing was fired again, standby is kept"


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with SIGKILL")
def test_what_hands_do_reaches_the_output_and_outlives_the_engine(console: Console, show: Path, qtbot: QtBot) -> None:
    window, session = console.window, console.desk.session
    assert isinstance(session, Session)

    def sent(level: int) -> bool:
        read = session.levels()
        return read is not None and int(read[1][0, 0]) == level

    QTest.keyClick(window.cues.view, Qt.Key.Key_M)
    flash = window.faders.strips[1].flash
    QTest.mousePress(flash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "flash" in window.faders.strips[1].accessibleName(), timeout=SOON)
    QTest.mouseRelease(flash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "flash" not in window.faders.strips[1].accessibleName(), timeout=SOON)
    QTest.keyClick(window.faders, Qt.Key.Key_Down)
    QTest.keyClick(window.faders, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: "Lamps, 40 %" in window.faders.strips[1].accessibleName(), timeout=SOON)
    QTest.keyClick(window.faders, Qt.Key.Key_H)
    QTest.keyClicks(window.rig.field, "lamp")
    QTest.keyClick(window.rig.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.holding.banner.fact == "HIGHLIGHT ON" and sent(255), timeout=SOON)
    window.rig.level.setText("20")
    QTest.keyClick(window.rig.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.holding.banner.fact == "HIGHLIGHT ON, 1 PARKED" and sent(51), timeout=SOON)
    before = find(show)
    assert before is not None
    os.kill(before.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.banners.engine.isVisible(), timeout=SOON)
    assert window.holding.banner.isVisible()
    qtbot.waitUntil(lambda: console.desk.attached, timeout=SOON)
    qtbot.waitUntil(lambda: not window.banners.engine.isVisible(), timeout=SOON)
    assert window.holding.banner.fact == "HIGHLIGHT ON, 1 PARKED"
    assert "Lamps, 40 %" in window.faders.strips[1].accessibleName()
    assert sent(51)
    window.rig.view.setFocus()
    QTest.keyClick(window.rig.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.rig.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.holding.banner.fact == "HIGHLIGHT ON" and sent(255), timeout=SOON)

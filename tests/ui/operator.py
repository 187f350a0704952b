"""An operator at the real console: hands on keys and mouse, eyes on the window, and receivers of what is sent.

Nothing here acts through a class of ours: keys go to what has the keyboard, the mouse to where a thing is shown.
"""

import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from showctl.session.session import Session
from showctl.ui.app import Console, application_for
from showctl.ui.main_window import MainWindow
from showctl.ui.mode import Mode
from showctl.ui.models.cue_tree import LABEL
from showctl.ui.panels.cue_view import CueView
from showctl.ui.theme import DARK

SOON = 15_000
"""Milliseconds that an engine may take on a loaded machine; it takes about one second."""
SACN_PORT = 5568
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton

EVENING = """\
showctl: 1
show: {{title: An evening, go guard: 0s}}
devices:
  target: {{type: osc, to: "127.0.0.1:{port}"}}
  rig: {{type: sacn, universes: 1, to: {light}}}
inputs: {{osc: {{enabled: no}}}}
patch:
  - {{id: lamp, fixture: generic/dimmer, at: 1.1}}
cues:
  - {{cue: 1, label: House, light: {{time: 0s, look: {{lamp: 50%}}}}}}  # before the doors
  - {{cue: 2, label: Say it, osc: {{device: target, address: /hello}}}}
  - {{cue: 3, label: Full, light: {{time: 5s, look: {{lamp: full}}}}}}
  - {{cue: 4, label: Last, osc: {{device: target, address: /last}}}}
"""
"""A show of four cues, for a receiver of OSC at `port` and one of light at `light`."""


class Receiver:
    """What comes in on a UDP socket of this machine."""

    def __init__(self, address: str = "127.0.0.1", port: int = 0) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((address, port))
        self._socket.setblocking(False)
        self.port: int = self._socket.getsockname()[1]
        self.address = address
        self._packets: list[bytes] = []

    def close(self) -> None:
        self._socket.close()

    def _read(self) -> list[bytes]:
        with suppress(BlockingIOError):
            while True:
                self._packets.append(self._socket.recv(1500))
        return self._packets

    @property
    def addresses(self) -> list[str]:
        """Of OSC messages, in order, all since the start."""
        return [packet.split(b"\0", 1)[0].decode() for packet in self._read()]

    @property
    def levels(self) -> list[int]:
        """Of the newest sACN data packet (E1.31: the start code is byte 125, levels follow)."""
        data = [packet for packet in self._read() if packet[18:22] == b"\0\0\0\4"]
        del self._packets[:-1]
        return list(data[-1][126:]) if data else []


def receiver_of_light() -> Receiver:
    """On an address of this test process alone: sACN has one port, and others test beside us."""
    number = os.getpid()
    return Receiver(f"127.{20 + number % 50}.{number // 250 % 250 + 1}.{number % 250 + 1}", SACN_PORT)


class Operator:
    """One console with an engine of its own."""

    def __init__(self, show: Path, settings: Path, qtbot: QtBot) -> None:
        self.show, self._qtbot = show, qtbot
        self.application: QApplication = application_for(DARK)
        self.session = Session(show)
        self.console = Console(
            self.application, self.session, DARK, settings=QSettings(str(settings), QSettings.Format.IniFormat)
        )
        self.session.start()
        self.console.start()
        self.window.showNormal()
        self.window.resize(1920, 1080)
        self.until(lambda: self.console.desk.attached and self.console.desk.snapshot is not None)
        self.until(lambda: self.application.focusWidget() is not None)

    @property
    def window(self) -> MainWindow:
        return self.console.window

    def close(self) -> None:
        self.session.close(stop_engine=True)
        self.console.stop()
        self.window.hide()
        self.window.deleteLater()

    def until(self, comes: Callable[[], Any], timeout: int = SOON) -> None:
        self._qtbot.waitUntil(lambda: bool(comes()), timeout=timeout)

    # Eyes ----------------------------------------------------------------------------------------------------------

    @property
    def view(self) -> CueView:
        view = self.window.cues.view
        assert isinstance(view, CueView)
        return view

    @property
    def mode(self) -> Mode:
        return self.console.desk.modes.mode

    @property
    def standby(self) -> str | None:
        return self.console.desk.standby

    @property
    def numbers(self) -> str:
        return " ".join(row.cue.number for row in self.window.cues.model.rows)

    @property
    def chosen(self) -> str:
        return " ".join(self.window.selection.cues)

    @property
    def active(self) -> set[str]:
        snapshot = self.console.desk.snapshot
        return {run.cue for run in snapshot.active} if snapshot is not None else set()

    @property
    def said(self) -> str:
        top = self.window.messages.top
        return f"{top.fact} {top.effect}" if top is not None else ""

    def label(self, cue: str) -> str:
        row = self.window.cues.model.find(cue)
        return row.cue.label if row is not None else ""

    def duration(self, cue: str) -> float:
        """Seconds, as the show has it."""
        return next(each.duration for each in self.session.document.state.show.cues if each.number == cue)

    def settled(self) -> None:
        """Until what was edited is done, shown, and played by the engine."""
        self.until(lambda: self.window.edits.editing.turn.pending == 0)

        def plays_ours() -> bool:
            desk = self.console.desk
            ours = desk.program is self.session.program and desk.snapshot is not None
            return ours and desk.snapshot is not None and desk.snapshot.digest == desk.program.digest

        self.until(plays_ours)

    # The keyboard --------------------------------------------------------------------------------------------------

    @property
    def target(self) -> QWidget:
        popup = self.application.activePopupWidget()
        active = self.application.activeWindow()
        if popup is None and (active is None or not active.isVisible() or active.windowType() is Qt.WindowType.Popup):
            self.window.activateWindow()  # a list that was unfolded has gone: every desktop does this, offscreen not
        return popup or self.application.focusWidget() or self.window

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.target, key, held)

    def tab_to(self, name: str, back: bool = False) -> None:
        """With Tab, as often as it takes, to the control that is called so."""
        for _ in range(60):
            if self.target.accessibleName() == name:
                return
            self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"Tab does not come to {name}")

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.target, letter)

    def over(self, text: str) -> None:
        """Over what stands in the field that has the keyboard."""
        self.key(Qt.Key.Key_A, CONTROL)
        self.type(text)

    def write(self, text: str) -> None:
        """Over what stands in the field that has the keyboard, and Enter."""
        self.over(text)
        self.key(Qt.Key.Key_Return)

    def command(self, text: str) -> None:
        """In the command line."""
        self.type(":")
        self.until(lambda: self.window.line.field.hasFocus())
        self.type(text)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: not self.window.line.isVisible())
        self.settled()

    def hold(self, key: Qt.Key, held: Qt.KeyboardModifier, until: Callable[[], bool]) -> None:
        """A key, down until something is so, while the keyboard repeats it every 30 ms as they do."""
        target = self.target
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, held))
        repeated = time.monotonic()

        def is_so() -> bool:
            nonlocal repeated
            if time.monotonic() - repeated >= 0.03:
                repeated = time.monotonic()
                for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
                    QApplication.sendEvent(self.target, QKeyEvent(kind, key, held, "", True))
            return until()

        self.until(is_so)
        QApplication.sendEvent(self.target, QKeyEvent(QEvent.Type.KeyRelease, key, held))

    # The mouse -----------------------------------------------------------------------------------------------------

    def at(self, cue: str, column: int = LABEL) -> QPoint:
        """A point in a row of the list, in its viewport."""
        row = self.window.cues.model.find(cue)
        assert row is not None, cue
        return self.view.visualRect(self.window.cues.model.index_of(row, column)).center()

    def click(self, widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE) -> None:
        """Where a hand can: a thing that is hidden or off takes none."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        QTest.mouseClick(widget, LEFT, held, at or widget.rect().center())

    def click_row(self, cue: str, column: int = LABEL, held: Qt.KeyboardModifier = NONE) -> None:
        self.click(self.view.viewport(), self.at(cue, column), held)

    def double_click_row(self, cue: str, column: int = LABEL) -> None:
        at = self.at(cue, column)
        self.click(self.view.viewport(), at)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)

    def wheel(self, turned: int) -> None:
        """Over the list, in eighths of a degree; below 0: down."""
        port = self.view.viewport()
        at = QPointF(port.rect().center())
        held = Qt.MouseButton.NoButton
        event = QWheelEvent(
            at, port.mapToGlobal(at), QPoint(), QPoint(0, turned), held, NONE, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(port, event)

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button on the screen that is called so."""
        found = [
            each
            for each in (inside or self.window).findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text().strip(), each.accessibleName())
        ]
        assert len(found) == 1, (words, found)
        return found[0]

    def drag(self, cue: str, to: QPoint) -> None:
        """A row to a point of the viewport, in steps, with the button held."""
        start = self.at(cue)
        self._mouse(QEvent.Type.MouseButtonPress, start)
        for part in (0.3, 0.7, 1.0):
            self._mouse(QEvent.Type.MouseMove, start + (to - start) * part)
        self.application.processEvents()
        self._mouse(QEvent.Type.MouseButtonRelease, to)

    def _mouse(self, kind: QEvent.Type, at: QPoint) -> None:
        port = self.view.viewport()
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, QPointF(at), QPointF(port.mapToGlobal(at)), button, held, NONE)
        QApplication.sendEvent(port, event)

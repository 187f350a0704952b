"""A show file that a console has open, and what happens to it there and elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.session.document import Document
from showctl.session.edit import Set
from showctl.showfile.item import Item
from tests.ui.conftest import Bench

SHOW = """showctl: 1
show: {title: Gala, go guard: 100ms}
cues:
  - {cue: 1, label: Doors, wait: 1s}  # the first
  - {cue: 2, label: Welcome, wait: 1s}
  - {cue: 3, label: Dinner, wait: 1s}
"""
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SOON = 15_000
"""Milliseconds that work beside the window may take on a loaded machine."""


def label(cue: str, text: str) -> Set:
    return Set(Item("cue", cue), ("label",), text)


def labels(bench: Bench) -> list[str]:
    return [cue.label for cue in bench.session.document.state.show.cues]


def wait(bench: Bench, qtbot: QtBot, until: Callable[[], bool]) -> None:
    """Let the console look until something is so, and once more: the window is told after the document knows."""

    def looked() -> bool:
        bench.tick(0.04)
        return until()

    qtbot.waitUntil(looked, timeout=SOON)
    bench.tick(0.04)


def key(bench: Bench, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bench.application.focusWidget() or bench.window, code, held)
    bench.tick()


def crashed(show: Path, *texts: str) -> None:
    """Labels that were given to cue 1 in a session that ended without a word."""
    document = Document.open(show)
    for text in texts:
        document.edit(label("1", text))
    assert document.wait_kept(20)
    document.close()


def said(bench: Bench) -> str:
    """What the message row says."""
    top = bench.window.messages.top
    return f"{top.fact} {top.effect}" if top is not None else ""

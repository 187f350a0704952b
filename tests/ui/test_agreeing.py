"""The first time a show is opened on a machine, with the real session and engine: listed, agreed to, for good."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.session.session import Session
from showctl.ui.app import Console, application_for
from showctl.ui.theme import DARK

SOON = 20_000
SHOW = """showctl: 1
show: {title: New here}
devices:
  desk: {type: midi, port: No such port of anybody}
inputs: {osc: {enabled: no}}
cues:
  - {cue: 1, midi: {device: desk, note: C4}}
"""


def test_it_is_asked_once_and_the_engine_is_told(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    show = tmp_path / "new here.yaml"
    show.write_text(SHOW, "utf-8")
    session = Session(show)
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    console = Console(application_for(DARK), session, DARK, settings=settings)
    window = console.window

    def detail() -> str:
        snapshot = console.desk.snapshot
        return next((each.detail for each in snapshot.devices), "") if snapshot is not None else ""

    try:
        session.start()
        console.start()
        banner = window.questions.banners.unsent
        qtbot.waitUntil(lambda: console.desk.attached and "nobody has agreed" in detail(), timeout=SOON)
        assert banner.isVisible()
        assert banner.text.startswith("MIDI to port No such port of anybody: ")
        QTest.keyClick(window.cues.view, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: not banner.isVisible(), timeout=SOON)
        qtbot.waitUntil(lambda: "nobody has agreed" not in detail(), timeout=SOON)
    finally:
        session.close(stop_engine=True)
        console.stop()
        window.deleteLater()
    again = Session(show)
    try:
        assert again.new_destinations == []
    finally:
        again.close(stop_engine=True)

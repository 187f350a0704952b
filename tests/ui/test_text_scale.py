"""Text at 150 % on a screen of 1366 by 768: 910 by 512 logical pixels, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from showctl.ui.mode import Mode
from showctl.ui.panels.text_size import TextSize
from showctl.ui.text_scale import TEXT_SCALE, chosen_scale, scaled
from tests.ui.conftest import Bench

SMALL = (910, 512)


def whole(window: QWidget, part: QWidget) -> bool:
    """Whether all of it is seen, and none is squeezed."""
    box = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    least = part.minimumSizeHint()
    fits = part.width() >= least.width() and part.height() >= least.height()
    return (
        part.isVisible() and window.rect().contains(box) and part.visibleRegion().boundingRect() == part.rect() and fits
    )


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.EDIT])
def test_nothing_is_lost(open_console: Callable[..., Bench], mode: Mode) -> None:
    bench = open_console(size=SMALL, mode=mode)
    window = bench.window
    bench.press(Qt.Key.Key_Space)
    bench.tick()
    assert (window.width(), window.height()) == SMALL
    bar = window.bottom
    parts = (
        window.go, window.strip, window.cues, bar.pause, bar.resume, bar.stop, bar.message, bar.blackout, bar.panic,
        window.top.clock, window.badge, *(part for part in (window.pages, window.tools) if mode is Mode.EDIT),
    )  # fmt: skip
    assert [type(part).__name__ for part in parts if not whole(window, part)] == []
    view = window.cues.view
    assert view.viewport().height() // view.visualRect(view.model().index(0, 0)).height() >= 4
    window.arrangement.show_side(True)
    bench.tick()
    for part in (window.right, window.side.now, window.side.items, window.go, bar.panic):
        assert part.visibleRegion().boundingRect() == part.rect(), "the side panel is there whole, and covers nothing"
    window.resize(1366, 768)
    bench.tick()
    assert window.tools.panic.isVisible() is (mode is Mode.EDIT)
    assert bar.panic.isVisible() is (mode is Mode.SHOW)


def test_it_is_chosen_by_keys_and_in_the_settings(bench: Bench) -> None:
    window = bench.window
    window.pages.open("settings")
    bench.tick()
    section = window.pages.findChild(TextSize)
    assert isinstance(section, TextSize)
    QTest.keyClick(window.cues.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert chosen_scale(window.context.settings) == 110
    assert section.note.text() == "Text 110 % from the next start of the console on."
    section.smaller.click()
    assert section.note.text() == "Text 100 %."
    for _ in range(9):
        window.acts.run("text larger")
    assert (chosen_scale(window.context.settings), section.larger.isEnabled()) == (150, False)
    for _ in range(9):
        QTest.keyClick(window.cues.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert (chosen_scale(window.context.settings), section.smaller.isEnabled()) == (80, False)


def test_qt_gets_it_and_no_child_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue(TEXT_SCALE, "150")
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    with scaled(settings):
        assert os.environ["QT_SCALE_FACTOR"] == "3"
    assert os.environ["QT_SCALE_FACTOR"] == "2"
    monkeypatch.delenv("QT_SCALE_FACTOR")
    with scaled(settings):
        assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    assert "QT_SCALE_FACTOR" not in os.environ
    settings.setValue(TEXT_SCALE, "large")
    assert chosen_scale(settings) == 100

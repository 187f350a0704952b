"""Windows of every width: what goes, what stays, and that nothing is cut to nothing."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget

from showctl.engine.snapshot import DeviceStatus, Lateness
from showctl.ui.measure import LEAST_LABEL
from showctl.ui.models.cue_tree import DURATION, LABEL, THEN
from showctl.ui.panels.lamps import LAMP_WIDTH
from showctl.ui.panels.side_tabs import ACTIVE, DAY
from tests.ui.conftest import AWARDS, Bench

Open = Callable[..., Bench]
SIZES = [(1024, 680), (1180, 720), (1280, 720), (1366, 768), (1920, 1080)]


def painted(widget: QWidget) -> list[str]:
    """Every piece of text that a widget paints, as it is painted."""
    buffer = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    widget.render(drawing, QPoint())
    return [text.strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", bytes(buffer.data().data()).decode())]


def busy(open_console: Open, size: tuple[int, int], show: Path = AWARDS) -> Bench:
    """In the middle of a show: cues running, a group open, devices in trouble, late messages."""
    bench = open_console(show, size=size)
    for cue in ("1", "7", "4"):
        bench.console.desk.set_standby(cue)
        bench.tick(1)
        bench.console.desk.go()
        bench.tick(1)
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route to host")}
    bench.session.lateness = Lateness(count=100, median=0.0001, p99=0.0004, worst=0.0019)
    bench.tick(1)
    return bench


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tab", [DAY, ACTIVE])
def test_no_text_is_cut_to_nothing(open_console: Open, size: tuple[int, int], tab: int) -> None:
    bench = busy(open_console, size)
    bench.window.right.tabs.setCurrentIndex(tab)
    bench.tick()
    texts = painted(bench.window)
    assert "GO" in texts, texts
    assert len(texts) > 60
    assert [text for text in texts if "…" in text and len(text) < 6] == []


@pytest.mark.parametrize("size", SIZES)
def test_labels_keep_their_width(open_console: Open, size: tuple[int, int]) -> None:
    bench = open_console(size=size)
    window, header = bench.window, bench.window.cues.view.header()
    assert header.sectionSize(LABEL) >= LEAST_LABEL
    assert not window.cues.view.isColumnHidden(DURATION)
    for splitter in (window.body, window.below):
        splitter.setSizes([1, 10_000])
        bench.tick()
        assert header.sectionSize(LABEL) >= LEAST_LABEL
    assert window.cues.view.isColumnHidden(THEN)
    assert window.width() == size[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("more", [0, 3, 12])
def test_no_lamp_is_cut_and_the_worst_come_first(
    open_console: Open, tmp_path: Path, size: tuple[int, int], more: int
) -> None:
    devices = "".join(f"  d{i}: {{type: osc, to: '127.0.0.1:{9000 + i}'}}\n" for i in range(more))
    show = tmp_path / "devices.yaml"
    show.write_text(AWARDS.read_text("utf-8").replace("patch:\n", f"{devices}patch:\n", 1), "utf-8")
    bench = busy(open_console, size, show)
    top = bench.window.top
    assert top.lamps.geometry().right() <= top.width()
    assert top.title.width() >= 100
    parts = (top.title, top.clock, top.since, top.over_under, top.next_due, top.lateness, top.lamps)
    shown = [part.geometry() for part in parts if part.isVisible()]
    assert all(one.right() < other.left() + 1 for one, other in pairwise(shown))
    assert top.lamps.width() >= len(top.lamps.shown) * LAMP_WIDTH
    assert "media" in [lamp.name for lamp in top.lamps.shown]
    assert len(top.lamps.shown) + len(top.lamps.hidden) == len(bench.window.devices.lamps)


def test_below_1280_active_cues_are_a_tab(open_console: Open) -> None:
    bench = busy(open_console, (1180, 720))
    window = bench.window
    assert [window.right.tabs.tabText(i) for i in range(2)] == ["Day", "Active cues   4"]
    assert window.side.isVisible()
    assert not window.active.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    bench.tick()
    assert window.active.isVisible()
    assert [card.cue.number for card in window.active.model.cards] == ["4", "7"]


def test_widths_change_both_ways_and_everything_stays(open_console: Open) -> None:
    bench = busy(open_console, (1366, 768))
    window, cues = bench.window, bench.window.cues
    window.below.setSizes([500, 420])
    window.cues.view.select(bench.row("7"))
    bench.tick()
    wide = window.below.sizes()
    window.resize(1100, 700)
    bench.tick()
    assert window.right.holds_active
    window.right.tabs.setCurrentIndex(ACTIVE)
    assert window.active.isVisible()
    window.resize(1366, 768)
    bench.tick()
    assert not window.right.holds_active
    assert window.active.isVisible()
    assert window.side.isVisible()
    assert window.below.sizes() == wide
    window.resize(1024, 680)
    bench.tick()
    assert window.right.tabs.currentIndex() == ACTIVE, "the tab that was open is open again"
    assert window.active.isVisible()
    assert cues.view.selected is bench.row("7")
    assert [card.cue.number for card in window.active.model.cards] == ["4", "7"]


def test_the_keyboard_is_not_lost_with_a_panel_that_moves(open_console: Open) -> None:
    bench = busy(open_console, (1366, 768))
    bench.window.active.view.setFocus()
    bench.window.resize(1100, 700)
    bench.tick()
    assert bench.application.focusWidget() is bench.window.cues.view
    bench.press(Qt.Key.Key_Down)
    assert bench.standby is not None


def test_a_click_on_a_lamp_says_all_about_its_device(open_console: Open) -> None:
    bench = busy(open_console, (1024, 680))
    lamps = bench.window.top.lamps
    at = [lamp.name for lamp in lamps.shown].index("media")
    QTest.mouseClick(lamps, Qt.MouseButton.LeftButton, pos=QPoint(at * LAMP_WIDTH + 30, 10))
    details = bench.window.details
    assert (details.device.title.name, details.device.title.word) == ("media", "Sending fails")
    assert dict(details.device.facts.facts)["State"] == "No route to host"
    QTest.mouseClick(bench.window.top.lateness, Qt.MouseButton.LeftButton)
    assert dict(details.lateness.facts.facts)["99 of 100"] == "within 0.4 ms"
    QTest.mouseClick(bench.window.bottom.message, Qt.MouseButton.LeftButton)
    assert QToolTip.text().startswith("media cannot be reached since ")
    QToolTip.hideText()


def test_the_window_fills_the_screen_without_a_window_manager(bench: Bench) -> None:
    bench.window.hide()
    bench.console.start()
    screen = bench.window.screen().availableGeometry().size()
    assert bench.window.normalGeometry().size() == screen.expandedTo(bench.window.minimumSize())
    bench.console.stop()


def test_widths_that_the_operator_chose_are_there_again(open_console: Open) -> None:
    first = open_console(size=(1366, 768))
    first.window.below.setSizes([550, 456])
    first.window.body.setSizes([900, 442])
    first.tick()
    chosen = first.window.below.sizes(), first.window.body.sizes()
    first.console.stop()
    again = open_console(size=(1366, 768))
    assert (again.window.below.sizes(), again.window.body.sizes()) == chosen

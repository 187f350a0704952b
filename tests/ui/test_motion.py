"""Reduced motion: a refused GO stands still, and what runs is painted four times a second."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from showctl.ui.motion import Pace, as_chosen, be_calm, calm
from showctl.ui.panels.motion_choice import MotionChoice
from tests.ui.conftest import Bench


@pytest.fixture(autouse=True)
def moving() -> Iterator[None]:
    yield
    be_calm(False)


class Paintings(QObject):
    """Counts how often it is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def pictures(bench: Bench, widget: QObject) -> int:
    """In a second of ticks."""
    seen = Paintings()
    widget.installEventFilter(seen)
    for _ in range(30):
        bench.tick(1 / 30)
    widget.removeEventFilter(seen)
    return seen.count


def test_four_a_second() -> None:
    pace = Pace()
    ticks = [n / 32 for n in range(64)]
    assert all(map(pace.due, ticks))
    be_calm(True)
    assert sum(map(Pace().due, ticks)) == 8
    assert pace.due(0.5), "an instant before the last begins anew"


def test_it_is_chosen_in_the_settings(bench: Bench) -> None:
    window = bench.window
    window.pages.open("settings")
    bench.tick()
    section = window.pages.findChild(MotionChoice)
    assert isinstance(section, MotionChoice)
    window.pages.open("cues")
    bench.console.desk.set_standby("7")
    bench.tick(1)
    bench.press(Qt.Key.Key_Space)
    rows, cards = window.cues.view.viewport(), window.active.view.viewport()
    assert pictures(bench, rows) > 20
    section.button.click()
    assert calm()
    bench.tick(1)
    assert 3 <= pictures(bench, rows) <= 8
    assert 3 <= pictures(bench, cards) <= 8
    be_calm(False)
    as_chosen(window.context.settings)
    assert calm(), "it is kept"


def test_a_refused_go_stands_still(bench: Bench) -> None:
    def marked() -> list[bool]:
        """Whether it is marked, each 30 ms of a second after GO was pressed too soon."""
        bench.tick(2)
        bench.press(Qt.Key.Key_Space)
        bench.press(Qt.Key.Key_Space)
        assert bench.window.go.state == "refused"
        ground = bench.window.go.grab().toImage().pixelColor(bench.window.go.width() // 2, 6).name()
        seen = []
        for _ in range(33):
            seen.append(bench.window.go.grab().toImage().pixelColor(bench.window.go.width() // 2, 6).name() == ground)
            bench.tick(0.03)
        return seen

    def changes(seen: list[bool]) -> int:
        return sum(one is not other for one, other in pairwise(seen))

    assert changes(marked()) == 3, "two flashes"
    be_calm(True)
    still = marked()
    assert changes(still) == 1
    assert 19 <= still.count(True) <= 21, "600 ms"

"""Standby stays in sight in the cue list: whoever moves it, whatever opens above it, and by however little room."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from showctl.engine.command import Go, Highlight, SetBlackout, SetMaster, SetStandby
from showctl.ui.panels.sight import first_in_sight
from tests.ui.conftest import Bench

Open = Callable[..., Bench]
LABELS = ("Preset", "Houselights", "Opening", "Storm", "Calm", "Duet", "Bows", "Follow-spot home")
LEAST = (1024, 640)


def show(folder: Path, count: int = 8) -> Path:
    light = "light: {time: 20s, look: {a: full}}"
    cues = [f"  - {{cue: {i + 1}, label: {LABELS[i % 8]}, {light}}}" for i in range(count)]
    text = "\n".join(
        [
            "showctl: 1",
            "show: {title: Sight}",
            "devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}",
            "patch: [{id: a, fixture: generic/dimmer, at: 1.1}]",
            "cues:",
            *cues,
        ]
    )
    path = folder / "sight.yaml"
    path.write_text(text + "\n", "utf-8")
    return path


def whole(bench: Bench, cue: str) -> bool:
    """Whether all of a row can be seen."""
    view = bench.window.cues.view
    place = view.place_of(bench.row(cue))
    return not place.isEmpty() and view.viewport().rect().contains(place)


def banners(bench: Bench) -> None:
    for command in (SetBlackout(on=True), SetMaster(master="grand", level=0.5), Highlight(fixtures=("a",), on=True)):
        bench.session.send(command)
    bench.tick(0.1)
    bench.tick(0.1)


def wheel(bench: Bench, notches: int) -> None:
    view = bench.window.cues.view
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at, QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    bench.tick()


@pytest.mark.parametrize("by", ["end", "key", "engine", "cue by cue"])
def test_standby_at_the_end_is_in_sight(open_console: Open, tmp_path: Path, by: str) -> None:
    bench = open_console(show(tmp_path), size=LEAST)
    if by == "end":
        bench.press(Qt.Key.Key_End)
    elif by == "engine":
        bench.session.send(SetStandby(cue="8"))
    for _ in range(7 if by == "key" else 0):
        bench.press(Qt.Key.Key_Down)
    for _ in range(7 if by == "cue by cue" else 0):
        bench.session.send(Go())
        bench.tick(2)
        assert bench.standby is not None
        assert whole(bench, bench.standby)
    bench.tick(2)
    assert bench.standby == "8"
    assert whole(bench, "8")
    assert whole(bench, "7"), "the list has room for the running one"


@pytest.mark.parametrize("size", [LEAST, (1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("count", [8, 60])
def test_a_whole_show_by_go(open_console: Open, tmp_path: Path, size: tuple[int, int], count: int) -> None:
    bench = open_console(show(tmp_path, count), size=size)
    banners(bench)
    for i in range(1, count):
        assert bench.standby == str(i)
        assert whole(bench, str(i))
        assert whole(bench, str(i + 1))
        bench.session.send(Go())
        bench.tick(2)
        assert whole(bench, str(i)), "what runs is beside standby, and there is room for both"


def test_standby_stays_in_sight_when_banners_open_and_the_window_shrinks(open_console: Open, tmp_path: Path) -> None:
    bench = open_console(show(tmp_path), size=(1366, 768))
    bench.session.send(SetStandby(cue="7"))
    bench.session.send(Go())
    bench.tick(2)
    assert bench.standby == "8"
    bench.window.resize(*LEAST)
    bench.tick()
    assert whole(bench, "8")
    assert whole(bench, "7")
    banners(bench)
    assert bench.window.cues.view.viewport().height() < 4 * 44
    assert whole(bench, "8")
    assert whole(bench, "7")


def test_who_scrolled_by_hand_is_left_alone_until_standby_moves(open_console: Open, tmp_path: Path) -> None:
    bench = open_console(show(tmp_path, 60), size=LEAST)
    bench.session.send(SetStandby(cue="30"))
    bench.tick()
    wheel(bench, 9)
    assert not whole(bench, "30")
    banners(bench)
    bench.tick(2)
    bench.window.resize(1100, 700)
    bench.tick()
    assert not whole(bench, "30"), "the operator reads something else"
    bench.session.send(Go())
    bench.tick()
    assert whole(bench, "31")


def test_who_scrolled_a_little_keeps_standby_when_a_banner_opens(open_console: Open, tmp_path: Path) -> None:
    bench = open_console(show(tmp_path, 60), size=LEAST)
    bench.session.send(SetStandby(cue="30"))
    bench.tick()
    wheel(bench, 1)
    if not whole(bench, "30"):
        wheel(bench, -1)
    banners(bench)
    assert whole(bench, "30")


def test_a_list_that_was_hidden_when_its_standby_moved(open_console: Open) -> None:
    bench = open_console(size=LEAST)
    cues = bench.window.cues
    other = next(i for i, model in enumerate(cues.models) if i and not model.cart)
    last = cues.models[other].rows[-1].id
    bench.session.send(SetStandby(cue=last))
    banners(bench)
    cues.tabs.setCurrentIndex(other)
    bench.tick()
    assert whole(bench, cues.models[other].standby_row.id)


@pytest.mark.parametrize(
    ("standby", "running", "rows", "top", "first"),
    [
        (7, [], 6, 0, 2),
        (7, [6], 3, 0, 5),
        (7, [0], 3, 0, 5),
        (7, [3], 6, 0, 2),
        (3, [2], 3, 0, 2),
        (0, [], 6, 0, 0),
        (7, [6], 1, 0, 7),
        (4, [3, 2, 0], 6, 0, 1),
        (4, [3, 2], 6, 0, 1),
        (4, [3, 2, 1], 4, 0, 2),
        (4, [3], 2, 0, 4),
        (1, [0], 6, 0, 0),
    ],
)
def test_which_row_is_first(standby: int, running: list[int], rows: int, top: int, first: int) -> None:
    assert first_in_sight(standby, running, rows=rows, total=8, top=top) == first

"""Load to a time: a line over the list that takes the keyboard only when it is asked for, and gives it back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from showctl.engine.command import AnyCommand, Load, Panic
from showctl.ui.load_time import load_said, parse_load
from showctl.ui.models.cue_tree import evening
from tests.ui.conftest import Bench

SHOW = """
showctl: 1
show: {title: Load, go guard: 100ms}
cues:
  - {cue: 1, label: Film, wait: 5m}
  - {cue: 2, label: After, wait: 10s}
"""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def load(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    show = tmp_path / "load.yaml"
    show.write_text(SHOW, "utf-8")
    return open_console(show)


def sent(bench: Bench) -> list[AnyCommand]:
    """What is sent from now on."""
    commands: list[AnyCommand] = []
    send = bench.session.send
    bench.session.send = lambda command: commands.append(command) or send(command)  # type: ignore[method-assign,func-returns-value]
    return commands


def key(bench: Bench, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bench.application.focusWidget() or bench.window, code, held)
    bench.tick()


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("1:30", 90),
        ("90", 90),
        ("90s", 90),
        ("1m30s", 90),
        ("-0:10", -10),
        ("−10s", -10),
        ("- 10", -10),
        ("", 0),
        (" ", 0),
    ],
)
def test_times_as_they_are_written(written: str, at: float) -> None:
    assert parse_load(written) == at


@pytest.mark.parametrize("written", ["-", "soon", "1:30:99:1", "-0", "--5", "25h"])
def test_what_is_no_time(written: str) -> None:
    with pytest.raises(ValueError, match=r"for example"):
        parse_load(written)


def test_times_as_they_are_read() -> None:
    assert load_said(90) == "Begins 1m30s after its GO"
    assert load_said(-10) == "Begins 10s before its end"
    assert load_said(0) == "From its beginning, waits included"


def test_l_loads_the_cue_that_is_meant(load: Bench) -> None:
    key(load, Qt.Key.Key_L)
    panel = load.window.cues.load
    assert panel.open_for is load.row("1")
    QTest.keyClicks(panel.field, "1:30")
    key(load, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert load.application.focusWidget() is load.window.cues.view
    assert evening(load.row("1")) == [("loaded to 1:30", False)]
    assert load.window.strip.loaded == "Loaded: GO begins at 1:30"
    assert load.window.strip.loaded in load.window.strip.accessibleName()
    key(load, Qt.Key.Key_Space)
    run = load.active["1"]
    assert run.done_at - load.clock() == pytest.approx(210)
    assert load.window.strip.loaded == ""


def test_before_the_end(load: Bench) -> None:
    load.window.cues.view.select(load.row("2"))
    commands = sent(load)
    key(load, Qt.Key.Key_L)
    QTest.keyClicks(load.window.cues.load.field, "-0:04")
    key(load, Qt.Key.Key_Return)
    assert commands == [Load(cue="2", at=-4)]
    assert load.row("2").loaded == pytest.approx(6)


def test_what_is_no_time_is_said_and_stays(load: Bench) -> None:
    commands = sent(load)
    key(load, Qt.Key.Key_L)
    QTest.keyClicks(load.window.cues.load.field, "soon")
    key(load, Qt.Key.Key_Return)
    assert commands == []
    assert load.window.cues.load.isVisible()
    assert load.window.cues.load.field.text() == "soon"


def test_go_is_control_space_while_a_time_is_typed(load: Bench) -> None:
    key(load, Qt.Key.Key_L)
    key(load, Qt.Key.Key_Space)
    assert load.active == {}
    assert load.window.go.caption.endswith("Ctrl+Space")
    key(load, Qt.Key.Key_Space, CONTROL)
    assert "1" in load.active
    load.tick(1)
    QTest.mousePress(load.window.go, Qt.MouseButton.LeftButton)
    load.tick()
    assert "2" in load.active


def test_escape_panics_and_leaves_what_is_written(load: Bench) -> None:
    commands = sent(load)
    key(load, Qt.Key.Key_L)
    QTest.keyClicks(load.window.cues.load.field, "1:3")
    key(load, Qt.Key.Key_Escape)
    assert isinstance(commands[-1], Panic)
    assert load.window.cues.load.field.text() == "1:3"
    key(load, Qt.Key.Key_W, CONTROL)
    assert not load.window.cues.load.isVisible()
    assert len(commands) == 1


def test_a_field_that_is_left_alone_gives_the_keyboard_back_and_keeps_what_is_written(load: Bench) -> None:
    key(load, Qt.Key.Key_L)
    QTest.keyClicks(load.window.cues.load.field, "1:3")
    load.tick(21)
    assert load.application.focusWidget() is load.window.cues.view
    field = load.window.cues.load.field
    assert field.text() == "1:3"
    assert field.property("left")
    commands = sent(load)
    for typed in (Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_8, Qt.Key.Key_V):  # it was meant for the line
        load.window.messages.inform("")
        key(load, typed)
        top = load.window.messages.top
        assert top is not None
        assert (top.level, top.fact) == ("denied", "The line gave the keyboard back.")
    assert load.window.go.state == "refused"
    assert commands == []
    assert load.standby == "1"
    key(load, Qt.Key.Key_Space, CONTROL)
    assert "1" in load.active
    load.tick(3.1)
    key(load, Qt.Key.Key_Space)
    assert "2" in load.active
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    assert not field.property("left")


def test_nothing_but_the_operator_opens_it(load: Bench) -> None:
    load.session.send(Load(cue="1", at=30))
    load.tick()
    assert not load.window.cues.load.isVisible()
    assert load.application.focusWidget() is load.window.cues.view
    assert load.row("1").loaded == 30

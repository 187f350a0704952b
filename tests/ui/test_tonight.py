"""The run of show by hand, in the real window: segments without cues, minutes, the ways on when it is late."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from showctl.ui.mode import Mode
from showctl.ui.panels.day_strip import LANE, PLAN, TOP
from showctl.ui.tonight import ON_TIME, SEGMENTS, WAYS
from tests.ui.conftest import Bench
from tests.ui.test_display import at, go

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def lines(bench: Bench) -> list[str]:
    return [line.said for line in bench.window.ask_panel.model.lines]


def choose(bench: Bench, said: str) -> None:
    """With the keyboard."""
    panel = bench.window.ask_panel
    panel.view.go_to(next(n for n, line in enumerate(panel.model.lines) if line.said.startswith(said)))
    assert bench.application.focusWidget() is panel.view
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    bench.tick(1)


def starts(bench: Bench) -> list[str]:
    assert bench.console.desk.snapshot is not None
    return [f"{each.segment} {each.by}" for each in bench.console.desk.snapshot.facts.starts]


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.EDIT])
def test_segments_begin_and_end_by_hand_and_are_taken_back(open_console: Callable[..., Bench], mode: Mode) -> None:
    bench = open_console(mode=mode)
    at(bench, "18:31:00")
    go(bench, "1")
    bench.tick(1)
    QTest.keyClick(bench.window, Qt.Key.Key_N, ALT | SHIFT)
    bench.tick(1)
    assert starts(bench) == ["doors cue", "opening hand"]
    now = bench.window.day.schedule.now
    assert now is not None
    assert now.segment.id == "opening"
    QTest.keyClick(bench.window, Qt.Key.Key_S, ALT | SHIFT)
    bench.tick()
    assert bench.window.ask_panel.title.text() == SEGMENTS
    assert lines(bench)[:2] == ["End Opening film now, runs", "Take back the start of Opening film, 18:31"]
    choose(bench, "Take back")
    assert not bench.window.ask_panel.isVisible()
    assert starts(bench) == ["doors cue"]
    now = bench.window.day.schedule.now
    assert now is not None
    assert now.segment.id == "doors", "it runs on"
    bench.window.acts.run("segments")
    choose(bench, "End Doors")
    assert bench.window.day.schedule.now is None
    bench.window.acts.run("segments")
    assert lines(bench)[0].startswith("Take back the end of Doors")
    choose(bench, "Start Awards now")
    assert starts(bench) == ["doors cue", "awards hand"]
    assert bench.standby == "2", "no cue was fired"


def test_minutes_more_and_less_move_the_forecast_and_not_the_plan(bench: Bench) -> None:
    at(bench, "18:30:00")
    go(bench, "1")
    bench.tick(1)
    buttons = bench.window.side.buttons.buttons
    for _ in range(3):
        QTest.mouseClick(buttons["minute more"], Qt.MouseButton.LeftButton)
        bench.tick(1)
    QTest.mouseClick(buttons["minute less"], Qt.MouseButton.LeftButton)
    bench.tick(1)
    schedule = bench.window.day.schedule
    assert schedule.now is not None
    assert schedule.now.extra == 120
    assert schedule.now.end - schedule.now.start == 60 * 60
    assert schedule.now.planned_end - schedule.now.planned == 58 * 60
    assert schedule.over_under == pytest.approx(120, abs=2)


def test_ways_on_are_seen_with_their_times_before_one_is_taken(bench: Bench) -> None:
    at(bench, "18:30:00")
    go(bench, "1")
    bench.tick(1)
    bench.window.acts.run("ways on")
    bench.tick()
    assert bench.window.ask_panel.title.text() == WAYS
    assert lines(bench) == []
    assert bench.window.ask_panel.view.empty == ON_TIME
    bench.window.acts.run("close opened")
    at(bench, "19:34:00")
    bench.tick(1)
    bench.window.acts.run("ways on")
    bench.tick()
    said = lines(bench)
    assert said[0].startswith("Take it in: gaps first"), said
    assert any(each.startswith("Push all") for each in said), said
    pushed = next(n for n, each in enumerate(said) if each.startswith("Push all"))
    assert said[pushed + 1].startswith("Opening film, hard: moves by"), said
    end = bench.window.day.schedule.end
    bench.tick(1)
    assert bench.window.day.decided == (), "nothing has changed yet"
    choose(bench, "Push all")
    assert {each.segment for each in bench.window.day.decided} == {"opening", "awards"}
    after = bench.window.day.schedule.end
    assert end is not None
    assert after is not None
    assert after > end
    bench.window.acts.run("next segment")
    bench.tick(1)
    assert [row.segment.id for row in bench.window.day.schedule.conflicts] == [], "what is hard holds later"
    bench.window.acts.run("ways on")
    choose(bench, "As planned")
    assert bench.window.day.decided == ()
    assert bench.console.desk.snapshot is not None
    assert bench.console.desk.snapshot.facts.decided == ()


def test_a_rehearsal_has_a_day_of_its_own(open_console: Callable[..., Bench]) -> None:
    bench = open_console(mode=Mode.SHOW)
    at(bench, "18:31:00")
    go(bench, "1")
    bench.tick(1)
    bench.console.desk.modes.enter(Mode.REHEARSE)
    bench.tick(1)
    assert starts(bench) == []
    bench.window.acts.run("next segment")
    bench.tick(1)
    assert starts(bench) == ["doors hand"]
    bench.console.desk.modes.enter(Mode.SHOW)
    bench.tick(1)
    assert starts(bench) == ["doors cue"], "the show's times were not touched"


def test_the_strip_shows_plan_above_and_what_came_of_it_below(bench: Bench) -> None:
    at(bench, "18:31:00")
    go(bench, "1")
    bench.tick(1)
    strip = bench.window.side.strip
    assert strip.isVisible()
    strip.grab()
    row = bench.window.day.schedule.rows[0]
    assert strip.said(row) == "Doors: planned 18:30 to 19:28, now 18:31 to 19:29"
    middle = strip._x((row.start + row.end) / 2)
    for y in (TOP + PLAN - 2, TOP + LANE - 6):
        assert strip.row_at(QPointF(middle, y)) is row
    gap = strip._x(row.planned_end + 60)
    assert strip.row_at(QPointF(gap, TOP + 2)) is None
    assert strip.row_at(QPointF(middle, TOP + LANE + 2)) is None, "one room, one lane"
    at(bench, "19:40:00")
    bench.tick(1)
    assert strip.said(bench.window.day.schedule.rows[2]).startswith("Interval: planned 19:40 to 20:00, forecast 19:")

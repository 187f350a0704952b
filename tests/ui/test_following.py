"""The console follows the document: what is edited is seen, and nothing that the operator has in hand is lost."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from showctl.cues.group import GroupCue
from showctl.cues.wait import WaitCue
from showctl.model.cue import Cue, CueList
from showctl.session.edit import Delete, Duplicate, Insert, Move, Place, Renumber, Set
from showctl.showfile.item import Item
from showctl.ui.mode import Mode
from showctl.ui.models.cue_tree import ROW_ROLE, CueTreeModel
from showctl.ui.panels.cue_view import CueView
from tests.ui.conftest import Bench
from tests.ui.test_models import FATAL, all_models

STALL = 0.25
"""Processor seconds in which the window takes in one edit of 5,000 cues; 0.01 to 0.05 on a quiet machine."""


@pytest.fixture
def bench(open_console: Callable[..., Bench]) -> Bench:
    """In Edit mode: Show mode holds for whoever edits the open show."""
    return open_console(mode=Mode.EDIT)


def cue(number: str) -> Item:
    return Item("cue", number)


def test_an_edit_is_seen_where_the_cue_is(bench: Bench) -> None:
    testers = [QAbstractItemModelTester(model, FATAL) for model in all_models(bench)]
    row = bench.row("1")
    bench.session.edit(Set(cue("1"), ("label",), "House to half, slowly"))
    bench.tick()
    assert bench.row("1") is row
    assert row.cue.label == "House to half, slowly"
    assert "slowly" in bench.window.strip.accessibleName()
    assert "slowly" in bench.window.go.accessibleName()
    bench.session.undo()
    bench.tick()
    assert bench.row("1") is row
    assert "slowly" not in bench.window.strip.accessibleName()
    assert len(testers) == 6


def test_selection_fold_and_standby_stay(bench: Bench) -> None:
    view, model = bench.window.cues.view, bench.window.cues.model
    assert isinstance(view, CueView)
    bench.console.desk.set_standby("5")
    bench.tick()
    group = next(row for row in model.rows if row.children)
    view.collapse(model.index_of(group))
    selected = bench.row("3")
    view.select(selected)
    bench.session.edit(Insert("cue", "{cue: 1.5, wait: 2s}", Place("after", cue("1"))))
    bench.tick()
    assert view.selected is selected
    assert not view.isExpanded(model.index_of(group))
    assert bench.standby == "5"
    assert model.standby_row is bench.row("5")
    bench.session.edit(Renumber("3", "3", "3.3"))
    bench.tick()
    assert view.selected is selected
    assert selected.cue.number == "3.3"


def test_a_selected_cue_that_goes_leaves_no_other_selected(bench: Bench) -> None:
    view = bench.window.cues.view
    view.select(bench.row("2"))
    bench.session.edit(Delete((cue("2"),)))
    bench.tick()
    assert view.selected is None
    assert bench.window.cues.model.find("2") is None


def test_standby_that_goes_leaves_the_next_in_standby(bench: Bench) -> None:
    bench.console.desk.set_standby("2")
    bench.tick()
    bench.session.edit(Delete((cue("2"),)))
    bench.tick()
    assert bench.standby == "3"
    assert bench.window.cues.model.standby_row is bench.row("3")


def test_a_running_cue_that_goes_plays_out_in_sight(bench: Bench) -> None:
    bench.console.desk.go()
    bench.tick(0.2)
    running = next(iter(bench.active))
    bench.session.edit(Delete((cue(running),)))
    bench.tick(0.1)
    assert bench.window.active.model.cards
    assert bench.window.cues.model.find(running) is None


def test_a_key_of_an_edit_starts_its_cue(bench: Bench) -> None:
    bench.session.edit(Set(cue("7"), ("hotkey",), "q"))
    bench.tick()
    bench.press(Qt.Key.Key_Q)
    assert "7" in bench.active


def test_lists_come_and_go(bench: Bench) -> None:
    shown = bench.window.cues.model
    count = len(bench.window.cues.models)
    bench.session.edit(Insert("list", "{cues: [{cue: 1, wait: 1s}]}", Place(), "late"))
    bench.tick()
    assert len(bench.window.cues.models) == bench.window.cues.tabs.count() == count + 1
    assert bench.window.cues.model is shown
    bench.window.cues.tabs.setCurrentIndex(count)
    bench.tick()
    assert bench.console.desk.list == "late"
    bench.session.undo()
    bench.tick()
    assert bench.console.desk.list == "main"
    assert bench.window.cues.model is shown


def test_masters_devices_segments_and_names_follow(bench: Bench) -> None:
    window, fixture = bench.window, bench.session.program.fixtures.names[0]
    testers = [QAbstractItemModelTester(model, FATAL) for model in (window.devices, window.side.segments)]
    bench.console.window.faders.take_in_hand("grand")
    strips = len(window.faders.strips)
    bench.session.edit(Insert("master", f"{{label: Extra, fixtures: {fixture}}}", Place(), "extra"))
    bench.session.edit(Insert("device", '{type: osc, to: "127.0.0.1:9"}', Place(), "lobby"))
    bench.session.edit(Insert("segment", "{segment: encore, title: Encore, duration: 5m}", Place("end")))
    bench.session.edit(Set(Item("show"), ("title",), "Another evening"))
    bench.tick(1)
    assert [strip.name for strip in window.faders.strips][strips:] == ["extra"]
    assert window.faders.current.name == "grand"
    assert "lobby" in [lamp.name for lamp in window.devices.lamps]
    assert window.side.segments.index(window.side.segments.rowCount() - 1, 1).data() == "Encore"
    assert window.windowTitle().startswith("Another evening")
    assert "Another evening" in window.top.title.accessibleName()
    window.faders.take_in_hand("extra")
    for _ in range(4):
        bench.session.undo()
    bench.tick(1)
    assert len(window.faders.strips) == strips
    assert window.faders.current.name == "grand"
    assert "lobby" not in [lamp.name for lamp in window.devices.lamps]
    assert len(testers) == 2


SEVERAL = """
showctl: 1
show: {title: Large}
cues:
"""


def test_an_edit_of_five_thousand_cues_does_not_stall(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    lines = [f"  - {{cue: {n}, label: Cue {n}, wait: 3s}}\n" for n in range(1, 5001)]
    path = tmp_path / "large.yaml"
    path.write_text(SEVERAL + "".join(lines), "utf-8")
    bench = open_console(path, mode=Mode.EDIT)
    view = bench.window.cues.view
    assert isinstance(view, CueView)
    view.select(bench.row("2500"))
    view.show_row(bench.row("2500"))
    top = view.indexAt(QPoint(0, 0)).data(ROW_ROLE)
    slowest = 0.0
    for edit in (
        Set(cue("2500"), ("label",), "Another"),
        Insert("cue", "{cue: 10.5, wait: 2s}", Place("after", cue("10"))),
        Delete((cue("20"),)),
        Move((cue("4000"),), Place("after", cue("30"))),
        Duplicate(cue("40"), "40.5"),
    ):
        bench.session.edit(edit)
        update = bench.session.poll()
        while True:  # it is worked out beside the window, and then taken in within one turn
            before = time.thread_time()
            if bench.console.desk._follow_document(update.snapshot):
                break
            slowest = max(slowest, time.thread_time() - before)
        if bench.console.desk.snapshot is not None:
            bench.console.desk.snapshot_changed.emit(bench.console.desk.snapshot)
        bench.application.processEvents()
        slowest = max(slowest, time.thread_time() - before)
        bench.tick()
    assert slowest < STALL
    assert view.selected is bench.row("2500")
    assert view.indexAt(QPoint(0, 0)).data(ROW_ROLE) is top


def some_list(randoms: random.Random) -> CueList:
    """Cues and groups of cues with numbers from a small stock, in any order."""
    numbers = randoms.sample(range(1, 16), randoms.randint(0, 12))
    cues: list[Cue] = []
    while numbers:
        number = str(numbers.pop())
        if numbers and randoms.random() < 0.3:
            inside = tuple(wait(str(numbers.pop())) for _ in range(min(randoms.randint(1, 3), len(numbers))))
            cues.append(GroupCue.model_validate({"cue": number, "group": "timeline", "cues": inside}))
        else:
            cues.append(wait(number))
    return CueList(label="Main", cues=tuple(cues))


def wait(number: str) -> WaitCue:
    return WaitCue.model_validate({"cue": number, "wait": 1})


def test_rows_follow_any_edit(bench: Bench) -> None:
    """Random lists one after another: Qt's own tester watches, and the rows say what the list says."""
    randoms = random.Random(5)
    model = CueTreeModel("main", some_list(randoms))
    tester = QAbstractItemModelTester(model, FATAL)
    for _ in range(150):
        target = some_list(randoms)
        kept = {row.key: row for row in model.rows}
        model.follow(target)
        walked = list(target.walk())
        assert [row.cue for row in model.rows] == walked
        assert [row.id for row in model.rows] == [each.number for each in walked]
        assert all(model.find(row.id) is row and model.row_of(row.key) is row for row in model.rows)
        assert all(kept.get(row.key, row) is row for row in model.rows)
        assert model.count == len(walked)
    assert tester.model() is model

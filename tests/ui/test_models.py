"""Item models under Qt's own tester, through everything that changes them; a large show; what Qt does to None."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from showctl.cues.light import LightCue
from showctl.engine.snapshot import DeviceStatus
from showctl.model.cue import CueList
from showctl.ui.models.cue_tree import CueTreeModel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.theme import DARK
from tests.ui.conftest import Bench

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def all_models(bench: Bench) -> list[QAbstractItemModel]:
    window = bench.window
    return [*window.cues.models, window.active.model, window.side.segments, window.side.logistics, window.devices]


def test_models_keep_qts_rules_through_a_show(bench: Bench) -> None:
    testers = [QAbstractItemModelTester(model, FATAL) for model in all_models(bench)]
    for _ in range(6):
        bench.console.desk.go()
        bench.tick(0.7)
    bench.console.desk.set_standby("4")
    bench.console.desk.go()
    for _ in range(5):
        bench.tick(7)
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error")}
    bench.tick(1)
    bench.console.desk.stop("4.2")
    bench.tick(1)
    bench.console.desk.panic()
    bench.tick(5)
    assert len(testers) == 6


def large_list(cues: int) -> CueList:
    look = {"time": 3, "look": {"front1": "50%"}}
    numbered = (
        LightCue.model_validate({"cue": str(n), "label": f"Cue {n}", "light": look}) for n in range(1, cues + 1)
    )
    return CueList(label="Main", cues=tuple(numbered))


def test_five_thousand_cues_load_within_a_second_and_scroll(open_console: Callable[..., Bench]) -> None:
    bench = open_console()
    cues = large_list(5000)
    before = time.perf_counter()
    model = CueTreeModel("main", cues)
    view = CueView(model, DARK, {})
    view.resize(1000, 800)
    view.show()
    view.grab()
    loaded = time.perf_counter() - before
    assert loaded < 1.0
    bar = view.verticalScrollBar()
    before = time.perf_counter()
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
        view.grab()
    # 20 whole pages, each painted anew: well above 10 a second even on a slow machine.
    assert (time.perf_counter() - before) / 20 < 0.1
    bench.application.processEvents()
    view.deleteLater()


def test_qt_keeps_the_reference_count_of_none_level(bench: Bench) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one in every void Qt call and aborted the process within seconds."""
    view, model = bench.window.cues.view, bench.window.cues.model
    changed = 0

    def count(*_: object) -> None:
        nonlocal changed
        changed += 1

    model.dataChanged.connect(count)
    bench.tick()
    before = sys.getrefcount(None)
    for i in range(1000):
        view.viewport().repaint()
        model.data(model.index(0, 0))
        model.mark_done("1", i % 2 == 0)
    after = sys.getrefcount(None)
    assert changed == 1000
    assert abs(after - before) < 200

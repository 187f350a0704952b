"""Standby in the middle of the list, where that is chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from showctl.ui.panels.cue_view import CueView
from tests.ui.conftest import Bench

CUES = "".join(f"  - {{cue: {n}, label: Number {n}, wait: 1s}}\n" for n in range(1, 61))


def test_standby_stays_in_the_middle_and_comes_back_to_it(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    show = tmp_path / "many.yaml"
    show.write_text("showctl: 1\nshow: {title: Many, go guard: 0s}\ncues:\n" + CUES)
    bench = open_console(show, size=(1366, 768))
    view, model = bench.window.cues.view, bench.window.cues.model
    assert isinstance(view, CueView)

    def off() -> int:
        """Pixels from the middle of the list to that of standby."""
        row = model.standby_row
        assert row is not None
        return abs(view.visualRect(model.index_of(row)).center().y() - view.viewport().height() // 2)

    bench.window.building.layout.choose("list/standby in the middle")
    bench.console.desk.set_standby("25")
    bench.tick(0.1)
    assert off() <= view.row_height
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    assert off() <= view.row_height
    view.verticalScrollBar().setValue(0)
    bench.press(Qt.Key.Key_Space)
    bench.tick(0.1)
    assert off() <= view.row_height, "scrolled away, the next GO brings it back"

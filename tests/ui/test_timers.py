"""Timers of the day in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Bench
from tests.ui.test_display import at
from tests.ui.test_tonight import lines


def shown(bench: Bench) -> list[tuple[str, str]]:
    return [(name, time) for name, time, _, _ in bench.window.side.timers._shown]


def test_a_timer_is_written_runs_stands_still_goes_over_and_goes(bench: Bench) -> None:
    at(bench, "18:00:00")
    assert bench.window.side.timers.isHidden()
    bench.window.acts.run("timers")
    bench.tick()
    panel = bench.window.ask_panel
    QTest.keyClicks(panel.field, "speaker's tea 5x")
    bench.press(Qt.Key.Key_Return)
    assert "write a name and a length" in panel.explained.text()
    assert panel.field.text() == "speaker's tea 5x", "it is there to be mended"
    QTest.keyClick(panel.field, Qt.Key.Key_Backspace)
    QTest.keyClicks(panel.field, "m")
    bench.press(Qt.Key.Key_Return)
    bench.tick(1)
    assert shown(bench) == [("speaker's tea", "4:59")]
    assert lines(bench) == ["speaker's tea  4:59"]
    panel.buttons[0].click()
    bench.tick(1)
    assert shown(bench) == [("speaker's tea", "5:58")]
    panel.view.setFocus()
    bench.press(Qt.Key.Key_Return)
    bench.tick(30)
    assert shown(bench) == [("speaker's tea", "5:58")]
    assert lines(bench) == ["speaker's tea  5:58, stands still"]
    bench.press(Qt.Key.Key_Return)
    bench.tick(6 * 60)
    assert shown(bench)[0][1] in ("+0:01", "+0:02")
    QTest.keyClick(panel.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    bench.tick(1)
    assert shown(bench) == []
    assert bench.window.side.timers.isHidden()

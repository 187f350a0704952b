"""The timeline of a group in the real window: dragged, by keys, undone, locked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from showctl.engine.command import StartCue
from showctl.ui.inspectors.inspector import Inspector
from showctl.ui.mode import Mode
from showctl.ui.panels.timeline_panel import TIMELINE
from tests.ui.conftest import AWARDS, Bench

LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


def test_offsets_are_dragged_and_moved_by_keys(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "awards.yaml"
    path.write_bytes(AWARDS.read_bytes())
    bench = open_console(path, on_disk=True)
    bench.window.acts.run("page cues")
    inspector = bench.window.pages.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    editing, document = bench.window.edits.editing, bench.session.document

    def settle() -> None:
        qtbot.waitUntil(lambda: editing.turn.pending == 0, timeout=10_000)
        bench.tick()

    def tabs() -> list[str]:
        return [inspector.tabs.tabText(at) for at in range(inspector.tabs.count())]

    def offsets() -> list[float]:
        return [bar.at for bar in panel.model.bars]

    bench.window.selection.select_cues(("2",))
    settle()
    assert TIMELINE not in tabs()
    bench.window.selection.select_cues(("4",))
    settle()
    assert TIMELINE in tabs()
    inspector.show_tab(TIMELINE)
    bench.tick()
    panel, view = inspector.timeline, inspector.timeline.view
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is panel.model
    assert view.isVisible()
    assert offsets() == [0.0, 1.5, 1.5]
    assert not panel.grab().isNull()
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Plus)

    def drag(row: int, seconds: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        index = panel.model.index(row)
        box = view.row.box(panel.model.bars[row], QRectF(view.visualRect(index)))
        start = QPoint(round(box.left()) + 2, round(box.center().y()))
        to = start + QPoint(round(seconds * view.scale.rate), 0)
        QTest.mousePress(view.viewport(), LEFT, modifiers, start)
        QTest.mouseMove(view.viewport(), (start + to) / 2)
        bench.application.processEvents()
        event_to = to
        QTest.mouseMove(view.viewport(), event_to)
        bench.application.processEvents()
        QTest.mouseRelease(view.viewport(), LEFT, modifiers, to)
        settle()

    # One drag is one edit, on the grid, as the file writes it; and one step back.
    view.set_scale(view.scale.begun_at(0.0))
    done = document.done
    drag(1, 1.0)
    assert document.done == done + 1
    assert offsets()[1] != 1.5
    steps = offsets()[1] / view.scale.grid
    assert abs(steps - round(steps)) < 1e-6
    assert document.history[-1] == "at of cue 4.2"
    bench.window.acts.run("undo")
    settle()
    assert offsets() == [0.0, 1.5, 1.5]
    # By keys: as long as an arrow is held it is one edit.
    view.setFocus()
    view.setCurrentIndex(panel.model.index(2))
    done, grid = document.done, view.scale.grid
    QTest.keyPress(view, Qt.Key.Key_Right)
    QTest.keyPress(view, Qt.Key.Key_Right)
    QTest.keyRelease(view, Qt.Key.Key_Right)
    settle()
    assert document.done == done + 1
    first = offsets()[2]
    assert 1.5 < first <= 1.5 + 2 * grid
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    settle()
    assert 0 < first - offsets()[2] <= grid / 10 + 1e-6
    assert "4.3 Film sound up, at" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale.start == 0.0
    # The playhead, while it runs.
    bench.session.send(StartCue(cue="4"))
    bench.tick(0.5)
    bench.tick(0.5)
    assert view.playhead is not None
    assert 0.4 < view.playhead < 1.1
    assert not panel.grab().isNull()
    # Show: nothing is moved, and it says so.
    said: list[str] = []
    bench.console.desk.said.connect(said.append)
    bench.console.desk.modes.enter(Mode.SHOW)
    done, before = document.done, offsets()
    QTest.keyClick(view, Qt.Key.Key_Right)
    drag(1, 3.0)
    assert (document.done, offsets()) == (done, before)
    assert said
    assert "Locked for the show" in said[0]
    assert not view.row.moved
    bench.console.desk.modes.enter(Mode.EDIT)
    bench.window.selection.select_cues(("2",))
    settle()
    assert TIMELINE not in tabs()
    bench.window.end_quietly()

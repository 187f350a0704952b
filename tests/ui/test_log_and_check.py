"""Message log and check page in the real window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from showctl.engine.event import Warned
from showctl.engine.snapshot import DeviceStatus
from showctl.showfile.item import Item
from showctl.ui.mode import Mode
from showctl.ui.panels.check_page import CheckPage
from showctl.ui.panels.log_page import LogPage
from tests.ui.conftest import Bench
from tests.ui.open_file import wait
from tests.unit.ui.test_monitors import DEMO

ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_messages_are_logged_filtered_copied_and_saved(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "demo.yaml"
    file.write_bytes(DEMO.read_bytes())
    bench = open_console(file, mode=Mode.EDIT)
    assert not bench.session.listens
    bench.window.acts.run("page log")
    page = bench.window.pages.findChild(LogPage)
    assert isinstance(page, LogPage)
    assert bench.session.listens
    bench.console.desk.set_standby("20")
    bench.console.desk.go()
    bench.tick(1)
    bench.tick(1)
    assert [line.device for line in page.model.lines] == ["desk"]
    page.pause.click()
    bench.console.desk.set_standby("13")
    bench.console.desk.go()
    bench.tick(3)
    assert page.model.rowCount() == 1
    assert "since the pause" in page.count.text()
    page.pause.click()
    assert page.model.rowCount() > 1
    page.device.setText("MED")
    assert {line.device for line in page.model.lines} == {"media"}
    page.save.click()
    wait(bench, qtbot, lambda: page._turn.pending == 0)
    (saved,) = tmp_path.glob("demo messages *.tsv")
    assert saved.read_text("utf-8").count("\n") == page.model.rowCount() + 1
    page.device.setText("xyz")
    assert page.model.rowCount() == 0
    page.device.clear()
    page.text.setText("no such words")
    assert page.model.rowCount() == 0
    page.text.clear()
    page.table.setFocus()
    # Not selectRow: that minds which modifiers Qt believes to be held, from other tests too.
    page.table.selectionModel().select(page.model.index(0, 0), ONLY)
    QTest.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().count("\n") == 0
    assert "desk" in QApplication.clipboard().text()
    page.clear.click()
    assert page.model.rowCount() == 0
    bench.window.acts.run("page cues")
    assert not bench.session.listens


def test_what_is_wrong_is_listed_and_gone_to(open_console: Callable[..., Bench], qtbot: QtBot) -> None:
    bench = open_console(DEMO)
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route")}
    bench.tick(0.1)
    bench.window.acts.run("page check")
    page = bench.window.pages.findChild(CheckPage)
    assert isinstance(page, CheckPage)
    qtbot.waitUntil(lambda: page.checking.checked, timeout=20_000)
    items = [str(each.item) for each in page.model.findings]
    assert items[0] == "device media"
    assert page.count == len([each for each in page.model.findings if each.level != "question"]) > 2
    page.table.selectRow(0)
    page.go_there()
    assert bench.window.details.device.device == "media"
    row = next(at for at, each in enumerate(items) if each.startswith("cue ") and "/" not in each)
    page.table.selectRow(row)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert bench.window.pages.current == "cues"
    selected = bench.window.cues.view.selected
    assert selected is not None
    assert str(page.model.findings[row].item) == f"cue {selected.id}"
    said: list[str] = []
    bench.console.desk.said.connect(said.append)
    bench.window.context.go_to(Item("fixture", "front1..front8"))
    assert bench.window.selection.fixtures[::7] == ("front1", "front8")
    assert bench.window.pages.current == "patch"
    bench.window.context.go_to(Item("cue", "no such cue"))
    assert said == ["cue no such cue is not in the show any more."]
    before = page.count
    bench.console.desk.happened.emit(Warned(due=bench.clock(), text="Something happened"))
    assert page.count == before + 1
    page.seen.click()
    bench.session.statuses = {}
    bench.tick(0.1)
    assert page.count == 0

"""Show files, imports and exports, asked in the side panel: nothing covers GO, and what is cancelled leaves nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.showfile.load import load
from showctl.ui.exporting import FORMS
from showctl.ui.import_report import came_over, not_carried, report_lines, save_report
from showctl.ui.mode import Mode
from showctl.ui.new_files import put_profiles, take_away, write_new
from showctl.ui.path_asking import entries
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, CONTROL, SHIFT, SHOW, SOON, key, wait

DATA = Path(__file__).parents[1] / "data"
HARBOUR = DATA / "qlcplus" / "harbour.qxw"


def test_a_report_is_told_item_by_item(tmp_path: Path) -> None:
    notes = [{"where": "line 3", "what": "a fade", "why": "no end", "do": "write one"}, {"what": "a picture"}]
    report = {"carried": {"cues": 1, "groups": 0}, "left out": notes, "chosen": [], "unsaid": 2}
    assert came_over(report) == "1 cue"
    assert not_carried(report) == 4
    texts = [line.text for line in report_lines(report)]
    assert texts == ["Not carried over", "line 3: a fade: no end; write one", "a picture", "And 2 more of these"]
    names = {save_report(Path("old.csv"), texts, tmp_path).name for _ in range(2)}
    assert names == {"old-import.txt", "old-import-2.txt"}
    assert "a picture" in (tmp_path / "old-import.txt").read_text(encoding="utf-8")


def test_files_are_never_written_over(tmp_path: Path) -> None:
    write_new(tmp_path / "a.yaml", "one")
    for refused in (tmp_path / "a.yaml", tmp_path / "no folder" / "b.yaml"):
        with pytest.raises(OSError, match=r"already|cannot be written"):
            write_new(refused, "two")
    made, kept = put_profiles(tmp_path, {"acme/spot": "x", "acme/wash": "y"})
    assert (len(made), kept) == (2, [])
    made, kept = put_profiles(tmp_path, {"acme/spot": "other", "acme/new": "z"})
    assert "left as it is" in kept[0]
    take_away(made)
    assert sorted(each.name for each in (tmp_path / "fixtures" / "acme").iterdir()) == ["spot.yaml", "wash.yaml"]
    assert [line.text for line in entries(f"{tmp_path}/", tmp_path, (".yaml",))] == ["../", "fixtures/", "a.yaml"]
    assert [line.text for line in entries("A", tmp_path, (".yaml",))] == ["a.yaml"]


def there(folder: Path) -> list[str]:
    """What is in a folder, but for the recovery file, which comes and goes."""
    return sorted(each.name for each in folder.rglob("*") if not each.name.startswith(".gala.yaml"))


def gala(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    file = tmp_path / "gala.yaml"
    file.write_text(SHOW, encoding="utf-8")
    return open_console(file, on_disk=True, size=(1366, 768))


def test_an_import_is_one_edit_and_says_what_did_not_come_over(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = gala(open_console, tmp_path)
    panel, importing = bench.window.ask_panel, bench.window.beginning.files.importing
    key(bench, Qt.Key.Key_O, CONTROL | SHIFT)
    assert panel.field.hasFocus()
    QTest.keyClick(panel.field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(panel.field, f"{DATA}/qlcplus/har")
    wait(bench, qtbot, lambda: [line.text for line in panel.model.lines] == ["harbour.qxw"])
    key(bench, Qt.Key.Key_Tab)
    wait(bench, qtbot, lambda: panel.field.text() == str(HARBOUR))
    key(bench, Qt.Key.Key_Space, CONTROL)
    bench.tick(0.1)
    assert "1" in bench.active  # GO works beside it
    key(bench, Qt.Key.Key_Return)
    assert [line.text for line in panel.model.lines] == ["Into this show", "Into a new show, harbour.yaml"]
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: panel.title.text() == "harbour.qxw is imported")
    show = bench.session.document.state.show
    assert len(show.patch) > 2
    assert bench.session.document.history == ("import of harbour.qxw",)
    heads = {line.text for line in panel.model.lines if line.kind == "head"}
    assert "Not carried over" in heads
    profiles = list((tmp_path / "fixtures").rglob("*.yaml"))
    assert profiles
    panel.buttons[[button.text() for button in panel.buttons].index("Save list")].click()
    wait(bench, qtbot, lambda: "The list is" in panel.explained.text())
    assert (tmp_path / "harbour-import.txt").stat().st_size > 500
    key(bench, Qt.Key.Key_Z, CONTROL)
    wait(bench, qtbot, lambda: not bench.session.document.state.show.patch)
    before = there(tmp_path)
    with qtbot.waitSignal(importing.work.stepped, timeout=SOON):
        importing.begin(HARBOUR, tmp_path / "other.yaml")
    assert panel.progress.isVisible()
    drafts = importing.work.drafts
    assert drafts.is_dir()
    panel.buttons[[button.text() for button in panel.buttons].index("Cancel")].click()
    bench.tick()
    assert not importing.work.busy
    assert not panel.isVisible()
    assert not drafts.exists()
    assert there(tmp_path) == before


def test_mistakes_change_nothing_until_the_rest_is_asked_for(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = gala(open_console, tmp_path)
    sheet = tmp_path / "cues.csv"
    sheet.write_text("Cue,Label,Pre-wait\n11,House,2s\n12,Snow,soon\n", encoding="utf-8")
    panel, importing = bench.window.ask_panel, bench.window.beginning.files.importing
    importing.begin(sheet)
    wait(bench, qtbot, lambda: panel.title.text() == "cues.csv is not imported")
    assert "Nothing has changed" in panel.explained.text()
    assert "--" not in panel.explained.text()
    assert any("soon" in line.text for line in panel.model.lines)
    assert not bench.session.document.history
    panel.buttons[0].click()
    wait(bench, qtbot, lambda: panel.title.text() == "cues.csv is imported")
    assert "House" in [cue.label for _, cue in bench.session.document.state.show.walk()]
    bench.console.desk.modes.enter(Mode.SHOW)
    importing.ask_where(sheet)
    assert "Locked" in panel.model.lines[0].text
    importing.begin(sheet, tmp_path / "new.yaml", partly=True)
    wait(bench, qtbot, lambda: "new.yaml is written" in panel.explained.text())
    assert load(tmp_path / "new.yaml").show.cues[0].label == "House"


def test_exports_write_the_show_as_it_is_edited(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    bench = gala(open_console, tmp_path)
    panel = bench.window.ask_panel
    bench.window.line.open('set cue 1 label "Gates"')
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: bench.session.document.state.show.cues[0].label == "Gates")
    key(bench, Qt.Key.Key_F, ALT)
    texts = [line.text for line in panel.model.lines]
    assert texts[0] == "New show, from a template"
    panel.view.go_to(next(at for at, text in enumerate(texts) if text.startswith("Export")))
    key(bench, Qt.Key.Key_Return)
    key(bench, Qt.Key.Key_Return)
    assert panel.field.text() == str(tmp_path / "gala-cues.csv")
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: "is written" in panel.explained.text())
    assert "Gates" in (tmp_path / "gala-cues.csv").read_text(encoding="utf-8-sig")
    exporting = bench.window.beginning.files.exporting
    exporting.begin(FORMS[-1], tmp_path / "gala.zip")
    wait(bench, qtbot, lambda: (tmp_path / "gala.zip").exists())
    exporting.begin(FORMS[1], tmp_path / "gala.xlsx")
    exporting.cancel()
    assert not exporting.work.busy
    assert there(tmp_path) == ["console.ini", "gala-cues.csv", "gala.yaml", "gala.zip"]


def test_new_open_and_copy_by_keys(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    bench = gala(open_console, tmp_path)
    panel, files = bench.window.ask_panel, bench.window.beginning.files
    opened: list[str] = []
    files.open_other = lambda path: opened.append(path.name)
    key(bench, Qt.Key.Key_N, CONTROL)
    key(bench, Qt.Key.Key_Return)
    assert panel.field.selectedText() == "my-show"
    QTest.keyClicks(panel.field, "autumn")
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: opened == ["autumn.yaml"])
    (tmp_path / "bad.yaml").write_text("showctl: 1\nshwo: {}\n", encoding="utf-8")
    key(bench, Qt.Key.Key_O, CONTROL)
    for name, comes in (
        ("bad.yaml", lambda: "showctl check" in panel.explained.text()),
        ("gala.yaml", lambda: opened[1:]),
    ):
        QTest.keyClick(panel.field, Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(panel.field, str(tmp_path / name))
        key(bench, Qt.Key.Key_Return)
        wait(bench, qtbot, lambda comes=comes: bool(comes()))
    key(bench, Qt.Key.Key_S, CONTROL | SHIFT)
    assert panel.field.selectedText() == "gala-copy"
    key(bench, Qt.Key.Key_Return)
    wait(bench, qtbot, lambda: (tmp_path / "gala-copy.yaml").exists() and not panel.isVisible())
    bench.console.desk.modes.enter(Mode.SHOW)
    QTest.mouseClick(bench.window.top.title, Qt.MouseButton.LeftButton)
    bench.tick()
    assert panel.isVisible()
    key(bench, Qt.Key.Key_W, CONTROL)
    assert not panel.isVisible()

"""One table of keys: the overlay, the commands by name, other keys of one's own, and who else wants them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from showctl.ui.actions import ACTS
from showctl.ui.bindings import Bindings
from showctl.ui.key_table import table
from showctl.ui.mode import Mode
from showctl.ui.panels.keys_section import KeysSection
from tests.ui.conftest import Bench
from tests.ui.test_hotkeys import with_hotkeys

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_table_gives_no_key_twice() -> None:
    bindings = Bindings(ACTS)
    clashes = {act.id: [owner.words for owner in bindings.conflicts(act.id)] for act in ACTS}
    assert {identity: who for identity, who in clashes.items() if who} == {}
    assert len({act.id for act in ACTS}) == len(ACTS)


def test_own_keys_are_kept_and_say_whom_they_were(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "keys.ini"), QSettings.Format.IniFormat)
    bindings = Bindings(ACTS, settings)
    bindings.hotkeys = {"F1": "cue 7 Stab"}
    assert [owner.words for owner in bindings.owners("F1", "blackout")] == ["cue 7 Stab"]
    assert [owner.id for owner in bindings.owners("Ctrl+D", "blackout")] == ["duplicate"]
    assert [owner.id for owner in bindings.owners("Space", "blackout")] == ["go"]
    assert [owner.id for owner in bindings.owners("Esc", "blackout")] == [""]
    bindings.choose("blackout", ("Ctrl+Shift+B", "F1"))
    bindings.choose("panic", ("F2",))
    again = Bindings(ACTS, settings)
    assert again.keys("blackout") == ("Ctrl+Shift+B", "F1")
    assert again.keys("panic") == ("Esc",)
    again.reset_all()
    assert Bindings(ACTS, settings).keys("blackout") == ("B",)


def test_the_overlay_covers_nothing_that_plays_and_go_works_beneath(
    open_console: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7="Ctrl+F"), size=(1366, 768))
    window, sheet = bench.window, bench.window.sheet
    QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    bench.press(Qt.Key.Key_Question)
    assert sheet.isVisible()
    for part in (window.go, window.strip, window.cues, window.bottom):
        box = part.rect().translated(part.mapTo(window, QPoint(0, 0)))
        assert not sheet.geometry().intersects(box), part.objectName()
    assert window.cues.view.hasFocus()
    bench.press(Qt.Key.Key_Space)
    assert bench.standby == "2"
    clashes = {line.id: line.clash for line in sheet.model.lines if line.clash}
    assert clashes["find"].startswith("cue 7")
    QTest.keyClick(window.cues.view, Qt.Key.Key_W, CONTROL)
    assert not sheet.isVisible()


def test_every_command_by_its_name(bench: Bench) -> None:
    window, sheet = bench.window, bench.window.sheet
    QTest.keyClick(window.cues.view, Qt.Key.Key_K, CONTROL)
    assert sheet.field.hasFocus()
    QTest.keyClicks(sheet.field, "black out")
    assert bench.standby == "1"
    assert sheet.list.current == "blackout"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    bench.tick(0.1)
    assert window.masters.blackout
    assert not sheet.isVisible()
    assert window.cues.view.hasFocus()


def test_another_key_is_the_key_everywhere(bench: Bench) -> None:
    window = bench.window
    window.acts.choose("blackout", "F2")
    window.acts.choose("masters", "Ctrl+M")
    window.acts.choose("go", "Space", "PgDown")
    window.acts.choose("load", "O")
    bench.press(Qt.Key.Key_B)
    bench.tick(0.1)
    assert not window.masters.blackout
    bench.press(Qt.Key.Key_F2)
    bench.tick(0.1)
    assert window.masters.blackout
    bench.hold(Qt.Key.Key_PageDown, repeats=5)
    assert bench.standby == "2"
    bench.press(Qt.Key.Key_O)
    assert window.cues.load.isVisible()
    assert "Ctrl+M" in window.right.tabs.tabToolTip(1)
    window.modes.enter(Mode.REHEARSE)
    assert window.acts.key("blackout") == "F2"
    window.acts.reset_all()
    assert "(M)" in window.right.tabs.tabToolTip(1)


def test_the_manual_has_the_table() -> None:
    manual = Path(__file__).parents[2] / "docs" / "console.md"
    missing = [line for line in table().splitlines() if line not in manual.read_text("utf-8")]
    assert missing == [], "python -m showctl.ui.key_table"


def test_a_key_is_chosen_in_the_settings(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7="F1"))
    window = bench.window
    window.pages.open("settings")
    bench.tick()
    section = window.pages.findChild(KeysSection)
    assert section is not None
    acts = window.acts

    def choose(act: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        section.wait(act)
        QTest.keyClick(section.list, key, held)
        bench.tick(0.1)
        return section.said.text()

    section.list.setFocus()
    assert choose("masters", Qt.Key.Key_B) == "B belongs to Blackout."
    assert not window.masters.blackout, "what is caught does nothing else"
    QTest.mouseClick(section.take, Qt.MouseButton.LeftButton)
    assert (acts.keys("masters"), acts.keys("blackout")) == (("B",), ())
    assert choose("masters", Qt.Key.Key_Up).startswith("↑ stays with")
    assert "cue 7" in choose("masters", Qt.Key.Key_F1)
    assert "7" not in bench.active
    choose("compare", Qt.Key.Key_F4, CONTROL)
    assert acts.keys("compare") == ("Ctrl+F4",)
    choose("go", Qt.Key.Key_F9, CONTROL)
    assert acts.keys("go") == ("Space", "Ctrl+F9")
    section.wait("masters")
    bench.press(Qt.Key.Key_Space, section.list)
    assert bench.standby == "2", "Space stays GO"
    bench.tick(11)
    assert acts.catch is None, "who walks away has every key back"
    section.wait("masters")
    window.pages.open("cues")
    assert acts.catch is None
    section.reset_all.click()
    assert acts.keys("blackout") == ("B",)

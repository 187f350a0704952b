"""The look editor in the real window: the sheet, and what is changed below it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from showctl.ui.inspectors.row import LOOK, OWN
from showctl.ui.look.colour_controls import ColourControls
from showctl.ui.look.editor import LookEditor
from showctl.ui.look.fader import Fader
from showctl.ui.look.position_controls import PositionControls
from showctl.ui.mode import Mode
from showctl.ui.models.look_sheet import CELL_ROLE
from showctl.ui.panels.cues_page import CuesPage
from tests.ui.conftest import Bench

SOON = 10_000
LEFT, ALT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
DEMO = Path(__file__).parents[2] / "shows" / "demo.yaml"


class Looking:
    """A bench with the tab Look of a cue."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench, self._qtbot = bench, qtbot
        bench.window.acts.run("page cues")
        page = bench.window.pages.findChild(CuesPage)
        assert isinstance(page, CuesPage)
        self.inspector = page.inspector
        self.editor: LookEditor = page.inspector.look

    def settle(self) -> None:
        turn = self.bench.window.edits.editing.turn
        self._qtbot.waitUntil(lambda: turn.pending == 0, timeout=SOON)
        self.bench.tick()
        self.bench.tick(1.0)
        self._qtbot.waitUntil(lambda: self.editor.sheets.pending == 0, timeout=SOON)

    def select(self, cue: str) -> None:
        self.bench.window.selection.select_cues((cue,))
        self.inspector.show_tab(LOOK)
        self.settle()

    def choose(self, *names: str) -> None:
        rows = self.editor.model.rows
        self.editor.view.select_rows([at for at, row in enumerate(rows) if row.name in names])

    def drag(self, widget: QWidget, start: QPoint, by: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(widget, LEFT, keys, start)
        for part in (2, 1):
            # QTest.mouseMove has no modifiers: it sends those that are held, which nobody holds here.
            QTest.mouseEvent(QTest.MouseAction.MouseMove, widget, Qt.MouseButton.NoButton, keys, start + by / part)
        QTest.mouseRelease(widget, LEFT, keys, start + by)
        self.settle()

    def line(self, cue: str, name: str) -> object:
        """What the cue says of a selection, as it is read."""
        entry = dict(self.bench.session.document.state.show.walk())[cue].light.look.get(name)  # type: ignore[attr-defined]
        return None if entry is None else entry.model_dump(mode="json", exclude_unset=True)

    def cells(self, name: str) -> list[str]:
        rows = {row.name: row for row in self.editor.model.rows}
        return [cell.words for cell in rows[name].cells]


@pytest.fixture
def looking(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> Iterator[Looking]:
    path = tmp_path / "demo.yaml"
    path.write_bytes(DEMO.read_bytes())
    bench = open_console(path, on_disk=True)
    yield Looking(bench, qtbot)
    bench.window.end_quietly()


def test_the_sheet_follows_cue_and_selection(looking: Looking) -> None:
    editor = looking.editor
    tester = QAbstractItemModelTester(editor.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    looking.select("21")
    assert editor.isVisible()
    assert looking.cells("podium") == ["85", "–", "–", "–"]
    assert looking.cells("spot1") == ["full", "host white", "podium", "tight"]
    cell = editor.model.index(1, 2).data(CELL_ROLE)
    assert (cell.how, cell.source, cell.rgb) == ("tracked", "15", "#ffefe4")
    # Whoever selects fixtures, here or in the rig.
    editor.view.select_rows([1])
    assert looking.bench.window.selection.fixtures == ("spot1",)
    looking.bench.window.selection.select_fixtures(["spot2", "spot3", "spot4", "spot5", "spot6"])
    assert [row.name for row in editor.rows] == ["spot2..spot6"]
    looking.select("15")
    assert looking.cells("cyc")[:2] == ["70", "#1f4fd0"]
    del tester


ONE = """showctl: 1
show: {title: One}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: front, fixture: generic/dimmer, at: 1.1}]
cues: [{cue: 1, wait: 1s}]
"""


def test_a_new_light_cue_opens_on_its_look_with_its_only_line(
    open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(ONE)
    bench = open_console(path, on_disk=True)
    looking = Looking(bench, qtbot)
    bench.window.acts.run("new light")
    qtbot.waitUntil(lambda: bench.tick() or bool(looking.editor.rows), timeout=SOON)
    looking.settle()
    inspector, editor = looking.inspector, looking.editor
    titles = {inspector.tabs.tabData(at): inspector.tabs.tabText(at) for at in range(inspector.tabs.count())}
    assert (titles[LOOK], titles[OWN]) == ("Look", "Times")
    assert inspector.tabs.tabData(inspector.tabs.currentIndex()) == LOOK
    assert [row.name for row in editor.rows] == ["front"]
    cell = editor.model.index(0, 1)
    assert cell.data() == "–"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "nothing has moved it"
    bench.window.end_quietly()


def test_what_is_changed_is_one_step_of_undo(looking: Looking) -> None:
    editor, session = looking.editor, looking.bench.session
    looking.select("21")

    def line(name: str) -> object:
        show = session.document.state.show
        return dict(show.walk())["21"].light.look.get(name)  # type: ignore[attr-defined]

    def faders(kind: str) -> list[Fader]:
        return editor.values.panels[kind].findChildren(Fader)

    def rows(*names: str) -> None:
        editor.view.select_rows([at for at, row in enumerate(editor.model.rows) if row.name in names])

    rows("podium", "back")
    fader = faders("intensity")[1]
    fader.setFocus()
    QTest.keyClicks(fader, "42")
    QTest.keyClick(fader, Qt.Key.Key_Return)
    looking.settle()
    assert looking.cells("podium")[0] == "42"
    pool = editor.values.panels["intensity"].pool
    QTest.mouseClick(pool.view.viewport(), LEFT, pos=pool.box("film").center())
    looking.settle()
    assert (looking.cells("podium")[0], looking.cells("back")[0]) == ("film", "film")
    looking.bench.window.edits.editing.undo()
    looking.settle()
    assert (looking.cells("podium")[0], line("back")) == ("42", None)
    # Colour, position and back to tracking, of one line.
    rows("spot1")
    colours = editor.values.panels["colour"].controls
    assert isinstance(colours, ColourControls)
    hue = colours.hue
    QTest.mouseClick(hue, Qt.MouseButton.LeftButton, pos=hue.rect().bottomLeft())
    looking.settle()
    assert looking.cells("spot1")[1].startswith("#fff")
    positions = editor.values.panels["position"].controls
    assert isinstance(positions, PositionControls)
    pad = positions.pad
    assert len(pad.dots) == 1
    QTest.keyClick(pad, Qt.Key.Key_Right)
    looking.settle()
    assert looking.cells("spot1")[2] == "pan -17, tilt 42"
    editor.values.panels["position"].back.emit()
    editor.values.panels["colour"].stored.emit("near white")
    looking.settle()
    assert looking.cells("spot1")[2] == "centre"
    assert session.document.state.show.palettes.colour["near white"]
    looking.bench.console.desk.modes.enter(Mode.REHEARSE)
    assert not any(panel.isEnabled() for panel in editor.values.panels.values())


def test_faders_field_and_pad_are_dragged(looking: Looking) -> None:
    editor, document = looking.editor, looking.bench.session.document
    looking.select("15")
    looking.choose("spots")
    done = document.done
    # A fader: one drag, one step of undo; the widget stays, so the keyboard does.
    (fader,) = editor.values.panels["intensity"].findChildren(Fader)
    looking.drag(
        fader, QPoint(fader.width() // 2, round(fader._y(0.8))), QPoint(0, round(fader._y(0.3) - fader._y(0.8)))
    )
    assert document.done == done + 1
    assert 28 <= float(looking.cells("spots")[0]) <= 32
    assert editor.values.panels["intensity"].findChildren(Fader) == [fader]
    QTest.keyClicks(fader, "20..70")
    QTest.keyClick(fader, Qt.Key.Key_Return)
    looking.settle()
    assert looking.line("15", "spots")["intensity"] == "20%..70%"  # type: ignore[index]
    assert fader.words == "20..70"
    # Arrows keep the fan, and are one step for as long as they are held.
    done = document.done
    for _ in range(3):
        QTest.keyPress(fader, Qt.Key.Key_Up)
    QTest.keyRelease(fader, Qt.Key.Key_Up)
    looking.settle()
    assert (document.done, looking.line("15", "spots")["intensity"]) == (done + 1, "23%..73%")  # type: ignore[index]
    # The pad: a dot for each, all dragged as they are; with Alt they fan out, and stay so when they are dragged.
    positions = editor.values.panels["position"].controls
    assert isinstance(positions, PositionControls)
    pad = positions.pad
    assert len(pad.dots) == 6
    wide = pad.width() / (pad.dots[0].pan.high - pad.dots[0].pan.low)
    looking.drag(pad, QPoint(5, 5), QPoint(round(20 * wide), 0))
    at = pad.dots[0].pan.at
    assert 15 < at < 25
    assert {dot.pan.at for dot in pad.dots} == {at}
    assert set(looking.line("15", "spots")) & {"position", "pan", "tilt"} == {"pan", "tilt"}  # type: ignore[call-overload]
    looking.drag(pad, QPoint(5, 5), QPoint(round(30 * wide), 0), ALT)
    fan = [dot.pan.at for dot in pad.dots]
    assert ".." in looking.line("15", "spots")["pan"]  # type: ignore[index]
    assert 50 < fan[-1] - fan[0] < 70
    assert fan == sorted(fan)
    looking.drag(pad, QPoint(5, 5), QPoint(round(-40 * wide), 0))
    gone = [dot.pan.at for dot in pad.dots]
    assert gone[0] < fan[0]
    assert abs((gone[-1] - gone[0]) - (fan[-1] - fan[0])) < 1
    # Hue, the nearest gel, an emitter by itself, a mixed palette.
    colours = editor.values.panels["colour"].controls
    assert isinstance(colours, ColourControls)
    looking.drag(colours.hue, QPoint(3, 3), QPoint(colours.hue.width() // 3, 10))
    assert looking.cells("spots")[1].startswith("#")
    assert "nearest" in colours.gel.text() or colours.gel.text()[0] in "LR"
    QTest.mouseClick(colours.gel, LEFT)
    looking.settle()
    assert looking.cells("spots")[1][0] in "LR"
    assert colours.extra is not None
    QTest.mouseClick(colours.extra, LEFT)
    emitter = colours.parts.bank.faders[0]
    emitter.setFocus()
    QTest.keyClicks(emitter, "30")
    QTest.keyClick(emitter, Qt.Key.Key_Return)
    looking.settle()
    said = looking.line("15", "spots")
    assert said[emitter.channel.key] == "30%"  # type: ignore[index]
    assert said["colour"][0] in "LR"  # type: ignore[index]
    gobo = editor.values.panels["beam"].controls.parts.lists["gobo"]  # type: ignore[union-attr]
    gobo.box.setCurrentIndex(gobo.box.findData("Breakup"))
    gobo.box.activated.emit(gobo.box.currentIndex())
    looking.settle()
    assert looking.line("15", "spots")["gobo"] == "Breakup"  # type: ignore[index]
    editor.values.panels["mixed"].choose("speech")
    looking.settle()
    assert looking.line("15", "spots") == {"palette": "speech"}
    assert editor.rows[0].palette == "speech"
    # Fixtures of the rig within a line are taken apart, and have a line of their own once they say something.
    looking.bench.window.selection.select_fixtures(["spot2", "spot4"])
    looking.settle()
    assert [row.name for row in editor.rows] == ["spot2", "spot4"]
    editor.values.panels["position"].choose("band")
    looking.settle()
    assert looking.line("15", "spot4") == {"position": "band"}
    assert looking.line("15", "spots") == {"palette": "speech"}
    looking.choose("spots")
    assert [row.name for row in editor.rows] == ["spots"]
    # What the show refuses goes back to what it has.
    colours.extra.setChecked(False)
    colours.typed.setFocus()
    colours.typed.selectAll()
    QTest.keyClicks(colours.typed, "#12")
    QTest.keyClick(colours.typed, Qt.Key.Key_Return)
    looking.settle()
    assert looking.line("15", "spots") == {"palette": "speech"}

"""The inspector in the real window: type, wrong, undo, several, other programs' edits, the modes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from showctl.engine.event import Sent
from showctl.session.edit import Set
from showctl.showfile.item import Item
from showctl.ui.fields.choice_field import ChoiceField
from showctl.ui.fields.curve_field import CurveField
from showctl.ui.fields.hotkey_field import HotkeyField
from showctl.ui.fields.line_field import LineField
from showctl.ui.fields.slide_field import SlideField
from showctl.ui.inspectors.inspector import Inspector
from showctl.ui.inspectors.row import BASICS, LOOK, OWN, TRIGGERS
from showctl.ui.mode import Mode
from showctl.ui.panels.cues_page import CuesPage
from tests.ui.conftest import AWARDS, Bench

SOON = 10_000
CONTROL = Qt.KeyboardModifier.ControlModifier


class Inspected:
    """A bench with the page of cues, and what is done in it."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench, self._qtbot = bench, qtbot
        bench.window.acts.run("page cues")
        pages = bench.window.pages
        page = pages.findChild(CuesPage)
        assert isinstance(page, CuesPage)
        self.page = page
        self.inspector: Inspector = page.inspector
        self.settle()

    def settle(self) -> None:
        turn = self.bench.window.edits.editing.turn
        self._qtbot.waitUntil(lambda: turn.pending == 0 and self.inspector.profiled.pending == 0, timeout=SOON)
        self.bench.tick()

    def select(self, *cues: str) -> None:
        self.bench.window.selection.select_cues(cues)
        self.settle()

    def line(self, *path: str) -> LineField:
        field = self.inspector.field(*path)
        assert isinstance(field, LineField)
        return field

    def type(self, text: str, *path: str, enter: bool = True) -> LineField:
        if path != ("label",):
            row = next(row for row in self.inspector._rows if row.path == path)
            self.inspector.show_tab(row.tab)
        field = self.line(*path)
        field.line.setFocus()
        assert field.line.hasFocus(), "something has taken the keyboard"
        field.line.selectAll()
        QTest.keyClicks(field.line, text)
        if enter:
            QTest.keyClick(field.line, Qt.Key.Key_Return)
            self.settle()
        return field

    def written(self, cue: str, *path: str) -> object:
        from showctl.ui.inspectors.step import standing

        meant = self.inspector._finder.find(self.bench.session.document.state.source.root, (cue,))
        return standing(meant.cues[0][1], path)


@pytest.fixture
def inspected(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> Iterator[Inspected]:
    path = tmp_path / "awards.yaml"
    path.write_bytes(AWARDS.read_bytes())
    bench = open_console(path, on_disk=True)
    yield Inspected(bench, qtbot)
    bench.window.end_quietly()


def test_type_wrong_undo_and_what_others_edit(inspected: Inspected) -> None:
    page, bench = inspected.page, inspected.bench
    assert page.nothing.isVisible()
    inspected.select("1")
    page.inspector.show_tab(LOOK)
    inspected.select("5")  # it has no look: its own fields, and the look again where there is one
    assert page.inspector.tabs.tabData(page.inspector.tabs.currentIndex()) == OWN
    inspected.select("1")
    assert page.inspector.tabs.tabData(page.inspector.tabs.currentIndex()) == LOOK
    page.inspector.show_tab(OWN)
    inspected.select("5")
    assert page.inspector.isVisible()
    assert inspected.line("label").line.text() == "Haze"
    field = inspected.type("1:30", "pre-wait", enter=False)
    assert field.reading.text == "1 min 30 s"
    assert inspected.written("5", "pre-wait") is None
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    inspected.settle()
    assert inspected.written("5", "pre-wait") == "1:30"
    # Ctrl+Z is the show's where nothing is typed, else it brings back what was there.
    QTest.keyClicks(field.line, "x")
    QTest.keyClick(field.line, Qt.Key.Key_Z, CONTROL)
    inspected.settle()
    assert (field.line.text(), inspected.written("5", "pre-wait")) == ("1:30", "1:30")
    QTest.keyClick(field.line, Qt.Key.Key_Z, CONTROL)
    inspected.settle()
    assert inspected.written("5", "pre-wait") is None
    assert field.line.text() == ""
    assert field.line.placeholderText() == "0 s"
    # What is wrong is never applied and never lost.
    inspected.type("3 sx", "pre-wait")
    assert field.reading.wrong
    assert field.reading.text == "try 3, 3s or 1:30"
    assert field.line.property("wrong")
    inspected.select("6")
    assert inspected.line("pre-wait").line.text() == ""
    inspected.select("5")
    field = inspected.line("pre-wait")
    assert field.line.text() == "3 sx"
    assert inspected.written("5", "pre-wait") is None
    # Another program's edit of this cue does not touch what is being typed, and is seen elsewhere.
    bench.session.document.edit(Set(Item("cue", "5"), ("label",), "Fog"))
    bench.session.document.edit(Set(Item("cue", "5"), ("pre-wait",), "7s"))
    inspected.settle()
    assert field.line.text() == "3 sx"
    assert inspected.line("label").line.text() == "Fog"
    QTest.keyClick(field.line, Qt.Key.Key_Z, CONTROL)
    assert field.line.text() == "7s"
    # What only the show can tell is refused, and stays.
    address = inspected.type("/haze/on", "osc", "address")
    assert inspected.written("5", "osc", "address") == "/haze/on"
    assert "/haze/on" in inspected.inspector.preview.text
    assert not address.reading.wrong
    number = inspected.type("6", "cue")
    assert number.reading.wrong
    assert number.line.text() == "6"
    number.back()
    # Esc panics wherever one types, and what is typed stays.
    bench.console.desk.start("7")
    bench.tick(0.1)
    assert bench.active
    label = inspected.type("Haze aga", "label", enter=False)
    QTest.keyClick(label.line, Qt.Key.Key_Escape)
    bench.tick(3.0)
    assert not bench.active
    assert label.line.text() == "Haze aga"
    inspected.select("7")
    assert inspected.written("5", "label") == "Haze aga"


def test_several_commands_locks_and_running(inspected: Inspected) -> None:
    bench = inspected.bench
    inspected.select("2", "5", "6")
    assert "OSC" not in [inspected.inspector.tabs.tabText(at) for at in range(inspected.inspector.tabs.count())]
    inspected.inspector.show_tab(BASICS)
    post = inspected.line("post-wait")
    assert (post.line.placeholderText(), post.reading.text) == ("several", "0 s to 6 s")
    inspected.type("2", "post-wait")
    assert [inspected.written(cue, "post-wait") for cue in ("2", "5", "6")] == ["2", "2", "2"]
    assert bench.session.document.history[-1] == "post-wait of 3 cues"
    bench.window.acts.run("undo")
    inspected.settle()
    assert [inspected.written(cue, "post-wait") for cue in ("2", "5", "6")] == ["6s", None, None]
    assert inspected.line("post-wait").line.placeholderText() == "several"
    # A command of a profile: ranges, the message, another command.
    inspected.select("3")
    level = inspected.type("-10", "audio", "level")
    assert "-10" in str(inspected.written("3", "audio", "level"))
    assert "/ch/17/mix/fader" in inspected.inspector.preview.text
    assert level.reading.text
    sent: list[object] = []
    bench.console.desk.happened.connect(sent.append)
    QTest.mouseClick(inspected.inspector.head.send, Qt.MouseButton.LeftButton)
    bench.tick(0.1)
    assert [each.message.address for each in sent if isinstance(each, Sent)] == ["/ch/17/mix/fader"]  # type: ignore[union-attr]
    assert not bench.active
    wrong = inspected.type("33", "audio", "channel")
    assert wrong.reading.wrong
    inspected.inspector.show_tab(OWN)
    do = inspected.inspector.field("audio", "do")
    assert isinstance(do, ChoiceField)
    do.box.setCurrentIndex(do.box.findData("mute"))
    do.box.activated.emit(do.box.currentIndex())
    inspected.settle()
    assert inspected.written("3", "audio", "do") == "mute"
    assert inspected.written("3", "audio", "level") is None
    # A cue that runs says when it counts.
    inspected.select("2")
    bench.console.desk.start("2")
    bench.tick(0.1)
    assert "from the next start" in inspected.inspector.runs.text()
    bench.window.modes.enter(Mode.REHEARSE)
    inspected.inspector.show_tab(TRIGGERS)
    assert not inspected.line("hotkey").isEnabled()
    inspected.inspector.show_tab(BASICS)
    assert inspected.line("pre-wait").isEnabled()
    bench.window.modes.enter(Mode.SHOW)
    assert not inspected.line("pre-wait").isEnabled()


def test_keys_are_pressed_levels_slid_and_curves_drawn(inspected: Inspected) -> None:
    bench, inspector = inspected.bench, inspected.inspector
    inspected.select("5")
    inspector.show_tab(TRIGGERS)
    hotkey = inspector.field("hotkey")
    assert isinstance(hotkey, HotkeyField)
    QTest.mouseClick(hotkey.press, Qt.MouseButton.LeftButton)
    QTest.keyClick(bench.window, Qt.Key.Key_L)  # the console's own: said, and waited on
    assert hotkey.reading.wrong
    assert hotkey.press.isChecked()
    QTest.keyClick(bench.window, Qt.Key.Key_F2, CONTROL)
    inspected.settle()
    assert inspected.written("5", "hotkey") == "Ctrl+F2"
    assert bench.window.acts.catch is None
    assert hotkey.reading.text.startswith("5 ")
    hotkey.press.setChecked(True)
    QTest.keyClick(bench.window, Qt.Key.Key_F7)
    inspected.settle()
    assert "no more by this key" in hotkey.reading.text
    # Who walks away has every key back.
    hotkey.press.setChecked(True)
    inspector.show_tab(BASICS)
    assert bench.window.acts.catch is None
    # A slider is one edit, and follows what is typed.
    inspected.select("3")
    inspected.type("-10", "audio", "level")
    level = inspector.field("audio", "level")
    assert isinstance(level, SlideField)
    at = level.slider.value()
    done = bench.session.document.done
    level.slider.setSliderDown(True)
    for value in (at - 50, at - 100):
        level.slider.setValue(value)
    assert bench.session.document.done == done
    level.slider.setSliderDown(False)
    level.finish()
    inspected.settle()
    assert bench.session.document.done == done + 1
    assert str(inspected.written("3", "audio", "level")).endswith("dB")
    # Ctrl+I leads into the sheet of a look; a curve is drawn as it is typed.
    inspected.select("1")
    inspector.show_tab(OWN)
    curve = inspector.field("light", "curve")
    assert isinstance(curve, CurveField)
    assert curve.drawing.curve is not None
    inspected.type("sine", "light", "curve")
    assert curve.drawing.curve == "sine"
    assert not curve.grab().isNull()
    inspector.show_tab(LOOK)
    bench.window.acts.run("inspect")
    assert inspector.look.view.hasFocus()


def test_an_empty_show_explains_itself(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("showctl: 1\nshow: {title: Empty}\ncues: []\n")
    bench = open_console(path, on_disk=True)
    page = Inspected(bench, qtbot).page
    assert page.empty.isVisible()
    assert all(button.isVisibleTo(page.empty) for button in page.buttons.values())
    bench.window.end_quietly()

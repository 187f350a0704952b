"""A show of ten cues built from nothing by the mouse alone: only texts are typed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTabBar, QWidget

from showctl.showfile.load import load
from showctl.showfile.templates import from_template
from showctl.ui.look.fader import Fader
from showctl.ui.mode import Mode
from showctl.ui.models.lines import LINE_ROLE
from tests.ui.operator import LEFT, Operator, Receiver


def field(me: Operator, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = [each for each in me.window.findChildren(kind) if each.accessibleName() == name and each.isVisible()]
    assert len(found) == 1, (name, found)
    return found[0]


def tab(me: Operator, name: str, words: str) -> None:
    bar = field(me, name, QTabBar)
    assert isinstance(bar, QTabBar)
    at = next(at for at in range(bar.count()) if bar.tabText(at) == words)
    me.click(bar, bar.tabRect(at).center())


def back_to_the_window(me: Operator) -> None:
    """From a list that was unfolded: every desktop does this. Until it is done no click moves the keyboard."""
    me.window.activateWindow()
    me.until(lambda: me.application.activeWindow() is me.window)


def choose(me: Operator, name: str, words: str) -> None:
    box = field(me, name)
    assert isinstance(box, QComboBox)
    me.click(box)
    at = next(at for at in range(box.count()) if words in box.itemText(at))
    view = box.view()
    me.until(view.isVisible)
    index = box.model().index(at, 0)
    view.scrollTo(index)

    def chosen() -> bool:
        """Qt takes no click so soon that it may be the second half of a double click on the box."""
        if view.isVisible():
            QTest.mouseMove(view.viewport(), view.visualRect(index).center())
            QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
        return box.currentIndex() == at

    me.until(chosen)
    back_to_the_window(me)


def write(me: Operator, name: str, text: str) -> None:
    line = field(me, name, QLineEdit)
    assert isinstance(line, QLineEdit)
    me.click(line)
    QTest.mouseDClick(line, LEFT, pos=line.rect().center())
    line.selectAll()
    me.type(text)
    popup = me.application.activePopupWidget()
    if popup is not None:
        popup.hide()  # what is clicked next closes it, with a window system
        back_to_the_window(me)


def test_by_the_mouse_alone(at_work: Callable[[str], Operator], osc: Receiver, light: Receiver) -> None:
    me = at_work(from_template("empty", "From nothing"))
    show = lambda: me.session.document.state.show  # noqa: E731
    tab(me, "Pages", "Patch")
    tab(me, "Fixtures, groups, devices", "Devices")
    for kind, name, place in (("OSC", "target", f"127.0.0.1:{osc.port}"), ("sACN", "rig", light.address)):
        choose(me, "Kind of device", kind)
        write(me, "Name", name)
        write(me, "Address, or MIDI port", place)
        me.click(me.button("Add"))
        me.until(lambda name=name: name in show().devices)
    tab(me, "Fixtures, groups, devices", "Fixtures")
    write(me, "Profile", "generic/dimmer")
    write(me, "How many", "2")
    me.click(me.button("Add"))
    me.until(lambda: len(show().patch) == 1)
    tab(me, "Pages", "Cues")
    for words in ("New light cue", "New stage cue", "New stage cue", "New stage cue", "New stage cue", "New group"):
        me.click(me.button(words, me.window.tools))
        me.settled()
    assert (me.numbers, me.standby) == ("1 2 3 4 5 6 6.1", "1")
    for kind in ("OSC", "Fade", "Wait"):
        me.click(me.button("Another kind of cue …", me.window.tools))
        me.click(me.button(kind, me.window.cues.menus.menu))
        me.settled()
    me.click_row("7" if me.label("7") == "New OSC cue" else me.chosen)
    me.until(lambda: me.chosen == "7")
    tab(me, "Parts of the cue", "OSC")
    write(me, "Address", "/hello")
    me.double_click_row("1")
    assert me.window.building.cells.editor is not None
    me.type("House")
    me.click_row("2")
    me.settled()
    me.drag("5", me.at("6"))
    me.settled()
    assert me.numbers == "1 2 3 4 6 6.1 5 7 8 9"
    me.click_row("1")
    me.until(lambda: me.chosen == "1")
    tab(me, "Parts of the cue", "Look")
    look = me.window.pages.places["cues"].content.inspector.look  # type: ignore[union-attr]
    me.until(lambda: look.model.rows)
    QTest.mouseClick(look.view.viewport(), LEFT, pos=look.view.visualRect(look.model.index(0, 0)).center())
    me.until(lambda: me.window.selection.fixtures)
    fader = me.window.findChildren(Fader)[0]
    me.click(fader, QPoint(fader.width() // 2, 40))
    me.settled()
    me.click(me.window.findChild(QWidget, "show file"))  # type: ignore[arg-type]
    lines = me.window.ask_panel.view
    me.until(lambda: lines.isVisible() and lines.model().rowCount())
    every = [lines.model().index(at, 0) for at in range(lines.model().rowCount())]
    spot = lines.visualRect(next(each for each in every if each.data(LINE_ROLE).offers == "save")).center()
    me.click(lines.viewport(), spot)
    QTest.mouseDClick(lines.viewport(), LEFT, pos=spot)
    me.until(lambda: me.window.mark.mark.text.startswith("saved"))
    assert load(me.show).root == me.session.document.state.root
    me.settled()
    me.click(me.window.badge)
    assert me.mode is Mode.SHOW
    for number in [row.cue.number for row in me.window.cues.model.rows if not row.depth]:
        me.until(lambda number=number: me.standby == number and me.window.go.state == "ready")
        me.click(me.window.go)
        if number == "1":
            me.until(lambda: any(level > 0 for level in light.levels[:2]))
    me.until(lambda: me.standby is None)
    me.until(lambda: osc.addresses == ["/hello"])

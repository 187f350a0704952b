"""A show of ten cues built from nothing: by the keyboard alone, and by the mouse alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from showctl.showfile.load import load
from showctl.showfile.templates import from_template
from showctl.ui.look.fader import Fader
from showctl.ui.mode import Mode
from tests.ui.operator import CONTROL, SHIFT, Operator, Receiver


def test_by_the_keyboard_alone(at_work: Callable[[str], Operator], osc: Receiver, light: Receiver) -> None:
    me = at_work(from_template("empty", "From nothing"))
    show = lambda: me.session.document.state.show  # noqa: E731
    me.key(Qt.Key.Key_F6)
    me.tab_to("Fixtures, groups, devices")
    me.key(Qt.Key.Key_Right)
    me.key(Qt.Key.Key_Right)
    for kind, name, place in (("OSC", "target", f"127.0.0.1:{osc.port}"), ("sACN", "rig", light.address)):
        me.tab_to("Kind of device")
        box = me.target
        assert isinstance(box, QComboBox)
        me.key(Qt.Key.Key_Home)
        while kind not in box.currentText():
            me.key(Qt.Key.Key_Down)
        me.tab_to("Name")
        me.over(name)
        me.tab_to("Address, or MIDI port")
        me.over(place)
        me.key(Qt.Key.Key_Return)
        me.settled()
        me.until(lambda name=name: name in show().devices)
    me.tab_to("Fixtures, groups, devices")
    me.key(Qt.Key.Key_Left)
    me.key(Qt.Key.Key_Left)
    me.tab_to("Profile")
    me.type("dimmer")
    me.key(Qt.Key.Key_Return)
    me.tab_to("How many")
    me.over("2")
    me.key(Qt.Key.Key_Return)
    me.until(lambda: len(show().patch) == 1)
    me.settled()
    me.key(Qt.Key.Key_F5)
    me.key(Qt.Key.Key_1, CONTROL)
    me.settled()
    assert me.standby == "1"
    me.key(Qt.Key.Key_I, CONTROL)
    me.over("0")
    me.tab_to("Tracking sheet")
    me.until(lambda: me.window.pages.places["cues"].content.inspector.look.model.rows)
    me.key(Qt.Key.Key_Down)
    me.until(lambda: me.window.selection.fixtures)
    while not isinstance(me.target, Fader):
        me.key(Qt.Key.Key_Tab)
    me.type("50")
    me.key(Qt.Key.Key_Return)
    me.settled()
    me.key(Qt.Key.Key_F5)
    me.key(Qt.Key.Key_Return)
    me.write("House")
    me.settled()
    me.key(Qt.Key.Key_5, CONTROL)
    me.settled()
    me.key(Qt.Key.Key_I, CONTROL)
    me.tab_to("Address")  # it opens at its own tab
    me.write("/hello")
    me.settled()
    me.key(Qt.Key.Key_F5)
    me.key(Qt.Key.Key_D, CONTROL)
    me.settled()
    me.key(Qt.Key.Key_7, CONTROL)
    me.settled()
    me.key(Qt.Key.Key_8, CONTROL)
    me.settled()
    me.key(Qt.Key.Key_4, CONTROL)
    me.settled()
    me.key(Qt.Key.Key_9, CONTROL)
    for _ in range(5):
        me.key(Qt.Key.Key_Down)
    me.key(Qt.Key.Key_Return)
    me.settled()
    for _ in range(3):
        me.key(Qt.Key.Key_4, CONTROL)
        me.settled()
    me.key(Qt.Key.Key_Up, SHIFT)
    me.until(lambda: len(me.window.selection.cues) == 2)
    me.key(Qt.Key.Key_0, CONTROL)
    me.settled()
    assert me.numbers == "1 2 3 4 5 6 7 8 8.5 9 10"
    me.key(Qt.Key.Key_R, CONTROL)
    me.key(Qt.Key.Key_Return)  # at once: it is done as soon as is known what it comes to
    me.until(lambda: me.numbers == "1 2 3 4 5 6 7 8 9 9.1 9.2")
    assert me.target is me.view
    play_through(me, osc, light)


def play_through(me: Operator, osc: Receiver, light: Receiver) -> None:
    """Save, lock, GO from the first to the last."""
    me.key(Qt.Key.Key_S, CONTROL)
    me.until(lambda: me.window.mark.mark.text.startswith("saved"))
    assert load(me.show).root == me.session.document.state.root
    me.settled()
    me.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert me.mode is Mode.SHOW
    for number in "123456789":
        me.until(lambda number=number: me.standby == number and me.window.go.state == "ready")
        me.key(Qt.Key.Key_Space)
        if number == "1":
            me.until(lambda: light.levels[:2] == [128, 128])
    me.until(lambda: me.standby is None)
    me.until(lambda: osc.addresses == ["/hello", "/hello"])

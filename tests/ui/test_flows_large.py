"""5,000 cues at the real window with the real engine: what an operator does in any list works there, too."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.ui.operator import CONTROL, EVENING, Operator, Receiver


def test_five_thousand_cues(at_work: Callable[[str], Operator], osc: Receiver, light: Receiver) -> None:
    more = (f"  - {{cue: {n}, label: Cue {n}, osc: {{device: target, address: /n/{n}}}}}\n" for n in range(5, 5001))
    me = at_work(EVENING.format(port=osc.port, light=light.address) + "".join(more))
    bar = me.view.verticalScrollBar()
    me.until(lambda: me.standby == "1")
    me.key(Qt.Key.Key_End)
    me.until(lambda: me.chosen == "5000")
    assert bar.value() == bar.maximum()
    me.key(Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    me.key(Qt.Key.Key_Home)
    me.until(lambda: me.chosen == "1")
    assert (bar.value(), me.standby) == (0, "1")
    me.wheel(-120 * 20)
    assert bar.value() > 0
    me.type("4321")
    me.key(Qt.Key.Key_Return, CONTROL)
    me.until(lambda: me.standby == "4321")
    me.key(Qt.Key.Key_Space)
    me.until(lambda: osc.addresses == ["/n/4321"])
    me.key(Qt.Key.Key_F, CONTROL)
    me.type("Cue 2999")
    me.key(Qt.Key.Key_Return)
    me.until(lambda: me.chosen == "2999")
    me.key(Qt.Key.Key_W, CONTROL)
    assert me.target is me.view
    me.key(Qt.Key.Key_Return)
    me.write("Sooner")
    me.settled()
    assert me.label("2999") == "Sooner"
    me.key(Qt.Key.Key_Space)  # what is edited is far from what plays
    me.until(lambda: osc.addresses == ["/n/4321", "/n/4322"])
    me.key(Qt.Key.Key_Z, CONTROL)
    me.settled()
    assert me.label("2999") == "Cue 2999"
    assert me.standby == "4323"

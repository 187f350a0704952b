"""A cue number typed with the list in hand: Enter goes there."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from showctl.model.cue import cue_id
from showctl.showfile.suggest import closest
from showctl.ui.context import Context
from showctl.ui.cue_edits.typed_number import TypedNumber
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.standby_strip import StandbyStrip
from showctl.ui.tongue import tr


class NumberJump(QObject):
    """Shown large in the strip while it is typed, and for three seconds after the last key."""

    def __init__(self, panel: CueListPanel, context: Context, strip: StandbyStrip) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._strip = panel, context.desk, strip
        self._typed = TypedNumber()
        context.desk.ticked.connect(self._tick)
        panel.view_made.connect(self._take_view)
        for view in panel.views:
            self._take_view(view)

    def _take_view(self, view: object) -> None:
        if isinstance(view, CueView):
            view.type_key = self.press

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to a number."""
        now = self._desk.clock()
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        control = held == Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._typed.text and (not held or control):
            self._go(self._typed.take(now), standby=control)
        elif held:
            return False
        elif event.key() == Qt.Key.Key_Backspace:
            if not self._typed.back(now):
                return False
        elif not self._typed.type(event.text(), now):
            return False
        self._strip.show_typed(self._typed.text)
        return True

    def _tick(self, now: float) -> None:
        if self._typed.expire(now):
            self._strip.show_typed("")

    def _go(self, number: str, *, standby: bool) -> None:
        view, model = self._panel.view, self._panel.model
        if not number or not isinstance(view, CueView):
            return
        row = model.find(cue_id(model.name, number)) or next(
            (each for each in model.rows if each.cue.number.casefold() == number.casefold()), None
        )
        if row is None:
            near = closest(number, [each.cue.number for each in model.rows])
            self._desk.denied.emit(
                tr("There is no cue {number} in {list}.{near}").format(
                    number=number, list=model.label, near=tr(" Did you mean {near}?").format(near=near) if near else ""
                )
            )
        elif view.edits and not standby:
            view.select(row)
            view.show_row(row)
        else:
            view.wanted.emit(row)

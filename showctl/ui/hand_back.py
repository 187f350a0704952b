"""A field left alone in Show mode gives the keyboard back to the list: in sight, and what is typed on does nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from showctl.ui.mode import Mode
from showctl.ui.tongue import marked, tr

if TYPE_CHECKING:
    from showctl.ui.desk import Desk

PATIENCE = 20.0
"""Seconds without a key after which the keyboard goes back to the list; what is written stays."""
QUIET = 3.0
"""Seconds after it in which keys that write are taken for what they were meant for: more of the text."""
GIVEN_BACK = marked("The line gave the keyboard back. Space is GO again")
_TYPED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class HandBack(QObject):
    """One for the desk. Who has fields asks at each tick whether one `gives`."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._given_at = self._locked_at = float("-inf")
        self._left: list[QLineEdit] = []
        """Fields that look as if nobody could type in them."""
        desk.modes.changed.connect(self._enter)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._come)

    def _enter(self, mode: Mode) -> None:
        self._locked_at = self._desk.clock()

    def _come(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and now in self._left:
            self._left.remove(now)
            _show(now, left=False)

    def gives(self, field: QLineEdit, touched: float) -> bool:
        """Whether a field has been left alone since `touched`: it is greyed and it is said; who asks gives the
        keyboard to the list. In Show mode alone: who builds a show may think as long as they like."""
        now = self._desk.clock()
        if not field.hasFocus() or not self._desk.modes.locked or now - max(touched, self._locked_at) <= PATIENCE:
            return False
        self._given_at = now
        self._left.append(field)
        _show(field, left=True)
        self._say()
        return True

    def keeps(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for a field that has just given the keyboard back: letters, digits and Space."""
        text = event.text()
        writes = event.key() == Qt.Key.Key_Space or (len(text) == 1 and text.isalnum())
        return (
            self._desk.clock() - self._given_at < QUIET
            and writes
            and not event.modifiers() & ~_TYPED
            and not isinstance(QApplication.focusWidget(), QLineEdit)
        )

    def keep(self, event: QKeyEvent) -> None:
        """Do nothing, in sight."""
        if not event.isAutoRepeat():
            self._say()
            if event.key() == Qt.Key.Key_Space:
                self._desk.refused.emit(tr("line left"))

    def _say(self) -> None:
        self._desk.denied.emit(f"{tr(GIVEN_BACK)}.")


def _show(field: QLineEdit, *, left: bool) -> None:
    field.setProperty("left", left)
    field.style().unpolish(field)
    field.style().polish(field)

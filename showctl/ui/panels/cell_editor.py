"""The field in which a cell of the cue list is written. What is wrong stays as it is written, and says why."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from showctl.ui.cue_edits.cells import NAMES, TIMES, reading, why_not
from showctl.ui.tongue import tr
from showctl.ui.typeface import font


class CellEditor(QLineEdit):
    """Enter takes what is written, Tab takes it and goes on. What cannot be taken stays open."""

    taken = Signal(str, int)
    """The text, and where to go on: 1 the next cell, -1 the one before, 0 nowhere."""
    said = Signal(str, bool)
    """How it is understood, or what is wrong with it."""
    put_away = Signal()
    """Nothing is to be changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = 0
        self._before = ""
        self.setFrame(True)
        self.setProperty("cell", True)
        self.textEdited.connect(lambda _: self._read())
        self.hide()

    def open(self, column: int, text: str, box: QRect, size: int) -> None:
        """Write here, in so large letters."""
        self.column, self._before = column, text
        self.setFont(font(size))
        self.setAlignment(Qt.AlignmentFlag.AlignRight if column in TIMES else Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(tr(NAMES[column]))
        self.setText(text)
        self.setGeometry(box)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        self._read()

    def close_opened(self) -> bool:
        """Put it away, nothing is changed."""
        self.put_away.emit()
        return True

    def refuse(self, why: str) -> None:
        """It cannot be taken: it stays, with the reason."""
        self._mark(why)
        self.said.emit(why, True)

    def _read(self) -> None:
        wrong = why_not(self.column, self.text())
        self._mark(wrong)
        self.said.emit(wrong or reading(self.column, self.text()), bool(wrong))

    def _mark(self, wrong: str) -> None:
        self.setToolTip(wrong)
        if self.property("wrong") != bool(wrong):
            self.setProperty("wrong", bool(wrong))
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Tab goes to the next cell, and not to the next region."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.taken.emit(self.text(), -1 if back else 1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.taken.emit(self.text(), 0)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who clicks elsewhere has written it; a window that comes in front changes nothing."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason) and self.isVisible():
            self.taken.emit(self.text(), 0)

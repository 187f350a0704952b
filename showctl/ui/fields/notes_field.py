"""A field of several lines. Ctrl+Enter and Tab take what is typed, Enter begins a line."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from showctl.ui.fields.field import SEVERAL, Field
from showctl.ui.fields.kind import Kind
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

_HEIGHT = 160


class NotesField(Field):
    """Words for people."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.edit = _Edit(self)
        self.edit.setFixedHeight(_HEIGHT)
        self.edit.setTabChangesFocus(True)
        self._take_control(self.edit)
        self.edit.textChanged.connect(self._changed)

    def _put(self, text: str) -> None:
        self.edit.blockSignals(True)
        self.edit.setPlainText("" if self.several and self._draft is None else text)
        self.edit.setPlaceholderText(tr(SEVERAL) if self.several else "")
        self.edit.blockSignals(False)

    def _mark(self, wrong: bool) -> None:
        if self.edit.property("wrong") != wrong:
            self.edit.setProperty("wrong", wrong)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def _changed(self) -> None:
        self._take(self.edit.toPlainText())


class _Edit(QPlainTextEdit):
    def __init__(self, field: NotesField) -> None:
        super().__init__(field)
        self._field = field

    def event(self, event: QEvent) -> bool:
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() == QEvent.Type.ShortcutOverride and not self._field.dirty:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._field.finish()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self._field.back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._field.finish()

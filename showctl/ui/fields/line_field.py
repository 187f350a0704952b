"""A field of one line, with completion, and ↑ ↓ that step numbers."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from showctl.ui.fields.field import HEIGHT, SEVERAL, Field
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.listed import ListKind
from showctl.ui.fields.names import Names
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr

_STEPS = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}


class LineField(Field):
    """Enter and Tab take what is typed, Ctrl+Z brings back what was there."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.line = _Line(self)
        self.line.setFixedHeight(HEIGHT)
        self._take_control(self.line)
        self.line.textEdited.connect(self._take)
        self._completer: QCompleter | None = None
        self._offered: Names | None = None

    def _put(self, text: str) -> None:
        self.line.setText("" if self.several and self._draft is None else text)
        self.line.setCursorPosition(0)
        self._hint()

    def set_default(self, text: str) -> None:
        self._default = text
        self._hint()

    _default = ""

    def _hint(self) -> None:
        self.line.setPlaceholderText(tr(SEVERAL) if self.several else self._default)

    def _mark(self, wrong: bool) -> None:
        if self.line.property("wrong") != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def refresh(self) -> None:
        if self._offered is self.names:
            return
        self._offered = self.names
        offers = list(self.kind.offers(self.names))
        if self._completer is None and offers:
            self._completer = _Completer(isinstance(self.kind, ListKind), self)
            self.line.setCompleter(self._completer)
            self._completer.activated.connect(lambda _: self._take(self.line.text()))
        if self._completer is not None:
            self._completer.setModel(QStringListModel(offers, self._completer))

    def step(self, steps: int) -> None:
        """↑ and ↓."""
        text = self.kind.step(self.line.text(), steps)
        if text != self.line.text():
            self.line.setText(text)
            self._take(text)


class _Line(QLineEdit):
    def __init__(self, field: LineField) -> None:
        super().__init__(field)
        self._field = field

    def event(self, event: QEvent) -> bool:
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() == QEvent.Type.ShortcutOverride and not self._field.dirty:
            event.ignore()  # nothing was typed: it is the show's undo
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._field.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._field.finish()
            self.selectAll()
        elif event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._field.step(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = self._field.kind.unit(self.text())
        if unit:
            painter = QPainter(self)
            painter.setFont(self.font())
            painter.setPen(colour(self._field.theme.text_3))
            box = self.rect().adjusted(0, 0, -9, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, unit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._field.finish()
            self._field._say()


class _Completer(QCompleter):
    """Completes the whole, or the last of several with commas between."""

    def __init__(self, listed: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._listed = listed
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(8)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()] if self._listed else [path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        word = str(super().pathFromIndex(index))
        edit = self.widget()
        if not self._listed or not isinstance(edit, QLineEdit):
            return word
        head, comma, _ = edit.text().rpartition(",")
        return f"{head}, {word}" if comma else word

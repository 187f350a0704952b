"""The command line: edits in words, over the bottom bar. It covers nothing, and GO is Ctrl+Space while it is open."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from showctl.session.change import EditRefused
from showctl.ui.command import carry_out, reading
from showctl.ui.completion import completed, completions
from showctl.ui.desk import Desk
from showctl.ui.editing import Editing
from showctl.ui.panels.close_button import close_button
from showctl.ui.tongue import tr
from showctl.ui.typeface import font, mono

HINT = 'set cue 12 label "House open"   ·   delete cue 12   ·   renumber 10..20 from 100   ·   undo   ·   save'
MOST = 200
"""Lines of the history."""
_SHOWN = 6
"""Words that are offered."""


class CommandLine(QWidget):
    """Enter does what is written, and gives the keyboard back; what is refused stays, with what to write instead."""

    left = Signal()
    """The keyboard goes back to where it was."""

    def __init__(self, desk: Desk, editing: Editing) -> None:
        super().__init__()
        self._desk, self._editing = desk, editing
        self._touched = 0.0
        self._history: list[str] = []
        self._at = 0
        """The line of the history that is shown; its length: none of them."""
        self._draft = ""
        self.setObjectName("load")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign, self._reading = QLabel(":"), QLabel()
        self._sign.setFont(mono(18))
        self._reading.setFont(font(14))
        self._reading.setObjectName("reading")
        self._reading.setWordWrap(True)
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setFont(mono(16))
        self.field.setMinimumHeight(44)
        self.field.setPlaceholderText(HINT)
        self.field.setAccessibleName(tr("Command line"))
        self.field.setToolTip(tr("Enter: do it. Tab: complete. ↑ ↓: what was written before. Ctrl+W: close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.field, 3)
        row.addWidget(self._reading, 2)
        row.addWidget(close_button(tr("Close the command line"), self.close_opened))
        self.field.textEdited.connect(self._read)
        self.field.returnPressed.connect(self._do)
        self.field.installEventFilter(self)
        desk.ticked.connect(self._tick)
        self.hide()

    @property
    def said(self) -> str:
        """What stands beside the field."""
        return self._reading.text()

    def open(self, text: str = "", select: str = "") -> None:
        """Take the keyboard: the operator has asked for it. Without a text what was left unfinished stands there;
        `select`: the part that is to be written over."""
        self._touched = self._desk.clock()
        if text:
            self.field.setText(text)
        self._at = len(self._history)
        self._read(self.field.text())
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.end(False)  # or all of it would be written over
        at = self.field.text().rfind(select) if select else -1
        if at >= 0:
            self.field.setSelection(at, len(select))

    def close_opened(self) -> bool:
        """Put it away; what is written stays for the next time. Whether it was open."""
        was, had_keyboard = self.isVisible(), self.field.hasFocus()
        self.hide()
        if had_keyboard:
            self.left.emit()
        return was

    # What is written ------------------------------------------------------------------------------------------------

    def _read(self, text: str) -> None:
        try:
            self._say(tr("{reading} · Enter").format(reading=reading(text)) if text.strip() else "", wrong=False)
        except EditRefused as refused:
            self._say(str(refused), wrong=False)

    def _say(self, text: str, *, wrong: bool) -> None:
        self._reading.setText(text)
        self._reading.setVisible(bool(text))
        if self._reading.property("wrong") != wrong:
            self._reading.setProperty("wrong", wrong)
            self._reading.style().unpolish(self._reading)
            self._reading.style().polish(self._reading)

    def _do(self) -> None:
        text = self.field.text()
        if not text.strip() or self.field.isReadOnly():
            return
        try:
            self.field.setReadOnly(True)
            carry_out(text, self._editing, lambda: self._done(text), self._refuse)
        except EditRefused as refused:
            self._refuse(str(refused))

    def _done(self, text: str) -> None:
        self._history = [*(each for each in self._history if each != text), text][-MOST:]
        self._at = len(self._history)
        self.field.setReadOnly(False)
        self.field.clear()
        self.close_opened()

    def _refuse(self, text: str) -> None:
        """What is written stays as it is."""
        self.field.setReadOnly(False)
        self._say(f"{text[:1].upper()}{text[1:]}", wrong=True)

    # The keyboard ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.FocusIn):
            self._touched = self._desk.clock()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Tab:
                self._complete()
            case _:
                return False
        return True

    def _step(self, step: int) -> None:
        """Through what was written before."""
        if self._at == len(self._history):
            self._draft = self.field.text()
        self._at = min(max(self._at + step, 0), len(self._history))
        self.field.setText(self._history[self._at] if self._at < len(self._history) else self._draft)
        self._read(self.field.text())

    def _complete(self) -> None:
        root = self._desk.session.document.state.source.root
        text = completed(self.field.text(), root)
        self.field.setText(text)
        offered = completions(text, root)
        more = tr(" and {count} more").format(count=len(offered) - _SHOWN) if len(offered) > _SHOWN else ""
        if len(offered) > 1:
            self._say(f"{', '.join(offered[:_SHOWN])}{more}", wrong=False)
        else:
            self._read(text)

    def _tick(self, now: float) -> None:
        if self._desk.hand_back.gives(self.field, self._touched):
            self.close_opened()

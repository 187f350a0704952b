"""What all fields of the inspector have in common: caption, control, the line below, and that nothing typed is lost."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from showctl.ui.fields.kind import Kind
from showctl.ui.fields.names import Names
from showctl.ui.fields.reading_line import ReadingLine
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import font

HEIGHT = 32
SEVERAL = marked("several")


class Field(QWidget):
    """Shows a value of the show and takes another. What is wrong stays as it is typed, says what to write, and goes
    nowhere; so does what the show refuses. A value that comes from elsewhere does not touch what is being typed."""

    edited = Signal(str)
    """What is to be written: Enter, Tab or a choice. Only what is right."""
    typed = Signal(str)
    """What stands there now, right or wrong."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__()
        self.kind, self.theme = kind, theme
        self.names = Names()
        self.check: Callable[[str], str] = lambda text: ""
        """What is wrong with a text, `what; remedy`; empty: nothing."""
        self._base = ""
        self._draft: str | None = None
        self._range = ""
        self._help = ""
        self._refused = ""
        self.several = False
        self.caption = QLabel(caption)
        self.caption.setFont(font(12))
        self.caption.setObjectName("caption")
        self.reading = ReadingLine(theme)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._layout.addWidget(self.caption)
        self._layout.addWidget(self.reading)
        self.caption.setVisible(bool(caption))
        self.setAccessibleName(caption)

    def _take_control(self, control: QWidget) -> None:
        """The subclass's own part, between caption and reading."""
        self.control = control
        control.setFont(font(14))
        self.setFocusProxy(control)
        self._layout.insertWidget(1, control)

    # What the subclass says -----------------------------------------------------------------------------------------

    def _put(self, text: str) -> None:
        """Let the control show it; nothing is typed by that."""
        raise NotImplementedError

    def _mark(self, wrong: bool) -> None:
        """Let its edge say that something is wrong."""

    def set_default(self, text: str) -> None:
        """What counts where nothing is written."""

    def refresh(self) -> None:
        """The names are others."""

    # The value ------------------------------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether something stands there that the show does not have."""
        return self._draft is not None

    def value(self) -> str:
        """What stands there."""
        return self._base if self._draft is None else self._draft

    def set(self, written: str, several: bool = False, range_: str = "") -> None:
        """What the show has; a draft stays until it is taken."""
        if self._draft is not None and self._draft == written and not several:
            self._draft = None
        changed = (written, several, range_) != (self._base, self.several, self._range)
        self._base, self.several, self._range = written, several, range_
        if self._draft is None:
            if changed or self._refused:
                self._refused = ""
                self._put(written)
            self._say()

    def set_help(self, text: str, example: str) -> None:
        """What it is, and an example."""
        self._help = text
        words = "\n".join(filter(None, (text, tr("For example: {example}").format(example=example) if example else "")))
        for part in (self.caption, self.control):
            part.setToolTip(words)
        self.control.setAccessibleName(self.accessibleName())
        self.control.setAccessibleDescription(words)

    def restore(self, draft: str) -> None:
        """Something was left there unfinished."""
        self._put(draft)
        self._take(draft)

    def refuse(self, words: str) -> None:
        """The show does not take it; it stays."""
        self._refused = words
        self._draft = self._draft if self._draft is not None else self._base
        self._say()

    def finish(self) -> bool:
        """Take what is typed, if it is right; whether nothing is left unfinished."""
        if self._draft is None:
            return True
        draft = self._draft
        if self._refused or self.check(draft):
            return False
        self._draft = None
        if draft != self._base or self.several:
            self._base, self.several = draft, False
            self.edited.emit(draft)
        self._say()
        return True

    def back(self) -> None:
        """As the show has it."""
        self._draft, self._refused = None, ""
        self._put(self._base)
        self._say()

    def _take(self, text: str) -> None:
        """Something was typed."""
        self._refused = ""
        self._draft = None if text == self._base and not self.several else text
        if self.several and not text:
            self._draft = None
        self._say()
        self.typed.emit(text)

    def _say(self) -> None:
        text = self.value()
        wrong = self._refused or (self.check(text) if self._draft is not None else "")
        self._mark(bool(wrong))
        if wrong:
            self.reading.say(self.kind.hint(wrong), wrong=True, whole=wrong[:1].upper() + wrong[1:])
        elif self.several and self._draft is None:
            self.reading.say(self._range)
        elif text:
            self.reading.say(self._said(text) or (self._help if self.control.hasFocus() else ""))
        else:
            self.reading.say(self._help if self.control.hasFocus() else "")

    def _said(self, text: str) -> str:
        try:
            return self.kind.said(text, self.names)
        except ValueError:
            return ""  # another program has written what only this field does not understand

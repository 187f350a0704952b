"""Something about the open show to be looked at and answered: lines, and the ways to go on.

It stands where the day is, takes nothing from GO, and does nothing before one of its buttons is pressed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from showctl.ui.desk import Desk
from showctl.ui.ink import width
from showctl.ui.measure import Measures
from showctl.ui.models.lines import Line, LinesModel
from showctl.ui.panels.lines_view import LinesView
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font


@dataclass(frozen=True, slots=True)
class Way:
    """A way to go on: what is on its button, its key while the lines have the keyboard, and what it does."""

    label: str
    key: str
    tip: str
    act: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is asked. `field`: what a field over the lines is for; none if that is empty."""

    title: str
    explained: str
    ways: Sequence[Way] = ()
    field: str = ""
    empty: str = ""
    """What is said while there are no lines."""
    completes: bool = False
    """Tab in the field asks for what is typed to be carried on."""
    filters: bool = True
    """What is typed in the field is sought in the lines; else only told."""


class AskPanel(QWidget):
    """One for the console: `open` shows a matter, `show_lines` what there is to read of it."""

    done = Signal()
    """It is to be put away."""
    left = Signal()
    """The keyboard goes back to the cue list; the panel stays."""
    written = Signal(str)
    """Enter in the field."""
    asked_further = Signal(str)
    """Tab in the field of a matter that `completes`."""
    typed = Signal(str)
    """In the field of a matter that does not filter."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._touched = 0.0
        self._ways: Sequence[Way] = ()
        self._completes, self._filters = False, True
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("How far it is"))
        self.progress.hide()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = LinesModel(self)
        self.view = LinesView(theme, self.model)
        self.setFocusProxy(self.view)
        self.title, self.explained = QLabel(), QLabel()
        self.title.setFont(font(18, SEMIBOLD))
        self.explained.setFont(font(13))
        for label in (self.title, self.explained):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setFont(font(14))
        self.field.setFixedHeight(44)
        for part in (self.field, self.view):
            part.installEventFilter(self)
        self.field.textChanged.connect(self._type)
        self.field.returnPressed.connect(lambda: self.written.emit(self.field.text()))
        self.buttons: list[QPushButton] = []
        self._lay_out()
        self.view.pressed_with.connect(self._press)
        desk.ticked.connect(self._tick)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        for part in (self.title, self.explained, self.progress, self.field):
            self._column.addWidget(part)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(self._row)

    def set_measures(self, measures: Measures) -> None:
        self._column.setContentsMargins(measures.padding, 12, measures.padding, 12)

    # What is asked --------------------------------------------------------------------------------------------------

    def open(self, matter: Matter) -> None:
        """Show a matter, without lines yet."""
        self.title.setText(matter.title)
        self.setAccessibleName(matter.title)
        self.view.setAccessibleName(matter.title)
        self.explain(matter.explained)
        self.view.empty = matter.empty
        self.progress.hide()
        self._filters = matter.filters
        self.field.clear()
        self.model.seek("")
        self.field.setPlaceholderText(matter.field)
        self.field.setAccessibleName(matter.field)
        self.field.setVisible(bool(matter.field))
        self._completes = matter.completes
        self.model.take(())
        self.offer(matter.ways)

    def explain(self, text: str) -> None:
        """Other words under the title."""
        self.explained.setText(text)
        self.explained.setVisible(bool(text))

    def show_progress(self, step: int, of: int) -> None:
        """How far some work is."""
        self.progress.setRange(0, of)
        self.progress.setValue(step)
        self.progress.show()

    def _type(self, text: str) -> None:
        if self._filters:
            self.model.seek(text)
        else:
            self.typed.emit(text)

    def offer(self, ways: Sequence[Way]) -> None:
        """Other ways to go on. Closing it, which does nothing, is one in any case."""
        self._ways = (*ways, Way(tr("Close"), "Ctrl+W", tr("Do nothing"), self.done.emit))
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(way) for way in self._ways]

    def _button(self, way: Way) -> QPushButton:
        button = QPushButton(way.label)
        button.setFont(font(14, MEDIUM))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{way.tip} ({way.key})" if way.key else way.tip)
        button.setAccessibleDescription(way.tip)
        button.setObjectName(way.label.lower())
        button.setProperty("narrow", True)
        button.clicked.connect(lambda: way.act())
        self._row.addWidget(button, width(way.label, 14, MEDIUM) + 16)
        return button

    def show_lines(self, lines: Sequence[Line], empty: str = "") -> None:
        """What there is to read; `empty`: what is said if that is nothing."""
        self.view.empty = empty
        self.model.take(lines)
        self.view.scrollToTop()
        self.view.go_to(0)
        self.view.viewport().update()

    def refuse(self, text: str) -> None:
        """It cannot be done, and why."""
        self.show_lines([Line("note", text)])

    @property
    def in_hand(self) -> bool:
        """Whether it has the keyboard."""
        return self.view.hasFocus() or self.field.hasFocus()

    def close_opened(self) -> bool:
        """Put it away. Whether it was open."""
        was = self.isVisible()
        if was:
            self.done.emit()
        return was

    # The keyboard ---------------------------------------------------------------------------------------------------

    def _press(self, key: str) -> None:
        if key == "Ctrl+F" and self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        for way in self._ways:
            if way.key == key:
                way.act()
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if override and self.field.isVisible() and event.matches(QKeySequence.StandardKey.Find):  # type: ignore[attr-defined]
            event.accept()  # its own field, and not the find of the cue list
            return True
        if watched is not self.field:
            return False
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.FocusIn):
            self._touched = self._desk.clock()
        steps = (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in steps:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        tab = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if tab and self._completes and self.field.text():
            self.asked_further.emit(self.field.text())
            return True
        return False

    def _tick(self, now: float) -> None:
        if self._desk.hand_back.gives(self.field, self._touched):
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 3), colour(self._theme.text_2))

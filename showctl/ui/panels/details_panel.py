"""A panel that the operator opens over the side panel: a title with a shape, facts, and what can be done."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showctl.ui.ink import draw_text
from showctl.ui.measure import Measures
from showctl.ui.panels.facts import Facts
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font


class Title(QWidget):
    """A shape, a name and a word for the state. Painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name = self.word = ""
        self._shape = ("ring", theme.text_3)
        self.setFixedHeight(44)

    def say(self, name: str, word: str, shape: tuple[str, str]) -> None:
        if (name, word, shape) != (self.name, self.word, self._shape):
            self.name, self.word, self._shape = name, word, shape
            self.setAccessibleName(f"{name}, {word}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self._theme, QRectF(self.rect())
        draw_shape(painter, self._shape[0], QPointF(10, box.center().y()), 17, self._shape[1])
        words = box.adjusted(30, 0, 0, 0)
        used = draw_text(painter, words, self.name, 18, t.text, weight=SEMIBOLD)
        draw_text(painter, words.adjusted(used + 12, 0, 0, 0), self.word, 14, t.text_2)


class DetailsPanel(QWidget):
    """`done` says that it is to be put away: by ✕ or Ctrl+W. Nothing in it takes the keyboard unasked."""

    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.facts = Title(theme), Facts()
        self._close = self.button("✕", tr("Close"), "Ctrl+W")
        self._close.setFixedWidth(44)
        self._close.setProperty("narrow", True)
        self._close.clicked.connect(self.done)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self._close)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(12)
        self.column.addLayout(self.head)
        self.column.addWidget(self.facts)

    def close_opened(self) -> bool:
        """Put it away. Whether it was open."""
        was = self.isVisible()
        if was:
            self.done.emit()
        return was

    def button(self, text: str, tip: str, key: str = "") -> QPushButton:
        """One of 44 pixels, for fingers."""
        button = QPushButton(text)
        button.setFont(font(14, MEDIUM))
        button.setMinimumHeight(44)
        button.setAccessibleName(tip)
        button.setToolTip(f"{tip} ({key})" if key else tip)
        return button

    def caption(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(font(13))
        label.setObjectName("reading")
        label.setWordWrap(True)
        return label

    def set_measures(self, measures: Measures) -> None:
        self.column.setContentsMargins(measures.padding, 8, measures.padding, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 3), colour(self._theme.text_2))

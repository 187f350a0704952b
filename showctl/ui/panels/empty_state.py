"""What stands where there is nothing yet: one line what goes here, one line how."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

EDGE = 16


class EmptyState(QWidget):
    """A dashed frame with words in its middle, and buttons below them (`add`)."""

    def __init__(self, theme: Theme, what: str, how: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(f"{what} {how}")
        self._what, self._how = QLabel(what), QLabel(how)
        self._what.setFont(font(17, SEMIBOLD))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * EDGE, 2 * EDGE, 2 * EDGE, 2 * EDGE)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (self._what, self._how):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addStretch(1)
        layout.addSpacing(8)
        layout.addLayout(self._row)
        layout.addStretch(2)

    def say(self, what: str, how: str) -> None:
        """Other words."""
        self._what.setText(what)
        self._how.setText(how)
        self.setAccessibleName(f"{what} {how}")

    def add(self, button: QPushButton) -> None:
        """A way to go on; three at most."""
        button.setFont(font(14, MEDIUM))
        self._row.insertWidget(self._row.count() - 1, button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(self._theme.line_strong), 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE), 8, 8)

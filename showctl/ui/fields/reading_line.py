"""The line below a field: how it is read, or an octagon and what to write."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import font, metrics

_PIXELS = 12
_HEIGHT = 18
_INDENT = 18


class ReadingLine(QWidget):
    """One line, always there, so that nothing moves while one types. What does not fit is in its tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = ""
        self.wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40, _HEIGHT)

    def say(self, text: str, *, wrong: bool = False, whole: str = "") -> None:
        """`whole`: all that there is to say of it."""
        if (text, wrong) != (self.text, self.wrong):
            self.text, self.wrong = text, wrong
            self.setToolTip(whole or text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        painter = QPainter(self)
        painter.setFont(font(_PIXELS))
        token = self._theme.broken.colour if self.wrong else self._theme.text_3
        left = _INDENT if self.wrong else 1
        if self.wrong:
            draw_shape(painter, "broken", QPointF(7, self.height() / 2), 12, token)
        painter.setPen(colour(token))
        shown = metrics(_PIXELS).elidedText(self.text, Qt.TextElideMode.ElideRight, self.width() - left)
        box = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

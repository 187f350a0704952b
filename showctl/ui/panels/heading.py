"""A panel's heading: a title, a figure beside it, at the right what is wrong."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from showctl.ui.ink import RIGHT, draw_text
from showctl.ui.theme import Theme
from showctl.ui.typeface import SEMIBOLD


class Heading(QWidget):
    """Painted; repaints only when it reads differently."""

    def __init__(self, theme: Theme, title: str, height: int, indent: int = 4) -> None:
        super().__init__()
        self._theme, self._title, self._indent = theme, title, indent
        self._note = self._wrong = ""
        self.setFixedHeight(height)

    def set_note(self, note: str, wrong: str = "") -> None:
        if (note, wrong) != (self._note, self._wrong):
            self._note, self._wrong = note, wrong
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, box = self._theme, QRectF(self.rect()).adjusted(self._indent, 0, -self._indent, 0)
        used = draw_text(painter, box, self._title, 14, t.text, weight=SEMIBOLD)
        draw_text(painter, box.adjusted(used + 10, 0, 0, 0), self._note, 14, t.text_3)
        draw_text(painter, box, self._wrong, 13, t.broken.colour, weight=SEMIBOLD, align=RIGHT)

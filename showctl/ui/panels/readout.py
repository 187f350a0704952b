"""Figures of the top bar: a hairline at the left, one or two lines of text, a width that does not move."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from showctl.ui.ink import draw_tag, draw_text, width
from showctl.ui.panels.details import show_details
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import REGULAR

PADDING = 14
SHAPE = 18
TAG = 12


@dataclass(frozen=True)
class Words:
    """A piece of a line."""

    text: str
    pixels: int
    token: str
    weight: QFont.Weight = REGULAR


@dataclass(frozen=True)
class Tag:
    """A filled word after the first line."""

    text: str
    fill: str
    on_it: str


class Readout(QWidget):
    """Painted; repaints only when it reads differently, and is as wide as what it says."""

    clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        least: int = 0,
        rule: bool = True,
        gives_way: bool = False,
        opens: bool = False,
    ) -> None:
        """`gives_way`: takes the width that others leave, and elides. `opens`: a click is for who listens, and shows no
        tooltip."""
        super().__init__()
        self._opens = opens
        self._gives_way = gives_way
        self._theme, self._rule, self._least = theme, rule, least
        self._lines: tuple[tuple[Words, ...], ...] = ()
        self._tag: Tag | None = None
        self._shape: tuple[str, str] | None = None
        self._name = name
        self.setAccessibleName(name)

    def show_lines(
        self, *lines: tuple[Words, ...], tag: Tag | None = None, shape: tuple[str, str] | None = None
    ) -> None:
        """Shape: which one, and its colour; stands before the first line."""
        if (lines, tag, shape) == (self._lines, self._tag, self._shape):
            return
        self._lines, self._tag, self._shape = lines, tag, shape
        said = " ".join(words.text for line in lines for words in line)
        self.setAccessibleName(f"{self._name} {said} {tag.text if tag else ''}".strip())
        if self._gives_way:
            self.setMinimumWidth(self._least)
        else:
            self.setFixedWidth(self.wanted)
        self.update()

    @property
    def wanted(self) -> int:
        """Its width when nothing is cut."""
        wide = max((sum(width(w.text, w.pixels, w.weight) + 6 for w in line) for line in self._lines), default=0)
        tag = width(self._tag.text, TAG) + 28 if self._tag is not None else 0
        return max(wide + tag + (SHAPE if self._shape is not None else 0) + 2 * PADDING, self._least)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted, 44)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens:
            self.clicked.emit()
        elif self.toolTip():
            show_details(self, self.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._rule:
            painter.setPen(QPen(colour(self._theme.line), 1))
            painter.drawLine(QPointF(0.5, box.top() + 8), QPointF(0.5, box.bottom() - 8))
        heights = [max(w.pixels for w in line) * 1.3 for line in self._lines if line]
        top = box.center().y() - sum(heights) / 2
        for i, (line, height) in enumerate(zip(self._lines, heights, strict=False)):
            left = box.left() + PADDING
            if self._shape is not None:
                if i == 0:
                    draw_shape(painter, self._shape[0], QPointF(left + 6, top + height / 2), 13, self._shape[1])
                left += SHAPE
            for words in line:
                room = QRectF(left, top, box.right() - left - 4, height)
                left += draw_text(painter, room, words.text, words.pixels, words.token, weight=words.weight) + 6
            if i == 0 and self._tag is not None:
                draw_tag(painter, left + 4, top + height / 2, self._tag.text, self._tag.fill, self._tag.on_it, TAG)
            top += height

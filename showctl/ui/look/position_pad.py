"""Pan across, tilt up: a numbered dot for each fixture. A line of the sheet moves as one, or all of them together; with
Alt they fan out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from showctl.ui.look.level import Dot
from showctl.ui.look.spread import fanned, moved
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD, font

_DOT = 9
_ALT = Qt.KeyboardModifier.AltModifier
_WAYS = {int(Qt.Key.Key_Left): (-1, 0), int(Qt.Key.Key_Right): (1, 0),
         int(Qt.Key.Key_Up): (0, 1), int(Qt.Key.Key_Down): (0, -1)}  # fmt: skip
Place = tuple[float, float]
"""Pan and tilt in degrees."""


class PositionPad(QWidget):
    """A drag is told when it is let go, arrows when they are."""

    moved = Signal(object)
    """By number of the line, from 0: pan and tilt of each of its dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[tuple[Dot, ...]] = []
        self._which: tuple[int, ...] = ()
        """The lines that are moved."""
        self._fan = False
        self._from: QPointF | None = None
        self._by = (0.0, 0.0)
        """Degrees of pan and tilt."""
        self.setMinimumSize(140, 96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Position: pan across, tilt up"))
        self.setToolTip(tr("Drag a dot to move its line, or beside the dots to move all; with Alt they fan out.\n"
                        "The arrows move all by a degree, with Shift by a tenth, with Alt fan"))  # fmt: skip

    @property
    def dots(self) -> list[Dot]:
        """Those of all lines."""
        return [dot for line in self.lines for dot in line]

    def show_lines(self, lines: Sequence[Sequence[Dot]]) -> None:
        """These; what is being moved stays where it is held."""
        if self._from is None:
            self.lines, self._by = [tuple(line) for line in lines], (0.0, 0.0)
        self.update()

    def places(self) -> list[list[Place]]:
        """Where the dots of each line are, as far as they have been moved."""
        which = [n for n in range(len(self.lines)) if n in self._which]
        dots = [dot for n in which for dot in self.lines[n]]
        shape = fanned if self._fan else moved
        pans = shape([d.pan.at for d in dots], [(d.pan.low, d.pan.high) for d in dots], self._by[0])
        tilts = shape([d.tilt.at for d in dots], [(d.tilt.low, d.tilt.high) for d in dots], self._by[1])
        gone = iter(zip(pans, tilts, strict=True))
        return [
            [next(gone) if n in which else (dot.pan.at, dot.tilt.at) for dot in line]
            for n, line in enumerate(self.lines)
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.lines:
            self.settle()
            self._from, self._fan = event.position(), bool(event.modifiers() & _ALT)
            hit = [n for n, line in enumerate(self.places()) for at in line
                   if (self._at(at) - self._from).manhattanLength() < 2 * _DOT]  # fmt: skip
            every = tuple(range(len(self.lines)))
            self._which = every if self._fan or not hit else (hit[-1],)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            by, (pan, tilt) = event.position() - self._from, self._spans
            self._by = (by.x() / max(self.width(), 1) * pan, -by.y() / max(self.height(), 1) * tilt)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._from = None
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _WAYS or not self.lines:
            super().keyPressEvent(event)
            return
        fan = bool(event.modifiers() & _ALT)
        if fan != self._fan:
            self.settle()
        self._which, self._fan = tuple(range(len(self.lines))), fan
        step = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        across, up = _WAYS[event.key()]
        self._by = (self._by[0] + across * step, self._by[1] + up * step)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WAYS and not event.isAutoRepeat():
            self.settle()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._from is None:
            self.settle()

    def settle(self) -> None:
        """Tell where they were moved, if they were."""
        if self._by != (0.0, 0.0):
            places = self.places()
            self.lines = [
                tuple(dot._replace(pan=dot.pan._replace(at=pan), tilt=dot.tilt._replace(at=tilt))
                      for dot, (pan, tilt) in zip(line, each, strict=True))
                for line, each in zip(self.lines, places, strict=True)
            ]  # fmt: skip
            self._by = (0.0, 0.0)
            self.moved.emit({n: places[n] for n in self._which})

    @property
    def _spans(self) -> Place:
        """Degrees across and up, of the first of them."""
        first = self.dots[0]
        return first.pan.high - first.pan.low, first.tilt.high - first.tilt.low

    def _at(self, place: Place) -> QPointF:
        first, (pan, tilt) = self.dots[0], self._spans
        across, up = (place[0] - first.pan.low) / pan, (place[1] - first.tilt.low) / tilt
        return QPointF(across * self.width(), (1 - up) * self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme.focus if self.hasFocus() else theme.line_control), 1))
        painter.setBrush(colour(theme.input))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QPen(colour(theme.line), 1))
        for part in (0.25, 0.5, 0.75):
            painter.drawLine(QPointF(part * box.width(), 1), QPointF(part * box.width(), box.height() - 1))
            painter.drawLine(QPointF(1, part * box.height()), QPointF(box.width() - 1, part * box.height()))
        painter.setFont(font(11, SEMIBOLD))
        dots = [place for line in self.places() for place in line]
        for number, at in reversed(list(enumerate(map(self._at, dots)))):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.department["light"] if self.isEnabled() else theme.line_control))
            painter.drawEllipse(at, _DOT, _DOT)
            painter.setPen(colour(theme.panel))
            where = QRectF(at.x() - _DOT, at.y() - _DOT, 2 * _DOT, 2 * _DOT)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(number + 1))

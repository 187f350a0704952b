"""A fader: 34 × 18 cap, a dotted line at the stored value. Drag, wheel, arrows, or type a number."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from showctl.ui.look.spread import fanned, moved
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font, metrics

WIDE, NARROW = 64, 48
_TOP, _BOTTOM = 34, 26
_CAP = QSize(34, 18)
STEP, FINE = 0.01, 0.001
"""Of the wheel and the arrows; with Shift."""
REST = 300
"""Milliseconds that the wheel rests before what it came to is told, so that one turn is one step of undo."""
_ALT = Qt.KeyboardModifier.AltModifier


class Channel(NamedTuple):
    """What a fader moves: the levels, 0 to 1, of fixtures in their order. `low` and `high`: what its ends are."""

    key: str
    name: str
    levels: tuple[float, ...]
    low: float = 0.0
    high: float = 100.0


class Fader(QWidget):
    """A drag is told when it is let go, arrows when they are, the wheel when it rests, typing by Enter. Levels that
    differ move together; with Alt the last goes away from the first."""

    changed = Signal(str, object)
    """The key of the channel, and its levels."""
    went = Signal(int)
    """← or → wants the fader beside it."""

    def __init__(self, theme: Theme, channel: Channel) -> None:
        super().__init__()
        self._theme = theme
        self._typed = ""
        self._from: float | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.tell)
        self.channel, self.levels = channel, list(channel.levels)
        self.setFixedWidth(WIDE)
        self.setMinimumHeight(96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_channel(channel)

    @property
    def name(self) -> str:
        return self.channel.name

    @property
    def held(self) -> bool:
        """Whether somebody moves it, or types."""
        return self._from is not None or self._rest.isActive() or bool(self._typed)

    def show_channel(self, channel: Channel) -> None:
        """It moves this now. What is being moved stays where it is."""
        if channel.key == self.channel.key and self.held:
            return
        if channel.key != self.channel.key:
            self._rest.stop()
            self._typed, self._from = "", None
        self.channel, self.levels = channel, list(channel.levels)
        fan = tr("; Alt and drag: the last away from the first") if len(channel.levels) > 1 else ""
        self.setToolTip(
            tr("{name}: drag, wheel or ↑ ↓ 1 %, with Shift 0.1 %; or type a number and Enter{fan}").format(
                name=channel.name, fan=fan
            )
        )
        self.setAccessibleName(f"{channel.name} {self.words}")
        self.update()

    @property
    def words(self) -> str:
        """What stands above it."""
        ends = [f"{round(self._meant(level), 1):g}" for level in (self.levels[0], self.levels[-1])]
        return self._typed or (ends[0] if ends[0] == ends[1] else "..".join(ends))

    def _meant(self, level: float) -> float:
        return self.channel.low + level * (self.channel.high - self.channel.low)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._typed, self._from = "", event.position().y()
            lead = self.levels[-1 if event.modifiers() & _ALT else 0]
            if abs(self._from - self._y(lead)) > _CAP.height():
                self._drag(self._from, bool(event.modifiers() & _ALT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._drag(event.position().y(), bool(event.modifiers() & _ALT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._from = None
            self.tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._step(turned / 120, event.modifiers())
        self._rest.start()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Up else -1, event.modifiers())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.went.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif text and text in "0123456789.-":
            self._typed = (self._typed + text)[:12]
            self.update()
        elif event.key() == Qt.Key.Key_Backspace and self._typed:
            self._typed = self._typed[:-1]
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed:
            self._type()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.isAutoRepeat():
            self.tell()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()
        self.update()

    def _type(self) -> None:
        """A number is for all of them, `20..80` from the first to the last."""
        typed, self._typed = self._typed, ""
        first, fan, last = typed.partition("..")
        span = self.channel.high - self.channel.low
        try:
            ends = [(float(each) - self.channel.low) / span for each in ((first, last) if fan else (first, first))]
        except ValueError:
            self.update()
            return
        steps = max(len(self.levels) - 1, 1)
        self._put([ends[0] + (ends[1] - ends[0]) * at / steps for at in range(len(self.levels))])
        self.tell()

    def _step(self, steps: float, modifiers: Qt.KeyboardModifier) -> None:
        by = steps * (FINE if modifiers & Qt.KeyboardModifier.ShiftModifier else STEP)
        self._put(moved(self.levels, self._spans, by))

    def _drag(self, y: float, fan: bool) -> None:
        level = self._at(y)
        if not fan or len(self.levels) < 2:
            self._put(moved(self.levels, self._spans, level - self.levels[0]))
            return
        by = (level - self.levels[-1]) / 2
        about = fanned(self.levels, [(-9.0, 9.0)] * len(self.levels), by)
        self._put([each + by for each in about])

    @property
    def _spans(self) -> list[tuple[float, float]]:
        return [(0.0, 1.0)] * len(self.levels)

    def _put(self, levels: Sequence[float]) -> None:
        self.levels = [min(max(round(level, 4), 0.0), 1.0) for level in levels]
        self.setAccessibleName(f"{self.name} {self.words}")
        self.update()

    def tell(self) -> None:
        """What it was moved to, if that is another."""
        self._rest.stop()
        if [round(level, 4) for level in self.levels] != [round(level, 4) for level in self.channel.levels]:
            self.channel = self.channel._replace(levels=tuple(self.levels))
            self.changed.emit(self.channel.key, self.levels)

    def _y(self, level: float) -> float:
        top, bottom = _TOP + _CAP.height() / 2, self.height() - _BOTTOM - _CAP.height() / 2
        return bottom - level * (bottom - top)

    def _at(self, y: float) -> float:
        low, high = self._y(0.0), self._y(1.0)
        return min(max((low - y) / (low - high), 0.0), 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, middle = QPainter(self), self._theme, self.width() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isEnabled()
        painter.setFont(font(15 if len(self.words) < 8 else 12, SEMIBOLD))
        painter.setPen(colour(theme.standby.colour if self._typed else theme.text if on else theme.text_3))
        painter.drawText(QRectF(0, 4, self.width(), 22), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.setPen(QPen(colour(theme.track), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(middle, self._y(0)), QPointF(middle, self._y(1)))
        y, last = self._y(self.levels[0]), self._y(self.levels[-1])
        lit = theme.department["light"] if on else theme.line_control
        painter.setPen(QPen(colour(lit), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(middle, self._y(0)), QPointF(middle, y))
        stored = self._y(self.channel.levels[0])
        painter.setPen(QPen(colour(theme.text_2), 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(middle - 15, stored), QPointF(middle + 15, stored))
        if abs(last - y) > 1:  # where the last of them is
            painter.setPen(QPen(colour(theme.text_2), 1.4))
            painter.setBrush(colour(theme.raised))
            painter.drawRoundedRect(QRectF(middle - 11, last - 4, 22, 8), 3, 3)
        cap = QRectF(middle - _CAP.width() / 2, y - _CAP.height() / 2, _CAP.width(), _CAP.height())
        painter.setPen(QPen(colour(theme.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.text if on else theme.line_control))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QPen(colour(theme.panel), 2))
        painter.drawLine(QPointF(cap.left() + 6, y), QPointF(cap.right() - 6, y))
        painter.setFont(font(12, MEDIUM))
        painter.setPen(colour(theme.text_2))
        name = metrics(12, MEDIUM).elidedText(self.name, Qt.TextElideMode.ElideMiddle, self.width() - 2)
        painter.drawText(QRectF(0, self.height() - 22, self.width(), 20), Qt.AlignmentFlag.AlignCenter, name)

"""Timers of the day, a line each, under the segment that runs; nothing where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from showctl.engine.day_facts import DayTimer
from showctl.ui.ink import RIGHT, draw_text
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.timer_words import left_of, said
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD

ROW, MOST = 24, 3
"""Pixels of a line, and how many are shown: the rest is in their list."""


class TimerRows(QWidget):
    """Painted; a click asks for the list."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, str, bool, bool], ...] = ()
        self.hide()

    def take(self, timers: Sequence[DayTimer], now: float) -> None:
        """`now`: Unix time."""
        rows = tuple((each.name, said(each, now), left_of(each, now) < 0, each.until is not None) for each in timers)
        if rows != self._shown:
            self._shown = rows
            words = ", ".join(f"{name} {time}" for name, time, _, _ in rows)
            self.setAccessibleName(tr("Timers: {timers}").format(timers=words))
            self.setToolTip(words)
            self.setFixedHeight(min(len(rows), MOST) * ROW)
            self.setVisible(bool(rows))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (name, time, over, runs) in enumerate(self._shown[:MOST]):
            row = QRectF(0, at * ROW, self.width(), ROW)
            token = t.over if over else t.text if runs else t.text_3
            mark = "warning" if over else "running" if runs else "paused"
            draw_shape(painter, mark, QPointF(8, row.center().y()), 12, token)
            used = draw_text(painter, row, time, 15, token, weight=SEMIBOLD, align=RIGHT)
            more = len(self._shown) - MOST if at == MOST - 1 else 0
            words = tr("{name}, and {more} more").format(name=name, more=more) if more > 0 else name
            draw_text(painter, row.adjusted(24, 0, -used - 12, 0), words, 14, t.text_2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

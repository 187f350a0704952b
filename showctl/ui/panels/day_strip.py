"""The day as a strip: above in each room's lane the plan, below what happened and the forecast, and where we are."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from showctl.timing.times import EARLY_OR_LATE, Schedule, SegmentTimes
from showctl.ui.ink import draw_text, width
from showctl.ui.reading import time_of_day
from showctl.ui.theme import Theme, colour
from showctl.ui.time_scale import step_of
from showctl.ui.tongue import tr

TOP, LANE, PLAN, FIGURES = 6, 30, 9, 16
"""Pixels above, of a room, of the plan in it, and of the clock times below."""
MOST_ROOMS = 3
NEAR = 12 * 3600.0
"""Seconds around now that are shown of a plan of several days; where nothing is so near, all of it."""
THIN = 3.0
"""Pixels below which a segment is a line."""
LEAST_FIGURE = 52.0
"""Pixels between two clock times."""
_ENDED = ("done", "now")


class DayStrip(QWidget):
    """Painted once a second; a segment says its times in its tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rooms: list[tuple[str, list[SegmentTimes]]] = []
        self._now = 0.0
        self._zone: dt.tzinfo = dt.UTC
        self._from, self._rate = 0.0, 1.0
        self.setAccessibleName(tr("The day as a strip"))

    def take(self, schedule: Schedule, now: float, zone: dt.tzinfo) -> None:
        """`now`: Unix time."""
        self._now, self._zone = now, zone
        rows = _near(schedule.rows, now)
        names = [room.name for room in schedule.rooms]
        lanes = [(name, [row for row in rows if row.segment.room == name]) for name in names]
        self._rooms = [(name, lane) for name, lane in lanes if lane][:MOST_ROOMS]
        self.setFixedHeight(TOP + len(self._rooms) * LANE + FIGURES)
        self.setVisible(bool(self._rooms))
        self.update()

    def _fit(self) -> None:
        """What is shown: from the first start to the last end, and now if it is near."""
        rows = [row for _, lane in self._rooms for row in lane]
        first = min(min(row.planned, row.start) for row in rows)
        last = max(max(row.planned_end, row.end) for row in rows)
        if first - 3600 < self._now < last + 3600:
            first, last = min(first, self._now), max(last, self._now)
        self._from, self._rate = first, (self.width() - 2) / max(last - first, 60.0)

    def _x(self, instant: float) -> float:
        return 1 + (instant - self._from) * self._rate

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rooms:
            return
        self._fit()
        painter, t = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, TOP)
        bottom = len(self._rooms) * LANE
        self._paint_figures(painter, bottom)
        for lane, (_, rows) in enumerate(self._rooms):
            before = -1
            for row in rows:
                column = int(self._x(row.start))
                thin = (row.planned_end - row.planned) * self._rate < THIN
                if not thin:
                    self._paint_row(painter, row, lane * LANE)
                elif column != before:  # of hundreds that share a pixel one is seen
                    self._paint_thin(painter, row, lane * LANE)
                before = column
        x = self._x(self._now)
        if 0 <= x <= self.width():
            painter.setPen(QPen(colour(t.text), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom + 2))

    def _paint_figures(self, painter: QPainter, top: float) -> None:
        t = self._theme
        step = max(step_of(LEAST_FIGURE / self._rate), 60.0)
        offset = dt.datetime.fromtimestamp(self._from, self._zone).utcoffset() or dt.timedelta()
        local = self._from + offset.total_seconds()  # figures stand at whole hours of this place
        at = self._from + (-local) % step
        while self._x(at) < self.width() - 20:
            painter.setPen(QPen(colour(t.line), 1))
            painter.drawLine(QPointF(self._x(at), 0), QPointF(self._x(at), top))
            words = time_of_day(at, self._zone)
            box = QRectF(self._x(at) - width(words, 11) / 2, top + 1, width(words, 11) + 4, FIGURES)
            if box.left() >= 0:
                draw_text(painter, box, words, 11, t.text_3)
            at += step

    def _paint_thin(self, painter: QPainter, row: SegmentTimes, top: float) -> None:
        """One of so many that there is no room for outlines."""
        t = self._theme
        token = t.running.colour if row.where == "now" else t.broken.colour if row.breaks else t.line_control
        painter.fillRect(QRectF(int(self._x(row.planned)), top + 2, 1, PLAN), colour(t.line_control))
        painter.fillRect(QRectF(int(self._x(row.start)), top + PLAN + 5, 1, LANE - PLAN - 9), colour(token))

    def _paint_row(self, painter: QPainter, row: SegmentTimes, top: float) -> None:
        t = self._theme
        planned = QRectF(self._x(row.planned), top + 2, (row.planned_end - row.planned) * self._rate, PLAN)
        painter.setPen(QPen(colour(t.line_control), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(planned)
        if row.hard:
            left = planned.left()
            painter.setBrush(colour(t.text))
            painter.setPen(Qt.PenStyle.NoPen)
            corners = ((left, planned.top()), (left + 7, planned.top()), (left, planned.top() + 7))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        if row.where in ("cut", "skipped"):
            return
        box = QRectF(self._x(row.start), top + PLAN + 5, max((row.end - row.start) * self._rate, 2.0), LANE - PLAN - 9)
        moved = row.where == "ahead" and (abs(row.over) >= EARLY_OR_LATE or row.breaks > 0)
        token = t.broken.colour if row.breaks else t.over if moved else t.line_control
        if row.where in _ENDED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(t.running.colour if row.where == "now" else t.line_control))
        else:
            painter.setPen(QPen(colour(token), 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(colour(t.raised))
        painter.drawRect(box.adjusted(0, 0, -1, 0))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._rooms:
            row = self.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.said(row) if row is not None else "", self)
            return True
        return super().event(event)

    def row_at(self, spot: QPointF) -> SegmentTimes | None:
        """The segment there, as planned above and as it is below."""
        lane, low = divmod(spot.y() - TOP, LANE)
        if not 0 <= lane < len(self._rooms):
            return None
        plan = low < PLAN + 3
        for row in self._rooms[int(lane)][1]:
            start, end = (row.planned, row.planned_end) if plan else (row.start, row.end)
            if self._x(start) <= spot.x() <= self._x(end):
                return row
        return None

    def said(self, row: SegmentTimes) -> str:
        """Its times in words."""
        planned, end, start, stop = (
            time_of_day(each, self._zone) for each in (row.planned, row.planned_end, row.start, row.end)
        )
        word = tr("actual") if row.where == "done" else tr("now") if row.where == "now" else tr("forecast")
        return tr("{name}: planned {planned} to {end}, {word} {start} to {stop}").format(
            name=row.segment.name, planned=planned, end=end, word=word, start=start, stop=stop
        )


def _near(rows: Sequence[SegmentTimes], now: float) -> list[SegmentTimes]:
    near = [row for row in rows if row.end > now - NEAR and row.start < now + NEAR]
    return near or list(rows)

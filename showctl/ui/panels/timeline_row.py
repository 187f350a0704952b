"""A row of a timeline: the cue, and its bar from its offset by its pre-wait to its end."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from showctl.model.unit import format_seconds
from showctl.ui.cue_icon import icon_of
from showctl.ui.describe import title
from showctl.ui.icon import draw_icon
from showctl.ui.ink import draw_text, fill_rounded, outline_rounded, width
from showctl.ui.models.timeline import BAR_ROLE, Bar
from showctl.ui.theme import Theme, colour
from showctl.ui.time_scale import Scale
from showctl.ui.typeface import SEMIBOLD

ROW, HEAD, INSET = 36, 232, 12
"""Height of a row, width of the cue's name before it, and pixels before 0 s."""
LEAST = 6.0
"""Pixels that a bar is wide, however short it is."""
Index = QModelIndex | QPersistentModelIndex


class TimelineRow(QStyledItemDelegate):
    """Paints one. Scale, playhead and what is being moved are the view's."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.scale = Scale()
        self.moved: dict[str, float] = {}
        """Offsets that are not written yet, by cue."""
        self.refused: Callable[[], str] = lambda: ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(HEAD, ROW)

    def box(self, bar: Bar, row: QRectF) -> QRectF:
        """Where the bar is."""
        at = self.moved.get(bar.id, bar.at)
        left = row.left() + HEAD + INSET + self.scale.x(at)
        wide = max(bar.parts[2] * self.scale.rate, LEAST)
        return QRectF(left, row.top() + 5, wide, row.height() - 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar: Bar = index.data(BAR_ROLE)
        t, row = self._theme, QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(row, colour(t.selected))
        lane = QRectF(row.left() + HEAD, row.top(), row.width() - HEAD, row.height())
        painter.setClipRect(lane)
        painter.setPen(QPen(colour(t.line), 1))
        for at in self.scale.lines(self.scale.figures, lane.width()):
            x = round(lane.left() + INSET + self.scale.x(at)) + 0.5
            painter.drawLine(QPointF(x, row.top()), QPointF(x, row.bottom()))
        self._paint_bar(painter, bar, self.box(bar, row), lane, current)
        painter.setClipping(False)
        self._paint_head(painter, bar, QRectF(row.left(), row.top(), HEAD, row.height()))
        if current and state & QStyle.StateFlag.State_HasFocus:
            outline_rounded(painter, row.adjusted(1, 1, -1, -1), 4, t.focus, 2)
        painter.setPen(QPen(colour(t.line), 1))
        painter.drawLine(QPointF(row.left(), row.bottom()), QPointF(row.right(), row.bottom()))
        painter.restore()

    def _paint_head(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        t, department = self._theme, bar.cue.department
        draw_icon(
            painter, icon_of(bar.cue), QRectF(box.left() + 8, box.top(), 18, box.height()), t.department[department], 16
        )
        token = t.text if bar.cue.armed else t.disarmed.colour
        line = box.adjusted(34, 0, -8, 0)
        used = draw_text(painter, line, bar.cue.number, 14, token, weight=SEMIBOLD)
        draw_text(painter, line.adjusted(used + 8, 0, 0, 0), title(bar.cue), 14, token, struck=not bar.cue.armed)

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF, lane: QRectF, current: bool) -> None:
        t, locked, moved = self._theme, bool(self.refused()), bar.id in self.moved
        line = t.department[bar.cue.department]
        wait = QRectF(box.left(), box.top(), bar.cue.pre_wait * self.scale.rate, box.height())
        body = QRectF(wait.right(), box.top(), max(box.right() - wait.right(), LEAST), box.height())
        if wait.width() > 0:  # the pre-wait: a line to the action, with the tick where it begins
            painter.setPen(QPen(colour(t.pre_wait.colour), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(wait.left(), wait.center().y()), QPointF(wait.right(), wait.center().y()))
            painter.setPen(QPen(colour(t.pre_wait.colour), 2))
            painter.drawLine(QPointF(wait.left() + 1, wait.top() + 4), QPointF(wait.left() + 1, wait.bottom() - 4))
        fill_rounded(painter, body, 4, t.raised if bar.cue.armed else t.panel)
        painter.setPen(QPen(colour(line), 2 if current or moved else 1, Qt.PenStyle.DashLine if locked else _SOLID))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 4, 4)
        painter.fillRect(QRectF(body.left() + 1, body.top() + 4, 3, body.height() - 8), colour(line))
        self._paint_words(painter, bar, body, lane, moved=moved)

    def _paint_words(self, painter: QPainter, bar: Bar, body: QRectF, lane: QRectF, *, moved: bool) -> None:
        """Offset and length: in the bar where they fit, else behind it, else before it."""
        t = self._theme
        lasts = bar.parts[2] - bar.parts[1]
        length = "∞" if bar.endless else format_seconds(round(lasts, 3)) if lasts else ""
        at = format_seconds(round(self.moved.get(bar.id, bar.at), 3))
        wide = width(at, 13, SEMIBOLD) + (width(length, 13) + 8 if length else 0) + 2.0
        left = max(body.left(), lane.left()) + 10
        if left + wide + 6 > min(body.right(), lane.right()):
            left = body.right() + 6 if body.right() + 6 + wide <= lane.right() else body.left() - wide - 8
        box = QRectF(left, body.top(), wide + 1, body.height())
        used = draw_text(painter, box, at, 13, t.standby.colour if moved else t.text, weight=SEMIBOLD)
        draw_text(painter, box.adjusted(used + 8, 0, 0, 0), length, 13, t.text_3)


_SOLID = Qt.PenStyle.SolidLine

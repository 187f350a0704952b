"""Rows of the side panel: segments with plan and forecast, logistics items with what is left."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from showctl.timing.times import EARLY_OR_LATE, SegmentTimes
from showctl.ui.icon import CATEGORY_ICON, draw_icon
from showctl.ui.ink import RIGHT, draw_text, width
from showctl.ui.models.logistics import DUE_ROLE, DueItem
from showctl.ui.models.segments import DIFFERENCE, FORECAST, MARK, PLAN, TIMES_ROLE, TITLE
from showctl.ui.panels.segment_now import over_under_token
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import REGULAR, SEMIBOLD

SEGMENT_ROW = 29
ITEM_ROW = 52
Index = QModelIndex | QPersistentModelIndex


class SegmentDelegate(QStyledItemDelegate):
    """Plan grey, forecast underlined with dots, actual bold."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, SEGMENT_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, times = self._theme, index.data(TIMES_ROLE)
        box, text = QRectF(option.rect), str(index.data())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        past = times.where in ("done", "skipped", "cut")
        if times.where == "now":
            painter.fillRect(box, colour(t.running.tint))
        cell = box.adjusted(0, 0, -6, 0)
        match index.column():
            case x if x == MARK:
                self._paint_mark(painter, box, text)
            case x if x == TITLE:
                weight = SEMIBOLD if times.where == "now" else REGULAR
                token = t.text_3 if past else t.text
                draw_text(painter, cell.adjusted(4, 0, 0, 0), text, 14, token, weight=weight)
            case x if x == PLAN:
                draw_text(painter, cell, text, 14, t.text_3, align=RIGHT)
            case x if x == FORECAST:
                self._paint_time(painter, cell, text, times)
            case x if x == DIFFERENCE:
                late = abs(times.over) >= EARLY_OR_LATE and times.where in ("now", "ahead")
                breaks = times.hard and times.over >= 1 and times.where == "ahead"
                token = over_under_token(t, times.over, breaks) if late or breaks else t.text_3
                weight = SEMIBOLD if times.where == "now" else REGULAR
                draw_text(painter, cell, text, 14, token, weight=weight, align=RIGHT)
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRectF, mark: str) -> None:
        t = self._theme
        token = {"running": t.running.colour, "diamond": t.text, "warning": t.over}.get(mark, t.text_3)
        if mark:
            draw_shape(painter, mark, QPointF(box.left() + 12, box.center().y()), 13, token)

    def _paint_time(self, painter: QPainter, cell: QRectF, text: str, times: SegmentTimes) -> None:
        t = self._theme
        happened = times.where in ("now", "done")
        token = t.text_3 if times.where in ("done", "skipped") else t.text
        draw_text(painter, cell, text, 14, token, weight=SEMIBOLD if happened else REGULAR, align=RIGHT)
        if times.where == "ahead":
            pen = QPen(colour(t.text_3), 1.4, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1, 2])
            painter.setPen(pen)
            y = round(cell.center().y() + 9) + 0.5
            painter.drawLine(QPointF(cell.right() - width(text, 14), y), QPointF(cell.right(), y))


class LogisticsDelegate(QStyledItemDelegate):
    """Category, title, whom to call; at the right how long there is, and when."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ITEM_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, due = self._theme, index.data(DUE_ROLE)
        assert isinstance(due, DueItem)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(t.line), 1))
        painter.drawLine(QPointF(box.left(), box.top() + 0.5), QPointF(box.right(), box.top() + 0.5))
        late = due.late and not due.quiet
        bad = late or due.problem
        token = t.broken.colour if bad else t.text_2
        icon = QRectF(box.left(), box.top(), 24, box.height())
        draw_icon(painter, CATEGORY_ICON[due.item.category], icon, token, 20)
        one = QRectF(box.left() + 40, box.top() + 7, box.width() - 44, 20)
        two = one.translated(0, 19)
        token = t.broken.colour if late else t.text
        used = draw_text(painter, one, due.when, 14, token, weight=SEMIBOLD, align=RIGHT)
        draw_text(painter, one.adjusted(0, 0, -used - 12, 0), due.item.title, 14, t.text, weight=SEMIBOLD)
        used = draw_text(painter, two, due.at, 12, t.text_2, align=RIGHT)
        who = two.adjusted(0, 0, -used - 12, 0)
        if due.who:
            draw_icon(painter, "phone-fill", QRectF(who.left(), who.top(), 12, who.height()), t.text_3, 12)
            said = draw_text(painter, who.adjusted(17, 0, 0, 0), due.who, 13, t.text_2)
            who.setLeft(who.left() + 17 + said + 8)
        draw_text(painter, who, due.state, 13, t.broken.colour if due.problem else t.text_3)
        painter.restore()

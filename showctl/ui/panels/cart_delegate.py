"""One tile of a cart: number, label and key, and how its cue is: large enough to be hit in the dark."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from showctl.ui.cue_icon import icon_of
from showctl.ui.describe import second_press, title
from showctl.ui.icon import draw_icon
from showctl.ui.ink import RIGHT, draw_keycap, draw_text, draw_wrapped, fill_rounded, keycap_wide, outline_rounded
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.panels.cue_delegate import RowLook, worst
from showctl.ui.panels.cue_marks import draw_marks
from showctl.ui.reading import counted, remaining
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, SEMIBOLD

LEAST_WIDTH, HEIGHT = 172, 144
"""Of a tile with the gap around it."""
GAP = 8
RADIUS = 8
BAR = 6
FOOT_TEXT = 13
STATE_SAID = {"pre-wait": "waits", "post-wait": "post-wait", "paused": "paused", "running": ""}


class CartDelegate(QStyledItemDelegate):
    """Paints tiles. `cell` is the room that each has."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cell = QSize(LEAST_WIDTH, HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.cell

    def paint_tile(self, painter: QPainter, cell: QRectF, row: CueRow, look: RowLook) -> None:
        t = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = cell.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        fill_rounded(painter, box, RADIUS, t.hover if look.hovered else t.raised)
        clip = QPainterPath()
        clip.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(clip)
        if look.progress is not None:
            state = t.states[look.progress.state]
            done = QRectF(box.left(), box.top(), box.width() * look.progress.fraction, box.height())
            painter.fillRect(box, colour(state.tint))
            painter.fillRect(QRectF(done.left(), done.bottom() - 5, done.width(), 5), colour(state.colour))
        if row.cue.colour is not None:
            painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), colour(row.cue.colour))
        painter.setClipping(False)
        self._paint_words(painter, box.adjusted(BAR + 10, 8, -10, -10), row, look)
        self._paint_edge(painter, box, row, look)
        painter.restore()

    def _paint_edge(self, painter: QPainter, box: QRectF, row: CueRow, look: RowLook) -> None:
        t = self._theme
        if look.progress is not None:
            outline_rounded(painter, box, RADIUS, t.states[look.progress.state].colour, 2)
        elif row.state == "broken":
            outline_rounded(painter, box, RADIUS, t.broken.colour, 1)
        else:
            outline_rounded(painter, box, RADIUS, t.line_strong, 1)
        if look.selected and look.focused:
            outline_rounded(painter, box.adjusted(3, 3, -3, -3), RADIUS - 3, t.focus, 2)

    def _paint_words(self, painter: QPainter, box: QRectF, row: CueRow, look: RowLook) -> None:
        t = self._theme
        dim = row.state == "disarmed" or look.muted
        top = QRectF(box.left(), box.top(), box.width(), 22)
        used = draw_text(painter, top, row.cue.number, 15, t.text_3 if dim else t.text_2, weight=SEMIBOLD)
        icon = QRectF(top.left() + used + 8, top.top(), 18, 22)
        draw_icon(painter, icon_of(row.cue), icon, t.text_3 if row.cue.children else t.department[row.department], 15)
        if row.cue.hotkey:
            wide = keycap_wide(row.cue.hotkey)
            draw_keycap(painter, top.right() - wide, top.center().y(), row.cue.hotkey, t.line_control, t.text)
        words = QRectF(box.left(), top.bottom() + 4, box.width(), 46)
        token = t.text_3 if dim else t.text
        draw_wrapped(painter, words, title(row.cue), 18, token, SEMIBOLD, struck=row.state == "disarmed")
        self._paint_foot(painter, QRectF(box.left(), box.bottom() - 26, box.width(), 24), row, look)

    def _paint_foot(self, painter: QPainter, foot: QRectF, row: CueRow, look: RowLook) -> None:
        """What is left while it is active and what another press does; else what is the matter, or how long it is."""
        t, state = self._theme, worst(row, look)
        if state:
            draw_shape(painter, state, QPointF(foot.left() + 8, foot.center().y()), 15, t.states[state].colour)
        line = foot.adjusted(24 if state else 0, 0, 0, 0)
        if look.progress is not None:
            token = t.states[look.progress.state].colour
            draw_text(painter, line, remaining(look.progress.remaining), 22, token, weight=BOLD)
            said = STATE_SAID[look.progress.state] or second_press(row.cue)
            draw_text(painter, QRectF(foot.left(), foot.top() - 18, foot.width(), 18), said, FOOT_TEXT, t.text_2)
        elif state == "broken":
            draw_text(painter, line, row.reason or tr("something in it would not play"), 13, t.broken.colour)
        else:
            left = draw_marks(painter, line, row, t)
            if state == "disarmed" and left == line.left():
                left += draw_text(painter, line, tr("not armed"), 13, t.text_2) + 8
            if state == "disarmed" and row.reason:
                draw_text(painter, line.adjusted(left - line.left(), 0, 0, 0), row.reason, 13, t.broken.colour)
            elif left == line.left() and row.duration:
                draw_text(painter, line, counted(row.duration), 15, t.text_2, align=RIGHT)

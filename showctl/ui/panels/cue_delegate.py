"""One row of the cue list, painted whole: tint to its progress, edge, shape, and text by column."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from showctl.model.cue import Continue
from showctl.ui.cue_icon import icon_of
from showctl.ui.describe import NO_LOOK, code_of, title
from showctl.ui.icon import draw_icon
from showctl.ui.ink import RIGHT, draw_keycap, draw_text, keycap_wide, outline_rounded, width
from showctl.ui.measure import ROW
from showctl.ui.models import cue_tree
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import DURATION, POST_WAIT, PRE_WAIT, THEN
from showctl.ui.panels.cue_marks import draw_marks
from showctl.ui.progress import Progress
from showctl.ui.reading import in_column, remaining
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, REGULAR, SEMIBOLD

INDENT = 18
CARET = 24
TEXT = 16
SMALL = 12
EDIT_TEXT, SMALL_TEXT, EDIT_INDENT = 14, 13, 14
"""In the lower rows of Edit mode, and in compact ones."""
COMPACT = 26
THEN_ICON = {Continue.AUTO_CONTINUE: "arrow-down-bold", Continue.AUTO_FOLLOW: "arrow-line-down-bold"}


class RowLook:
    """What the view knows of a row, besides the row itself."""

    __slots__ = ("expanded", "focused", "hovered", "inside", "lookless", "muted", "progress", "segment", "selected")

    def __init__(self) -> None:
        self.selected = self.focused = self.hovered = self.expanded = False
        self.muted = False
        """A group around it is not armed."""
        self.progress: Progress | None = None
        self.inside: list[CueRow] = []
        """For a folded group: what is in it."""
        self.segment = ""
        self.lookless = False
        """A light cue that nobody has given a look yet."""


class CueDelegate(QStyledItemDelegate):
    """Paints rows. `columns` are the visible columns with their place in the row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.narrow = False
        """Whether departments have their icon alone."""
        self.height, self.text, self.indent = ROW, TEXT, INDENT
        self.waits = True
        """Whether there are columns for the waits; else they count in Duration."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self.height)

    def set_height(self, height: int) -> None:
        """Rows of so many pixels, with text that fits."""
        self.height = height
        self.text = TEXT if height >= ROW else EDIT_TEXT if height > COMPACT else SMALL_TEXT
        self.indent = INDENT if height >= ROW else EDIT_INDENT

    def paint_row(
        self, painter: QPainter, box: QRectF, row: CueRow, look: RowLook, columns: dict[int, tuple[float, float]]
    ) -> None:
        t = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.selected:
            painter.fillRect(box, colour(t.selected))
        elif look.hovered:
            painter.fillRect(box, colour(t.hover))
        if row.standby and not look.selected:
            painter.fillRect(box, colour(t.standby.tint))
        if look.progress is not None:
            self._paint_progress(painter, box, look.progress)
        painter.setPen(QPen(colour(t.line), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        for column, (left, wide) in columns.items():
            cell = QRectF(left, box.top(), wide, box.height())
            match column:
                case cue_tree.STATE:
                    self._paint_state(painter, cell, row, look)
                case cue_tree.NUMBER:
                    self._paint_number(painter, cell, row, look)
                case cue_tree.DEPARTMENT:
                    self._paint_department(painter, cell, row)
                case cue_tree.LABEL:
                    self._paint_label(painter, cell, row, look)
                case _:
                    self._paint_time(painter, cell, column, row, look)
        if look.selected and look.focused:
            outline_rounded(painter, box.adjusted(0, 0, 0, -1), 1, t.focus, 1)
        if row.standby:
            outline_rounded(painter, box.adjusted(0, 0, 0, -1), 1, t.standby.edge, 2)
        painter.restore()

    def _paint_progress(self, painter: QPainter, box: QRectF, progress: Progress) -> None:
        """The tint from the left to where the cue is, hatched while it is paused, over a 3 px edge."""
        look = self._theme.states[progress.state]
        part = QRectF(box.left(), box.top(), box.width() * progress.fraction, box.height() - 1)
        painter.fillRect(part, colour(look.tint))
        if progress.paused:
            hatch = colour(self._theme.line_strong)
            painter.fillRect(part, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(part.left(), part.bottom() - 3, part.width(), 3), colour(look.colour))

    def _paint_state(self, painter: QPainter, cell: QRectF, row: CueRow, look: RowLook) -> None:
        t = self._theme
        if row.standby:
            painter.fillRect(cell.adjusted(0, 0, 0, -1), colour(t.standby.fill))
            draw_shape(painter, "standby", cell.center(), 17, t.on_standby)
            return
        within = standby_within(look)
        if within is not None:
            painter.fillRect(cell.adjusted(0, 0, 0, -1), colour(t.standby.tint))
            draw_shape(painter, "standby", cell.center(), 17, t.standby.colour)
            return
        state = worst(row, look)
        if state:
            draw_shape(painter, state, cell.center(), 16, t.states[state].colour)

    def _paint_number(self, painter: QPainter, cell: QRectF, row: CueRow, look: RowLook) -> None:
        if row.cue.colour is not None:
            high = min(24.0, cell.height() - 8)
            bar = QRectF(cell.left() - 3, cell.center().y() - high / 2, 4, high)
            painter.fillRect(bar, colour(row.cue.colour))
        token = self._theme.text_3 if _dim(row, look) else self._theme.text
        draw_text(painter, cell.adjusted(8, 0, -4, 0), row.cue.number, self.text, token, weight=SEMIBOLD)

    def _paint_department(self, painter: QPainter, cell: QRectF, row: CueRow) -> None:
        t = self._theme
        token = t.department[row.department] if not row.cue.children else t.text_2
        if row.state == "done" and not row.standby:
            token = t.text_3
        draw_icon(painter, icon_of(row.cue), QRectF(cell.left(), cell.top(), 20, cell.height()), token, 18)
        if not self.narrow and not row.cue.children:
            draw_text(painter, cell.adjusted(27, 0, 0, 0), code_of(row.cue), SMALL, token, weight=SEMIBOLD)

    def _paint_label(self, painter: QPainter, cell: QRectF, row: CueRow, look: RowLook) -> None:
        t = self._theme
        painter.setPen(QPen(colour(t.line_strong), 1))
        for level in range(row.depth):
            x = round(cell.left() + level * self.indent + CARET / 2) + 0.5
            painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()))
        left = cell.left() + row.depth * self.indent
        if row.cue.children:
            caret = "caret-down-bold" if look.expanded else "caret-right-bold"
            draw_icon(painter, caret, QRectF(left, cell.top(), CARET, cell.height()), t.text_2, 14)
        box = QRectF(left + CARET + 4, cell.top(), cell.right() - left - CARET - 12, cell.height())
        if row.cue.hotkey:
            wide = keycap_wide(row.cue.hotkey)
            draw_keycap(painter, box.right() - wide, box.center().y(), row.cue.hotkey, t.line_control, t.text_2)
            box.setRight(box.right() - wide - 10)
        if row.letters:
            letters = " ".join(row.letters)
            draw_text(painter, box, letters, SMALL, t.text_3, weight=SEMIBOLD, align=RIGHT)
            box.setRight(box.right() - width(letters, SMALL, SEMIBOLD) - 10)
        dim = _dim(row, look)
        weight = SEMIBOLD if row.cue.children or row.standby else REGULAR
        token = t.text_3 if dim or (look.lookless and not row.cue.label) else t.text
        struck = row.state == "disarmed"
        used = draw_text(painter, box, title(row.cue), self.text, token, weight=weight, struck=struck)
        box.setLeft(box.left() + used + 10)
        self._paint_after_label(painter, box, row, look)

    def _paint_after_label(self, painter: QPainter, box: QRectF, row: CueRow, look: RowLook) -> None:
        """Why it would not play, the segment that it starts, what is in a folded group, how its note begins."""
        t = self._theme
        if row.state in ("broken", "disarmed") and row.reason:
            box.setLeft(draw_marks(painter, box, row, t))
            draw_text(painter, box, row.reason, min(14, self.text), t.broken.colour)
            return
        within = standby_within(look)
        if within is not None:
            used = draw_text(
                painter,
                box,
                tr("standby {number}").format(number=within.cue.number),
                14,
                t.standby.colour,
                weight=SEMIBOLD,
            )
            box.setLeft(box.left() + used + 10)
        box.setLeft(draw_marks(painter, box, row, t))
        if look.segment and box.width() > 60:
            wide = min(width(look.segment, SMALL) + 32.0, box.width())
            tag = QRectF(box.left(), box.center().y() - 11, wide, 22)
            outline_rounded(painter, tag, 4, t.line_strong, 1)
            draw_icon(painter, "flag-fill", QRectF(tag.left() + 4, tag.top(), 18, 22), t.text_2, 12)
            draw_text(painter, tag.adjusted(24, 0, -6, 0), look.segment, SMALL, t.text_2)
            box.setLeft(tag.right() + 10)
        leaves = (child for child in look.inside if not child.cue.children)
        for name, department in dict.fromkeys((icon_of(leaf.cue), leaf.department) for leaf in leaves):
            icon = QRectF(box.left(), box.top(), 20, box.height())
            draw_icon(painter, name, icon, t.department[department], 16)
            box.setLeft(icon.right() + 4)
        if look.lookless and row.cue.label:
            box.setLeft(box.left() + draw_text(painter, box, tr(NO_LOOK), min(14, self.text), t.text_3) + 10)
        if row.cue.notes and box.width() > 80:
            draw_text(painter, box, row.cue.notes, min(14, self.text), t.text_3)

    def _paint_time(self, painter: QPainter, cell: QRectF, column: int, row: CueRow, look: RowLook) -> None:
        t, progress = self._theme, look.progress
        box = cell.adjusted(0, 0, -10, 0)
        if column == THEN:
            name = THEN_ICON.get(row.cue.continue_)
            if name is not None:
                draw_icon(painter, name, cell, t.text_2, 16)
            return
        if progress is not None and _counts_in(progress.phase, column, self.waits):
            token = t.states[progress.state].colour
            draw_text(painter, box, remaining(progress.remaining), self.text, token, weight=BOLD, align=RIGHT)
            return
        text = {
            PRE_WAIT: in_column(row.cue.pre_wait),
            DURATION: in_column(row.duration),
            POST_WAIT: in_column(row.cue.post_wait),
        }[column]
        token = t.text if column == DURATION and progress is not None else t.text_2
        if _dim(row, look):
            token = t.text_3
        draw_text(painter, box, text, self.text, token, align=RIGHT)


def standby_within(look: RowLook) -> CueRow | None:
    """The standby cue, where it is hidden in a folded group."""
    return next((child for child in look.inside if child.standby), None)


def _dim(row: CueRow, look: RowLook) -> bool:
    return (row.state in ("done", "disarmed") or (look.muted and row.active is None)) and not row.standby


def _counts_in(phase: str, column: int, waits: bool) -> bool:
    """Whether a phase counts down in this column; where the waits are hidden all count in Duration."""
    if not waits:
        return column == DURATION
    return column == {"pre-wait": PRE_WAIT, "running": DURATION, "post-wait": POST_WAIT}[phase]


_WORST = ("broken", "paused", "running", "pre-wait", "post-wait")


def worst(row: CueRow, look: RowLook) -> str:
    """A folded group shows the worst of what is in it."""
    states = {row.state, *(child.state for child in look.inside)}
    return next((state for state in _WORST if state in states), row.state)

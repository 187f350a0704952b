"""Cues dragged to another place of their list, by the mouse alone: the keyboard stays where it is, and GO works on."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QTreeView

from showctl.session.edit import Place
from showctl.ui.cue_edits.chosen import outermost
from showctl.ui.cue_edits.drop import Drop, Spot, drop_at
from showctl.ui.ink import CENTRE, draw_text, fill_rounded, outline_rounded
from showctl.ui.models.cue_rows import CueRow, CueRows
from showctl.ui.models.cue_tree import LABEL
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD

EDGE = 28
"""Pixels from the upper and lower edge within which the list scrolls by itself."""
SCROLL_EVERY = 60
"""Milliseconds from one row to the next, meanwhile."""


class CueDrag:
    """From a press on a row that is selected to where it is let go of."""

    def __init__(self, view: QTreeView, model: CueRows, theme: Theme) -> None:
        self._view, self._model, self._theme = view, model, theme
        self._pressed: QPoint | None = None
        self._rows: list[CueRow] = []
        self._at = QPoint()
        self.drop: Drop | None = None
        self._line = QRectF()
        self._timer = QTimer(view, interval=SCROLL_EVERY)
        self._timer.timeout.connect(self._scroll)
        self.indent = 18
        self.caret = 24

    @property
    def under_way(self) -> bool:
        """Whether the pointer has gone far enough to mean it."""
        return bool(self._rows)

    def press(self, at: QPoint) -> None:
        """Where a drag would begin."""
        self._pressed = at

    def move(self, at: QPoint, chosen: list[CueRow]) -> bool:
        """The pointer moves with the button held down. Whether that drags."""
        if self._pressed is None:
            return False
        if not self._rows:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance() or not chosen:
                return False
            self._rows = outermost(chosen, self._model)
            self._timer.start()
        self._at = at
        self._point()
        return True

    def release(self, at: QPoint) -> tuple[list[CueRow], Place] | None:
        """The button is let go of: what goes where, if anything."""
        if self._rows:
            self._at = at
            self._point()
        rows, drop = self._rows, self.drop
        self.end()
        return (rows, drop.place) if rows and drop is not None else None

    def end(self) -> None:
        """Nothing is dragged any more."""
        self._pressed, self._rows, self.drop = None, [], None
        self._timer.stop()
        self._view.viewport().update()

    # What is pointed at ----------------------------------------------------------------------------------------------

    def _point(self) -> None:
        view, at = self._view, self._at
        if not view.viewport().rect().adjusted(-40, -60, 40, 60).contains(at):
            self.drop = None
            view.viewport().update()
            return
        inside = QPoint(min(max(at.x(), 0), view.viewport().width() - 1), at.y())
        index = view.indexAt(QPoint(inside.x(), min(max(inside.y(), 0), view.viewport().height() - 1)))
        label = view.header().sectionViewportPosition(LABEL)
        depth = max(round((inside.x() - label - self.caret) / self.indent), 0)
        if not index.isValid():
            last = self._last()
            opened = last is not None and view.isExpanded(self._model.index_of(last))
            spot = Spot(None, last, None, 1.0, depth, above_expanded=opened)
            box = view.visualRect(self._model.index_of(last)) if last is not None else None
        else:
            row = self._model.row_at(index)
            box = view.visualRect(index)
            above, below = view.indexAbove(index.siblingAtColumn(0)), view.indexBelow(index.siblingAtColumn(0))
            spot = Spot(
                row,
                self._model.row_at(above) if above.isValid() else None,
                self._model.row_at(below) if below.isValid() else None,
                (inside.y() - box.top()) / max(box.height(), 1),
                depth,
                expanded=view.isExpanded(self._model.index_of(row)),
                above_expanded=above.isValid() and view.isExpanded(above),
            )
        self.drop = drop_at(self._model, self._rows, spot)
        if self.drop is not None and box is not None:
            left = label + self.caret + 4 + self.drop.depth * self.indent if self.drop.into is None else 0
            top = box.top() if self.drop.into is not None or not self.drop.below else box.bottom()
            self._line = QRectF(left, top, view.viewport().width() - left - 4, box.height())
        view.viewport().update()

    def _last(self) -> CueRow | None:
        row = self._model.top(-1)
        while row is not None and row.children and self._view.isExpanded(self._model.index_of(row)):
            row = self._model.row_of(row.children[-1])
        return row

    def _scroll(self) -> None:
        bar, high = self._view.verticalScrollBar(), self._view.viewport().height()
        step = -1 if self._at.y() < EDGE else 1 if self._at.y() > high - EDGE else 0
        if step:
            bar.setValue(bar.value() + step)
            self._point()

    # Painting --------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """The line or the frame, and how many are dragged."""
        if not self._rows:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._theme
        if self.drop is not None and self.drop.into is not None:
            outline_rounded(painter, self._line.adjusted(1, 0, 0, -1), 4, t.text, 2)
        elif self.drop is not None:
            line = QRectF(self._line.left(), self._line.top() - 1, self._line.width(), 2)
            painter.fillRect(line, colour(t.text))
            painter.setBrush(colour(t.text))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(line.topLeft(), 4, 4)
        words = tr("%n cue(s)", "", len(self._rows)) if len(self._rows) > 1 else self._rows[0].cue.number
        words = words if self.drop is not None else tr("{words}: not here").format(words=words)
        tag = QRectF(self._at.x() + 14, self._at.y() + 10, 24 + 8 * len(words), 24)
        fill_rounded(painter, tag, 4, t.text)
        draw_text(painter, tag, words, 13, t.app, weight=SEMIBOLD, align=CENTRE)

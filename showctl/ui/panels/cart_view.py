"""A cart: its cues as tiles. Pressing one starts it; standby and GO stay where they are."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from showctl.ui.acts import START
from showctl.ui.ink import CENTRE, draw_text
from showctl.ui.measure import Measures
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import LABEL, CueTreeModel
from showctl.ui.motion import Pace
from showctl.ui.panels.cart_delegate import HEIGHT, LEAST_WIDTH, CartDelegate
from showctl.ui.panels.cue_delegate import RowLook
from showctl.ui.panels.row_keys import AskedBy, nothing
from showctl.ui.progress import progress
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

SCROLL_BAR = 10
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab)


class CartView(QListView):
    """Signals what the operator means; sends nothing itself."""

    asked = Signal(str)
    """What is to be done with the cue that is meant: one of row_keys."""
    menu_wanted = Signal(object)
    """The CueRow whose menu shall be shown."""

    def __init__(self, model: CueTreeModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked_by: AskedBy = nothing
        """What a key asks of the cue that is meant."""
        self._cues, self._theme = model, theme
        self._delegate = CartDelegate(theme, self)
        self._now = 0.0
        self._pace = Pace()
        self._hovered = -1
        self.setModel(model)
        self.setModelColumn(LABEL)
        self.setItemDelegate(self._delegate)
        self.setObjectName("cart")
        self.setAccessibleName(tr("Cart {label}").format(label=model.label))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionRectVisible(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_measures(self, measures: Measures) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """As many tiles side by side as have room, all of one width."""
        room = self.width() - SCROLL_BAR - 1  # whether it is there or not: the tiles stay where they are
        across = max(room // LEAST_WIDTH, 1)
        self._delegate.cell = QSize(room // across, HEIGHT)
        self.setGridSize(self._delegate.cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    # Time ----------------------------------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        """Repaint the tiles in which time counts."""
        self._now = now
        for row in self._cues.active_rows if self._pace.due(now) else ():
            self.viewport().update(self._box(row))

    @contextmanager
    def changing(self) -> Iterator[None]:
        """The cues become others: what is selected stays so, and of a selected tile that goes nothing is left."""
        selected = self.selected
        yield
        if selected is not None and self._cues.row_of(selected.key) is None:
            self.selectionModel().clear()
        self.viewport().update()

    def follow(self) -> None:
        """A cart has no standby to follow."""

    def _box(self, row: CueRow) -> QRect:
        """The tile of a row, or of the group that it is in."""
        *_, outermost = (row, *self._cues.around(row))
        return self.visualRect(self._cues.index_of(outermost, LABEL))

    # Painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for at in range(self._cues.rowCount()):
            index = self._cues.index(at, LABEL)
            box = self.visualRect(index)
            if box.intersects(event.rect()):
                self._delegate.paint_tile(painter, QRectF(box), self._cues.row_at(index), self._look(index))
        if not self._cues.rowCount():
            whole = QRectF(self.viewport().rect())
            draw_text(painter, whole, tr("This cart has no cues yet"), 14, self._theme.text_3, align=CENTRE)

    def _look(self, index: QModelIndex) -> RowLook:
        row, look = self._cues.row_at(index), RowLook()
        look.selected = self.selectionModel().isSelected(index)
        look.focused, look.hovered = self.hasFocus(), row.key == self._hovered
        look.inside = list(self._cues.inside(row))
        if row.active is not None:
            look.progress = progress(row.active, self._now)
        return look

    # The operator's hands ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._at(event.position().toPoint())
        if row is None:
            return
        self.select(row)
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(START)
        elif event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # the second of two presses is one as well

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """All was done on press."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._at(event.position().toPoint())
        self._hover(row.key if row is not None else -1)

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, key: int) -> None:
        if key != self._hovered:
            self._hovered = key
            self.viewport().update()

    def _at(self, point: QPoint) -> CueRow | None:
        index = self.indexAt(point)
        return self._cues.row_at(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = self.asked_by(event)
        if what is not None:
            self.asked.emit(what)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.asked.emit(START)
        elif event.key() in (*_MOVES, *_PAGES):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def in_sight(self, row: CueRow) -> bool:
        """Whether a tile can be seen."""
        return self._box(row).intersects(self.viewport().rect())

    def show_row(self, row: CueRow) -> None:
        self.scrollTo(self._cues.index_of(row, LABEL))

    def place_of(self, row: CueRow) -> QRect:
        """Where a row is in the viewport."""
        return self._box(row)

    @property
    def selected(self) -> CueRow | None:
        """The tile that was pressed last, or that the keys have come to."""
        chosen = self.selectionModel().selectedIndexes()
        return self._cues.row_at(chosen[0]) if chosen else None

    @property
    def meant(self) -> CueRow | None:
        """What a key is about."""
        return self.selected

    def select(self, row: CueRow) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._cues.index_of(row, LABEL), flags)

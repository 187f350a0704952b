"""The view of one cue list: rows painted by one delegate, standby kept in sight, only active rows repainted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from showctl.ui.cue_edits.cells import TIMES, WRITTEN
from showctl.ui.measure import ROW, WIDE, Measures
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import LABEL, POST_WAIT, PRE_WAIT, STATE, CueTreeModel
from showctl.ui.motion import Halves, Pace
from showctl.ui.panels.cue_delegate import CARET, COMPACT, CueDelegate, RowLook
from showctl.ui.panels.cue_drag import CueDrag
from showctl.ui.panels.cue_header import CueHeader
from showctl.ui.panels.cue_keys import press
from showctl.ui.panels.row_keys import AskedBy, nothing
from showctl.ui.panels.row_view import RowView
from showctl.ui.progress import progress
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class CueView(RowView):
    """Signals what the operator means; sends nothing itself."""

    wanted = Signal(object)
    """A CueRow that shall be in standby: double click, Enter, or a tap on its gutter."""
    stepped = Signal(int)
    """Standby up or down."""
    ended = Signal(int)
    """Standby to the first (0) or last (-1) cue."""
    asked = Signal(str)
    """What is to be done with the cue that is meant: one of row_keys."""
    menu_wanted = Signal(object)
    """The CueRow whose menu shall be shown."""
    cell_wanted = Signal(object, int)
    """A CueRow, and the column in which it shall be edited."""
    dropped = Signal(object, object)
    """CueRows that were dragged, and the Place where they were let go of."""
    laid_out = Signal()
    """Cells are elsewhere: scrolled, resized, folded."""

    def __init__(
        self, model: CueTreeModel, theme: Theme, segments: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self.segments = segments
        self.lookless: Callable[[CueRow], bool] = lambda row: False
        """What the tag of a cue says that starts a segment, by segment."""
        self.asked_by: AskedBy = nothing
        """What a key asks of the cue that is meant."""
        self.type_key: Callable[[QKeyEvent], bool] = lambda event: False
        """Sees each key first: it may belong to a number that is typed."""
        self.edits = False
        """Whether hands edit here: several are selected, cells are written in, rows are dragged."""
        self.many = False
        """Whether several rows can be selected."""
        self.compact = False
        self._delegate = CueDelegate(theme, self)
        self._now = 0.0
        self._pace, self._halves = Pace(), Halves[QRect]()
        self._measures = WIDE
        self._hovered = -1
        self._painted: dict[int, tuple[float, float]] = {}
        """Where the columns are, while rows are painted."""
        self._kept = False
        self.head = CueHeader(self)
        self.setHeader(self.head)
        self.head.set_up()
        self._drag = CueDrag(self, model, theme)
        self.setItemDelegate(self._delegate)
        self.setObjectName("cues")
        self.setAccessibleName(tr("Cue list {label}").format(label=model.label))
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.laid_out.emit())
        for folded in (self.expanded, self.collapsed):
            folded.connect(lambda _: self.laid_out.emit())
        self.unfold_all()

    @property
    def measures(self) -> Measures:
        return self._measures

    @property
    def model_of(self) -> CueTreeModel:
        """Its cues."""
        return self._cues

    @property
    def text_size(self) -> int:
        """Pixels of what stands in cells."""
        return self._delegate.text

    def cell_box(self, row: CueRow, column: int) -> QRect:
        """Where a cell is in the viewport; that of a label without what stands before it."""
        box = self.visualRect(self._cues.index_of(row, column))
        left = row.depth * self._delegate.indent + CARET - 4 if column == LABEL else 0
        return box.adjusted(left, 0, 0, -1)

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        self._delegate.narrow = measures.narrow or measures.edit
        height = COMPACT if measures.edit and self.compact else measures.row if measures.edit else ROW
        if height != self.row_height:
            self.row_height = height
            self._delegate.set_height(height)
            self._drag.indent = self._delegate.indent
            self.scheduleDelayedItemsLayout()
        self.show_columns()

    def set_editing(self, edits: bool, many: bool) -> None:
        """Whether hands edit here, and whether several rows can be selected."""
        self.edits = self.keeps_selected = edits
        self.many = many
        self._drag.end()
        if not many and len(self.chosen_keys) > 1:
            self.forget_selected()

    def show_columns(self) -> None:
        """Those that there is room for beside the label."""
        self.setMinimumWidth(self.head.least(self._measures))
        shown = self.head.fit(self.width(), self._measures)
        self._delegate.waits = PRE_WAIT in shown and POST_WAIT in shown
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.show_columns()
        super().resizeEvent(event)

    # Time ----------------------------------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        """Repaint the rows in which time counts, where they can be seen; of many every other one each time."""
        self._now = now
        if not self._pace.due(now):
            return
        counting: list[QRect] = []
        index, high = self.indexAt(QPoint(1, 0)), self.viewport().height()
        while index.isValid() and (box := self._box(index)).top() <= high:
            if self._cues.row_at(index).active is not None:
                counting.append(box)
            index = self.indexBelow(index)
        for box in self._halves.next(counting):
            self.viewport().update(box)

    # Painting ------------------------------------------------------------------------------------------------------

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._cues.row_at(index)
        look = RowLook()
        first = self._cues.index_of(row)
        look.selected = row.key in self.chosen_keys
        look.focused = self.hasFocus()
        look.hovered = row.key == self._hovered
        look.expanded = self.isExpanded(first)
        if row.children and not look.expanded:
            look.inside = list(self._cues.inside(row))
        if row.active is not None:
            look.progress = progress(row.active, self._now)
        look.muted = any(not group.armed for group in self._cues.around(row))
        look.segment = self.segments.get(row.cue.starts_segment or "", "")
        look.lookless = self.lookless(row)
        box = QRectF(0, option.rect.top(), self.viewport().width(), option.rect.height())
        self._delegate.paint_row(painter, box, row, look, self._painted)

    def _columns(self) -> dict[int, tuple[float, float]]:
        header = self.header()
        return {
            column: (float(header.sectionViewportPosition(column)), float(header.sectionSize(column)))
            for column in range(header.count())
            if not header.isSectionHidden(column)
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted = self._columns()
        super().paintEvent(event)
        if self._drag.under_way:
            self._drag.paint(QPainter(self.viewport()))

    # The operator's hands ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._kept = False
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            row = self._cues.row_at(index)
            if row.children and self._on_caret(row, event.position().x()):
                first = self._cues.index_of(row)
                self.setExpanded(first, not self.isExpanded(first))
                return
            if index.column() == STATE:
                self.wanted.emit(row)
                return
            if self.edits:
                self._drag.press(event.position().toPoint())
            if self.edits or self.many:
                self._press(row, event.modifiers())
                return
        if index.isValid() and event.button() == Qt.MouseButton.RightButton:
            if not self._is_chosen(index):
                super().mousePressEvent(event)
            self.menu_wanted.emit(self._cues.row_at(index))
            return
        super().mousePressEvent(event)

    def _press(self, row: CueRow, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.extend_to(row)
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.toggle(row)
        elif row.key in self.chosen_keys and len(self.chosen_keys) > 1:
            self._kept = True  # it may be dragged with the others; if not, it is selected alone on release
        else:
            self.select(row)

    def _is_chosen(self, index: QModelIndex) -> bool:
        return self._cues.row_at(index).key in self.chosen_keys

    def _on_caret(self, row: CueRow, x: float) -> bool:
        left = self.header().sectionViewportPosition(LABEL) + row.depth * self._delegate.indent
        return left <= x < left + CARET

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            row = self._cues.row_at(index)
            if row.children and self._on_caret(row, event.position().x()):
                return
            if index.column() in (WRITTEN if self.edits else TIMES if self.many else ()):
                self.cell_wanted.emit(row, index.column())
            else:
                self.wanted.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if self.edits and held:
            self._drag.move(event.position().toPoint(), self.chosen)
            return
        index = self.indexAt(event.position().toPoint())
        self._hover(self._cues.row_at(index).key if index.isValid() else -1)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.edits:
            dragged = self._drag.under_way
            dropped = self._drag.release(event.position().toPoint())
            if dropped is not None:
                self.dropped.emit(*dropped)
            index = self.indexAt(event.position().toPoint())
            if self._kept and not dragged and index.isValid():
                self._kept = False
                self.select(self._cues.row_at(index))
            if dragged:
                return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, key: int) -> None:
        before, self._hovered = self._hovered, key
        for each in {before, key} if before != key else ():
            row = self._cues.row_of(each)
            if row is not None:
                self.viewport().update(self._box(self._cues.index_of(row)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.type_key(event) or press(self, event)):
            event.ignore()

    def move_by_key(self, action: QAbstractItemView.CursorAction, *, extend: bool) -> None:
        """To the row above, a page down, to the end; `extend`: and all between is selected."""
        ends = action in (self.CursorAction.MoveHome, self.CursorAction.MoveEnd)
        if self.edits and not ends and not self.chosen_keys and self._cues.standby_row is not None:
            self.select(self._cues.standby_row)
            self.follow_selected()
            return
        index = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        if not index.isValid():
            return
        row = self._cues.row_at(index)
        if extend and self.many:
            self.extend_to(row)
        else:
            self.select(row)
        self.scrollTo(self._cues.index_of(row))

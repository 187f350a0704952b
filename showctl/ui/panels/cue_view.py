"""The view of one cue list: rows painted by one delegate, standby kept in sight, only active rows repainted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from showctl.ui.measure import HEADER, LEAST_LABEL, WIDE, Measures
from showctl.ui.models.cue_tree import (
    DEPARTMENT,
    DURATION,
    LABEL,
    NUMBER,
    POST_WAIT,
    PRE_WAIT,
    STATE,
    THEN,
    CueRow,
    CueTreeModel,
)
from showctl.ui.panels.cue_delegate import CARET, INDENT, CueDelegate, RowLook
from showctl.ui.panels.row_keys import asked_by
from showctl.ui.panels.row_view import RowView
from showctl.ui.progress import progress
from showctl.ui.theme import Theme
from showctl.ui.typeface import font

WIDTHS = {STATE: 40, NUMBER: 76, DEPARTMENT: 68, PRE_WAIT: 72, DURATION: 92, POST_WAIT: 64, THEN: 56}
NARROW_WIDTHS = {STATE: 40, NUMBER: 72, DEPARTMENT: 40, DURATION: 88, THEN: 56}
GO_FIRST = (POST_WAIT, PRE_WAIT, THEN, DURATION)
"""Columns in the order in which they make room for the label."""
SCROLL_BAR = 10


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

    def __init__(
        self, model: CueTreeModel, theme: Theme, segments: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self._segments = segments
        self._delegate = CueDelegate(theme, self)
        self._now = 0.0
        self._measures = WIDE
        self._hovered = -1
        self.setItemDelegate(self._delegate)
        self.setObjectName("cues")
        self.setAccessibleName(f"Cue list {model.label}")
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
        self._set_up_header()
        self.expandAll()

    def _set_up_header(self) -> None:
        header = self.header()
        header.setFont(font(12))
        header.setFixedHeight(HEADER)
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        for column in range(self._cues.columnCount()):
            stretch = column == LABEL
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Fixed
            )

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        self._delegate.narrow = measures.narrow
        self._show_columns()

    def _show_columns(self) -> None:
        """Those that there is room for beside the label."""
        widths = dict(NARROW_WIDTHS if self._measures.narrow else WIDTHS)
        always = sum(widths[column] for column in (STATE, NUMBER, DEPARTMENT))
        self.setMinimumWidth(LEAST_LABEL + SCROLL_BAR + always)
        for column in GO_FIRST:
            if self.width() - SCROLL_BAR - sum(widths.values()) < LEAST_LABEL:
                widths.pop(column, None)
        self._delegate.waits = PRE_WAIT in widths and POST_WAIT in widths
        for column in range(self._cues.columnCount()):
            self.setColumnHidden(column, column != LABEL and column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_columns()
        super().resizeEvent(event)

    # Time ----------------------------------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        """Repaint the rows in which time counts, where they can be seen."""
        self._now = now
        sight = self.viewport().rect()
        for row in self._cues.active_rows:
            box = self._box(self._cues.index_of(row))
            if box.intersects(sight):
                self.viewport().update(box)

    # Painting ------------------------------------------------------------------------------------------------------

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._cues.row_at(index)
        look = RowLook()
        first = self._cues.index_of(row)
        look.selected = self.selectionModel().isRowSelected(index.row(), index.parent())
        look.focused = self.hasFocus()
        look.hovered = row.key == self._hovered
        look.expanded = self.isExpanded(first)
        if row.children and not look.expanded:
            look.inside = list(self._cues.inside(row))
        if row.active is not None:
            look.progress = progress(row.active, self._now)
        look.muted = any(not group.armed for group in self._cues.around(row))
        look.segment = self._segments.get(row.cue.starts_segment or "", "")
        box = QRectF(0, option.rect.top(), self.viewport().width(), option.rect.height())
        self._delegate.paint_row(painter, box, row, look, self._columns())

    def _columns(self) -> dict[int, tuple[float, float]]:
        header = self.header()
        return {
            column: (float(header.sectionViewportPosition(column)), float(header.sectionSize(column)))
            for column in range(header.count())
            if not header.isSectionHidden(column)
        }

    # The operator's hands ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            row = self._cues.row_at(index)
            if row.children and self._on_caret(row, event.position().x()):
                first = self._cues.index_of(row)
                self.setExpanded(first, not self.isExpanded(first))
                return
            if index.column() == STATE:
                self.wanted.emit(row)
                return
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(self._cues.row_at(index))

    def _on_caret(self, row: CueRow, x: float) -> bool:
        left = self.header().sectionViewportPosition(LABEL) + row.depth * INDENT
        return left <= x < left + CARET

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            row = self._cues.row_at(index)
            if not (row.children and self._on_caret(row, event.position().x())):
                self.wanted.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover(self._cues.row_at(index).key if index.isValid() else -1)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, key: int) -> None:
        before, self._hovered = self._hovered, key
        for each in {before, key} - {-1} if before != key else ():
            self.viewport().update(self._box(self._cues.index_of(self._cues.rows[each])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = asked_by(event)
        if what is not None:
            self.asked.emit(what)
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key() if plain else None:
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Home:
                self.ended.emit(0)
            case Qt.Key.Key_End:
                self.ended.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.currentIndex().isValid() and not event.isAutoRepeat():
                    self.wanted.emit(self._cues.row_at(self.currentIndex()))
            case Qt.Key.Key_Left:
                self.fold()
            case Qt.Key.Key_Right:
                self.unfold()
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown | Qt.Key.Key_Tab:
                if event.key() != Qt.Key.Key_Tab:
                    self._scrolled()
                super().keyPressEvent(event)
            case _:
                self._press_held(event)

    def _press_held(self, event: QKeyEvent) -> None:
        """Keys with a modifier."""
        match event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key():
            case Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Up:
                self.select_beside(-1)
            case Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Down:
                self.select_beside(1)
            case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Left:
                self.collapseAll()
                self.follow_selected()
            case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Right:
                self.expandAll()
                self.follow()
            case _:
                event.ignore()

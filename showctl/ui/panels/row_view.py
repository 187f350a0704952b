"""A tree of cues that knows which of them is meant: selecting, folding, bringing into sight."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from showctl.ui.measure import ROW
from showctl.ui.models.cue_tree import CueRow, CueTreeModel
from showctl.ui.panels.sight import first_in_sight


class RowView(QTreeView):
    """What is meant is the selected row, else standby."""

    def __init__(self, model: CueTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cues = model
        self._by_hand = False
        """Whether the operator has scrolled since standby moved."""
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalScrollBar().actionTriggered.connect(lambda _: self._scrolled())

    @property
    def selected(self) -> CueRow | None:
        """The selected row."""
        chosen = self.selectionModel().selectedRows()
        return self._cues.row_at(chosen[0]) if chosen else None

    def select(self, row: CueRow) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._cues.index_of(row), flags)

    def forget_selected(self) -> None:
        """Nothing is selected: keys mean standby."""
        self.selectionModel().clear()

    def select_beside(self, step: int) -> None:
        """The row above or below what is meant becomes selected, and comes into sight."""
        row = self.meant or self._cues.top(0)
        if row is None:
            return
        index = self._cues.index_of(row)
        if self.selected is not None or self._cues.standby_row is None:
            beside = self.indexBelow(index) if step > 0 else self.indexAbove(index)
            index = beside if beside.isValid() and self.selected is not None else index
        self.select(self._cues.row_at(index))
        self._scrolled()
        self.scrollTo(index)

    def fold(self) -> None:
        """The group that is meant; what is folded or no group, the group around it."""
        row = self.meant
        if row is None:
            return
        if not (row.children and self.isExpanded(self._cues.index_of(row))):
            row = next(self._cues.around(row), row)
        if row.children:
            self.collapse(self._cues.index_of(row))
            if self.selected is not None:
                self.select(row)

    def unfold(self) -> None:
        """The group that is meant, or the folded one that what is meant is in."""
        row = self.meant
        for each in (row, *self._cues.around(row)) if row is not None else ():
            self.expand(self._cues.index_of(each))

    def follow_selected(self) -> None:
        """Bring what is meant, or the folded group that it is in, into sight."""
        row = self.meant
        for each in (row, *self._cues.around(row)) if row is not None else ():
            box = self._box(self._cues.index_of(each))
            if not box.isEmpty():
                self.scrollTo(self._cues.index_of(each))
                return

    # Standby in sight ----------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Standby has moved: bring it into sight, out of folded groups too, with what comes after it and what runs."""
        self._by_hand = False
        row = self._cues.standby_row
        for group in self._cues.around(row) if row is not None else ():
            self.expand(self._cues.index_of(group))
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Standby, or the folded group that it is in; at the end of the list what was started last."""
        running = sorted(self._cues.active_rows, key=lambda row: -(row.active.run if row.active is not None else 0))
        places = [place for row in running if (place := self._place(row)) is not None]
        standby = self._cues.standby_row
        at = self._place(standby) if standby is not None else places[0] if places else None
        if at is not None:
            bar, fit = self.verticalScrollBar(), max(self.viewport().height() // ROW, 1)
            total = bar.maximum() + fit if bar.maximum() else self._last_place() + 1
            bar.setValue(first_in_sight(at, places, rows=fit, total=total, top=bar.value()))

    def _place(self, row: CueRow) -> int | None:
        """Where a row, or the folded group that it is in, is among all rows that are not folded away."""
        for each in (row, *self._cues.around(row)):
            box = self.visualRect(self._cues.index_of(each))
            if not box.isEmpty():
                return box.top() // ROW + self.verticalScrollBar().value()
        return None

    def _last_place(self) -> int:
        """Of a list that is wholly in sight."""
        row = self._cues.top(-1)
        while row is not None and row.children and self.isExpanded(self._cues.index_of(row)):
            row = self._cues.rows[row.children[-1]]
        return (self._place(row) or 0) if row is not None else 0

    def _scrolled(self) -> None:
        """The operator looks elsewhere, and is left alone until standby moves."""
        self._by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A banner, a field, the window. Standby that was in sight stays there, whoever has scrolled."""
        standby = self._cues.standby_row
        box = self._box(self._cues.index_of(standby)) if standby is not None else QRect()
        seen = not box.isEmpty() and box.top() >= 0 and box.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        if seen or not self._by_hand:
            self._keep_in_sight()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._by_hand:
            self._keep_in_sight()

    def in_sight(self, row: CueRow) -> bool:
        """Whether a row can be seen."""
        return self._box(self._cues.index_of(row)).intersects(self.viewport().rect())

    def show_row(self, row: CueRow) -> None:
        """Bring a row into sight, out of folded groups too."""
        self._scrolled()
        self.scrollTo(self._cues.index_of(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def place_of(self, row: CueRow) -> QRect:
        """Where a row is in the viewport."""
        return self._box(self._cues.index_of(row))

    @property
    def meant(self) -> CueRow | None:
        """What a key is about: the selected row, else standby."""
        return self.selected or self._cues.standby_row

    def _box(self, index: QModelIndex) -> QRect:
        seen = self.visualRect(index)
        return QRect(0, seen.top(), self.viewport().width(), seen.height()) if seen.isValid() else QRect()

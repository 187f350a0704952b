"""A tree of cues that knows which of them is meant: selecting, folding, bringing into sight."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from showctl.ui.models.cue_tree import CueRow, CueTreeModel


class RowView(QTreeView):
    """What is meant is the selected row, else standby."""

    def __init__(self, model: CueTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cues = model
        self.setModel(model)

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

    def in_sight(self, row: CueRow) -> bool:
        """Whether a row can be seen."""
        return self._box(self._cues.index_of(row)).intersects(self.viewport().rect())

    def show_row(self, row: CueRow) -> None:
        """Bring a row into sight, out of folded groups too."""
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

"""A tree of cues that knows which of them is meant: selecting, folding, bringing into sight."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from showctl.ui.cue_edits.chosen import in_order
from showctl.ui.measure import ROW
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import CueTreeModel
from showctl.ui.panels.sight import first_in_sight

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RowView(QTreeView):
    """What is meant is the selected row, else standby."""

    chosen_changed = Signal()
    """Other rows are selected."""

    def __init__(self, model: CueTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cues = model
        self._by_hand = False
        """Whether the operator has scrolled since standby moved."""
        self.chosen_keys: set[int] = set()
        """The keys of all rows that are selected."""
        self.hidden_keys: set[int] = set()
        """Those of rows that are not looked for."""
        self._anchor = -1
        """Where a selection of several begins."""
        self._choosing = False
        self.row_height = ROW
        self.keeps_selected = False
        """Whether what is selected stays so when standby moves: then it is what edits are about."""
        self.pinned = False
        """The same for now: it is being corrected."""
        self.centred = False
        """Whether standby is kept in the middle."""
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_: self._follow_qt())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalScrollBar().actionTriggered.connect(lambda _: self.scrolled())

    # What is selected ----------------------------------------------------------------------------------------------

    @property
    def selected(self) -> CueRow | None:
        """The selected row; of several the one that was pointed at last."""
        current = self.currentIndex()
        if current.isValid() and current.internalId() in self.chosen_keys:
            return self._cues.row_at(current)
        return next(iter(self.chosen), None) if self.chosen_keys else None

    @property
    def chosen(self) -> list[CueRow]:
        """All rows that are selected, as they stand in the list."""
        rows = (self._cues.row_of(key) for key in self.chosen_keys)
        return in_order((row for row in rows if row is not None), self._cues)

    def select(self, row: CueRow) -> None:
        self._anchor = row.key
        self.choose([row], row)

    def choose(self, rows: Iterable[CueRow], current: CueRow | None) -> None:
        """These rows and no others. Qt knows of the current one alone: with 5,000 in groups it would take seconds."""
        self._choosing = True
        if current is not None:
            self.selectionModel().setCurrentIndex(self._cues.index_of(current), _ONLY)
        else:
            self.selectionModel().clear()
        self._choosing = False
        self._set_chosen({row.key for row in rows})

    def select_rows(self, rows: Iterable[CueRow]) -> None:
        """These and no others; the last of them is the current one."""
        found = list(rows)
        self._anchor = found[0].key if found else -1
        self.choose(found, found[-1] if found else None)

    def toggle(self, row: CueRow) -> None:
        """Select it besides, or no longer."""
        self._anchor = row.key
        keys = self.chosen_keys ^ {row.key}
        self.choose([each for key in keys if (each := self._cues.row_of(key)) is not None], row)

    def extend_to(self, row: CueRow) -> None:
        """All that can be seen between where the selection began and a row."""
        anchor = self._cues.row_of(self._anchor) or self.selected or row
        self._anchor = anchor.key
        rows = self.unfolded
        places = {each.key: at for at, each in enumerate(rows)}
        ends = sorted(places.get(each.key, places.get(row.key, 0)) for each in (anchor, row))
        self.choose(rows[ends[0] : ends[1] + 1], row)

    @property
    def unfolded(self) -> list[CueRow]:
        """All rows that scrolling would bring into sight, in order."""
        found: list[CueRow] = []
        waiting = self._cues.siblings(None)[::-1]
        while waiting:
            row = waiting.pop()
            if row.key not in self.hidden_keys:
                found.append(row)
                if row.children and self.isExpanded(self._cues.index_of(row)):
                    waiting += self._cues.siblings(row)[::-1]
        return found

    def _follow_qt(self) -> None:
        """Qt has selected a row by itself, or one that was selected has gone."""
        if not self._choosing:
            rows = self.selectionModel().selectedRows()
            self._anchor = rows[0].internalId() if rows else -1
            self._set_chosen({index.internalId() for index in rows})

    def _set_chosen(self, keys: set[int]) -> None:
        if keys != self.chosen_keys:
            self.chosen_keys = keys
            self.viewport().update()
            self.chosen_changed.emit()

    def forget_selected(self) -> None:
        """Nothing is selected: keys mean standby."""
        self.choose((), None)

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
        self.scrolled()
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

    def unfold_all(self) -> None:
        """Groups only: Qt's own `expandAll` remembers every row, and goes through all whenever one comes or goes."""
        self.scheduleDelayedItemsLayout()  # laid out once, not once for each group
        for row in self._cues.groups:
            self.expand(self._cues.index_of(row))
        self.executeDelayedItemsLayout()

    def follow_selected(self) -> None:
        """Bring what is meant, or the folded group that it is in, into sight."""
        row = self.meant
        for each in (row, *self._cues.around(row)) if row is not None else ():
            box = self._box(self._cues.index_of(each))
            if not box.isEmpty():
                self.scrollTo(self._cues.index_of(each))
                return

    # Other cues ----------------------------------------------------------------------------------------------------

    @contextmanager
    def changing(self) -> Iterator[None]:
        """The cues become others: what is selected, folded and in sight stays so. New groups come unfolded. Of a
        selected row that goes nothing is left: keys mean standby then, and not what comes to stand in its place.
        """
        folded = {row.id: not self.isExpanded(self._cues.index_of(row)) for row in self._cues.groups}
        made = self._cues.made
        chosen, top = self.chosen, self.indexAt(QPoint(0, 0))
        names = {row.key: row.id for row in chosen}
        first = self._cues.row_at(top) if top.isValid() else None
        standby = self._cues.standby_row
        seen = standby is not None and self.in_sight(standby)
        current = self.currentIndex().internalId() if self.currentIndex().isValid() else -1
        self._choosing = True
        yield
        self._choosing = False
        for row in self._cues.groups:
            if row.key >= made:
                self.setExpanded(self._cues.index_of(row), not folded.get(row.id, False))
        if any(self._cues.row_of(row.key) is None for row in chosen):
            again = [self._cues.row_of(row.key) or self._cues.find(names[row.key]) for row in chosen]
            left = [r for row, r in zip(chosen, again, strict=True) if r is not None and (r is row or r.key >= made)]
            self.choose(left, next((r for r in left if r.key == current), left[-1] if left else None))
        self.executeDelayedItemsLayout()
        place = self._place(first) if first is not None and self._cues.row_of(first.key) is not None else None
        if place is not None:
            self.verticalScrollBar().setValue(place)
        if seen and not self._by_hand:
            self._keep_in_sight()

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
            bar, fit = self.verticalScrollBar(), max(self.viewport().height() // self.row_height, 1)
            total = bar.maximum() + fit if bar.maximum() else self._last_place() + 1
            if self.centred:
                bar.setValue(at - fit // 2)
            else:
                bar.setValue(first_in_sight(at, places, rows=fit, total=total, top=bar.value()))

    def _place(self, row: CueRow) -> int | None:
        """Where a row, or the folded group that it is in, is among all rows that are not folded away."""
        for each in (row, *self._cues.around(row)):
            box = self.visualRect(self._cues.index_of(each))
            if not box.isEmpty():
                return box.top() // self.row_height + self.verticalScrollBar().value()
        return None

    def _last_place(self) -> int:
        """Of a list that is wholly in sight."""
        row = self._cues.top(-1)
        while row is not None and row.children and self.isExpanded(self._cues.index_of(row)):
            row = self._cues.row_of(row.children[-1])
        return (self._place(row) or 0) if row is not None else 0

    def scrolled(self) -> None:
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
        self.scrolled()
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

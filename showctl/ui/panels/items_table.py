"""A table of things of the show, edited in place, with what is done to the selected ones below it."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from showctl.session.change import Changing
from showctl.session.edit import Delete, Duplicate, Insert, Several
from showctl.showfile.item import Item
from showctl.ui.context import Context
from showctl.ui.mode import Mode
from showctl.ui.models.patch import ItemsModel
from showctl.ui.panels.add_forms import AddForm
from showctl.ui.panels.empty_state import EmptyState
from showctl.ui.panels.pick_delegate import PickDelegate
from showctl.ui.patch.adding import remedy_for
from showctl.ui.tongue import tr
from showctl.ui.typeface import font

APART, WIDEST = 16, 320
"""Pixels between the words of two columns, and of the widest column."""


class Table(QTableView):
    """Enter and F2 edit, Del deletes."""

    delete_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ItemsTable(QWidget):
    """The form to add something stands above (`form`); where there is nothing, `empty` says how to begin."""

    selected = Signal()

    def __init__(self, context: Context, model: ItemsModel, form: AddForm, empty: EmptyState) -> None:
        super().__init__()
        self._context, self.model, self.form, self.empty = context, model, form, empty
        self._retry: Changing | None = None
        self._before: set[Item] | None = None
        """What was there before something was added that is not here yet."""
        self.view = Table()
        self.view.setModel(model)
        self.view.setAccessibleName(tr(model.columns[0][1]))
        self.view.setFont(font(14))
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(32)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.picks = PickDelegate(self.view)
        self.view.setItemDelegate(self.picks)
        self.view.delete_asked.connect(self.delete)
        self.view.selectionModel().selectionChanged.connect(self._tell_selected)
        self.said = QLabel()
        self.said.setObjectName("reading")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.use = QPushButton()
        self.use.setAutoDefault(True)
        self.use.clicked.connect(self._use)
        self.use.hide()
        self.row = QHBoxLayout()
        self._below: list[QPushButton] = []
        """What is done to things of the table: off while none is selected."""
        self._of_any: set[QPushButton] = set()
        """Those of them that are off only while there is none."""
        self.remove = self.button(tr("Delete   Del"), self.delete)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(form)
        column.addWidget(self.view, 1)
        column.addWidget(empty, 1)
        column.addLayout(below)
        column.addLayout(self.row)
        self.row.addStretch(1)
        model.modelReset.connect(self.refresh)
        context.desk.modes.changed.connect(self._lock)
        self._lock(context.desk.modes.mode)
        self.refresh()

    def button(self, words: str, act: Callable[[], object], *, of_any: bool = False) -> QPushButton:
        """One more below the table. `of_any`: it knows which is meant where none is selected."""
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: act())
        button.setEnabled(False)
        self._below.append(button)
        if of_any:
            self._of_any.add(button)
        self.row.insertWidget(self.row.count() - 1 if self.row.count() else 0, button)
        return button

    def refresh(self) -> None:
        """Table, or what to do where there is nothing."""
        there = bool(self.model.rows)
        self.view.setVisible(there)
        self.empty.setVisible(not there)
        self._offer()
        self.view.resizeColumnsToContents()
        for column in range(self.model.columnCount() - 1):
            self.view.setColumnWidth(column, min(self.view.columnWidth(column) + APART, WIDEST))
        self._choose_new()

    def _tell_selected(self, *_: object) -> None:
        self._offer()
        self.selected.emit()

    def _offer(self) -> None:
        able, chosen = not self.model.locked and bool(self.model.rows), bool(self.chosen())
        for button in self._below:
            button.setEnabled(able and (chosen or button in self._of_any))

    def chosen(self) -> list[int]:
        return sorted({index.row() for index in self.view.selectionModel().selectedRows()})

    def choose(self, rows: list[int]) -> None:
        """Select these."""
        self.view.clearSelection()
        flag = QItemSelectionModel.SelectionFlag
        for row in rows:
            self.view.selectionModel().select(self.model.index(row, 0), flag.Select | flag.Rows)

    def do(self, edit: Changing) -> None:
        """Make an edit; a refusal is said here, with the next free address as a button. What is new is selected."""
        self.say("")
        new = isinstance(edit.edits[-1] if isinstance(edit, Several) else edit, Insert)
        before = {row.item for row in self.model.rows}

        def done() -> None:
            if new:
                self.form.added()
                self._await(before)

        self._context.editing.do(edit, done, lambda why: self.refuse(edit, why))

    def _await(self, before: set[Item]) -> None:
        """Select what is there now and was not, here or when it comes."""
        self._before = before
        self._choose_new()

    def _choose_new(self) -> None:
        if self._before is not None:
            rows = [at for at, row in enumerate(self.model.rows) if row.item not in self._before]
            if rows:
                self._before = None
                self.choose(rows)
                self.view.scrollTo(self.model.index(rows[-1], 0))

    def delete(self) -> None:
        """Those that are selected, as one edit."""
        rows = [self.model.rows[at].item for at in self.chosen()]
        if rows:
            self.do(Delete(tuple(rows)))

    def duplicate(self, called: str, at: int) -> None:
        self.do(Duplicate(self.model.rows[at].item, called))

    def refuse(self, edit: Changing, why: str) -> None:
        """`why` in words; where it is known what helps, a button does that."""
        remedy = remedy_for(self._context.desk.session.document.state.show, edit, why)
        self._retry = remedy.edit if remedy is not None else None
        self.use.setText(remedy.words if remedy is not None else "")
        self.use.setVisible(remedy is not None)
        why = remedy.said or why if remedy is not None else why
        self.say(tr("Nothing has changed. {why}.").format(why=why[:1].upper() + why[1:].rstrip(".")), wrong=True)

    def say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("wrong", wrong)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        if not wrong:
            self.use.hide()

    def _use(self) -> None:
        if self._retry is not None:
            self.do(self._retry)

    def _lock(self, mode: Mode) -> None:
        """In Show and Rehearse nothing here is edited: off, not hidden."""
        self.model.locked = mode is not Mode.EDIT
        for part in (self.form, *self.findChildren(QPushButton)):
            part.setEnabled(mode is Mode.EDIT)
        self._offer()


__all__ = ["ItemsTable", "Table"]

"""The tab Look of a light cue: its tracking sheet, and below it what the selected fixtures are given."""

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from showctl.model.cue import CueId
from showctl.ui.context import Context
from showctl.ui.look.sheet import Sheet, SheetRow
from showctl.ui.look.sheet_view import SheetView
from showctl.ui.look.sheets import Sheets
from showctl.ui.look.values_panel import ValuesPanel
from showctl.ui.models.look_sheet import LookSheetModel
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import font

LEGEND = marked(
    "●  set in this cue      ← 37  tracked from cue 37      ▢  given back by a block      "
    "–  nothing has moved it, or no such parameter"
)
LEFT_OUT = marked("GO does not come to this cue in order, so what tracks into it is not known.   ")


class LookEditor(QWidget):
    """Follows the selection of fixtures, too, and sets it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.cue: CueId = ""
        self.sheet = Sheet("", ())
        self.sheets = Sheets(context.desk, self)
        self.sheets.made.connect(self._take)
        self.model = LookSheetModel(self)
        self.view = SheetView(self.model, context.theme)
        self._legend = QLabel(tr(LEGEND))
        self._legend.setFont(font(12))
        self._legend.setObjectName("reading")
        self._legend.setContentsMargins(16, 4, 16, 4)
        self.sheets.failed.connect(self._legend.setText)
        self._showing = False
        self._apart: frozenset[str] = frozenset()
        """Fixtures with a row of their own."""
        self.values = ValuesPanel(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(16, 0, 0, 0)
        inset.addWidget(self.view)
        column.addLayout(inset, 4)
        column.addWidget(self._legend)
        column.addWidget(self.values, 5)
        self.view.activated.connect(self._take_apart)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        context.selection.fixtures_changed.connect(self._follow)
        context.desk.show_changed.connect(self.refresh)

    def show_cue(self, cue: CueId) -> None:
        """Of this light cue; empty: none."""
        if cue != self.cue:
            self.cue, self._apart = cue, frozenset()
            self.model.take(())
            self.refresh()

    def refresh(self) -> None:
        """The cue, or the show, is another."""
        if self.cue in self._context.desk.program.cues:
            self.sheets.ask(self.cue, self._apart)

    @property
    def rows(self) -> list[SheetRow]:
        """Those that are selected."""
        return [self.model.rows[row] for row in self.view.chosen]

    def _take(self, sheet: Sheet) -> None:
        if sheet.cue != self.cue:
            return
        self.sheet = sheet
        self._legend.setText((tr(LEFT_OUT) if sheet.left_out else "") + tr(LEGEND))
        self.model.take(sheet.rows)
        self._follow()
        self._choose_only()
        self.values.show_rows(self.sheet, self.rows)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose_only()

    def _choose_only(self) -> None:
        """Where there is one line alone, it is meant."""
        if self.isVisible() and len(self.model.rows) == 1 and not self.view.chosen:
            self.view.select_rows([0])

    def _chosen(self, _: QItemSelection | None = None) -> None:
        if not self._showing:
            self._context.selection.select_fixtures(name for row in self.rows for name in row.fixtures)
            self.values.show_rows(self.sheet, self.rows)

    def _take_apart(self, index: QModelIndex) -> None:
        """Enter or a double click on a row of several: each of them has a row, too; again: none has."""
        fixtures = frozenset(self.model.rows[index.row()].fixtures)
        if len(fixtures) > 1:
            self._apart = self._apart - fixtures if fixtures <= self._apart else self._apart | fixtures
            self.refresh()

    def _follow(self) -> None:
        """Select the rows of the fixtures that are selected, here or in the rig; those within a row are taken apart."""
        wanted = set(self._context.selection.fixtures)
        if {name for row in self.rows for name in row.fixtures} == wanted:
            return
        rows, left = [], set(wanted)
        for at, row in sorted(enumerate(self.model.rows), key=lambda each: -len(each[1].fixtures)):
            if row.fixtures and wanted.issuperset(row.fixtures) and left & set(row.fixtures):
                rows.append(at)
                left -= set(row.fixtures)
        if left - self._apart and self.model.rows:
            self._apart |= left
            self.refresh()
        self._showing = True
        self.view.select_rows(sorted(rows))
        self._showing = False
        self.values.show_rows(self.sheet, self.rows)

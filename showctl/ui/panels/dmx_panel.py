"""DMX levels of a universe, as a grid or by fixture, and which cue each comes from."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from showctl.ui.context import Context
from showctl.ui.light_now import LightNow
from showctl.ui.models.fixture_levels import FixtureLevels
from showctl.ui.monitors.level_text import FORMATS, Format
from showctl.ui.panels.chips import Chips
from showctl.ui.panels.level_grid import LevelGrid
from showctl.ui.panels.slot_source import SlotSource
from showctl.ui.panels.tabs import Tabs
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import font

_FORM = "monitor/levels"
_VIEWS = (
    ("grid", marked("Grid"), marked("All slots as a grid")),
    ("fixtures", marked("Fixtures"), marked("A row a fixture, its parameters named")),
)


class DmxPanel(QWidget):
    """Tabs for universes, how levels are written, the levels, and the slot that is asked about."""

    seen = Signal(bool)
    """Whether anybody can see it."""

    def __init__(self, context: Context, light: LightNow) -> None:
        super().__init__()
        self._context, self._light = context, light
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.universes = Tabs()
        self.universes.setAccessibleName(tr("Universes"))
        self.universes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.form = Chips(tr("How levels are written"), FORMATS)
        self.view = Chips(tr("How levels stand"), _VIEWS)
        self.grid = LevelGrid(context.theme)
        self.model = FixtureLevels(self)
        self.table = _table(self.model)
        self.source = SlotSource(context, light)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.grid)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.universes, 1)
        head.addWidget(self.view)
        head.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.source)
        self.form.picked.connect(self._write)
        self.view.picked.connect(lambda _: self._show_view())
        self.universes.currentChanged.connect(self._choose)
        self.grid.asked.connect(self._ask)
        self.grid.clicked.connect(self._select)
        self.table.selectionModel().currentRowChanged.connect(self._row)
        self.table.clicked.connect(lambda index: self._select(self.model.first_slot(index.row()), False))
        light.changed.connect(self._take)
        light.patched.connect(self._follow)
        context.selection.fixtures_changed.connect(self._outline)
        kept = str(context.settings.value(_FORM, "255"))
        self._follow()
        if kept in self.form.buttons:
            self.form.choose(kept)
        self.setFocusProxy(self.grid)

    @property
    def universe(self) -> int:
        """The one that is shown; 0: there is none."""
        at = self.universes.currentIndex()
        return self._light.universes[at] if 0 <= at < len(self._light.universes) else 0

    def _follow(self) -> None:
        before = self.universe
        self.universes.blockSignals(True)
        while self.universes.count():
            self.universes.removeTab(0)
        for number in self._light.universes:
            self.universes.setTabToolTip(
                self.universes.addTab(f"U{number}"), tr("Universe {number}").format(number=number)
            )
        if before in self._light.universes:
            self.universes.setCurrentIndex(self._light.universes.index(before))
        self.universes.blockSignals(False)
        self._choose()

    def _choose(self, *_: object) -> None:
        self.grid.forget()
        self.model.follow(self.universe, self._light.map.of(self.universe))
        self._outline()
        self._ask(self.grid.slot)
        self._take()

    def _take(self) -> None:
        if not self.isVisible():
            return
        levels = self._light.of(self.universe)
        self.grid.empty = self.universe not in self._light.levels
        if self._stack.currentIndex() == 0:
            self.grid.show_levels(levels, self._light.now)
        else:
            self.model.take(levels)
        self.source.refresh()

    def _write(self, form: str) -> None:
        self._context.settings.setValue(_FORM, form)
        written: Format = form  # type: ignore[assignment]  # a key of FORMATS
        self.model.form = self.source.form = written
        self.grid.set_form(written)
        self._take()

    def _show_view(self) -> None:
        by_fixture = self.view.chosen == "fixtures"
        self._stack.setCurrentIndex(int(by_fixture))
        self.setFocusProxy(self.table if by_fixture else self.grid)
        self._take()

    def _outline(self) -> None:
        slots = [
            slot
            for name in self._context.selection.fixtures
            for universe, slot in self._light.map.slots_of(name)
            if universe == self.universe
        ]
        self.grid.set_selected(slots)

    def _ask(self, slot: int) -> None:
        self.source.ask(self.universe, slot)
        if self.grid.hasFocus():
            place = self.grid.place_of(slot).center()
            self._scroll.ensureVisible(place.x(), place.y(), 40, 40)

    def _row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.grid.ask(self.model.first_slot(index.row()))

    def _select(self, slot: int, more: bool) -> None:
        found = self._light.map.of(self.universe).get(slot)
        if found is None:
            return
        before = self._context.selection.fixtures if more else ()
        self._context.selection.select_fixtures((*before, found.fixture))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.grid.room = self._scroll.height()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)
        self._light.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)


def _table(model: FixtureLevels) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(tr("Levels by fixture"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setFont(font(13))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, wide in enumerate((96, 64, 72, 170, 230)):
        table.setColumnWidth(column, wide)
    return table

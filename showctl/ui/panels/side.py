"""The side panel: the run of show against the clock, and what must be done next around the show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from showctl.ui.actions import Actions
from showctl.ui.day import Day
from showctl.ui.day_notes import DayNotes
from showctl.ui.measure import HEADER, Measures
from showctl.ui.models.logistics import DUE_ROLE, LogisticsModel, waits_of
from showctl.ui.models.segments import DIFFERENCE, FORECAST, MARK, PLAN, TITLE, SegmentsModel
from showctl.ui.panels.day_buttons import DayButtons
from showctl.ui.panels.day_delegates import SEGMENT_ROW, LogisticsDelegate, SegmentDelegate
from showctl.ui.panels.day_strip import DayStrip
from showctl.ui.panels.heading import Heading
from showctl.ui.panels.segment_now import SegmentNow
from showctl.ui.panels.timer_rows import TimerRows
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import font

LEAST_ROWS = 3
LATE_SHOWN = 2
STRIP_FROM = 640
"""Pixels of height from which on there is room for the day as a strip."""
LOWEST = 300
"""Pixels of height under which the smallest window has no table: the segment that runs, and what is due."""


class SidePanel(QWidget):
    """Segments above, logistics below; both follow the same schedule once a second."""

    item_asked = Signal(object)
    """A DueItem: what can be done about it."""

    def __init__(self, day: Day, notes: DayNotes, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._day, self._notes = day, notes
        self.segments = SegmentsModel(self)
        self.logistics = LogisticsModel(self)
        self.now, self.buttons = SegmentNow(theme), DayButtons(actions)
        self.timers, self.strip = TimerRows(theme), DayStrip(theme)
        self.table = _table(self.segments, theme)
        self.items = _items(self.logistics, theme)
        self.setFocusProxy(self.items)
        self._due = Heading(theme, tr("Due next"), 40, indent=0)
        self._current: int | None = None
        self._small = False
        self._following: tuple[str, int] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.now)
        self._layout.addWidget(self.timers)
        self._layout.addWidget(self.buttons)
        self._layout.addWidget(self.strip)
        self._layout.addWidget(self.table)
        self._layout.addWidget(self._due)
        self._layout.addWidget(self.items, 1)
        for asked in (self.items.activated, self.items.clicked):
            asked.connect(lambda index: self.item_asked.emit(index.data(DUE_ROLE)))
        day.moved.connect(self.take)
        notes.changed.connect(self.take)

    def set_measures(self, measures: Measures) -> None:
        self._layout.setContentsMargins(measures.padding, 8, measures.padding, 8)
        self._small = measures.small
        self.items.setMinimumHeight(44 if measures.small else 0)
        self.now.set_measures(measures)
        self.table.setColumnHidden(PLAN, measures.narrow)
        self.take()

    def take(self) -> None:
        """Bring all up to the day's schedule."""
        schedule, now = self._day.schedule, self._day.now
        self.now.take(schedule, now, self._day.zone)
        self.timers.take(self._day.timers, now)
        self.strip.take(schedule, now, self._day.zone)
        self.strip.setVisible(bool(schedule.rows) and self.height() >= STRIP_FROM)
        marks = self._notes.marks
        self.segments.take(self._day.show, schedule, self._day.zone, waits_of(self._day.show, marks))
        self.logistics.take(self._day.show, self._day.plan, schedule, self._day.date, now, self._day.zone, marks)
        late = self.logistics.late
        self._due.set_note(str(len(self.logistics.rows)), tr("{late} late").format(late=late) if late else "")
        self._fit()
        self._show_next()
        current = self.segments.current
        if current is not None and current != self._current:
            self._current = current
            first = self.segments.index(max(current - 1, 0), 0)
            self.table.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def _show_next(self) -> None:
        """What comes next is in sight below the two due last; anew when another comes next or the room changes."""
        rows = self.logistics.rows
        following = self.logistics.first_ahead
        title = rows[following].item.title if following < len(rows) else ""
        if (title, self.items.height()) != self._following:
            self._following = (title, self.items.height())
            top = self.logistics.index(max(following - LATE_SHOWN, 0))
            self.items.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)

    def _fit(self) -> None:
        """The table takes what its rows want, up to half of the panel."""
        rows = self.segments.rowCount()
        self.buttons.setVisible(rows > 0 and not self._small)
        parts = (part for part in (self.timers, self.buttons, self.strip) if not part.isHidden())
        head = self.now.height() + sum(part.height() for part in parts)
        room = max((self.height() - head) // 2 - HEADER, 0) // SEGMENT_ROW
        least = 1 if self._small else LEAST_ROWS
        wanted = HEADER + max(min(rows, max(room, least)), 0) * SEGMENT_ROW
        if self.table.height() != wanted:
            self.table.setFixedHeight(wanted)
            self._current = None
        self.table.setVisible(rows > 0 and (not self._small or self.height() >= LOWEST))

    def resizeEvent(self, event: object) -> None:
        self._fit()
        self._current = None


def _table(model: SegmentsModel, theme: Theme) -> QTableView:
    table = QTableView()
    table.setObjectName("segments")
    table.setAccessibleName(tr("Run of show"))
    table.setModel(model)
    table.setItemDelegate(SegmentDelegate(theme, table))
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(SEGMENT_ROW)
    table.verticalHeader().setMinimumSectionSize(SEGMENT_ROW)
    header = table.horizontalHeader()
    header.setFont(font(12))
    header.setFixedHeight(HEADER)
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setMinimumSectionSize(20)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    for column, wide in ((MARK, 24), (PLAN, 56), (FORECAST, 66), (DIFFERENCE, 74)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(column, wide)
    header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    return table


def _items(model: LogisticsModel, theme: Theme) -> QListView:
    items = QListView()
    items.setObjectName("logistics")
    items.setAccessibleName(tr("Due next"))
    items.setModel(model)
    items.setItemDelegate(LogisticsDelegate(theme, items))
    items.setUniformItemSizes(True)
    items.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    items.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    items.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    items.setTabKeyNavigation(False)
    items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return items

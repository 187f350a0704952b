"""The head of a cue list: columns that the operator hides, moves and resizes, as far as they fit."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from showctl.ui.cue_edits.columns import Columns
from showctl.ui.measure import HEADER, LEAST_LABEL, Measures
from showctl.ui.models.cue_tree import DEPARTMENT, DURATION, LABEL, NUMBER, POST_WAIT, PRE_WAIT, STATE, THEN
from showctl.ui.typeface import font

WIDTHS = {STATE: 40, NUMBER: 76, DEPARTMENT: 68, PRE_WAIT: 82, DURATION: 92, POST_WAIT: 82, THEN: 56}
NARROW_WIDTHS = {STATE: 40, NUMBER: 72, DEPARTMENT: 40, DURATION: 88, THEN: 56}
EDIT_WIDTHS = {STATE: 32, NUMBER: 64, DEPARTMENT: 34, PRE_WAIT: 74, DURATION: 76, POST_WAIT: 74, THEN: 54}
ALWAYS = (STATE, NUMBER, DEPARTMENT)
SCROLL_BAR = 10


def layout_widths(measures: Measures) -> dict[int, int]:
    """How wide columns are until somebody says otherwise; those that a layout has no room for are not among them."""
    return dict(EDIT_WIDTHS if measures.edit else NARROW_WIDTHS if measures.narrow else WIDTHS)


class CueHeader(QHeaderView):
    """Says what the operator has chosen; who keeps it says it to all lists."""

    chosen = Signal(object)
    """The Columns that the operator wants from now on."""
    menu_wanted = Signal(QPoint)
    """A right click, by its place in the header: which columns are there?"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.columns = Columns()
        self._applying = False
        self._room = 0
        self._widths = dict(WIDTHS)
        self.setFont(font(12))
        self.setFixedHeight(HEADER)
        self.setSectionsClickable(False)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(24)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sectionResized.connect(self._note_width)
        self.sectionMoved.connect(self._note_order)

    def set_up(self) -> None:
        """Once there are columns: the label takes what is left."""
        for column in range(self.count()):
            own = QHeaderView.ResizeMode.Fixed if column == STATE else QHeaderView.ResizeMode.Interactive
            self.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column == LABEL else own)

    def least(self, measures: Measures) -> int:
        """The width that the list needs at the least."""
        widths = layout_widths(measures)
        return LEAST_LABEL + SCROLL_BAR + sum(widths[column] for column in ALWAYS)

    def fit(self, room: int, measures: Measures) -> frozenset[int]:
        """Show what there is room for, and say which columns that is."""
        self._room, self._widths = room, layout_widths(measures)
        shown = self.columns.fitting(room - SCROLL_BAR, self._widths, LEAST_LABEL)
        self._applying = True
        for place, column in enumerate(self.columns.order):
            if self.visualIndex(column) != place:
                self.moveSection(self.visualIndex(column), place)
        for column in range(self.count()):
            self.setSectionHidden(column, column != LABEL and column not in shown)
            if column in shown and self.sectionSize(column) != shown[column]:
                self.resizeSection(column, shown[column])
        self._applying = False
        return frozenset(shown)

    def _note_width(self, column: int, before: int, width: int) -> None:
        if not self._applying and column != LABEL and width > 0:
            self.columns = self.columns.resized(column, width)
            self.chosen.emit(self.columns)

    def _note_order(self, *_: int) -> None:
        if not self._applying:
            self.columns = self.columns.moved(tuple(self.logicalIndex(place) for place in range(self.count())))
            self.chosen.emit(self.columns)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.pos())

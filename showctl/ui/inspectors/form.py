"""The fields of one tab, in groups, six columns wide; three where it is narrow, so that nothing scrolls sideways."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from showctl.ui.fields.field import Field
from showctl.ui.fields.make import field_for
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD, font

COLUMNS, FEW = 6, 3
NARROW = 480
"""Pixels, below which there are FEW."""
LEAST = 36
"""Pixels of a column: a time of two of them is still read in the narrowest side panel."""
_WIDEST = 1180
"""Pixels: on a wide screen a time of 300 pixels is no better than one of 180."""


class Form(QScrollArea):
    """Made for these rows; others are another form."""

    def __init__(self, rows: Sequence[Row], theme: Theme) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.fields: dict[Path, Field] = {}
        """By the path of each row."""
        self._columns = COLUMNS
        self._grids: list[tuple[QGridLayout, tuple[Row, ...]]] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.setObjectName("form")
        inside.setObjectName("strips")
        inside.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)
        for group in dict.fromkeys(row.group for row in rows):
            if group:
                self.column.addWidget(_heading(tr(group)))
            self.column.addLayout(self._grid([row for row in rows if row.group == group], theme))
            self.column.addSpacing(6)
        self.column.addStretch(1)
        self.setWidget(inside)

    def add(self, widget: QWidget) -> None:
        """Below the fields."""
        self.column.insertWidget(self.column.count() - 1, widget)
        widget.show()

    def _grid(self, rows: Sequence[Row], theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for row in rows:
            self.fields[row.path] = field_for(row.kind, tr(row.caption), theme)
        self._grids.append((grid, tuple(rows)))
        self._place(grid, rows)
        return grid

    def _place(self, grid: QGridLayout, rows: Sequence[Row]) -> None:
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1 if column < self._columns else 0)
            grid.setColumnMinimumWidth(column, LEAST if column < self._columns else 0)
        line = at = 0
        for row in rows:
            span = min(row.kind.span, self._columns)
            if at + span > self._columns:
                line, at = line + 1, 0
            grid.addWidget(self.fields[row.path], line, at, 1, span, Qt.AlignmentFlag.AlignTop)
            at += span

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = FEW if event.size().width() < NARROW else COLUMNS
        if columns != self._columns:
            self._columns = columns
            for grid, rows in self._grids:
                for row in rows:
                    grid.removeWidget(self.fields[row.path])
                self._place(grid, rows)
        super().resizeEvent(event)


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setFont(font(13, SEMIBOLD))
    heading.setTextFormat(Qt.TextFormat.PlainText)
    heading.setWordWrap(True)
    return heading

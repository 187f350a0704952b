"""The run of show as a table: plan, actual or forecast, and the difference."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.show import Show
from showctl.timing.times import Schedule, SegmentTimes
from showctl.ui.reading import signed, time_of_day
from showctl.ui.tongue import marked, tr

MARK, TITLE, PLAN, FORECAST, DIFFERENCE = range(5)
TITLES = ("", marked("Segment"), marked("Plan"), marked("Forecast"), "±")
TIMES_ROLE = Qt.ItemDataRole.UserRole
MARKS = {"done": "done", "now": "running", "skipped": "", "cut": "", "ahead": ""}
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SegmentsModel(QAbstractTableModel):
    """One row a segment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone: dt.tzinfo = dt.UTC
        self._show: Show | None = None
        self._rows: tuple[SegmentTimes, ...] = ()
        self._waits: Mapping[str, str] = {}
        self._shown: dict[int, tuple[str, ...]] = {}
        """How rows read that somebody has looked at: of a thousand that are some."""

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if index.row() not in self._shown:
                    self._shown[index.row()] = self._read(self._rows[index.row()])
                return self._shown[index.row()][index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(self._rows[index.row()])
            case Qt.ItemDataRole.TextAlignmentRole if index.column() >= PLAN:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == TIMES_ROLE:
                return self._rows[index.row()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and shown:
            return tr(TITLES[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= PLAN else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @property
    def current(self) -> int | None:
        """The row of the segment that runs."""
        return next((i for i, row in enumerate(self._rows) if row.where == "now"), None)

    def take(
        self, show: Show, schedule: Schedule, zone: dt.tzinfo, waits: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Bring the rows up to a schedule. `waits`: by segment what must be done before it begins."""
        self._show, self._zone, self._waits = show, zone, waits
        fresh = len(schedule.rows) != len(self._rows)
        if fresh:
            self.beginResetModel()
        self._rows, self._shown = schedule.rows, {}
        if fresh:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(TITLES) - 1))

    def _read(self, row: SegmentTimes) -> tuple[str, ...]:
        waits = self._waits.get(row.segment.id, "") if row.where == "ahead" else ""
        words = tr("{name} · waits: {item}").format(name=row.segment.name, item=waits) if waits else row.segment.name
        gone = {"skipped": tr("skipped"), "cut": tr("cut")}.get(row.where, "")
        return (
            "warning" if waits else MARKS[row.where] or ("diamond" if row.hard else ""),
            words,
            time_of_day(row.planned, self._zone),
            gone or time_of_day(row.start, self._zone),
            "" if gone else signed(row.over),
        )

    def _tip(self, row: SegmentTimes) -> str:
        segment = row.segment
        notes = [f"{who}: {text}" if who != "all" else text for who, text in segment.notes.items()]
        owner = self._show.reached(segment.owner) if self._show is not None else segment.owner
        waits = self._waits.get(segment.id, "")
        held = tr("Must be done before it: {item}").format(item=waits) if waits and row.where == "ahead" else ""
        lines = [segment.name, held, owner, segment.location, tr("Hard start") if row.hard else "", *notes]
        return "\n".join(line for line in lines if line)

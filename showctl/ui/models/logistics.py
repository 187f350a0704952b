"""Logistics items in order of their due times: what must be done next around the show."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.logistics import LogisticsItem
from showctl.timing.schedule import Schedule, due_at
from showctl.ui.reading import clock_count, time_of_day

DUE_ROLE = Qt.ItemDataRole.UserRole
MOVED = 60.0
"""Seconds from which a due time that moved with the forecast is shown with what it was."""
SOON = 12 * 3600.0
"""Further away than this, `in 14:00:00` says less than the clock time alone."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class DueItem:
    """An item and how it reads now."""

    item: LogisticsItem
    late: bool
    when: str
    """`in 6:48`, `2:24 late`, or nothing."""
    at: str
    """`20:11, was 20:07`."""
    who: str


class LogisticsModel(QAbstractListModel):
    """Items that are not done, those due first on top."""

    def __init__(self, items: Sequence[LogisticsItem], zone: dt.tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = [item for item in items if item.status != "done"]
        self._zone = zone
        self.rows: list[DueItem] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        due = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return due.item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (due.item.title, due.who, due.when, due.at) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(due)
            case _ if role == DUE_ROLE:
                return due
        return None

    def take(self, schedule: Schedule, day: dt.date, now: float) -> None:
        """Bring the rows up to a schedule at `now` (Unix time)."""
        known = []
        for item in self._open:
            times = due_at(item.due, schedule.rows, day, self._zone) if item.due is not None else None
            known.append((times[1] if times else float("inf"), item, times))
        known.sort(key=lambda entry: entry[0])
        rows = [self._read(item, times, now) for _, item, times in known]
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        for i, row in enumerate(rows):
            if row != self.rows[i]:
                self.rows[i] = row
                self.dataChanged.emit(self.index(i), self.index(i))

    def _read(self, item: LogisticsItem, times: tuple[float, float] | None, now: float) -> DueItem:
        who = item.contact or item.owner
        if times is None:
            return DueItem(item, False, "", "no time", who)
        planned, forecast = times
        at = time_of_day(forecast, self._zone)
        if abs(forecast - planned) >= MOVED:
            at += f", was {time_of_day(planned, self._zone)}"
        left = forecast - now
        if abs(left) > SOON:
            return DueItem(item, False, "", at, who)
        when = f"in {clock_count(left)}" if left >= 0 else f"{clock_count(-left)} late"
        return DueItem(item, left < 0, when, at, who)


def _tip(due: DueItem) -> str:
    item = due.item
    blocks = f"Must be done before {item.blocks} starts" if item.blocks else ""
    lines = [item.title, f"{item.category}, {item.status}", item.owner, item.contact, item.location, blocks, item.notes]
    return "\n".join(line for line in lines if line)

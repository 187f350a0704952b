"""Logistics items in order of their due times: what must be done next around the show."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import overload

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.logistics import LogisticsItem
from showctl.model.show import Show
from showctl.session.day_book import Entry, Kind
from showctl.timing.day_plan import DayPlan
from showctl.timing.due import DueTimes
from showctl.timing.times import Schedule
from showctl.ui.reading import clock_count, time_of_day
from showctl.ui.tongue import marked, tr

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
    owner: str
    state: str = ""
    """What was done about it, or its status, in a word; nothing while it is open."""
    quiet: bool = False
    """Somebody has seen that it is late, or that it is soon."""
    problem: bool = False


WORDS: Mapping[Kind, str] = {
    "acknowledged": marked("seen"), "called": marked("called"), "problem": marked("problem"), "done": marked("done"),
    "signed": marked("signed"), "open": "", "note": "",
}  # fmt: skip
"""Beside an item. Who has seen it before it was due is told once more when it is late."""


class DueRows(Sequence[DueItem]):
    """Each is read when somebody looks at it: of thousands that are some."""

    def __init__(self, count: int, read: Callable[[int], DueItem]) -> None:
        self._count, self._read = count, read
        self._known: dict[int, DueItem] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> DueItem: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[DueItem]: ...
    def __getitem__(self, row: int | slice) -> DueItem | Sequence[DueItem]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(self._count))]
        at = row + self._count if row < 0 else row
        if not 0 <= at < self._count:
            raise IndexError(row)
        if at not in self._known:
            self._known[at] = self._read(at)
        return self._known[at]


def _nothing(row: int) -> DueItem:
    raise IndexError(row)


class LogisticsModel(QAbstractListModel):
    """Items that are not done, those due first on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = DueRows(0, _nothing)
        self._of: tuple[Show, DayPlan, dt.date, dt.tzinfo, Mapping[str, tuple[Entry, ...]]] | None = None
        """What the items and their times were worked out of."""
        self._items: list[LogisticsItem] = []
        self._times: DueTimes | None = None
        self._sorted = np.zeros(0)
        """Forecast of each row."""
        self._now = 0.0

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
                return ", ".join(part for part in (due.item.title, due.state, due.who, due.when, due.at) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(due)
            case _ if role == DUE_ROLE:
                return due
        return None

    def take(
        self,
        show: Show,
        plan: DayPlan,
        schedule: Schedule,
        day: dt.date,
        now: float,
        zone: dt.tzinfo,
        marks: Mapping[str, tuple[Entry, ...]] = MappingProxyType({}),
    ) -> None:
        """Bring the rows up to a schedule at `now` (Unix time). `marks`: by title what was done about each."""
        of = (show, plan, day, zone, marks)
        if self._of is None or show is not self._of[0] or plan is not self._of[1] or of[2:] != self._of[2:]:
            self._of = of
            self._items = [item for item in show.logistics if not is_done(item, marks)]
            cues = show.cue_segments() if _by_cue(show) else {}
            self._times = DueTimes([item.due for item in self._items], plan, day, zone, cues)
        assert self._times is not None
        forecast = self._times.at(schedule)
        order = np.argsort(forecast, kind="stable")  # what has no time comes last
        before = len(self.rows)
        if before != len(order):
            self.beginResetModel()
        self._sorted, self._now = forecast[order], now
        places, planned = order.tolist(), self._times.planned

        def read(row: int) -> DueItem:
            at = places[row]
            known = not np.isnan(forecast[at])
            times = (float(planned[at]), float(forecast[at])) if known else None
            return self._read(self._items[at], times, now, show, marks, zone)

        self.rows = DueRows(len(places), read)
        if before != len(places):
            self.endResetModel()
        elif places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    @property
    def first_ahead(self) -> int:
        """The row due next, or the number of rows; 0 where what is on top is past counting."""
        if len(self._sorted) and self._sorted[0] < self._now - SOON:
            return 0
        return int(np.searchsorted(self._sorted, self._now))

    @property
    def next_due(self) -> DueItem | None:
        """The item that is due next, if that is soon enough to count."""
        at = int(np.searchsorted(self._sorted, self._now))
        return self.rows[at] if at < len(self.rows) and self.rows[at].when else None

    @property
    def late(self) -> int:
        """How many are late, and not seen to be."""
        first, last = np.searchsorted(self._sorted, (self._now - SOON, self._now)).tolist()
        marks = self._of[4] if self._of is not None else {}
        if not marks:
            return int(last - first)
        return sum(not self.rows[row].quiet for row in range(first, last))

    @staticmethod
    def _read(
        item: LogisticsItem,
        times: tuple[float, float] | None,
        now: float,
        show: Show,
        every: Mapping[str, tuple[Entry, ...]],
        zone: dt.tzinfo,
    ) -> DueItem:
        marks = every.get(item.title, ())
        state = tr(WORDS[marks[-1].kind]) if marks else "" if item.status == "open" else item.status
        problem = marks[-1].kind == "problem" if marks else item.status == "problem"
        who, owner = show.reached(item.contact or item.supplier or item.owner), show.reached(item.owner)
        if times is None:
            return DueItem(item, False, "", tr("no time"), who, owner, state, problem=problem)
        planned, forecast = times
        at = time_of_day(forecast, zone)
        if abs(forecast - planned) >= MOVED:
            at += tr(", was {time}").format(time=time_of_day(planned, zone))
        left = forecast - now
        if abs(left) > SOON:
            return DueItem(item, False, "", at, who, owner, state, problem=problem)
        when = (
            tr("in {time}").format(time=clock_count(left))
            if left >= 0
            else tr("{time} late").format(time=clock_count(-left))
        )
        seen = max((each.at for each in marks), default=float("-inf"))
        quiet = bool(marks) and not problem and (left >= 0 or seen >= forecast)
        return DueItem(item, left < 0, when, at, who, owner, state, quiet, problem)


def waits_of(show: Show, marks: Mapping[str, tuple[Entry, ...]]) -> dict[str, str]:
    """By segment the first item that must be done before it begins, and is not."""
    found: dict[str, str] = {}
    for item in show.logistics:
        if item.blocks and not is_done(item, marks):
            found.setdefault(item.blocks, item.title)
    return found


def is_done(item: LogisticsItem, marks: Mapping[str, tuple[Entry, ...]]) -> bool:
    """By the plan, or by what was marked."""
    return item.status == "done" or any(each.kind in ("done", "signed") for each in marks.get(item.title, ()))


def _by_cue(show: Show) -> bool:
    return any(item.due is not None and item.due.cue is not None for item in show.logistics)


def _tip(due: DueItem) -> str:
    item = due.item
    blocks = tr("Must be done before {blocks} starts").format(blocks=item.blocks) if item.blocks else ""
    lines = [item.title, f"{item.category}, {item.status}", due.owner, due.who, item.location, blocks, item.notes]
    return "\n".join(line for line in dict.fromkeys(lines) if line)

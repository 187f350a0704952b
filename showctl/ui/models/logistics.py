"""Logistics items in order of their due times: what must be done next around the show."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.logistics import LogisticsItem
from showctl.model.show import Show
from showctl.session.day_book import Entry, Kind
from showctl.timing.day_plan import DayPlan
from showctl.timing.due import due_at
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


class LogisticsModel(QAbstractListModel):
    """Items that are not done, those due first on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone: dt.tzinfo = dt.UTC
        self._marks: Mapping[str, tuple[Entry, ...]] = {}
        self.rows: list[DueItem] = []
        self._show: Show | None = None
        self._cues: dict[str, str] = {}

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
        self._zone, self._marks = zone, marks
        if show is not self._show:
            self._show, self._cues = show, show.cue_segments() if _by_cue(show) else {}
        known = []
        for item in show.logistics:
            if is_done(item, marks):
                continue
            times = due_at(item.due, plan, schedule, day, zone, self._cues) if item.due is not None else None
            known.append((times[1] if times else float("inf"), item, times))
        known.sort(key=lambda entry: entry[0])
        rows = [self._read(item, times, now, show) for _, item, times in known]
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        for i, row in enumerate(rows):
            if row != self.rows[i]:
                self.rows[i] = row
                self.dataChanged.emit(self.index(i), self.index(i))

    def _read(self, item: LogisticsItem, times: tuple[float, float] | None, now: float, show: Show) -> DueItem:
        marks = self._marks.get(item.title, ())
        state = tr(WORDS[marks[-1].kind]) if marks else "" if item.status == "open" else item.status
        problem = marks[-1].kind == "problem" if marks else item.status == "problem"
        who, owner = show.reached(item.contact or item.supplier or item.owner), show.reached(item.owner)
        if times is None:
            return DueItem(item, False, "", tr("no time"), who, owner, state, problem=problem)
        planned, forecast = times
        at = time_of_day(forecast, self._zone)
        if abs(forecast - planned) >= MOVED:
            at += tr(", was {time}").format(time=time_of_day(planned, self._zone))
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

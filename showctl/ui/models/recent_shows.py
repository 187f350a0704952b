"""The rows of the welcome window: recent shows, each with what its check has found."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.ui.recent import Recent
from showctl.ui.show_facts import ShowFacts, not_yet
from showctl.ui.tongue import tr

FACTS_ROLE = Qt.ItemDataRole.UserRole
WHEN_ROLE = Qt.ItemDataRole.UserRole + 1
PATH_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RecentShowsModel(QAbstractListModel):
    """One row a show, the last opened first; only those with the words that were looked for."""

    def __init__(self, shows: Sequence[Recent], now: dt.datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(shows)
        self._facts = {each.path: not_yet(each.path) for each in shows}
        self._now = now
        self.shows = list(shows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        show = self.shows[index.row()]
        facts, when = self._facts[show.path], said_when(show.opened, self._now)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return facts.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{show.path}\n{facts.said}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{facts.title}, {facts.about}, {facts.said}, {when}"
            case _ if role == FACTS_ROLE:
                return facts
            case _ if role == WHEN_ROLE:
                return when
            case _ if role == PATH_ROLE:
                return show.path
        return None

    def add(self, show: Recent) -> None:
        """One more, in front."""
        self.beginResetModel()
        self._facts[show.path] = not_yet(show.path)
        self._all = [show, *(each for each in self._all if each.path != show.path)]
        self.shows = list(self._all)
        self.endResetModel()

    def take(self, show: Recent, facts: ShowFacts) -> None:
        """What was found out about one."""
        self._facts[show.path] = facts
        if show in self.shows:
            at = self.index(self.shows.index(show))
            self.dataChanged.emit(at, at)

    def find(self, words: str) -> None:
        """Only those whose title or path has this in it."""
        wanted = words.strip().casefold()
        self.beginResetModel()
        self.shows = [each for each in self._all if wanted in f"{self._facts[each.path].title} {each.path}".casefold()]
        self.endResetModel()


def said_when(opened: float, now: dt.datetime) -> str:
    """`Today 14:31`, `Yesterday`, `12 November`, `12 November 2025`."""
    at = dt.datetime.fromtimestamp(opened, now.tzinfo)
    days = (now.date() - at.date()).days
    if days == 0:
        return tr("Today {at:%H:%M}").format(at=at)
    if days == 1:
        return tr("Yesterday")
    return f"{at.day} {at:%B}" + (f" {at.year}" if at.year != now.year else "")

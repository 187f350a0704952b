"""Lines to read and to choose among: a difference, a merge, where a show sends, what it can be compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.showfile.conflict import Choice, Key
from showctl.showfile.item import Item
from showctl.ui.tongue import tr

LINE_ROLE = Qt.ItemDataRole.UserRole
MOST = 1500
"""Lines that are shown at once; who wants others types what they say."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle a conflict, and the value that it gives, in words."""

    choice: Choice
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line. head: a thing, what follows is about it; change: below it; note: something to know; offer: something
    that Enter chooses; conflict: to be settled."""

    kind: Literal["head", "change", "note", "offer", "conflict"]
    text: str
    tag: str = ""
    """A word at the right, or what the text means."""
    item: Item | None = None
    offers: object = None
    """What Enter chooses."""
    options: tuple[Option, ...] = ()
    chosen: Choice = "mine"
    settled: bool = False
    """Whether somebody has chosen it."""
    keys: tuple[Key, ...] = ()
    """What the conflict is about."""

    @property
    def said(self) -> str:
        """For who listens."""
        words = [self.text, self.tag]
        for option in self.options:
            chosen = " (chosen)" if option.choice == self.chosen and self.settled else ""
            words.append(f"{option.choice}: {option.text or tr('nothing')}{chosen}")
        return ", ".join(filter(None, words))


class LinesModel(QAbstractListModel):
    """What of them is to be seen: all, or those of things that have all of some words in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        """Those that are shown."""
        self._all: Sequence[Line] = ()
        self._words: list[str] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind in ("change", "note"):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.said
            case Qt.ItemDataRole.ToolTipRole if line.kind in ("change", "conflict"):
                return line.said
            case _ if role == LINE_ROLE:
                return line
        return None

    def take(self, lines: Sequence[Line]) -> None:
        """Show others. What is sought stays sought."""
        self._all = lines
        self._refresh()

    def seek(self, text: str) -> None:
        """Only things with all these words in what is said of them, wherever they stand."""
        self._words = text.casefold().split()
        self._refresh()

    def renew(self, at: int, line: Line) -> None:
        """Another line in the place of one that is shown."""
        old = self.lines[at]
        self._all = [line if each is old else each for each in self._all]
        self.lines[at] = line
        self.dataChanged.emit(self.index(at), self.index(at))

    def _refresh(self) -> None:
        found = self._found() if self._words else list(self._all)
        if len(found) > MOST:
            more = len(found) - MOST
            found = [*found[:MOST], Line("note", tr("{more:,} more lines. Type what you look for.").format(more=more))]
        self.beginResetModel()
        self.lines = found
        self.endResetModel()

    def _found(self) -> list[Line]:
        found: list[Line] = []
        thing: list[Line] = []
        for line in [*self._all, Line("head", "")]:
            if line.kind != "change":
                text = " ".join(each.said for each in thing).casefold()
                found += thing if thing and all(word in text for word in self._words) else []
                thing = []
            thing.append(line)
        return found

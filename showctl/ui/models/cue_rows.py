"""The rows of a cue list as a tree. They follow the show as it is edited: the row of a cue stays the row that it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from showctl.engine.snapshot import ActiveCue
from showctl.model.cue import Cue, CueId, CueList, cue_id
from showctl.ui.light_letters import light_letters
from showctl.ui.models.paired import paired, runs

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(eq=False, slots=True)
class CueRow:
    """One row: the cue as written, and how it is now."""

    key: int
    """No other row of its list has it, nor ever had: it stays, whatever becomes of the rows around it."""
    id: CueId
    cue: Cue
    position: int
    """Its place among its siblings."""
    depth: int
    parent: int | None
    children: list[int] = field(default_factory=list)
    department: str = "other"
    active: ActiveCue | None = None
    armed: bool = True
    """As it is this evening, and so is the flag."""
    flagged: bool = False
    loaded: float | None = None
    """Where the next start begins, in seconds from its GO, if it is loaded."""
    standby: bool = False
    done: bool = False
    letters: dict[str, str] = field(default_factory=dict)
    """How a light cue tracks: `light_letters`."""
    reason: str = ""
    """Why it would not play, in words; empty when it would."""
    _timed: tuple[Cue, float] | None = None

    @property
    def duration(self) -> float:
        """Seconds. Worked out when it is first shown: a look has many times, and most rows are out of sight."""
        if self._timed is None or self._timed[0] is not self.cue:
            self._timed = self.cue, self.cue.duration
        return self._timed[1]

    @property
    def changed(self) -> bool:
        """Whether it is armed or flagged other than the file says."""
        return (self.armed, self.flagged) != (self.cue.armed, self.cue.flagged)

    @property
    def now(self) -> tuple[object, ...]:
        """All that snapshots say of it."""
        return (
            self.active, self.armed, self.flagged, self.loaded, self.standby, self.done, self.reason
        )  # fmt: skip

    @property
    def state(self) -> str:
        """The most telling of what it is: active, then disarmed, broken, done."""
        if self.active is not None:
            return self.active.state
        if not self.armed:
            return "disarmed"
        if self.reason:
            return "broken"
        return "done" if self.done else ""


class CueRows(QAbstractItemModel):
    """Which row is where; what they say is for who inherits this."""

    def __init__(self, name: str, cue_list: CueList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._by_key: dict[int, CueRow] = {}
        self._top: list[int] = []
        self._others: set[int] = set()
        """The keys of rows that are new, or say something else since."""
        self.made = 0
        """How many keys have been given: rows made from now on have greater ones."""
        self._top.extend(self._make(cue, None, 0) for cue in cue_list.cues)
        self._count_places(self._top)
        self._by_id: dict[CueId, CueRow] = {row.id: row for row in self._by_key.values()}
        self._others.clear()  # those that the list began with say what their cues say

    # The tree ------------------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many rows there are, those inside groups too."""
        return len(self._by_key)

    @property
    def rows(self) -> list[CueRow]:
        """All of them, in order."""
        return [each for key in self._top for each in (self._by_key[key], *self.inside(self._by_key[key]))]

    @property
    def keys(self) -> Iterable[int]:
        """Those of all rows, in any order."""
        return self._by_key.keys()

    @property
    def groups(self) -> list[CueRow]:
        """Rows with others inside, in any order."""
        return [row for row in self._by_key.values() if row.children]

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._siblings(parent))

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        return bool(
            self._by_key[parent.internalId()].children if parent.isValid() else self._top
        )  # Qt's own asks twice

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        own = self._by_key[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if own is None else self.index_of(self._by_key[own])

    def _siblings(self, parent: Index) -> list[int]:
        return self._by_key[parent.internalId()].children if parent.isValid() else self._top

    def row_at(self, index: Index) -> CueRow:
        """The row behind a valid index."""
        return self._by_key[index.internalId()]

    def row_of(self, key: int) -> CueRow | None:
        """The row of this key, while there is one."""
        return self._by_key.get(key)

    def index_of(self, row: CueRow, column: int = 0) -> QModelIndex:
        return self.createIndex(row.position, column, row.key)

    def find(self, cue: CueId | None) -> CueRow | None:
        """The row of a cue, if it is in this list."""
        return self._by_id.get(cue) if cue is not None else None

    def top(self, position: int) -> CueRow | None:
        """A cue of the list itself, by place; negative counts from the end."""
        return self._by_key[self._top[position]] if self._top else None

    def siblings(self, parent: CueRow | None) -> list[CueRow]:
        """What is in a group, or in the list itself."""
        return [self._by_key[key] for key in (self._top if parent is None else parent.children)]

    def around(self, row: CueRow) -> Iterator[CueRow]:
        """The groups around a row, from the innermost."""
        while row.parent is not None:
            row = self._by_key[row.parent]
            yield row

    def inside(self, row: CueRow) -> Iterator[CueRow]:
        """All rows inside a group."""
        for key in row.children:
            yield self._by_key[key]
            yield from self.inside(self._by_key[key])

    # Other cues ----------------------------------------------------------------------------------------------------

    def follow_cues(self, cues: tuple[Cue, ...]) -> None:
        """Come to these. Rows that are new or gone are told one run after another, and so is each that says
        something else."""
        self._follow(None, cues)
        self._by_id = {row.id: row for row in self._by_key.values()}

    def _follow(self, parent: CueRow | None, cues: tuple[Cue, ...]) -> None:
        siblings = self._top if parent is None else parent.children
        kept = paired([self._by_key[key] for key in siblings], cues)
        where = QModelIndex() if parent is None else self.index_of(parent)
        staying = {row.key for row in kept if row is not None}
        for first, last in reversed(runs([key not in staying for key in siblings])):
            self.beginRemoveRows(where, first, last)
            for key in siblings[first : last + 1]:
                for inside in list(self.inside(self._by_key[key])):
                    del self._by_key[inside.key]
                del self._by_key[key]
            del siblings[first : last + 1]
            self._count_places(siblings)
            self.endRemoveRows()
        depth = 0 if parent is None else parent.depth + 1
        for first, last in runs([row is None for row in kept]):
            self.beginInsertRows(where, first, last)
            siblings[first:first] = [self._make(cue, parent, depth) for cue in cues[first : last + 1]]
            self._count_places(siblings)
            self.endInsertRows()
        others = [row is not None and row.cue is not cue for row, cue in zip(kept, cues, strict=True)]
        for first, last in runs(others):
            rows = [row for row in kept[first : last + 1] if row is not None]
            for row, cue in zip(rows, cues[first : last + 1], strict=True):
                row.id, row.cue = cue_id(self.name, cue.number), cue
                row.department, row.letters = cue.department, light_letters(cue)
                self._others.add(row.key)
            self._changed(rows[0], rows[-1])  # told at once: a renumbered list is thousands
            for row in rows:
                if row.children or row.cue.children:
                    self._follow(row, row.cue.children)

    def _make(self, cue: Cue, parent: CueRow | None, depth: int) -> int:
        key, self.made = self.made, self.made + 1
        row = self._by_key[key] = CueRow(
            key, cue_id(self.name, cue.number), cue, 0, depth, parent.key if parent is not None else None,
            department=cue.department, armed=cue.armed, flagged=cue.flagged, letters=light_letters(cue),
        )  # fmt: skip
        self._others.add(key)
        row.children.extend(self._make(child, row, depth + 1) for child in cue.children)
        self._count_places(row.children)
        return key

    def _count_places(self, siblings: list[int]) -> None:
        for position, key in enumerate(siblings):
            self._by_key[key].position = position

    def _changed(self, row: CueRow, last: CueRow | None = None) -> None:
        """`last`: the last of its siblings of which that is so."""
        self.dataChanged.emit(self.index_of(row), self.index_of(last or row, self.columnCount() - 1))

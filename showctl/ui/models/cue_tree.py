"""The cue list as a tree of rows, with the state that each cue is in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.engine.snapshot import ActiveCue, Snapshot
from showctl.model.cue import Continue, Cue, CueId, CueList, cue_id
from showctl.ui.describe import sentence, title
from showctl.ui.desk import standby_of
from showctl.ui.icon import DEPARTMENT_CODE
from showctl.ui.light_letters import light_letters
from showctl.ui.reading import counted, in_column

STATE, NUMBER, DEPARTMENT, LABEL, PRE_WAIT, DURATION, POST_WAIT, THEN = range(8)
TITLES = ("", "Cue", "", "Label", "Pre-wait", "Duration", "Post", "Then")
RIGHT = frozenset({PRE_WAIT, DURATION, POST_WAIT})
THEN_TEXT = {Continue.NONE: "", Continue.AUTO_CONTINUE: "auto-continue", Continue.AUTO_FOLLOW: "auto-follow"}

ROW_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(eq=False, slots=True)
class CueRow:
    """One row: the cue as written, and how it is now."""

    key: int
    """Its place among all rows of the list, in order."""
    id: CueId
    cue: Cue
    position: int
    """Its place among its siblings."""
    depth: int
    parent: int | None
    duration: float
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

    @property
    def changed(self) -> bool:
        """Whether it is armed or flagged other than the file says."""
        return (self.armed, self.flagged) != (self.cue.armed, self.cue.flagged)

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


class CueTreeModel(QAbstractItemModel):
    """All cues of one list. `take` brings it up to a snapshot and tells the view which rows changed."""

    def __init__(self, name: str, cue_list: CueList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.label = cue_list.label or name
        self.cart = cue_list.cart
        self.rows: list[CueRow] = []
        self._top: list[int] = []
        self._by_id: dict[CueId, CueRow] = {}
        self._active: dict[CueId, ActiveCue] = {}
        self._armed: dict[CueId, bool] = {}
        self._flagged: dict[CueId, bool] = {}
        """Cues that are armed or flagged, or not, other than the file says."""
        self._loaded: dict[CueId, float] = {}
        self._broken: Mapping[CueId, str] = {}
        self._standby: CueId | None = None
        self._add(cue_list.cues, None, 0)

    def _add(self, cues: tuple[Cue, ...], parent: int | None, depth: int) -> None:
        for position, cue in enumerate(cues):
            row = CueRow(
                len(self.rows), cue_id(self.name, cue.number), cue, position, depth, parent, cue.duration,
                department=cue.department, armed=cue.armed, flagged=cue.flagged,
                letters=light_letters(cue),
            )  # fmt: skip
            self.rows.append(row)
            self._by_id[row.id] = row
            (self._top if parent is None else self.rows[parent].children).append(row.key)
            self._add(cue.children, row.key, depth + 1)

    # The tree ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._siblings(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(TITLES)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        siblings = self._siblings(parent)
        if not 0 <= row < len(siblings) or not 0 <= column < len(TITLES):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        own = self.rows[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if own is None else self.index_of(self.rows[own])

    def _siblings(self, parent: Index) -> list[int]:
        return self.rows[parent.internalId()].children if parent.isValid() else self._top

    def row_at(self, index: Index) -> CueRow:
        """The row behind a valid index."""
        return self.rows[index.internalId()]

    def index_of(self, row: CueRow, column: int = 0) -> QModelIndex:
        return self.createIndex(row.position, column, row.key)

    def find(self, cue: CueId | None) -> CueRow | None:
        """The row of a cue, if it is in this list."""
        return self._by_id.get(cue) if cue is not None else None

    def top(self, position: int) -> CueRow | None:
        """A cue of the list itself, by place; negative counts from the end."""
        return self.rows[self._top[position]] if self._top else None

    def around(self, row: CueRow) -> Iterator[CueRow]:
        """The groups around a row, from the innermost."""
        while row.parent is not None:
            row = self.rows[row.parent]
            yield row

    def inside(self, row: CueRow) -> Iterator[CueRow]:
        """All rows inside a group."""
        for key in row.children:
            yield self.rows[key]
            yield from self.inside(self.rows[key])

    # What a row says -----------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.internalId()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                state = "standby" if row.standby else row.state
                return ", ".join(
                    [
                        sentence(row.cue, state, None),
                        *row.letters.values(),
                        *(said for said, _ in evening(row)),
                        *filter(None, [row.reason]),
                    ]
                )
            case Qt.ItemDataRole.ToolTipRole:
                letters = (f"{letter}  {words}" for letter, words in row.letters.items())
                return "\n".join(filter(None, [row.reason or row.cue.notes, *letters])) or None
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in RIGHT:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == STATE_ROLE:
                return "standby" if row.standby else row.state
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in RIGHT else Qt.AlignmentFlag.AlignLeft
            if section == THEN:
                side = Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    # Changes -------------------------------------------------------------------------------------------------------

    @property
    def active_rows(self) -> list[CueRow]:
        """Rows in which time counts."""
        return [self._by_id[cue] for cue in self._active]

    @property
    def standby_row(self) -> CueRow | None:
        return self.find(self._standby)

    def take(self, snapshot: Snapshot, broken: Mapping[CueId, str]) -> None:
        """`broken`: why cues would not play, by cue."""
        active: dict[CueId, ActiveCue] = {}
        for run in snapshot.active:
            known = active.get(run.cue)
            if run.cue in self._by_id and (known is None or run.run > known.run):
                active[run.cue] = run
        standby = standby_of(snapshot, self.name)
        changed = _differing(active, self._active) | _differing(broken, self._broken)
        armed = dict.fromkeys(snapshot.armed, True) | dict.fromkeys(snapshot.disarmed, False)
        flagged = dict.fromkeys(snapshot.flagged, True) | dict.fromkeys(snapshot.unflagged, False)
        loaded = {each.cue: each.at for each in snapshot.loaded}
        changed |= _differing(armed, self._armed) | _differing(flagged, self._flagged)
        changed |= _differing(loaded, self._loaded)
        if standby != self._standby:
            changed |= {cue for cue in (standby, self._standby) if cue is not None}
        self._active, self._broken, self._standby = active, dict(broken), standby
        self._armed, self._flagged, self._loaded = armed, flagged, loaded
        for cue in changed & self._by_id.keys():
            row = self._by_id[cue]
            row.active = active.get(cue)
            row.done = row.done and row.active is None
            row.reason = broken.get(cue, "")
            row.armed = armed.get(cue, row.cue.armed)
            row.flagged = flagged.get(cue, row.cue.flagged)
            row.loaded = loaded.get(cue)
            row.standby = cue == standby
            self._changed(row)

    def mark_done(self, cue: CueId, done: bool) -> None:
        """A cue has ended by itself, or was stopped."""
        row = self._by_id.get(cue)
        if row is not None and row.done != done:
            row.done = done
            self._changed(row)

    def _changed(self, row: CueRow) -> None:
        self.dataChanged.emit(self.index_of(row), self.index_of(row, len(TITLES) - 1))


def evening(row: CueRow) -> list[tuple[str, bool]]:
    """What is armed and flagged, as far as it needs saying, and whether the file says so itself."""
    said = []
    if row.loaded is not None:
        said.append((f"loaded to {counted(row.loaded)}", False))
    if row.armed is not row.cue.armed:
        said.append(("armed this evening" if row.armed else "disarmed this evening", False))
    if row.flagged or row.cue.flagged:
        word = "flagged" if row.flagged else "flag off"
        own = row.flagged is row.cue.flagged
        said.append((word if own else f"{word} this evening", own))
    return said


def _differing(one: Mapping[CueId, object], other: Mapping[CueId, object]) -> set[CueId]:
    """The cues of which two mappings say different things."""
    return {cue for cue in one.keys() | other.keys() if one.get(cue) != other.get(cue)}


def _text(row: CueRow, column: int) -> str:
    cue = row.cue
    texts = {
        NUMBER: cue.number,
        DEPARTMENT: "" if cue.children else DEPARTMENT_CODE[row.department],
        LABEL: title(cue),
        PRE_WAIT: in_column(cue.pre_wait),
        DURATION: in_column(row.duration),
        POST_WAIT: in_column(cue.post_wait),
        THEN: THEN_TEXT[cue.continue_],
    }
    return texts.get(column, "")

"""The cue list as a tree of rows, with the state that each cue is in."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, Qt

from showctl.engine.snapshot import ActiveCue, Snapshot
from showctl.model.cue import Continue, CueId, CueList
from showctl.ui.describe import code_of, sentence, title
from showctl.ui.desk import standby_of
from showctl.ui.models.cue_rows import CueRow, CueRows, Index
from showctl.ui.reading import counted, in_column
from showctl.ui.tongue import marked, tr

STATE, NUMBER, DEPARTMENT, LABEL, PRE_WAIT, DURATION, POST_WAIT, THEN = range(8)
TITLES = (
    "",
    marked("Cue"),
    "",
    marked("Label"),
    marked("Pre-wait"),
    marked("Duration"),
    marked("Post"),
    marked("Then"),
)
RIGHT = frozenset({PRE_WAIT, DURATION, POST_WAIT})
THEN_TEXT = {Continue.NONE: "", Continue.AUTO_CONTINUE: "auto-continue", Continue.AUTO_FOLLOW: "auto-follow"}

ROW_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1

_ROOT = QModelIndex()


class CueTreeModel(CueRows):
    """All cues of one list. `take` brings it up to a snapshot and tells the view which rows changed."""

    def __init__(self, name: str, cue_list: CueList, parent: QObject | None = None) -> None:
        super().__init__(name, cue_list, parent)
        self.label = cue_list.label or name
        self.cart = cue_list.cart
        self._active: dict[CueId, ActiveCue] = {}
        self._armed: dict[CueId, bool] = {}
        self._flagged: dict[CueId, bool] = {}
        """Cues that are armed or flagged, or not, other than the file says."""
        self._loaded: dict[CueId, float] = {}
        self._broken: Mapping[CueId, str] = {}
        self._standby: CueId | None = None

    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(TITLES)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        # Asked for each row whenever the view lays rows out.
        siblings = self._by_key[parent.internalId()].children if parent.isValid() else self._top
        if 0 <= row < len(siblings) and 0 <= column < len(TITLES):
            return self.createIndex(row, column, siblings[row])
        return QModelIndex()

    def follow(self, cue_list: CueList) -> None:
        """The list as it is after an edit; how its cues are `take` says, which is to come next."""
        self.label = cue_list.label or self.name
        self.follow_cues(cue_list.cues)
        self._active = {row.id: row.active for row in self._by_id.values() if row.active is not None}
        self._standby = next((row.id for row in self._by_id.values() if row.standby), None)

    # What a row says -----------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index)
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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tr(TITLES[section])
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

    def active_meant(self, selected: CueRow | None) -> CueRow | None:
        """The selected cue if it is active, else the one started last."""
        if selected is not None and selected.active is not None:
            return selected
        return max(self.active_rows, key=lambda row: row.active.run if row.active is not None else -1, default=None)

    def take(self, snapshot: Snapshot, broken: Mapping[CueId, str]) -> None:
        """`broken`: why cues would not play, by cue."""
        active: dict[CueId, ActiveCue] = {}
        for run in snapshot.active:
            known = active.get(run.cue)
            if not run.gone and run.cue in self._by_id and (known is None or run.run > known.run):
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
        others = {row.id for key in self._others if (row := self._by_key.get(key)) is not None}
        self._others.clear()
        for cue in (changed | others) & self._by_id.keys():
            row = self._by_id[cue]
            was = row.now if cue not in changed else None
            row.active = active.get(cue)
            row.done = row.done and row.active is None
            row.reason = broken.get(cue, "")
            row.armed = armed.get(cue, row.cue.armed)
            row.flagged = flagged.get(cue, row.cue.flagged)
            row.loaded = loaded.get(cue)
            row.standby = cue == standby
            if row.now != was:
                self._changed(row)

    def mark_done(self, cue: CueId, done: bool) -> None:
        """A cue has ended by itself, or was stopped."""
        row = self._by_id.get(cue)
        if row is not None and row.done != done:
            row.done = done
            self._changed(row)


def evening(row: CueRow) -> list[tuple[str, bool]]:
    """What is armed and flagged, as far as it needs saying, and whether the file says so itself."""
    said = []
    if row.loaded is not None:
        said.append((tr("loaded to {time}").format(time=counted(row.loaded)), False))
    if row.armed is not row.cue.armed:
        said.append((tr("armed this evening") if row.armed else tr("disarmed this evening"), False))
    if row.flagged or row.cue.flagged:
        word = tr("flagged") if row.flagged else tr("flag off")
        own = row.flagged is row.cue.flagged
        said.append((word if own else tr("{word} this evening").format(word=word), own))
    return said


def _differing(one: Mapping[CueId, object], other: Mapping[CueId, object]) -> set[CueId]:
    """The cues of which two mappings say different things."""
    return {cue for cue in one.keys() | other.keys() if one.get(cue) != other.get(cue)}


def _text(row: CueRow, column: int) -> str:
    cue = row.cue
    texts = {
        NUMBER: cue.number,
        DEPARTMENT: "" if cue.children else code_of(row.cue),
        LABEL: title(cue),
        PRE_WAIT: in_column(cue.pre_wait),
        DURATION: in_column(row.duration),
        POST_WAIT: in_column(cue.post_wait),
        THEN: THEN_TEXT[cue.continue_],
    }
    return texts.get(column, "")

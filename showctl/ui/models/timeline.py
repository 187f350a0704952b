"""What is inside a timeline group, a row each: its offset, action and end, in seconds after the action of the group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.cues.group import GroupCue
from showctl.engine.snapshot import Snapshot
from showctl.model.cue import MAIN, Cue, CueId, cue_id
from showctl.ui.describe import called
from showctl.ui.fields.time import spoken
from showctl.ui.tongue import tr

BAR_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Bar:
    """One cue inside, at its offset."""

    id: CueId
    cue: Cue
    at: float

    @property
    def parts(self) -> tuple[float, float, float]:
        """Its offset, its action and its end, seconds after the offset."""
        wait = self.cue.pre_wait
        return 0.0, wait, wait + self.cue.duration * max(self.cue.repeat, 1)

    @property
    def edges(self) -> tuple[float, float, float]:
        first, action, end = self.parts
        return self.at + first, self.at + action, self.at + end

    @property
    def endless(self) -> bool:
        """Whether it repeats until it is stopped: its end is that of the first time."""
        return self.cue.repeat == 0

    @property
    def said(self) -> str:
        """`48.3 Lower third, at 2 s, waits 1 s, lasts 8 s`."""
        words = [called(self.cue), tr("at {time}").format(time=spoken(self.at))]
        if self.cue.pre_wait:
            words.append(tr("waits {time}").format(time=spoken(self.cue.pre_wait)))
        words.append(
            tr("repeats for ever")
            if self.endless
            else tr("lasts {time}").format(time=spoken(self.parts[2] - self.parts[1]))
        )
        return ", ".join([*words, *([] if self.cue.armed else [tr("not armed")])])


def bars_of(group: CueId, cues: Mapping[CueId, Cue]) -> tuple[Bar, ...]:
    """Of a timeline group; of anything else there are none."""
    cue = cues.get(group)
    if not isinstance(cue, GroupCue) or cue.group != "timeline":
        return ()
    name = group.rpartition("/")[0] or MAIN
    return tuple(Bar(cue_id(name, child.number), child, child.at) for child in cue.cues)


def end_of(bars: Iterable[Bar]) -> float:
    """Seconds until all is done."""
    return max((bar.edges[2] for bar in bars), default=0.0)


def playhead(snapshot: Snapshot | None, group: CueId, now: float) -> float | None:
    """Seconds since the action of a group that runs; None: it does not, or waits."""
    run = next((each for each in snapshot.active if each.cue == group), None) if snapshot is not None else None
    if run is None:
        return None
    at = (run.paused_at if run.paused_at is not None else now) - (run.lap_at if run.lap else run.action_at)
    return at if at >= 0 else None


class TimelineModel(QAbstractListModel):
    """Rows in the order of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()

    def take(self, bars: tuple[Bar, ...]) -> None:
        """The same cues stay where they are; others are another timeline."""
        if [bar.id for bar in bars] != [bar.id for bar in self.bars]:
            self.beginResetModel()
            self.bars = bars
            self.endResetModel()
        elif bars != self.bars:
            self.bars = bars
            self.dataChanged.emit(self.index(0), self.index(len(bars) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        bar = self.bars[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return called(bar.cue)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return bar.said
            case _ if role == BAR_ROLE:
                return bar
        return None

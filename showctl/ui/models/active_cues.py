"""Active cues as cards: the one that started last on top, groups with what runs inside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.cues.wait import WaitCue
from showctl.engine.event import AnyEvent, CueEnded, CueStarted
from showctl.engine.snapshot import ActiveCue, Snapshot
from showctl.model.cue import Cue, CueId
from showctl.ui.describe import called, sentence
from showctl.ui.tongue import tr

CARD_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Card:
    """An active cue that is not inside another active one, and all active ones inside it, in order of start."""

    active: ActiveCue
    cue: Cue
    inside: tuple[tuple[ActiveCue, Cue], ...] = ()
    rehearsed: bool = False
    """It was started in a rehearsal."""


class ActiveCuesModel(QAbstractListModel):
    """Cards in a fixed order: rows come in on top and go out, none is ever re-sorted."""

    def __init__(self, cues: Mapping[CueId, Cue], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cues = cues
        self.cards: list[Card] = []
        self._rehearsed: set[int] = set()
        """The runs that were started in a rehearsal."""

    def follow(self, cues: Mapping[CueId, Cue]) -> None:
        """The cues of the show as it is now; the cards say so from the next snapshot on."""
        self._cues = cues

    def note(self, event: AnyEvent) -> None:
        """What starts in a rehearsal is marked as long as it runs, whatever mode comes after. A new engine numbers its
        runs anew."""
        if isinstance(event, CueStarted) and event.rehearsal:
            self._rehearsed.add(event.run)
        elif isinstance(event, CueStarted | CueEnded):
            self._rehearsed.discard(event.run)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return called(card.cue)
            case Qt.ItemDataRole.AccessibleTextRole:
                said = sentence(card.cue, card.active.state, None)
                return tr("{said}, rehearsal").format(said=said) if card.rehearsed else said
            case _ if role == CARD_ROLE:
                return card
        return None

    def take(self, snapshot: Snapshot) -> None:
        """Bring the rows up to a snapshot."""
        new = {card.active.run: card for card in self._cards(snapshot)}
        for row in reversed(range(len(self.cards))):
            if self.cards[row].active.run not in new:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.cards[row]
                self.endRemoveRows()
        for row, card in enumerate(self.cards):
            latest = new.pop(card.active.run)
            if latest != card:
                self.cards[row] = latest
                self.dataChanged.emit(self.index(row), self.index(row))
        for run in sorted(new):
            row = next((i for i, card in enumerate(self.cards) if card.active.run < run), len(self.cards))
            self.beginInsertRows(QModelIndex(), row, row)
            self.cards.insert(row, new[run])
            self.endInsertRows()

    def _cards(self, snapshot: Snapshot) -> list[Card]:
        known = [run for run in snapshot.active if run.gone or run.cue in self._cues]
        runs = {run.run: run for run in known}
        inside: dict[int, list[ActiveCue]] = {}
        tops = []
        for run in known:
            top = run
            while top.parent is not None and top.parent in runs:
                top = runs[top.parent]
            if top is run:
                tops.append(run)
            else:
                inside.setdefault(top.run, []).append(run)
        return [
            Card(
                top,
                self._cue(top),
                tuple((run, self._cue(run)) for run in sorted(inside.get(top.run, ()), key=_started)),
                top.run in self._rehearsed,
            )
            for top in tops
        ]

    def _cue(self, run: ActiveCue) -> Cue:
        """Its cue; of one that was deleted while it ran what is left to say of it."""
        return WaitCue(number=run.gone, label=run.label, wait=0.0) if run.gone else self._cues[run.cue]


def _started(run: ActiveCue) -> tuple[float, int]:
    return run.go_at, run.run

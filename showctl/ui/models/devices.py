"""Devices and how they are; and which cues would not play because of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.engine.snapshot import DeviceStatus, Snapshot
from showctl.model.cue import CueId
from showctl.model.effect import Ask, Send
from showctl.program.program import Program

STATUS_ROLE = Qt.ItemDataRole.UserRole
UNKNOWN = "unknown"
"""The state of a device while no engine tells: not one that an engine would report."""
MEANING = {
    "unused": "Nothing sent yet",
    "sent": "Sent; nobody confirms",
    "answering": "Answers",
    "open": "Port is open",
    "silent": "Does not answer",
    "missing": "Not there",
    "error": "Sending fails",
    "off": "Outputs are off: nothing is sent",
    UNKNOWN: "No data: no engine",
}
BROKEN = {"silent": "does not answer", "missing": "is missing", "error": "cannot be reached"}
"""States in which what is sent will not arrive, as said of the device in a cue's row."""
STARTS_NOTHING = "what it starts would not play"
_WORST_FIRST = ("error", "missing", "silent", "off", UNKNOWN, "unused", "sent", "open", "answering")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Lamp:
    """One device as its lamp shows it."""

    name: str
    state: str
    tip: str


class DevicesModel(QAbstractListModel):
    """One row a device, in the order of the show."""

    def __init__(self, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lamps = [Lamp(target.device, UNKNOWN, MEANING[UNKNOWN]) for target in program.targets]
        self._uses = _uses(program)
        self._starts = _starts(program)
        self._broken = {cue.id: cue.broken for cue in program.cues.values() if cue.broken}
        self.broken: Mapping[CueId, str] = self._broken
        """Why cues would not play: they are broken, or a device fails them."""

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lamps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        lamp = self.lamps[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return lamp.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return lamp.tip
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{lamp.name}, {MEANING[lamp.state]}"
            case _ if role == STATUS_ROLE:
                return lamp
        return None

    def take(self, snapshot: Snapshot | None) -> None:
        """Bring the rows up to a snapshot; None: no engine tells."""
        known = {status.device: status for status in snapshot.devices} if snapshot is not None else {}
        self.broken = {
            cue: f"{name} {BROKEN[status.state]}"
            for name, status in known.items()
            if status.state in BROKEN
            for cue in self._uses.get(name, ())
        } | self._broken
        dead = {cue: STARTS_NOTHING for cue, what in self._starts.items() if all(each in self.broken for each in what)}
        self.broken = dead | dict(self.broken)
        for row, lamp in enumerate(self.lamps):
            status = known.get(lamp.name)
            new = Lamp(lamp.name, UNKNOWN, MEANING[UNKNOWN]) if status is None else _lamp(status)
            if new != lamp:
                self.lamps[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def why(self, device: str) -> str:
        """Why what is sent to a device would not arrive; empty where it would."""
        return next((BROKEN.get(lamp.state, "") for lamp in self.lamps if lamp.name == device), "")

    def worst_first(self) -> list[Lamp]:
        """All lamps, those that need looking at in front."""
        return sorted(self.lamps, key=lambda lamp: _WORST_FIRST.index(lamp.state))


def _lamp(status: DeviceStatus) -> Lamp:
    counted = f"{status.sent} sent" + (f", {status.failed} failed" if status.failed else "")
    lines = [
        f"{status.device}: {MEANING[status.state]}", status.detail, f"{status.protocol} to {status.to}", counted
    ]  # fmt: skip
    return Lamp(status.device, status.state, "\n".join(line for line in lines if line))


def _starts(program: Program) -> dict[CueId, set[CueId]]:
    """The cues without any inside that each cue starts which starts others by their numbers."""
    found: dict[CueId, set[CueId]] = {}
    for cue in program.cues.values():
        asks = [effect for effect in cue.effects if isinstance(effect, Ask)]
        if asks and all(ask.act == "start" and not ask.lists for ask in asks):
            found[cue.id] = {leaf for ask in asks for each in ask.cues for leaf in _leaves(program, each)}
    return {cue: leaves for cue, leaves in found.items() if leaves}


def _leaves(program: Program, cue: CueId) -> Iterator[CueId]:
    inside = program.cues[cue].children
    if not inside:
        yield cue
    for child in inside:
        yield from _leaves(program, child.cue)


def _uses(program: Program) -> dict[str, list[CueId]]:
    """The cues that send to each device."""
    uses: dict[str, list[CueId]] = {}
    for cue in program.cues.values():
        for device in {effect.device for effect in cue.effects if isinstance(effect, Send)}:
            uses.setdefault(device, []).append(cue.id)
    return uses

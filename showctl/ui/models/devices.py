"""Devices and how they are; and which cues would not play because of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.engine.snapshot import DeviceStatus, Snapshot
from showctl.model.cue import CueId
from showctl.program.program import Program
from showctl.ui.known import Sends
from showctl.ui.tongue import marked, tr

STATUS_ROLE = Qt.ItemDataRole.UserRole
UNKNOWN = "unknown"
"""The state of a device while no engine tells: not one that an engine would report."""
OVERRIDDEN = "overridden"
"""That of one whose kind of output is overridden, however it is itself."""
MEANING = {
    "unused": marked("Nothing sent yet"),
    "sent": marked("Sent; nobody confirms"),
    "answering": marked("Answers"),
    "open": marked("Port is open"),
    "silent": marked("Does not answer"),
    "missing": marked("Not there"),
    "error": marked("Sending fails"),
    "off": marked("Outputs are off: nothing is sent"),
    OVERRIDDEN: marked("Overridden: what cues send is kept back"),
    UNKNOWN: marked("No data: no engine"),
}
BROKEN = {"silent": marked("does not answer"), "missing": marked("is missing"), "error": marked("cannot be reached")}
"""States in which what is sent will not arrive, as said of the device in a cue's row."""
STARTS_NOTHING = marked("what it starts would not play")
_WORST_FIRST = ("error", "missing", "silent", OVERRIDDEN, "off", UNKNOWN, "unused", "sent", "open", "answering")
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

    def __init__(self, program: Program, sends: Sends, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lamps: list[Lamp] = []
        self._snapshot: Snapshot | None = None
        self.follow(program, sends)

    def follow(self, program: Program, sends: Sends) -> None:
        """The devices of the show as it is now, and what its cues do with them; lamps that were there stay lit."""
        names = [target.device for target in program.targets]
        if names != [lamp.name for lamp in self.lamps]:
            known = {lamp.name: lamp for lamp in self.lamps}
            self.beginResetModel()
            self.lamps = [known.get(name) or Lamp(name, UNKNOWN, tr(MEANING[UNKNOWN])) for name in names]
            self.endResetModel()
        self._uses, self._starts = sends.uses, sends.starts
        self._broken = {cue.id: cue.broken for cue in program.cues.values() if cue.broken}
        self.broken: Mapping[CueId, str] = self._broken
        """Why cues would not play: they are broken, or a device fails them."""
        self.take(self._snapshot)

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
                return f"{lamp.name}, {tr(MEANING[lamp.state])}"
            case _ if role == STATUS_ROLE:
                return lamp
        return None

    def take(self, snapshot: Snapshot | None) -> None:
        """Bring the rows up to a snapshot; None: no engine tells."""
        self._snapshot = snapshot
        known = {status.device: status for status in snapshot.devices} if snapshot is not None else {}
        self.broken = {
            cue: f"{name} {tr(BROKEN[status.state])}"
            for name, status in known.items()
            if status.state in BROKEN
            for cue in self._uses.get(name, ())
        } | self._broken
        dead = {
            cue: tr(STARTS_NOTHING) for cue, what in self._starts.items() if all(each in self.broken for each in what)
        }
        self.broken = dead | dict(self.broken)
        overridden = {each.kind for each in snapshot.overrides} if snapshot is not None else set()
        for row, lamp in enumerate(self.lamps):
            status = known.get(lamp.name)
            new = (
                Lamp(lamp.name, UNKNOWN, tr(MEANING[UNKNOWN]))
                if status is None
                else _lamp(status, status.protocol in overridden)
            )
            if new != lamp:
                self.lamps[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def why(self, device: str) -> str:
        """Why what is sent to a device would not arrive; empty where it would."""
        return next(
            (tr(BROKEN[lamp.state]) if lamp.state in BROKEN else "" for lamp in self.lamps if lamp.name == device), ""
        )

    def worst_first(self) -> list[Lamp]:
        """All lamps, those that need looking at in front."""
        return sorted(self.lamps, key=lambda lamp: _WORST_FIRST.index(lamp.state))


def _lamp(status: DeviceStatus, overridden: bool) -> Lamp:
    state = OVERRIDDEN if overridden and status.state != "off" else status.state
    counted = tr("%n sent", "", status.sent) + (tr(", %n failed", "", status.failed) if status.failed else "")
    lines = [
        f"{status.device}: {tr(MEANING[state])}", tr(MEANING[status.state]) if overridden else "", status.detail,
        tr("{protocol} to {to}").format(protocol=status.protocol, to=status.to), counted,
    ]  # fmt: skip
    return Lamp(status.device, state, "\n".join(line for line in lines if line))

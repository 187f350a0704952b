"""What taking the show from a cue would send, by device with a tick each: the operator may leave devices out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.message import Message, MidiMessage
from showctl.program.chase import Chase
from showctl.ui.tongue import tr

TAKE_ROLE = Qt.ItemDataRole.UserRole
LIGHT = "light"
"""The name of the line that stands for all light."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TakeLine:
    """One line. `group`: a device or light, with a tick; below it what is sent; notes at the end."""

    kind: Literal["group", "message", "note"]
    text: str
    detail: str = ""
    device: str = ""
    """The device that it belongs to, or LIGHT."""
    ticked: bool = True
    broken: str = ""
    """Why the device would not get it."""


class TakeModel(QAbstractListModel):
    """Ticks can be changed on groups alone; what is below one without a tick is shown as left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[TakeLine] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind != "group":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (line.text, line.detail, line.broken) if part)
            case Qt.ItemDataRole.CheckStateRole if line.kind == "group":
                return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
            case _ if role == TAKE_ROLE:
                return line
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        device = self.lines[index.row()].device
        for at, line in enumerate(self.lines):
            if line.device == device and line.kind != "note":
                self.lines[at] = replace(line, ticked=ticked)
                self.dataChanged.emit(self.index(at), self.index(at))
        return True

    def toggle(self, index: Index) -> None:
        """Tick a group, or take its tick off."""
        if index.isValid():
            ticked = self.lines[index.row()].ticked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def take(self, chase: Chase | None, broken: Callable[[str], str] = lambda _: "") -> None:
        """Show a chase. None: it is being worked out. `broken`: why a device would not get what is sent."""
        self.beginResetModel()
        self.lines = list(_lines(chase, broken)) if chase is not None else []
        self.endResetModel()

    @property
    def without(self) -> tuple[str, ...]:
        """The devices that are left alone."""
        groups = (line for line in self.lines if line.kind == "group" and line.device != LIGHT)
        return tuple(line.device for line in groups if not line.ticked)

    @property
    def light(self) -> bool:
        """Whether light is brought back."""
        return all(line.ticked for line in self.lines if line.kind == "group" and line.device == LIGHT)


def _lines(chase: Chase, broken: Callable[[str], str]) -> Iterable[TakeLine]:
    light = chase.light
    if light.parameters or light.at_home or chase.masters:
        parts = [tr("%n parameter(s)", "", light.parameters) if light.parameters else ""]
        parts.append(tr("{at_home} go home").format(at_home=light.at_home) if light.at_home else "")
        yield TakeLine("group", tr("Light"), ", ".join(filter(None, parts)), LIGHT)
        for master in chase.masters:
            by = tr("as written") if master.as_written else tr("cue {cue}").format(cue=master.cue)
            yield TakeLine(
                "message", tr("{master} master {level:.0%}").format(master=master.master, level=master.level), by, LIGHT
            )
    for device, messages in chase.by_device().items():
        yield TakeLine("group", device, tr("%n message(s)", "", len(messages)), device, broken=broken(device))
        for left in messages:
            yield TakeLine("message", message_said(left.message), tr("cue {cue}").format(cue=left.cue), device)
    for note in chase.notes:
        yield TakeLine("note", note)


def message_said(message: Message) -> str:
    """A message in a line: address and arguments, or bytes."""
    if isinstance(message, MidiMessage):
        return message.data.hex(" ").upper()
    words = [message.address]
    for argument in message.args:
        value = argument.value
        if argument.tag in "TFNI":
            words.append({"T": "true", "F": "false", "N": "nil", "I": "impulse"}[argument.tag])
        else:
            words.append(f"{value:.4g}" if isinstance(value, float) else str(value))
    return " ".join(words)

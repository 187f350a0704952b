"""The fixtures and the devices of the show as tables that are edited in place."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.address import SLOTS, DmxAddress, parse_dmx_address
from showctl.model.selection import expand
from showctl.session.change import Changing
from showctl.session.edit import Remove, Rename, Set
from showctl.session.written import worded
from showctl.showfile import graft
from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.item import Item, items_but_cues
from showctl.showfile.tree import Mapping
from showctl.ui.tongue import marked, tr

FIXTURE_COLUMNS = (
    ("id", marked("Id")),
    ("label", marked("Name")),
    ("fixture", marked("Profile")),
    ("mode", marked("Mode")),
    ("at", marked("Address")),
    ("position", marked("Position")),
    ("exempt", marked("Exempt")),
)
"""Field of a line of the patch, and the words over its column."""
GROUP_COLUMNS = (("", marked("Group")), ("", marked("Fixtures and groups in it")))
DEVICE_COLUMNS = (
    ("name", marked("Name")),
    ("type", marked("Type")),
    ("profile", marked("Profile")),
    ("universes", marked("Universes")),
    ("to", marked("To, or port")),
    ("state", marked("State")),
)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the show, and its texts by column."""

    item: Item
    texts: tuple[str, ...]
    fixed: frozenset[int] = frozenset()
    """Columns that are not edited."""
    fields: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    """By column what is read there, where that is other than what is written."""


class ItemsModel(QAbstractTableModel):
    """`edit` is given the edit that a typed cell comes to, and its row."""

    def __init__(self, columns: Sequence[tuple[str, str]], edit: Callable[[Changing], None], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._edit = edit
        self.rows: list[Row] = []
        self.locked = False

    def take(self, rows: Sequence[Row]) -> None:
        """Those of another state of the show; only what differs is told."""
        if [row.item for row in rows] != [row.item for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for at, row in enumerate(rows):
            if row != self.rows[at]:
                self.rows[at] = row
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        text = row.texts[index.column()]
        if row.shown and role != Qt.ItemDataRole.EditRole:
            text = row.shown[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(self.columns[index.column()][1])}: {text or tr('empty')}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.locked and index.column() not in self.rows[index.row()].fixed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the edit. What comes of it the show says: the cell stays as it is until then."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.locked:
            return False
        row, text = self.rows[index.row()], str(value).strip()
        if text != row.texts[index.column()]:
            self._edit(edit_of(row, index.column(), row.fields[index.column()], text))
        return False


def edit_of(row: Row, column: int, field: str, text: str) -> Changing:
    """What a typed cell comes to: the first column is the name, an empty one takes the field away."""
    if column == 0:
        return Rename(row.item, text)
    if not text and field:
        return Remove(row.item, (field,))
    return Set(row.item, (field,) if field else (), worded(text, is_text=field == "label"))


def fixture_rows(root: Mapping, slots: Callable[[str, str], int] = lambda profile, mode: 0) -> list[Row]:
    """The lines of the patch as they are written; those of several say from where to where they are. `slots` of a
    mode of a profile; 0 where that is not known."""
    fields = tuple(field for field, _ in FIXTURE_COLUMNS)
    rows = []
    for item, path in items_but_cues(root).items():
        if item.kind == "fixture":
            texts = tuple(_text(graft.at(root, path).get(field)) for field in fields)
            shown = {**(said := dict(zip(fields, texts, strict=True))), "at": addresses_of(said, slots)}
            rows.append(Row(item, texts, fields=fields, shown=tuple(shown.values())))
    return rows


def addresses_of(said: Map[str, str], slots: Callable[[str, str], int]) -> str:
    """`1.001–1.018`: those that a line for several fixtures takes. As written where that is not one address, or the
    last would be past the end of the universe."""
    try:
        count = len(expand(said["id"]))
        first = parse_dmx_address(said["at"])
    except ValueError:
        return said["at"]
    last = first.slot + count * slots(said["fixture"], said["mode"]) - 1
    if count < 2 or not first.slot < last <= SLOTS:
        return said["at"]
    return f"{first}–{DmxAddress(first.universe, last)}"


def device_rows(root: Mapping, states: Map[str, str]) -> list[Row]:
    """The devices as they are written, and how each is."""
    found = []
    for item, path in items_but_cues(root).items():
        if item.kind == "device" and isinstance(device := graft.at(root, path), Mapping):
            place = "port" if _text(device.get("type")) == "midi" else "to"
            fields = ("", "type", "profile", "universes", place, "")
            texts = tuple(_text(device.get(field)) for field in fields[1:5])
            state = states.get(item.name, tr("no data"))
            without = 2 if _text(device.get("type")) == "sacn" else 3
            found.append(Row(item, (item.name, *texts, state), frozenset({1, without, 5}), fields))
    return found


def group_rows(root: Mapping) -> list[Row]:
    """The groups, and who is in each."""
    return [
        Row(item, (item.name, _text(graft.at(root, path))), fields=("", ""))
        for item, path in items_but_cues(root).items()
        if item.kind == "group"
    ]


def _text(node: object) -> str:
    return "" if node is None else scalar_or_flow(node)

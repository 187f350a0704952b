"""The tracking sheet as a table: a row for each selection, a column for each kind, and where it comes from."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.ui.look.sheet import SheetCell, SheetRow
from showctl.ui.tongue import marked, tr

CELL_ROLE = int(Qt.ItemDataRole.UserRole)
HEADS = (
    marked("Fixture"),
    marked("Intensity"),
    marked("Colour"),
    marked("Position"),
    marked("Beam"),
    marked("From cue"),
)
_MEANS = {
    "set": marked("set in this cue"),
    "block": marked("given back, nothing tracks in"),
    "unmoved": marked("nothing has moved it"),
    "none": marked("no such parameter"),
}
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LookSheetModel(QAbstractTableModel):
    """Rows that are the same in number are read anew in place, so that the selection stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SheetRow, ...] = ()

    def take(self, rows: tuple[SheetRow, ...]) -> None:
        """The sheet is this now."""
        if [row.name for row in rows] != [row.name for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADS) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        cell = row.cells[column - 1] if 0 < column < len(HEADS) - 1 else None
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole and cell is not None and cell.how in ("unmoved", "none"):
            return tr(_MEANS[cell.how])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.words if cell is not None else row.from_cue if column else row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(HEADS[column])} {_spoken(cell)}" if cell is not None else row.from_cue if column else row.name
        return None


def _spoken(cell: SheetCell) -> str:
    means = tr(_MEANS[cell.how]) if cell.how in _MEANS else tr("tracked from cue {source}").format(source=cell.source)
    return f"{cell.words}, {means}" if cell.words else means

"""What is parked and highlighted, as a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.ui.rig import Hold

HOLD_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HoldsModel(QAbstractListModel):
    """One row each, in the order of the engine."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holds: tuple[Hold, ...] = ()

    def take(self, holds: tuple[Hold, ...]) -> None:
        """Rows that are the same in number only read anew, so that the selection stays."""
        if len(holds) != len(self.holds):
            self.beginResetModel()
            self.holds = holds
            self.endResetModel()
        elif holds != self.holds:
            self.holds = holds
            self.dataChanged.emit(self.index(0), self.index(len(holds) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.holds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.holds):
            return None
        hold = self.holds[index.row()]
        if role == HOLD_ROLE:
            return hold
        if role == Qt.ItemDataRole.DisplayRole:
            return hold.what
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hold.what}, {hold.said}"
        return None

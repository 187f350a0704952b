"""The levels of a universe by fixture: a row a fixture, its parameters named."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.parameter_kind import KINDS, kind_of_name
from showctl.ui.monitors.level_text import Format, address_text, level_text
from showctl.ui.monitors.slot_map import Slot
from showctl.ui.tongue import marked, tr

HEADERS = (
    marked("Fixture"),
    marked("Address"),
    marked("Intensity"),
    marked("Position"),
    marked("Colour"),
    marked("Beam and control"),
)
_COLUMN = {"intensity": 2, "position": 3, "colour": 4, "beam": 5, "control": 5}
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class FixtureLevels(QAbstractTableModel):
    """`follow` sets which fixtures, `take` their levels."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: list[str] = []
        self._slots: list[list[tuple[int, Slot]]] = []
        self._universe = 0
        self._texts: list[list[str]] = []
        self.form: Format = "255"

    def follow(self, universe: int, slots: Mapping[int, Slot]) -> None:
        """The fixtures of this universe."""
        self.beginResetModel()
        found: dict[str, list[tuple[int, Slot]]] = {}
        for at, slot in slots.items():
            found.setdefault(slot.fixture, []).append((at, slot))
        self._universe = universe
        self.names, self._slots = list(found), list(found.values())
        self._texts = [self._fixed(name, at) for name, at in zip(self.names, self._slots, strict=True)]
        self.endResetModel()

    def take(self, levels: NDArray[np.uint8]) -> None:
        """Levels (512,) as they go out."""
        first = last = -1
        for row, slots in enumerate(self._slots):
            new = self._texts[row][:2] + written(slots, levels, self.form)
            if new != self._texts[row]:
                self._texts[row] = new
                first, last = (row if first < 0 else first), row
        if first >= 0:
            self.dataChanged.emit(self.index(first, 2), self.index(last, len(HEADERS) - 1))

    def first_slot(self, row: int) -> int:
        """The slot (1..512) with which a fixture begins."""
        return self._slots[row][0][0]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(HEADERS[index.column()])} {self._texts[index.row()][index.column()]}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADERS):
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(HEADERS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _fixed(self, name: str, slots: Sequence[tuple[int, Slot]]) -> list[str]:
        return [name, address_text(self._universe, slots[0][0]), "", "", "", ""]


def written(slots: Sequence[tuple[int, Slot]], levels: NDArray[np.uint8], form: Format) -> list[str]:
    """The parameters of a fixture with their levels, by what they have to do with: `pan 118  tilt 60`.

    Of a parameter with several bytes that is the coarse one, as the grid has it.
    """
    texts: list[list[str]] = [[] for _ in HEADERS]
    for at, slot in slots:
        if slot.byte:
            continue
        value = level_text(int(levels[at - 1]), form)
        column = _COLUMN[KINDS[kind_of_name(slot.parameter)].category]
        texts[column].append(value if slot.parameter == "intensity" else f"{slot.parameter} {value}")
    return ["   ".join(each) for each in texts[2:]]

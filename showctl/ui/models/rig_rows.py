"""The fixtures of the rig as the patch lists them, and the groups, with what they do now."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.model.patch import PatchEntry
from showctl.model.selection import expand
from showctl.program.program import Program
from showctl.ui.monitors.level_text import address_text
from showctl.ui.monitors.rig_light import Lit
from showctl.ui.monitors.slot_map import SlotMap
from showctl.ui.rig_words import intensity_words
from showctl.ui.tongue import tr

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RigRow(NamedTuple):
    """One row. `fixtures`: those that it stands for; none: it is a heading."""

    title: str
    fixtures: tuple[str, ...] = ()
    detail: str = ""
    """The address of the first; of a group how many there are; of a heading how many come below it."""
    level: str = ""
    colour: str = ""
    """`#rrggbb` of the brightest, as bright as it is; empty: nothing is known."""
    is_group: bool = False

    @property
    def sentence(self) -> str:
        """For who hears it."""
        if not self.fixtures:
            return self.title
        kind = (
            tr("group")
            if self.is_group
            else tr("fixture")
            if len(self.fixtures) == 1
            else tr("%n fixture(s)", "", len(self.fixtures))
        )
        return ", ".join(
            each for each in (self.title, kind, self.detail if not self.is_group else "", self.level) if each
        )


class RigRows(QAbstractListModel):
    """`follow` sets what there is, `take` what it does, `find` which of it is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: list[RigRow] = []
        self._words: list[str] = []
        self._wanted = ""
        self.rows: list[RigRow] = []
        self.fixtures = 0
        """How many there are."""

    def follow(self, patch: Sequence[PatchEntry], program: Program, slots: SlotMap) -> None:
        """Another patch."""
        entries = [_row(entry, slots) for entry in patch]
        names = program.fixtures.names
        groups = [
            RigRow(
                name, found := tuple(names[at] for at in np.frombuffer(which, "<i4")), str(len(found)), is_group=True
            )
            for name, which in program.fixtures.groups.items()
        ]
        self.fixtures = sum(len(row.fixtures) for row in entries)
        self._every = [*entries, *([RigRow(tr("Groups"), detail=str(len(groups)))] if groups else []), *groups]
        of: dict[str, str] = {}
        for group in groups:
            for fixture in group.fixtures:
                of[fixture] = f"{of.get(fixture, '')} {group.title}"
        labels = {entry.id: entry.label for entry in patch}
        self._words = []
        for row in self._every:
            each = (f"{name} {of.get(name, '')}" for name in row.fixtures)
            self._words.append(" ".join((row.title, row.detail, labels.get(row.title, ""), *each)).casefold())
        self._show()

    def find(self, text: str) -> None:
        """Only rows with all of these words: names, labels, groups, addresses."""
        self._wanted = text.casefold()
        self._show()

    def take(self, lit: Mapping[str, Lit]) -> None:
        """What fixtures do now; nothing for those that are not in it."""
        for at, row in enumerate(self.rows):
            if not row.fixtures:
                continue
            found = [lit[name] for name in row.fixtures if name in lit]
            new = row._replace(level=intensity_words(found), colour=_colour(found))
            if new != row:
                self.rows[at] = new
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        return row.sentence if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self.rows[index.row()].fixtures:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(self) -> None:
        words = self._wanted.split()
        self.beginResetModel()
        self.rows = [
            row
            for row, said in zip(self._every, self._words, strict=True)
            if (row.fixtures or not words) and all(word in said for word in words)
        ]
        self.endResetModel()


def _row(entry: PatchEntry, slots: SlotMap) -> RigRow:
    names = tuple(expand(entry.id))
    places = slots.slots_of(names[0])
    return RigRow(entry.id, names, address_text(*places[0]) if places else tr("no address"))


def _colour(lit: Sequence[Lit]) -> str:
    if not lit:
        return ""
    brightest = max(lit, key=lambda each: each.level)
    if brightest.level < 0.01:
        return "#24282D"
    shade = 0.35 + 0.65 * brightest.level
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0) * shade):02x}" for part in brightest.colour)

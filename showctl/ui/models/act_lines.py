"""All acts and their keys as lines: a heading for each group, what is looked for, and who else wants a key."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from showctl.ui.actions import Actions
from showctl.ui.built_in_keys import BUILT_IN
from showctl.ui.key_names import shown
from showctl.ui.tongue import tr

ACT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_KEYS = 2
"""Keys of one act that are shown; of more the first and the last."""


@dataclass(frozen=True, slots=True)
class ActLine:
    """One line. `id` is empty for a heading, and for what no command is."""

    words: str
    id: str = ""
    keys: tuple[str, ...] = ()
    """As people read them."""
    heading: bool = False
    clash: str = ""
    """Who else wants one of its keys, in words."""
    own: bool = False
    """Its keys were chosen here."""
    off: str = ""
    """Why it cannot be done now."""

    @property
    def said(self) -> str:
        """For those who hear it."""
        parts = (
            self.words,
            ", ".join(self.keys),
            self.clash and tr("conflict: {clash}").format(clash=self.clash),
            self.off and tr("off"),
        )
        return ", ".join(part for part in parts if part)


class ActLines(QAbstractListModel):
    """Follows the table. `built_in`: with the keys of parts of the console, which are no commands."""

    def __init__(self, actions: Actions, parent: QObject | None = None, *, built_in: bool = True) -> None:
        super().__init__(parent)
        self._actions, self._built_in = actions, built_in
        self._sought = ""
        self.lines: list[ActLine] = []
        actions.changed.connect(self.refresh)
        self.refresh()

    def seek(self, text: str) -> None:
        """Show those alone whose words, group or keys have all of these in them."""
        self._sought = text
        self.refresh()

    def refresh(self) -> None:
        lines = self._found()
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def _found(self) -> list[ActLine]:
        by_group: dict[str, list[ActLine]] = {}
        for act in self._actions.bound:
            clash = "; ".join(owner.words for owner in self._actions.conflicts(act.id))
            keys = tuple(shown(key) for key in self._actions.keys(act.id))
            line = ActLine(
                tr(act.words),
                act.id,
                keys,
                clash=clash,
                own=self._actions.is_own(act.id),
                off=self._actions.refusal(act.id),
            )
            by_group.setdefault(tr(act.group), []).append(line)
        for act in BUILT_IN if self._built_in else ():
            keys = tuple(shown(key) for key in act.keys)
            keys = keys if len(keys) <= _MOST_KEYS else (keys[0], "…", keys[-1])
            by_group.setdefault(tr(act.group), []).append(ActLine(tr(act.words), keys=keys))
        wanted = self._sought.casefold().split()
        found = []
        for group, lines in by_group.items():
            fit = [line for line in lines if all(word in f"{group} {line.said}".casefold() for word in wanted)]
            if fit:
                found += [ActLine(group, heading=True), *fit]
        return found

    def first_act(self) -> int:
        """The row of the first command; -1 where none is."""
        return next((row for row, line in enumerate(self.lines) if line.id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ACT_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.said
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.lines[index.row()].id:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

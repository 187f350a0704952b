"""Other keys for what the console does: an act is chosen, then the key is pressed. Kept on this machine."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from showctl.ui.bindings import Owner
from showctl.ui.context import Context
from showctl.ui.key_names import named, shown
from showctl.ui.models.act_lines import ActLines
from showctl.ui.panels.act_list import ActList
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, font

PATIENCE = 10.0
"""Seconds that a key is waited for: who walks away has every key back."""
GO = "go"
LEAVE = "Ctrl+W"
TOLD = marked("Enter on a command, then its new key. Space stays GO, Esc panic.")


class KeysSection(QWidget):
    """A filter, the commands, and what can be done with the one that is marked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._desk, self._actions = context.desk, context.actions
        self._act = self._wanted = ""
        """Whose key is chosen, and the key that somebody else has."""
        self._since = 0.0
        self.model = ActLines(context.actions, self, built_in=False)
        self.list = ActList(context.theme, self.model, tr("Commands and their keys"))
        self.list.setFixedHeight(248)  # with the buttons below it in sight at 1366 × 768
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find by name, group or key"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setFixedHeight(44)
        self.said = QLabel(tr(TOLD))
        self.said.setObjectName("reading")
        self.said.setFont(font(14, MEDIUM))
        self.said.setWordWrap(True)
        self.change = self._button(tr("New key"), tr("Choose another key for the marked command (Enter)"))
        self.take = self._button(tr("Take it"), tr("Give it the key all the same"))
        self.none = self._button(tr("No key"), tr("The marked command has no key any more"))
        self.reset = self._button(tr("Reset"), tr("The marked command has the key of the table again"))
        self.reset_all = self._button(tr("Reset all"), tr("All commands have the keys of the table again"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.change, self.take, self.none, self.reset, self.reset_all):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.field, self.list, self.said):
            column.addWidget(part)
        column.addLayout(row)
        self.take.hide()
        self.field.textChanged.connect(self._seek)
        self.list.chosen.connect(self.wait)
        self.change.clicked.connect(self.list.choose)
        self.take.clicked.connect(self._take)
        self.none.clicked.connect(self._drop)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(lambda: self._actions.reset_all())
        context.desk.ticked.connect(self._tick)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(14, MEDIUM))
        button.setFixedHeight(44)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    def _seek(self, text: str) -> None:
        self.model.seek(text)
        self.list.go_first()

    def _own(self) -> bool:
        """Whether the marked command keeps its key whatever is chosen; then that is said."""
        fixed = not self.list.current or self.list.current == GO or self._actions.is_fixed(self.list.current)
        if fixed:
            self._say(tr("GO, panic and the lock keep their keys: fingers find them on every machine."))
        return fixed

    def _drop(self) -> None:
        if not self._own():
            self._actions.choose(self.list.current)

    def _reset(self) -> None:
        if self.list.current:
            self._actions.reset(self.list.current)

    def wait(self, act: str) -> None:
        """The next key is for this act; nothing else hears it."""
        self.stop()
        if self._actions.is_fixed(act):
            self._own()
            return
        self._act, self._since = act, self._desk.clock()
        self._actions.catch = self._caught
        self._say(
            tr("Press the key for {words}. {leave} leaves it as it is.").format(
                words=self._actions.words(act), leave=LEAVE
            )
        )

    def stop(self, said: str = "") -> None:
        """No key is waited for any more."""
        if self._act and self._actions.catch == self._caught:
            self._actions.catch = None
        self._act = self._wanted = ""
        self.take.hide()
        self._say(said or tr(TOLD))

    def _caught(self, event: QKeyEvent) -> None:
        key = named(event)
        if not key:
            return
        if key == LEAVE:
            self.stop()
            return
        owners = self._actions.owners(key, self._act)
        kept = next((owner for owner in owners if owner.id in ("", GO) and not owner.plays), None)
        if kept is not None:
            self._say(
                tr("{shown} stays with: {words}. Press another key, or {leave}.").format(
                    shown=shown(key), words=kept.words, leave=LEAVE
                )
            )
        elif owners:
            act = self._act
            self.stop(tr("{shown} belongs to {named}.").format(shown=shown(key), named=_named(owners)))
            self._act, self._wanted = act, key
            self.take.show()
        else:
            self._give(key)

    def _take(self) -> None:
        """Acts lose the key; a hotkey of the show goes first in any case."""
        for owner in self._actions.owners(self._wanted, self._act):
            if owner.id:
                left = (each for each in self._actions.keys(owner.id) if each != self._wanted)
                self._actions.choose(owner.id, *left)
        self._give(self._wanted)

    def _give(self, key: str) -> None:
        act = self._act
        self._actions.choose(act, *(("Space", key) if act == GO else (key,)))
        self.stop(f"{self._actions.words(act)}: {shown(key)}.")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)

    def _tick(self, now: float) -> None:
        if self._actions.catch == self._caught and now - self._since > PATIENCE:
            self.stop()

    def close_opened(self) -> bool:
        """Wait for no key any more. Whether one was waited for."""
        was = bool(self._act)
        self.stop()
        return was

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)


def _named(owners: list[Owner]) -> str:
    return tr(" and ").join(
        tr("{words} (its hotkey goes first)").format(words=owner.words) if owner.plays else owner.words
        for owner in owners
    )

"""Finding cues: a row over the list with words, departments, flag and type; only what is found is shown."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from showctl.cues.registry import CUE_TYPES
from showctl.ui.cue_edits.find import DEPARTMENTS, Wanted
from showctl.ui.fields.choice_box import ChoiceBox
from showctl.ui.icon import DEPARTMENT_CODE, DEPARTMENT_ICON, DEPARTMENT_NAME, icon
from showctl.ui.measure import Measures
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font

PAUSE = 60
"""Milliseconds after a key before the list is looked through: a fast hand does not wait for each letter."""


KIND = 280
"""As wide as the list of types ever need be."""


class FindBar(QWidget):
    """Enter goes on to the next, Shift+Enter back; Ctrl+W puts it away, and the whole list is shown."""

    changed = Signal()
    """Something else is looked for."""
    stepped = Signal(int)
    """To the next, or the one before."""
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.is_open = False
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in number, label, notes"))
        self.field.setAccessibleName(tr("Find cues"))
        self.field.setFixedHeight(44)
        self.field.installEventFilter(self)
        self._count = QLabel()
        self._count.setFont(font(13, MEDIUM))
        self._count.setObjectName("reading")
        self.departments = {each: self._chip(each, theme) for each in DEPARTMENTS}
        self.flag = QPushButton(icon("flag-banner-fill", theme.text, theme.text_3), "")
        self._dress(self.flag, tr("Flagged"))
        self.kind = ChoiceBox(theme)
        self.kind.setMaximumWidth(KIND)
        self.kind.addItem(tr("Any type"), "")
        for name in CUE_TYPES:
            self.kind.addItem(name.capitalize(), name)
        self.kind.setAccessibleName(tr("Type of cue"))
        self.kind.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button = QPushButton("✕")
        self.close_button.setAccessibleName(tr("Close find, show all cues"))
        self.close_button.setToolTip(tr("Close find, show all cues (Ctrl+W)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.setProperty("narrow", True)
        self.close_button.clicked.connect(self.closed)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.field, 1)
        first.addWidget(self._count)
        first.addWidget(self.close_button)
        for button in (*self.departments.values(), self.flag):
            second.addWidget(button)
        second.addWidget(self.kind, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        for row in (first, second):
            row.setSpacing(6)
            column.addLayout(row)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.changed)
        self.field.textEdited.connect(lambda _: self._timer.start())
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.hide()

    def _chip(self, department: str, theme: Theme) -> QPushButton:
        chip = QPushButton(icon(DEPARTMENT_ICON[department], theme.department[department], theme.text_3), "")
        self._dress(chip, tr(DEPARTMENT_NAME[department]))
        chip.setText(f" {DEPARTMENT_CODE[department]}")
        return chip

    def _dress(self, chip: QPushButton, words: str) -> None:
        chip.setCheckable(True)
        chip.setFont(font(12, MEDIUM))
        chip.setProperty("chip", True)
        chip.setAccessibleName(tr("Only {words}").format(words=words.lower()))
        chip.setToolTip(
            tr("Only {words} cues").format(words=words.lower())
            if words != tr("Flagged")
            else tr("Only cues with a flag")
        )
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.toggled.connect(lambda _: self.changed.emit())
        chip.installEventFilter(self)

    def set_measures(self, m: Measures) -> None:
        """Large enough for fingers where the show is run."""
        high = 30 if m.edit else 44
        for each in (*self.departments.values(), self.flag, self.kind, self.close_button):
            each.setFixedHeight(high)

    @property
    def wanted(self) -> Wanted:
        """What is looked for; all while it is closed."""
        if not self.is_open:
            return Wanted()
        chosen = frozenset(each for each, chip in self.departments.items() if chip.isChecked())
        return Wanted(self.field.text(), chosen, str(self.kind.currentData()), self.flag.isChecked())

    def close_opened(self) -> bool:
        """Put it away. Whether it was open."""
        was = self.is_open
        if was:
            self.closed.emit()
        return was

    def open(self) -> None:
        """With the keyboard: the operator has asked for it."""
        self.is_open = True
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.changed.emit()

    def only(self, department: str, on: bool) -> None:
        """Show the cues of a department, or all again; the keyboard stays where it is."""
        self.departments[department].setChecked(on)
        if on and not self.is_open:
            self.is_open = True
            self.show()
            self.changed.emit()
        elif self.is_open and self.wanted.anything:
            self.closed.emit()

    def count(self, at: int, found: int, cues: int) -> None:
        """How many are found, and which of them it is; `at` from 1, 0: none of them."""
        words = (
            tr("{at} of {found}").format(at=at, found=found)
            if at
            else tr("{found} of {cues} cues").format(found=found, cues=cues)
        )
        self._count.setText(words if found or not self.wanted.anything else "")
        if not found and not self.wanted.anything:
            self._count.setText(tr("none"))

    @property
    def counted(self) -> str:
        return self._count.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.field:
                if self._timer.isActive():
                    self._timer.stop()
                    self.changed.emit()
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            elif isinstance(watched, QPushButton):
                watched.toggle()
            return True
        return False

"""All keys (`?`), and every command by its name (Ctrl+K): a sheet over the side panel and the active cues alone.

It is a part of the window, no dialog: GO, standby, the list and every key work as if it were not there.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from showctl.ui.actions import Actions
from showctl.ui.models.act_lines import ActLines
from showctl.ui.panels.act_list import ActList
from showctl.ui.panels.close_button import close_button
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import SEMIBOLD, font

HINT = marked("Find by name, group or key")
WIDEST = 680
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class KeySheet(QFrame):
    """One for the console. `?` leaves the keyboard where it is; Ctrl+K takes it into the field."""

    def __init__(self, window: QWidget, actions: Actions, theme: Theme) -> None:
        super().__init__(window)
        self._actions = actions
        self.about_to_open: Callable[[], None] = lambda: None
        """Places it where things are now."""
        self._before: QWidget | None = None
        """Who had the keyboard."""
        self.setObjectName("menu")
        self.setAccessibleName(tr("All keys"))
        title = QLabel(tr("Keys and commands"))
        title.setFont(font(15, SEMIBOLD))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr(HINT))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setToolTip(tr("Enter does what is marked, ↑ ↓ go on (Ctrl+K)"))
        self.field.setFixedHeight(44)
        self.field.setFont(font(15))
        self.model = ActLines(actions, self)
        self.list = ActList(theme, self.model, tr("Keys and commands"))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close_button(tr("Close the keys"), self.close_opened))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._seek)
        self.field.returnPressed.connect(self.list.choose)
        self.field.installEventFilter(self)
        self.list.chosen.connect(self._run)
        actions.bind("keys", self.toggle)
        actions.bind("commands", self.open_field)
        self.hide()

    def toggle(self) -> None:
        """Show or hide it; who has the keyboard keeps it."""
        if not self.close_opened():
            self._open()

    def open_field(self) -> None:
        """Show it, and type what is meant."""
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._before = QApplication.focusWidget()
        self._open()
        self.field.clear()
        self.window().activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self) -> None:
        self.about_to_open()
        self.model.refresh()
        self.list.go_first()
        self.show()
        self.raise_()

    def close_opened(self) -> bool:
        """Put it away; the keyboard goes back to who had it. Whether it was open."""
        was = self.isVisible()
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        before, self._before = self._before, None
        self.hide()
        if was and had_keyboard and before is not None and before.isVisible():
            before.setFocus()
        return was

    def place(self, parts: tuple[QWidget, ...]) -> None:
        """Over those of these that are seen, and over nothing else."""
        seen = [part for part in parts if part.isVisible()]
        boxes = [QRect(part.mapTo(self.window(), part.rect().topLeft()), part.size()) for part in seen]
        if boxes:
            top = max(box.top() for box in boxes)
            left, right = min(box.left() for box in boxes), max(box.right() for box in boxes)
            left = max(left, right - WIDEST)
            bottom = min(box.bottom() for box in boxes)
            self.setGeometry(QRect(left, top, right - left + 1, bottom - top + 1))

    def _seek(self, text: str) -> None:
        self.model.seek(text)
        self.list.go_first()

    def _run(self, act: str) -> None:
        """The sheet goes first, so that what is done finds the keyboard where it was."""
        self.close_opened()
        self._actions.run(act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
        return False

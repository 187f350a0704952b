"""Below the countdown: a minute more or less, the ways on when it is late, and segments by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from showctl.ui.actions import Actions
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, font

BUTTONS = (
    ("minute less", "−1"),
    ("minute more", "+1"),
    ("ways on", marked("Ways on")),
    ("segments", marked("Segments")),
)
"""Act and words."""


class DayButtons(QWidget):
    """No button here takes the keyboard."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 2)
        row.setSpacing(6)
        self.buttons: dict[str, QPushButton] = {}
        for act, words in BUTTONS:
            button = self.buttons[act] = QPushButton(tr(words))
            button.setObjectName(act)
            button.setProperty("narrow", True)
            button.setFont(font(14, MEDIUM))
            button.setFixedHeight(44)
            if act.startswith("minute"):
                button.setFixedWidth(44)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, act=act: actions.run(act))
            row.addWidget(button, 0 if act.startswith("minute") else 1)
        actions.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for act, button in self.buttons.items():
            words, key = self._actions.words(act), self._actions.key(act)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})" if key else words)

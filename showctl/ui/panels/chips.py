"""A few small buttons of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font


class Chips(QWidget):
    """`chosen` is the key of the one that is down."""

    picked = Signal(str)
    """This one was chosen."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str]], *, high: int = 44) -> None:
        """`choices`: key, word and explanation of each. `high`: 44 where it can be touched in a show."""
        super().__init__()
        self.setAccessibleName(name)
        self.chosen = choices[0][0]
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for key, word, explained in choices:
            button = self.buttons[key] = QPushButton(tr(word))
            button.setProperty("chip", True)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(True)  # Enter presses it; Space is GO
            button.setFont(font(13, MEDIUM))
            button.setFixedHeight(high)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(tr(explained))
            tip = tr("{word}: {explained} (Tab, Enter)")
            button.setToolTip(tip.format(word=tr(word), explained=tr(explained)))
            button.clicked.connect(lambda _=False, key=key: self.choose(key))
            layout.addWidget(button)
        self.setFixedHeight(high)  # the style has a lower least one
        self.buttons[self.chosen].setChecked(True)

    def choose(self, key: str) -> None:
        """As if it had been clicked."""
        self.buttons[key].setChecked(True)
        self.chosen = key
        self.picked.emit(key)

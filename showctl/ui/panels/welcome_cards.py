"""The cards of the welcome window: recent shows, the first show in five steps, keys worth knowing."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from showctl.ui.actions import ACTS
from showctl.ui.models.recent_shows import RecentShowsModel
from showctl.ui.panels.recent_list import RecentList
from showctl.ui.recent import Recent
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.tour_steps import STEPS
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

WORTH_KNOWING = ("go", "panic", "stop", "undo", "page patch", "lock", "keys")
"""Lines of the table of keys; one that is not there yet is left out."""
_OTHERS = ((marked("Standby up, down"), ("↑", "↓")), (marked("Jump to a cue"), ("1 2", "Enter")))


class Card(QWidget):
    """A panel with a title, and what else stands in its head."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(title)
        heading.setFont(font(17, SEMIBOLD))
        self.head = QHBoxLayout()
        self.head.addWidget(heading, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(8)
        self.column.addLayout(self.head)


class RecentCard(Card):
    """The list, and a field to find a show in it."""

    chosen = Signal(Path)

    def __init__(self, shows: Sequence[Recent], theme: Theme, now: dt.datetime) -> None:
        super().__init__(tr("Recent shows"))
        self._now = now
        self.model = RecentShowsModel(shows, now, self)
        self.list = RecentList(self.model, theme)
        self.list.chosen.connect(self.chosen)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a show"))
        self.field.setAccessibleName(tr("Find a show"))
        self.field.setFixedSize(260, 34)
        self.field.textChanged.connect(self.model.find)
        self.field.returnPressed.connect(self.list.setFocus)
        self.field.setVisible(len(shows) > 3)
        self.nothing = QLabel(tr("No show was opened on this machine yet. The demo shows what there is: press D."))
        self.nothing.setObjectName("caption")
        self.nothing.setFont(font(14))
        self.nothing.setVisible(not shows)
        self.head.addWidget(self.field)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.list, 1)

    def add(self, show: Recent) -> None:
        """One more, in front."""
        self.nothing.hide()
        self.model.add(show)


class FiveSteps(Card):
    """What the tour goes through; the button begins it in a new show."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("First show in five steps"))
        self.start = QPushButton(tr("Start the tour"))
        self.start.setProperty("row", True)
        self.start.setAutoDefault(True)
        self.start.setToolTip(tr("A new show, and a panel beside it that says what to do next"))
        self.start.clicked.connect(self.asked)
        self.head.addWidget(self.start)
        for number, step in enumerate(STEPS, 1):
            row = QHBoxLayout()
            row.setSpacing(12)
            disc = QLabel(str(number))
            disc.setObjectName("disc")
            disc.setProperty("first", number == 1)
            disc.setFixedSize(28, 28)
            disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
            disc.setFont(font(13, SEMIBOLD))
            words = QVBoxLayout()
            words.setSpacing(2)
            title, how = QLabel(tr(step.title)), QLabel(tr(step.how))
            title.setFont(font(15, SEMIBOLD))
            how.setFont(font(13))
            how.setObjectName("caption")
            how.setWordWrap(True)
            words.addWidget(title)
            words.addWidget(how)
            row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            self.column.addLayout(row)
        self.column.addStretch(1)


class KeysCard(Card):
    """From the table of keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Keys worth knowing"))
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        self.lines = keys_worth_knowing()
        for at, (words, keys) in enumerate(self.lines):
            told = QLabel(words)
            told.setFont(font(14))
            grid.addWidget(told, at, 0)
            chips = QHBoxLayout()
            chips.setSpacing(6)
            chips.addStretch(1)
            for key in keys:
                chip = QLabel(key)
                chip.setObjectName("key")
                chip.setFont(font(13, MEDIUM))
                chips.addWidget(chip)
            grid.addLayout(chips, at, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)


def keys_worth_knowing() -> list[tuple[str, tuple[str, ...]]]:
    """Words and keys."""
    known = {act.id: act for act in ACTS}
    lines = [(tr(known[each].words).partition(";")[0], known[each].keys[:1]) for each in WORTH_KNOWING if each in known]
    return [*lines[:2], *((tr(words), keys) for words, keys in _OTHERS), *(line for line in lines[2:] if line[1])]

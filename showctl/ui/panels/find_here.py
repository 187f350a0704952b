"""In the row of the tabs, where there is room: a way to the find bar, and one department alone in a click."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from showctl.ui.icon import DEPARTMENT_ICON, DEPARTMENT_NAME, icon
from showctl.ui.measure import TABS, Measures
from showctl.ui.panels.find_bar import FindBar
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import font

SHOWN = ("light", "audio", "video", "stage")
CHIP, LEAST_FIELD, MOST_FIELD = 44, 150, 220
"""Pixels."""


class FindHere(QWidget):
    """For the mouse and for fingers, while the show runs: keys have Ctrl+F. In Edit mode the tool row has it."""

    def __init__(self, theme: Theme, bar: FindBar, find: Callable[[], None], key: str) -> None:
        super().__init__()
        self._bar = bar
        self._edit = False
        said = tr("Number or text") + (f"   {key}" if key else "")
        self.field = QPushButton(icon("magnifying-glass", theme.text_3, theme.text_3), said)
        self.field.setProperty("find", True)
        self.field.setFont(font(13))
        self.field.setMaximumWidth(MOST_FIELD)
        self.field.setFixedHeight(TABS)
        self.field.setToolTip(tr("Find cues ({key})").format(key=key))
        self.field.setAccessibleName(tr("Find cues"))
        self.field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.clicked.connect(find)
        self.chips = {each: self._chip(each, theme) for each in SHOWN}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what there is no room for goes
        row.addStretch(1)
        row.addWidget(self.field)
        row.addSpacing(4)
        for chip in self.chips.values():
            row.addWidget(chip)
        self.setFixedHeight(TABS)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bar.changed.connect(self.follow)

    def _chip(self, department: str, theme: Theme) -> QPushButton:
        chip = QPushButton(icon(DEPARTMENT_ICON[department], theme.department[department], theme.text_3), "")
        words = tr(DEPARTMENT_NAME[department]).lower()
        chip.setCheckable(True)
        chip.setProperty("bare", True)
        chip.setFixedSize(CHIP, TABS)
        chip.setIconSize(QSize(18, 18))
        chip.setAccessibleName(tr("Only {words}").format(words=words))
        chip.setToolTip(tr("Only {words} cues").format(words=words))
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda on: self._only(department, on))
        return chip

    def _only(self, department: str, on: bool) -> None:
        """The bar says what is left out, and how all come back; with nothing left to say it goes."""
        self._bar.only(department, on)

    def follow(self) -> None:
        """Show which departments are alone, as the bar has it."""
        for department, chip in self.chips.items():
            chip.setChecked(self._bar.is_open and self._bar.departments[department].isChecked())

    def set_measures(self, measures: Measures) -> None:
        self._edit = measures.edit
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        room = 0 if self._edit else self.width() - 24
        chips = room >= len(SHOWN) * CHIP
        for chip in self.chips.values():
            chip.setVisible(chips)
        self.field.setVisible(chips and room >= len(SHOWN) * CHIP + LEAST_FIELD)

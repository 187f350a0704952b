"""Blackout: one press takes all light away, the next gives it back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from showctl.ui.icon import icon
from showctl.ui.masters import Masters
from showctl.ui.theme import Theme
from showctl.ui.typeface import MEDIUM, font


class BlackoutButton(QPushButton):
    """Stays down while it is dark, and never takes the keyboard."""

    def __init__(self, masters: Masters, theme: Theme) -> None:
        super().__init__(icon("circle-half-fill", theme.text, theme.text_3, on=theme.app), "")
        self._masters = masters
        self.setObjectName("blackout")
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Blackout"))
        self.setToolTip(self.tr("No light goes out; again: it is back"))
        self.setIconSize(QSize(18, 18))
        self.setFont(font(14, MEDIUM))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(44)
        self.set_narrow(False)
        self.pressed.connect(masters.toggle_blackout)
        masters.changed.connect(self._refresh)
        self._refresh()

    def nextCheckState(self) -> None:
        """It is down when the engine says that it is dark, not when it was pressed."""

    def set_narrow(self, narrow: bool) -> None:
        """Without its word."""
        self.setText("" if narrow else f" {self.accessibleName()}")

    def _refresh(self) -> None:
        self.setEnabled(self._masters.reached)
        self.setChecked(self._masters.blackout)

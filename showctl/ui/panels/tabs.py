"""Tabs as all panels have them: they never take the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTabBar

from showctl.ui.measure import TABS
from showctl.ui.typeface import MEDIUM, font


class Tabs(QTabBar):
    """A row of names over a panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFont(font(14, MEDIUM))
        self.setFixedHeight(TABS)
        for scroller in self.findChildren(QAbstractButton):
            scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)

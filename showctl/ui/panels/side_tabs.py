"""The right of the window: the day, the masters, the rig, and where the window is narrow the active cues, as tabs."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from showctl.ui.mode import Modes
from showctl.ui.panels.active_cues import ActiveCuesPanel
from showctl.ui.panels.masters_panel import MastersPanel
from showctl.ui.panels.rig_panel import RigPanel
from showctl.ui.panels.side import SidePanel
from showctl.ui.panels.tabs import Tabs
from showctl.ui.tongue import tr

DAY, ACTIVE = 0, 1
"""Where these tabs are, while the active cues are here."""


class SideTabs(QWidget):
    """Which tab was open last is kept, though the active cues come and go."""

    cover_changed = Signal(bool)
    """Something stands in the place of the tabs now, or a tab was asked for; or it is as before."""
    closed = Signal()
    """It is to be hidden, where it can be."""

    def __init__(self, day: SidePanel, active: ActiveCuesPanel, masters: MastersPanel, rig: RigPanel) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._active = active
        self._open: QWidget = day
        self._pages: list[QWidget] = []
        """By tab."""
        self._cover: QWidget | None = None
        self._closable = False
        self.tabs = Tabs()
        self._stack = QStackedWidget()
        self._add(0, day, tr("Day"), tr("The run of show, and what is due next"))
        self._add(1, masters, tr("Masters"), tr("Grand master, submasters, flash (M)"))
        self._add(2, rig, tr("Rig"), tr("Highlight and park (H)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._close = QPushButton("✕")
        self._close.setAccessibleName(tr("Close the side panel"))
        self._close.setToolTip(tr("Close the side panel (Ctrl+B)"))
        self._close.setProperty("narrow", True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.closed)
        self._close.hide()
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self._close)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._show)
        active.counted.connect(self._count)
        QShortcut(QKeySequence("Ctrl+Tab"), self, self._next)

    def follow(self, modes: Modes) -> None:
        """A show begins with the day in sight, not with what was tried out before it."""
        modes.changed.connect(lambda _: self.tabs.setCurrentIndex(DAY) if modes.locked else None)

    def set_closable(self, closable: bool) -> None:
        """Whether it can be hidden: in Edit mode. What covers the tabs has a button of its own."""
        self._closable = closable
        self._close.setVisible(closable and not self.covered)

    def _add(self, at: int, page: QWidget, title: str, tip: str) -> None:
        self._pages.insert(at, page)
        self._stack.addWidget(page)
        self.tabs.insertTab(at, title)
        self.tabs.setTabToolTip(at, tr("{tip}. Ctrl+Tab: the next").format(tip=tip))

    def tell_key(self, page: QWidget, key: str) -> None:
        """The key that opens a page: its tab names it."""
        at = self._pages.index(page)
        named = f" ({key})" if key else ""
        self.tabs.setTabToolTip(
            at, re.sub(r"( \([^()]*\))?\.", lambda _: f"{named}.", self.tabs.tabToolTip(at), count=1)
        )

    @property
    def holds_active(self) -> bool:
        """Whether the active cues are here."""
        return self._active in self._pages

    @property
    def open_page(self) -> QWidget:
        """What is shown where nothing covers it."""
        return self._pages[self.tabs.currentIndex()]

    def take_active(self) -> None:
        """Make the active cues a tab."""
        opened = self._open
        self._add(ACTIVE, self._active, _title(self._active.count), tr("What has started and is not yet done"))
        self.tabs.setCurrentIndex(self._pages.index(opened))

    def release_active(self) -> ActiveCuesPanel:
        """Hand the active cues over to whoever shows them from now on."""
        opened = self._open
        if opened is self._active:
            self.tabs.setCurrentIndex(DAY)
        self._pages.remove(self._active)
        self.tabs.removeTab(ACTIVE)
        self._open = opened
        self._stack.removeWidget(self._active)
        return self._active

    def open_tab(self, page: QWidget) -> None:
        """Show a page; what covers it is put away."""
        self.uncover()
        self.tabs.setCurrentIndex(self._pages.index(page))
        self.cover_changed.emit(True)

    @property
    def covered(self) -> bool:
        """Whether something stands in the place of the tabs that the operator has asked for."""
        return self._cover is not None

    def shows(self, panel: QWidget) -> bool:
        """Whether it is this panel that stands there."""
        return self._cover is panel

    def cover(self, panel: QWidget) -> None:
        """Show a panel in the place of the others, with the keyboard."""
        self._cover = panel
        self.cover_changed.emit(True)
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
        self.tabs.hide()
        self._close.hide()
        self._stack.setCurrentWidget(panel)
        panel.setFocus()

    def uncover(self) -> None:
        """Show again what was there before."""
        panel, self._cover = self._cover, None
        if panel is not None:
            self.tabs.show()
            self._close.setVisible(self._closable)
            self._stack.setCurrentWidget(self.open_page)
            self.cover_changed.emit(False)

    def close_opened(self) -> bool:
        """Put away what stands over the tabs; else hide it, where it can be hidden. Whether there was anything."""
        close = getattr(self._cover, "close_opened", None)
        if close is not None and close():
            return True
        can = self._closable and self.isVisible()
        if can:
            self.closed.emit()
        return can

    def _count(self, count: int) -> None:
        if self.holds_active:
            self.tabs.setTabText(ACTIVE, _title(count))

    def _next(self) -> None:
        if not self.covered:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _show(self, at: int) -> None:
        """A page that had the keyboard hands it to the page that comes, and to nobody else."""
        if not 0 <= at < len(self._pages):
            return
        self._open = self._pages[at]
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._stack.isAncestorOf(focused)
        if self.covered:
            return
        self._stack.setCurrentWidget(self._open)
        if had_focus:
            self._open.setFocus()


def _title(count: int) -> str:
    return tr("Active cues   {count}").format(count=count) if count else tr("Active cues")

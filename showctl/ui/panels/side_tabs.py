"""The right of the window: the day, the masters, the rig, and where the window is narrow the active cues, as tabs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from showctl.ui.panels.active_cues import ActiveCuesPanel
from showctl.ui.panels.masters_panel import MastersPanel
from showctl.ui.panels.rig_panel import RigPanel
from showctl.ui.panels.side import SidePanel
from showctl.ui.panels.tabs import Tabs

DAY, ACTIVE = 0, 1
"""Where these tabs are, while the active cues are here."""


class SideTabs(QWidget):
    """Which tab was open last is kept, though the active cues come and go."""

    def __init__(self, day: SidePanel, active: ActiveCuesPanel, masters: MastersPanel, rig: RigPanel) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._active = active
        self._open: QWidget = day
        self._pages: list[QWidget] = []
        """By tab."""
        self._cover: QWidget | None = None
        self.tabs = Tabs()
        self._stack = QStackedWidget()
        self._add(0, day, "Day", "The run of show, and what is due next")
        self._add(1, masters, "Masters", "Grand master, submasters, flash (M)")
        self._add(2, rig, "Rig", "Highlight and park (H)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._show)
        active.counted.connect(self._count)
        QShortcut(QKeySequence("Ctrl+Tab"), self, self._next)

    def _add(self, at: int, page: QWidget, title: str, tip: str) -> None:
        self._pages.insert(at, page)
        self._stack.addWidget(page)
        self.tabs.insertTab(at, title)
        self.tabs.setTabToolTip(at, f"{tip}. Ctrl+Tab: the next")

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
        self._add(ACTIVE, self._active, _title(self._active.count), "What has started and is not yet done")
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

    @property
    def covered(self) -> bool:
        """Whether something stands in the place of the tabs that the operator has asked for."""
        return self._cover is not None

    def cover(self, panel: QWidget) -> None:
        """Show a panel in the place of the others, with the keyboard."""
        self._cover = panel
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
        self.tabs.hide()
        self._stack.setCurrentWidget(panel)
        panel.setFocus()

    def uncover(self) -> None:
        """Show again what was there before."""
        panel, self._cover = self._cover, None
        if panel is not None:
            self.tabs.show()
            self._stack.setCurrentWidget(self.open_page)

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
    return f"Active cues   {count}" if count else "Active cues"

"""The right of the window: the day, and where the window is narrow the active cues as a second tab of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from showctl.ui.panels.active_cues import ActiveCuesPanel
from showctl.ui.panels.side import SidePanel
from showctl.ui.panels.tabs import Tabs

DAY, ACTIVE = 0, 1


class SideTabs(QWidget):
    """The tabs are there only while the active cues are; which one was open last is kept."""

    def __init__(self, day: SidePanel, active: ActiveCuesPanel) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages: tuple[QWidget, QWidget] = (day, active)
        self._active = active
        self._open = DAY
        self._cover: QWidget | None = None
        self.tabs = Tabs()
        self.tabs.addTab("Day")
        self.tabs.setTabToolTip(DAY, "The run of show, and what is due next (Ctrl+Tab)")
        self.tabs.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._show)
        active.counted.connect(self._count)
        QShortcut(QKeySequence("Ctrl+Tab"), self, self._other)

    @property
    def holds_active(self) -> bool:
        """Whether the active cues are here."""
        return self.tabs.count() > 1

    def take_active(self) -> None:
        """Make the active cues a tab."""
        self._stack.addWidget(self._active)
        opened = self._open
        self.tabs.addTab(_title(self._active.count))
        self.tabs.setTabToolTip(ACTIVE, "What has started and is not yet done (Ctrl+Tab)")
        self.tabs.setCurrentIndex(opened)
        self.tabs.setHidden(self.covered)

    def release_active(self) -> ActiveCuesPanel:
        """Hand the active cues over to whoever shows them from now on."""
        opened = self._open
        self.tabs.setCurrentIndex(DAY)
        self.tabs.removeTab(ACTIVE)
        self.tabs.hide()
        self._open = opened
        self._stack.removeWidget(self._active)
        return self._active

    @property
    def covered(self) -> bool:
        """Whether something stands in the place of the day that the operator has asked for."""
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
            self.tabs.setHidden(not self.holds_active)
            self._stack.setCurrentWidget(self._pages[self._open if self.holds_active else DAY])

    def _count(self, count: int) -> None:
        if self.holds_active:
            self.tabs.setTabText(ACTIVE, _title(count))

    def _other(self) -> None:
        if self.holds_active and not self.covered:
            self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def _show(self, at: int) -> None:
        """A page that had the keyboard hands it to the page that comes, and to nobody else."""
        self._open = at
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._stack.isAncestorOf(focused)
        if self.covered:
            return
        self._stack.setCurrentWidget(self._pages[at])
        if had_focus:
            self._pages[at].setFocus()


def _title(count: int) -> str:
    return f"Active cues   {count}" if count else "Active cues"

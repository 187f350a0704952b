"""A page in a window of its own: on another screen, say. It stays where it was put."""

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.ui.pages import Page
from showctl.ui.tongue import tr

SIZE = QSize(1100, 720)


class PageWindow(QWidget):
    """A plain window; the console's keys work in it, too."""

    closed = Signal()
    """It has closed: the page belongs into the console again."""

    def __init__(self, content: QWidget, page: Page, settings: QSettings) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.page = page
        self._settings = settings
        self._key = f"window/{page.name}"
        self.setObjectName("page window")
        self.setWindowTitle(tr("{title} · showctl").format(title=tr(page.title)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(content)
        kept = settings.value(f"{self._key}/geometry")
        if kept is None or not self.restoreGeometry(kept):
            self.resize(SIZE)
        settings.setValue(f"{self._key}/open", True)

    def keep(self) -> None:
        """Remember where it is."""
        self._settings.setValue(f"{self._key}/geometry", self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        self._settings.setValue(f"{self._key}/open", False)
        event.accept()
        self.closed.emit()

"""Over the side panel in a rehearsal: the fields of the selected cue, of which times, label and notes are open."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from showctl.ui.panels.close_button import close_button
from showctl.ui.typeface import SEMIBOLD, font


class CorrectPanel(QWidget):
    """`close` puts it away, and says whether it was there. The page that it shows is lent to it."""

    sight_changed = Signal(bool)
    """It has come into sight, or gone out of it."""

    def __init__(self, close: Callable[[], bool]) -> None:
        super().__init__()
        self.close_opened = close
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Corrections"))
        title, told = QLabel(self.tr("Corrections")), QLabel(self.tr("Times, label and notes. Standby stays."))
        title.setFont(font(18, SEMIBOLD))
        told.setFont(font(13))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(told)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 4)
        head.addLayout(words, 1)
        head.addWidget(close_button(self.tr("Close the corrections"), close), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)

    def take(self, page: QWidget) -> None:
        """Show a page."""
        self._column.addWidget(page, 1)
        page.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sight_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sight_changed.emit(False)

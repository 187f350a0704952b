"""The banner while output is held by hand: parked or highlighted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.ui.panels.banner import Banner
from showctl.ui.rig import Rig
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class RigBanner(QWidget):
    """One row; a click on it asks for the panel that lets go."""

    asked = Signal()

    def __init__(self, rig: Rig, theme: Theme) -> None:
        super().__init__()
        self._rig = rig
        show = (tr("Show"), self.asked.emit)
        self.banner = Banner(theme, "held", "square slash", buttons=(show, (tr("Highlight off"), self._off)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        rig.changed.connect(self._refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.banner.set_width(event.size().width())
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.asked.emit()

    def _off(self) -> None:
        self._rig.highlight((), False)

    def _refresh(self) -> None:
        if not self._rig.fact:
            self.banner.hide()
            return
        self.banner.buttons[1].setVisible(bool(self._rig.highlighted))
        self.banner.say(self._rig.fact, self._rig.effect)

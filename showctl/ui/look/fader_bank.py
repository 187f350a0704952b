"""Faders beside each other: as many as there is room for, a scroll bar for the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from showctl.ui.look.fader import NARROW, WIDE, Channel, Fader
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

_GAP = 2


class FaderBank(QWidget):
    """Only those in sight are widgets, so that two hundred cost what twelve do."""

    changed = Signal(str, object)
    """The key of a channel, and its levels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.channels: list[Channel] = []
        self.faders: list[Fader] = []
        self._first = 0
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(tr("More faders"))
        self.bar.setSingleStep(1)
        self.bar.valueChanged.connect(self._go_to)
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row, 1)
        column.addWidget(self.bar)
        self.setMinimumWidth(2 * WIDE)

    def show_channels(self, channels: Sequence[Channel]) -> None:
        """These, from where it stood if they are the same."""
        if [each.key for each in channels] != [each.key for each in self.channels]:
            self._first = 0
        self.channels = list(channels)
        self._lay()

    def settle(self) -> None:
        """Tell what is still being moved: other channels come."""
        for fader in self.faders:
            fader.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        room = max((self.width() + _GAP) // (NARROW + _GAP), 1)
        count = min(room, len(self.channels))
        wide = min(max((self.width() + _GAP) // max(count, 1) - _GAP, NARROW), WIDE)
        over = len(self.channels) - count
        self._first = min(self._first, over)
        self.bar.blockSignals(True)
        self.bar.setRange(0, over)
        self.bar.setPageStep(max(count, 1))
        self.bar.setValue(self._first)
        self.bar.blockSignals(False)
        self.bar.setVisible(over > 0)
        while len(self.faders) > count:
            fader = self.faders.pop()
            self._row.removeWidget(fader)
            fader.hide()
            fader.deleteLater()
        while len(self.faders) < count:
            fader = Fader(self._theme, self.channels[self._first + len(self.faders)])
            fader.changed.connect(self.changed)
            fader.went.connect(lambda way, fader=fader: self._go(fader, way))
            self._row.insertWidget(len(self.faders), fader)
            self.faders.append(fader)
        for fader, channel in zip(self.faders, self.channels[self._first :], strict=False):
            fader.setFixedWidth(wide)
            fader.show_channel(channel)

    def _go_to(self, first: int) -> None:
        self.settle()
        self._first = first
        self._lay()

    def _go(self, fader: Fader, way: int) -> None:
        """To the fader beside it, in sight or not."""
        at = self.faders.index(fader) + way
        if 0 <= at < len(self.faders):
            self.faders[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.bar.setValue(self._first + way)

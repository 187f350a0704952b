"""The banner while the machine that the show runs on has no power but its battery's."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.ui.battery import Charge, charge_said
from showctl.ui.panels.banner import Banner
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class BatteryBanner(QWidget):
    """*Seen* puts it away until there is much less left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.charge: Charge | None = None
        self._seen: int | None = None
        """The step at which it was seen."""
        self.banner = Banner(theme, "on battery", "warning", buttons=((tr("Seen"), self._put_away),))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.banner.set_width(event.size().width())
        super().resizeEvent(event)

    def take(self, charge: Charge | None) -> None:
        """What is left; None: there is power, or nobody asks."""
        self.charge = charge
        if charge is None:
            self._seen = None
            self.banner.hide()
        elif self._seen is None or charge.step < self._seen:
            self._seen = None
            self.banner.say(tr("ON BATTERY"), charge_said(charge))

    def _put_away(self) -> None:
        self._seen = self.charge.step if self.charge is not None else None
        self.banner.hide()

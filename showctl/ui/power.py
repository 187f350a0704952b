"""What a show needs of the machine: that it stays awake, and has power. In Show mode only."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from showctl.ui.awake import NOT_AWAKE, REMEDY, Awake
from showctl.ui.battery import EVERY, Charge, on_battery
from showctl.ui.beside import Beside
from showctl.ui.desk import Desk
from showctl.ui.messages import Messages
from showctl.ui.mode import Mode
from showctl.ui.panels.battery_banner import BatteryBanner
from showctl.ui.tongue import tr


class Power(QObject):
    """One for the console, while it is open."""

    def __init__(
        self,
        desk: Desk,
        messages: Messages,
        banner: BatteryBanner,
        awake: Awake,
        charge: Callable[[], Charge | None] = on_battery,
    ) -> None:
        super().__init__(banner)  # what is still asked of the machine when the window goes comes to nobody
        self._desk, self._banner, self._awake, self._charge = desk, banner, awake, charge
        self._looked = float("-inf")
        self._looking = Beside("battery", self)
        awake.failed.connect(lambda: messages.warn(tr(NOT_AWAKE), tr(REMEDY)))
        desk.modes.changed.connect(self._follow)
        desk.ticked.connect(self._tick)
        self._follow(desk.modes.mode)

    def _follow(self, mode: Mode) -> None:
        self._awake.hold(mode is Mode.SHOW)
        self._looked = float("-inf")
        if mode is not Mode.SHOW:
            self._looking.forget()
            self._banner.take(None)

    def _tick(self, now: float) -> None:
        if self._desk.modes.mode is Mode.SHOW and now - self._looked >= EVERY and not self._looking.busy:
            self._looked = now
            self._looking.begin(self._charge, self._banner.take, lambda _: None)

    def end(self) -> None:
        """The console closes: the machine may sleep again, for all that it cares."""
        self._looking.forget()
        self._awake.hold(False)

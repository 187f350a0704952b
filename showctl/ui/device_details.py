"""Details of devices and of the engine's lateness: who opens them, where they stand, and how they are closed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from showctl.engine.overrides import KINDS
from showctl.ui.actions import Actions
from showctl.ui.desk import Desk
from showctl.ui.measure import Measures
from showctl.ui.models.devices import DevicesModel
from showctl.ui.overrides import Overrides
from showctl.ui.panels.details_panel import DetailsPanel
from showctl.ui.panels.device_panel import DevicePanel
from showctl.ui.panels.lateness_panel import LatenessPanel
from showctl.ui.panels.override_banners import OverrideBanners
from showctl.ui.panels.side_tabs import SideTabs
from showctl.ui.panels.top_bar import TopBar
from showctl.ui.theme import Theme


class DeviceDetails:
    """`leave` gives the keyboard back to the list."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        devices: DevicesModel,
        right: SideTabs,
        acts: Actions,
        leave: Callable[[], None],
    ) -> None:
        self._devices, self._right, self._leave = devices, right, leave
        self.overrides = Overrides(desk)
        self.banners = OverrideBanners(self.overrides, theme)
        self.device = DevicePanel(desk, theme, devices, self.overrides)
        self.lateness = LatenessPanel(desk, theme, self.overrides)
        for panel in (self.device, self.lateness):
            panel.done.connect(partial(self._close, panel))
        acts.bind("devices", self.open_worst)
        acts.bind("lateness", self.open_lateness)
        for kind in KINDS:
            acts.bind(f"override {kind}", partial(self.overrides.toggle, kind))

    def follow(self, top: TopBar) -> None:
        """Open what is clicked there."""
        top.lamps.picked.connect(self.open)
        top.lateness.clicked.connect(lambda: self.open_lateness(takes_keyboard=False))

    def set_measures(self, measures: Measures) -> None:
        self.device.set_measures(measures)
        self.lateness.set_measures(measures)

    def open(self, device: str, *, takes_keyboard: bool = False) -> None:
        """Show a device; again: put it away. A click leaves the keyboard where it is: ↑ and ↓ go on moving standby."""
        if self._right.shows(self.device) and self.device.device == device:
            self._close(self.device)
            return
        self.device.open(device)
        self._cover(self.device, takes_keyboard=takes_keyboard)

    def open_worst(self) -> None:
        """Show the device that needs looking at most; again: put it away."""
        if self._right.shows(self.device):
            self._close(self.device)
        elif lamps := self._devices.worst_first():
            self.open(lamps[0].name, takes_keyboard=True)

    def open_lateness(self, *, takes_keyboard: bool = True) -> None:
        if self._right.shows(self.lateness):
            self._close(self.lateness)
            return
        self.lateness.refresh()
        self._cover(self.lateness, takes_keyboard=takes_keyboard)

    def _cover(self, panel: DetailsPanel, *, takes_keyboard: bool) -> None:
        had = QApplication.focusWidget()
        self._right.cover(panel)
        if not takes_keyboard and had is not None and had.isVisible():
            had.setFocus()

    def _close(self, panel: DetailsPanel) -> None:
        if not self._right.shows(panel):
            return
        focused = panel.window().focusWidget()
        had_keyboard = focused is panel or (focused is not None and panel.isAncestorOf(focused))
        self._right.uncover()
        if had_keyboard:
            self._leave()

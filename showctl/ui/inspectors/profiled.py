"""The profiles of the show's devices, read beside the window."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from showctl.model.problem import Problem, Problems
from showctl.model.profile import DeviceProfile
from showctl.model.sacn_device import SacnDevice
from showctl.model.show import Show
from showctl.program.device_table import DeviceTable
from showctl.showfile.device_profile import Profiles, device_profiles
from showctl.showfile.report import Refused, Unreadable
from showctl.ui.desk import Desk
from showctl.ui.in_turn import InTurn


class _Read(NamedTuple):
    profiles: dict[str, DeviceProfile]
    table: DeviceTable


class Profiled(QObject):
    """Follows the devices of the document. Until they have been read there are none, and no table."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = InTurn("device profiles", self)
        self._devices: object = None
        self.profiles: Mapping[str, DeviceProfile] = {}
        """By device."""
        self.table: DeviceTable | None = None

    def follow(self, show: Show) -> None:
        """The show is this now."""
        if show.devices is not self._devices:
            self._devices = show.devices
            path = self._desk.session.path
            self._turn.begin(lambda: _read(show, device_profiles(path)), self._take, lambda _: None)

    @property
    def pending(self) -> int:
        """Readings that are under way."""
        return self._turn.pending

    def _take(self, read: _Read) -> None:
        self.profiles, self.table = read
        self.changed.emit()


def _read(show: Show, files: Profiles) -> _Read:
    problems: list[Problem] = []
    found: dict[str, DeviceProfile] = {}
    for name, device in show.devices.items():
        if not isinstance(device, SacnDevice) and device.profile is not None:
            try:
                found[name] = files.get(device.profile)
            except (Problems, Refused, Unreadable):
                continue  # the check page says it
    return _Read(found, DeviceTable(show.devices, files, show.info.title, problems, playing=True))

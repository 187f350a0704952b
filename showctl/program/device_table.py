"""The devices of a show with their profiles: where messages go, and which messages a command is."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from msgspec.structs import replace

from showctl.model.address import Endpoint
from showctl.model.device import Device, MidiDevice, OscDevice
from showctl.model.effect import Send
from showctl.model.message import Message
from showctl.model.problem import Path, Problem, Problems
from showctl.model.profile import DeviceProfile
from showctl.model.profile_argument import NO_PASSCODES, says_passcode
from showctl.model.sacn_device import SacnDevice
from showctl.program.program import Heartbeat, MidiTarget, OscTarget, Target
from showctl.program.sacn_table import sacn_target
from showctl.showfile.suggest import listed, suggestion

_ALL_DEVICES = 127
"""The MIDI Show Control device id that everybody hears, MSC 1.1 §4.1."""
_Timed = tuple[tuple[float, Message], ...]


class DeviceProfiles(Protocol):
    """Where device profiles come from. Raises Problems for a name that is not there."""

    def get(self, name: str) -> DeviceProfile: ...


class DeviceTable:
    """All devices. What is wrong with them is added to `problems`; cues that use them are checked all the same.

    With `whole` false, a device that is not there is the problem of nobody. When `playing`, cues that need a profile
    which cannot be used have a problem of their own; else the device alone has.
    """

    def __init__(
        self,
        devices: Mapping[str, Device],
        profiles: DeviceProfiles,
        title: str,
        problems: list[Problem],
        whole: bool = True,
        playing: bool = False,
    ) -> None:
        self._devices = devices
        self._playing = playing
        self._whole = whole
        self._profiles: dict[str, DeviceProfile] = {}
        self._broken: set[str] = set()
        """Devices whose profile is a problem already."""
        for name, device in devices.items():
            if not isinstance(device, SacnDevice) and device.profile is not None:
                self._add_profile(name, device, device.profile, profiles, problems)
        targets = (self._target(name, device, title, problems) for name, device in devices.items())
        self.targets = tuple(target for target in targets if not isinstance(target, OscTarget) or target.to[1])

    @property
    def sent_universes(self) -> frozenset[int]:
        """The universes that some sACN device sends."""
        return frozenset(u for d in self._devices.values() if isinstance(d, SacnDevice) for u in d.universes)

    def check(self, name: str, protocols: tuple[str, ...], path: Path) -> Device:
        """The device of this name, if it speaks one of the protocols. Raises Problems."""
        device = self._devices.get(name)
        if device is None and not self._whole:
            raise Problems([])
        fitting = [n for n, d in self._devices.items() if d.type in protocols]
        wanted = f"name a device of type {' or '.join(protocols)} under devices:"
        if device is None:
            raise Problems([Problem(path, f"there is no device '{name}'", suggestion(name, fitting, wanted))])
        if device.type not in protocols:
            what = f"'{name}' is a device of type {device.type}, this needs {' or '.join(protocols)}"
            raise Problems([Problem(path, what, suggestion(name, fitting, wanted))])
        if self._playing and name in self._broken and isinstance(device, OscDevice) and not device.to.port:
            what = f"'{name}' has no port, because its profile cannot be used"
            raise Problems([Problem(path, what, f"mend the profile of {name} under devices, or write a port")])
        return device

    def device_id(self, name: str) -> int:
        """The MIDI Show Control device id of a device; that of all for what is not MIDI."""
        device = self._devices.get(name)
        return device.device_id if isinstance(device, MidiDevice) else _ALL_DEVICES

    def command(self, name: str, command: str, arguments: Mapping[str, Any], path: Path) -> tuple[Send, ...]:
        """What a command of the device's profile sends. Raises Problems."""
        if name not in self._profiles and (secrets := [key for key in arguments if says_passcode(key)]):
            raise Problems([Problem.of((*path, key), NO_PASSCODES) for key in secrets])
        sends = self._sends(name, command, path, lambda profile, id_: profile.messages(command, arguments, id_))
        if not sends or not self._profiles[name].chased(command):
            return sends
        return tuple(replace(send, chase=True) for send in sends)

    def stop_command(self, name: str, command: str, arguments: Mapping[str, Any], path: Path) -> tuple[Send, ...]:
        """What the profile pairs with the command as its stop. Raises Problems."""
        return self._sends(name, command, path, lambda profile, id_: profile.stop_messages(command, arguments, id_))

    def _sends(
        self, name: str, command: str, path: Path, said: Callable[[DeviceProfile, int], _Timed]
    ) -> tuple[Send, ...]:
        device = self.check(name, ("osc", "midi"), (*path, "device"))
        profile = self._profiles.get(name)
        if profile is None:
            if name in self._broken:
                if not self._playing:
                    return ()
                what = f"'{name}' knows no commands, because its profile cannot be used"
                raise Problems([Problem((*path, "device"), what, f"mend the profile of {name} under devices")])
            remedy = f"write profile: and its name at {name} under devices:, or use an {device.type} cue"
            raise Problems([Problem((*path, "device"), f"'{name}' has no profile, so it knows no commands", remedy)])
        try:
            return tuple(Send(at, name, message) for at, message in said(profile, self.device_id(name)))
        except Problems as wrong:
            elsewhere = "" if command in profile.commands else self._who_knows(command)
            raise Problems([Problem((*path, *p.path), p.what, elsewhere or p.remedy) for p in wrong.problems]) from None

    def _who_knows(self, command: str) -> str:
        """A remedy that names the devices which have the command, empty if none has it."""
        others = [name for name, profile in self._profiles.items() if command in profile.commands]
        return f"write device: {listed(others)}, which {'has' if len(others) == 1 else 'have'} it" if others else ""

    def _add_profile(
        self, name: str, device: Device, profile_name: str, profiles: DeviceProfiles, problems: list[Problem]
    ) -> None:
        path: Path = ("devices", name, "profile")
        try:
            profile = profiles.get(profile_name)
        except Problems as wrong:
            problems += [Problem(path, p.what, p.remedy) for p in wrong.problems]
            self._broken.add(name)
            return
        if profile.protocol != device.type:
            what = f"'{profile_name}' is a profile for {profile.protocol}, '{name}' is a device of type {device.type}"
            problems.append(Problem(path, what, f"write type: {profile.protocol}, or another profile"))
            self._broken.add(name)
            return
        self._profiles[name] = profile

    def _target(self, name: str, device: Device, title: str, problems: list[Problem]) -> Target:
        profile = self._profiles.get(name)
        panic: tuple[Send, ...] = ()
        if profile is not None:
            panic = tuple(Send(at, name, m) for at, m in profile.panic_messages(self.device_id(name)))
        match device:
            case SacnDevice():
                return sacn_target(name, device, title, problems)
            case MidiDevice():
                return MidiTarget(name, device.port, panic)
            case OscDevice():
                to_device = self._endpoint(name, "to", device.to, profile, problems)
                backup = self._endpoint(name, "backup", device.backup, profile, problems) if device.backup else None
                heartbeat = Heartbeat(*profile.heartbeat) if profile is not None and profile.heartbeat else None
                return OscTarget(name, to_device, backup if backup and backup[1] else None, panic, heartbeat)

    def _endpoint(
        self, name: str, key: str, endpoint: Endpoint, profile: DeviceProfile | None, problems: list[Problem]
    ) -> tuple[str, int]:
        port = endpoint.port or (profile.port if profile is not None else None)
        if not port and name not in self._broken:
            what = f"'{name}' has no port, and no profile names one"
            problems.append(Problem(("devices", name, key), what, f"write for example {endpoint.host}:8000"))
        return (endpoint.host, port or 0)

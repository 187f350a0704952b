"""Audio and video cues: a command of the device's profile as a form, with the ranges that the profile says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from showctl.model.profile import DeviceProfile
from showctl.ui.fields.argument import kind_of
from showctl.ui.fields.choice import ChoiceKind, DeviceKind
from showctl.ui.fields.names import Names
from showctl.ui.fields.text import TextKind
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.tongue import marked

_OF_ALL = ("device", "do", "duration")


def filled(profile: DeviceProfile, command: str, before: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a command: those that are written and fit, examples for those that it cannot do without."""
    found: dict[str, Any] = {}
    for name, argument in profile.commands[command].arguments.items():
        if argument.secret:
            continue
        try:
            argument.value(before[name])
            found[name] = before[name]
        except (KeyError, ValueError):
            if not argument.optional and argument.default is None:
                found[name] = argument.example
    return found


@dataclass(frozen=True)
class Command:
    """Another command takes over the arguments that it has, too."""

    kind: str
    profile: DeviceProfile = field(compare=False)

    def read(self, cue: Mapping[str, Any]) -> str:
        return str(_action(cue, self.kind).get("do") or "")

    def write(self, cue: Mapping[str, Any], text: str) -> tuple[Path, Any]:
        action = _action(cue, self.kind)
        kept = {key: action[key] for key in ("device", "duration") if key in action}
        rest = filled(self.profile, text, action) if text in self.profile.commands else {}
        return (self.kind,), {**kept, "do": text, **rest}


@dataclass(frozen=True)
class Device:
    """Another device is given the same command if it knows it, else its first."""

    kind: str
    profiles: Mapping[str, DeviceProfile] = field(compare=False)

    def read(self, cue: Mapping[str, Any]) -> str:
        return str(_action(cue, self.kind).get("device") or "")

    def write(self, cue: Mapping[str, Any], text: str) -> tuple[Path, Any]:
        action = _action(cue, self.kind)
        profile = self.profiles.get(text)
        if profile is None:
            return (self.kind, "device"), text
        do = str(action.get("do"))
        do = do if do in profile.commands else next(iter(profile.commands))
        kept = {key: action[key] for key in ("duration",) if key in action}
        return (self.kind,), {"device": text, "do": do, **kept, **filled(profile, do, action)}


def rows(kind: str, cue: Mapping[str, Any], names: Names) -> tuple[Row, ...]:
    """Device, command, its arguments, and how long it takes."""
    action = _action(cue, kind)
    device = Row(
        (kind, "device"),
        marked("Device"),
        DeviceKind(profiled=True),
        group=marked("To"),
        plan=Device(kind, names.profiles),
    )
    lasts = Row((kind, "duration"), marked("Lasts"), TimeKind(), group=marked("Time"))
    profile = names.profiles.get(str(action.get("device")))
    if profile is None:
        return (
            device,
            Row((kind, "do"), marked("Command"), TextKind(), group=marked("Command")),
            *_unknown(kind, action),
            lasts,
        )
    words = tuple((name, f"{name}: {each.does}") for name, each in profile.commands.items())
    do = Row(
        (kind, "do"),
        marked("Command"),
        ChoiceKind(words),
        group=marked("To"),
        help=marked("What the device is told to do"),
        plan=Command(kind, profile),
    )
    known = profile.commands.get(str(action.get("do")))
    arguments = (
        [
            Row(
                (kind, name),
                name.capitalize(),
                kind_of(each),
                group=known.does,
                help=each.wanted[:1].upper() + each.wanted[1:],
                required=not each.optional and each.default is None,
            )
            for name, each in known.arguments.items()
            if not each.secret
        ]
        if known is not None
        else list(_unknown(kind, action))
    )
    return (device, do, *arguments, lasts)


def _unknown(kind: str, action: Mapping[str, Any]) -> tuple[Row, ...]:
    """Arguments of which nobody knows what they are."""
    names = [name for name in action if name not in _OF_ALL]
    return tuple(Row((kind, name), name.capitalize(), TextKind(), group=marked("Command")) for name in names)


def _action(cue: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    found = cue.get(kind)
    return found if isinstance(found, dict) else {}

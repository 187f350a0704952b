"""What a cue would send, worked out by the compiler itself: address and arguments, or bytes, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from showctl.cues.cue_type import CueType
from showctl.cues.targets import Targets
from showctl.model.effect import Act, Effect, Ramp, Send
from showctl.model.light import LightAction
from showctl.model.look import Look
from showctl.model.message import Message, MidiMessage, OscArgument
from showctl.model.problem import Path, Problems
from showctl.program.device_table import DeviceTable
from showctl.program.program import MidiTarget, OscTarget
from showctl.ui.fields.time import spoken
from showctl.ui.tongue import tr


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `when`: from the cue's action, empty for at once; `to`: the device, and where it is."""

    when: str
    to: str
    message: str


@dataclass(frozen=True, slots=True)
class DeviceRig:
    """The rig of a show without its light: enough for cues that send messages."""

    devices: DeviceTable

    def fade(self, look: Look, time: float, path: Path) -> tuple[Effect, ...]:
        return ()

    def light(self, action: LightAction, path: Path) -> tuple[Effect, ...]:
        return ()

    def device(self, name: str, protocol: str, path: Path) -> None:
        self.devices.check(name, (protocol,), path)

    def device_id(self, name: str) -> int:
        return self.devices.device_id(name)

    def command(self, device: str, command: str, arguments: Mapping[str, Any], path: Path) -> tuple[Send, ...]:
        return self.devices.command(device, command, arguments, path)

    def stop_command(self, device: str, command: str, arguments: Mapping[str, Any], path: Path) -> tuple[Send, ...]:
        return self.devices.stop_command(device, command, arguments, path)

    def master(self, name: str, path: Path) -> None:
        return None

    def ask(self, act: Act, targets: Targets, path: Path) -> tuple[Effect, ...]:
        return ()


def preview(cue: CueType, devices: DeviceTable) -> tuple[tuple[Line, ...], str]:
    """All messages of a cue in order, and those that stop it; or what is wrong."""
    rig = DeviceRig(devices)
    where = {target.device: _place(target) for target in devices.targets}
    try:
        effects = cue.effects(rig)
        stops = cue.stop_effects(rig)
    except Problems as problems:
        first = problems.problems[0] if problems.problems else None
        return (), f"{first.what}; {first.remedy}" if first is not None else ""
    lines = [_line(effect, where) for effect in effects if isinstance(effect, Send | Ramp)]
    lines += [_line(effect, where, stop=True) for effect in stops]
    return tuple(lines), ""


def _line(effect: Send | Ramp, where: Mapping[str, str], *, stop: bool = False) -> Line:
    to = f"{effect.device} {where.get(effect.device, '')}".strip()
    when = tr("when stopped") if stop else tr("after {time}").format(time=spoken(effect.at)) if effect.at else ""
    if isinstance(effect, Ramp):
        start = tr("where it is") if effect.start is None else f"{effect.start:g}"
        ends = "  " + tr("{start} to {end} in {time}, {rate} a second").format(
            start=start, end=f"{effect.end:g}", time=spoken(effect.time), rate=f"{effect.rate:g}"
        )
        return Line(when, to, words(effect.message, effect.argument) + ends)
    return Line(when, to, words(effect.message))


def words(message: Message, moving: int | None = None) -> str:
    """A message as it goes out: OSC with the type of each argument, MIDI as bytes. `moving`: the argument that is not
    one value."""
    if isinstance(message, MidiMessage):
        return message.data.hex(" ").upper()
    arguments = [
        f"{argument.tag} …" if at == moving else _argument(argument) for at, argument in enumerate(message.args)
    ]
    return "  ".join((message.address, *arguments))


def _argument(argument: OscArgument) -> str:
    value = argument.value
    if argument.tag in "TFNI":
        return {"T": "true", "F": "false", "N": "nil", "I": "impulse"}[argument.tag]
    if isinstance(value, bytes):
        return f"{argument.tag} {value.hex(' ')}"
    if isinstance(value, float):
        return f"{argument.tag} {value:.6g}"
    return f'{argument.tag} "{value}"' if isinstance(value, str) else f"{argument.tag} {value}"


def _place(target: object) -> str:
    if isinstance(target, OscTarget):
        return f"{target.to[0]}:{target.to[1]}"
    return tr("port {port}").format(port=target.port) if isinstance(target, MidiTarget) else ""

"""The rig of a show, as its cues see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from showctl.cues.targets import Targets
from showctl.model.cue import MAIN, Cue
from showctl.model.effect import Act, Effect, Send
from showctl.model.light import LightAction
from showctl.model.look import Look
from showctl.model.problem import Path, Problem, Question
from showctl.program.device_table import DeviceTable
from showctl.program.forgiven import Forgiven
from showctl.program.light_fade import LightFades
from showctl.program.look_fade import LookFades
from showctl.program.master_table import check_master
from showctl.program.target import TargetTable


@dataclass(frozen=True, slots=True)
class ShowRig:
    """The rig of a show as its cues see it (see cues/rig.py)."""

    looks: LookFades
    lights: LightFades
    devices: DeviceTable
    targets: TargetTable
    whole: bool
    """Whether no part of the show has been left out."""
    masters: tuple[str, ...] = ()
    """Names of the submasters."""
    forgiven: Forgiven | None = None
    segments: frozenset[str] | None = None
    """Those that cues can start; None: all that they name."""
    list_name: str = MAIN
    """The list of the cues that see it."""
    asked: list[Question] = field(default_factory=list)
    """What is to be asked about the cue that is being compiled, with paths from the cue."""
    layer: int = 0
    """Whose light theirs is (see Fade.layer)."""
    left_out: list[Problem] = field(default_factory=list)
    """Of a show that is to be played: what the cue that is being compiled leaves out of its looks, with paths from the
    cue."""

    def starts(self, cue: Cue) -> bool:
        """Whether the segment that a cue names can be started."""
        return self.segments is None or cue.starts_segment in self.segments

    def fade(self, look: Look, time: float, path: Path) -> tuple[Effect, ...]:
        return tuple(replace(fade, layer=self.layer) for fade in self.looks.fade(look, time, path))

    def light(self, action: LightAction, path: Path) -> tuple[Effect, ...]:
        return self.lights.of(action, self.layer, path, self.left_out if self.forgiven is not None else None)

    def device(self, name: str, protocol: str, path: Path) -> None:
        self.devices.check(name, (protocol,), path)

    def device_id(self, name: str) -> int:
        return self.devices.device_id(name)

    def command(self, device: str, command: str, arguments: Mapping[str, Any], path: Path) -> tuple[Send, ...]:
        return self.devices.command(device, command, arguments, path)

    def stop_command(self, device: str, command: str, arguments: Mapping[str, Any], path: Path) -> tuple[Send, ...]:
        return self.devices.stop_command(device, command, arguments, path)

    def master(self, name: str, path: Path) -> None:
        if self.whole:
            check_master(name, self.masters, path)

    def ask(self, act: Act, targets: Targets, path: Path) -> tuple[Effect, ...]:
        return self.targets.ask(act, targets, self.list_name, path)

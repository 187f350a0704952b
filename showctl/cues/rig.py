"""What a cue may ask of the rig while it describes its effects."""

from collections.abc import Mapping
from typing import Any, Protocol

from showctl.cues.targets import Targets
from showctl.model.effect import Act, Effect, Send
from showctl.model.light import LightAction
from showctl.model.look import Look
from showctl.model.problem import Problems

__all__ = ["Problems", "Rig"]


class Rig(Protocol):
    """The patched fixtures and the named devices of a show. Built by `program`, used by cues at compile time only.

    Every method raises Problems, with paths relative to the cue, when the rig cannot do what is asked.
    """

    def fade(self, look: Look, time: float, path: tuple[str | int, ...]) -> tuple[Effect, ...]:
        """The fades that bring the fixtures of a look to it in `time` seconds. `path` is where the look stands."""
        ...

    def light(self, action: LightAction, path: tuple[str | int, ...]) -> tuple[Effect, ...]:
        """The fades of a light cue and its parts, in order. `path` is where the action stands."""
        ...

    def device(self, name: str, protocol: str, path: tuple[str | int, ...]) -> None:
        """Check that the device exists and speaks `osc` or `midi`."""
        ...

    def device_id(self, name: str) -> int:
        """The MIDI Show Control device id of a MIDI device."""
        ...

    def command(
        self, device: str, command: str, arguments: Mapping[str, Any], path: tuple[str | int, ...]
    ) -> tuple[Send, ...]:
        """The messages of a command of the device's profile, each with its offset from the action."""
        ...

    def stop_command(
        self, device: str, command: str, arguments: Mapping[str, Any], path: tuple[str | int, ...]
    ) -> tuple[Send, ...]:
        """The messages that the profile pairs with the command as its stop; often none."""
        ...

    def master(self, name: str, path: tuple[str | int, ...]) -> None:
        """Check that there is such a master; grand always is."""
        ...

    def ask(self, act: Act, targets: Targets, path: tuple[str | int, ...]) -> tuple[Effect, ...]:
        """What asks the player to do something to other cues and lists, at the action."""
        ...

"""The outputs of one program: made together, closed together."""

import shlex
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from msgspec import structs

from showctl.engine.clock import Clock
from showctl.engine.event import Sent
from showctl.host.passcode import kept_passcode
from showctl.model.effect import Send
from showctl.outputs.discovery import Discovery
from showctl.outputs.heartbeat import Heartbeats
from showctl.outputs.midi import MidiOutput
from showctl.outputs.midi_client import MidiClient
from showctl.outputs.osc import OscOutput
from showctl.outputs.recording import OUTPUTS_OFF, Recording
from showctl.outputs.sacn import SacnOutput, SilentFrames
from showctl.outputs.sequences import Sequences
from showctl.program.program import CompiledCue, MidiTarget, OscTarget, Program, SacnTarget, Target

WAITING = "new on this machine, and nobody has agreed to it yet"
"""What the status of a device says that is silent for this."""

Output = OscOutput | MidiOutput | Recording | SacnOutput | SilentFrames
_Announcing = tuple[str, str, int, tuple[int, ...]]
"""Interface, source name, TTL and outputs of a discovery."""


class Closing(Protocol):
    """What is open."""

    def close(self) -> None: ...


class Rig(NamedTuple):
    """Outputs by device. `close` after the dispatcher has let go of them; it may take a moment."""

    messages: Mapping[str, OscOutput | MidiOutput | Recording]
    frames: tuple[SacnOutput | SilentFrames, ...]
    targets: tuple[Target, ...] = ()
    """What each of them was opened for."""
    heartbeats: Heartbeats | None = None
    midi: Mapping[str, MidiClient] = MappingProxyType({})
    """By device: whose process looks after its port."""
    discoveries: tuple[tuple[_Announcing, Discovery], ...] = ()

    def wait_for_ports(self) -> None:
        """Until it is known of each MIDI port whether it is there: for a GO that comes at once."""
        for output in self.messages.values():
            if isinstance(output, MidiOutput):
                output.wait_for_port()

    def close(self, but: "Rig | None" = None) -> None:
        """What waits to be sent is sent first. What another rig has taken over stays open."""
        kept = {id(each) for each in but.everything} if but is not None else set()
        for part in self.everything:
            if id(part) not in kept:
                part.close()

    @property
    def everything(self) -> "Iterator[Closing]":
        """All that is open, each once, in the order in which it is closed."""
        for _, discovery in self.discoveries:
            yield discovery
        if self.heartbeats is not None:
            yield self.heartbeats
        yield from self.messages.values()
        yield from dict.fromkeys(self.midi.values())
        yield from self.frames


def rig_of(
    program: Program,
    cid: uuid.UUID,
    clock: Clock,
    report: Callable[[Sent], None],
    sequences: Sequences,
    *,
    outputs_off: bool,
    allows: Callable[[Target], bool] = lambda _: True,
    before: Rig | None = None,
    changed: Iterable[CompiledCue] | None = None,
    show: Path | None = None,
) -> Rig:
    """Open everything that the program names, and encode all of its messages. Takes a moment, and raises nothing: what
    cannot be opened says so in its status. Devices that are not allowed stay silent, and nothing of theirs is opened or
    looked up.

    `before`: outputs of the state before that go where they went are these, and stay open. `changed`: the cues whose
    messages these do not know. `show`: the file that is played, for what is said.
    """
    sending = {target.device for target in program.targets if not outputs_off and allows(target)}
    kept = _kept(program, before, sending)
    midi = dict(before.midi) if before is not None else {}
    why = OUTPUTS_OFF if outputs_off else WAITING
    new = _New(program, cid, clock, report, sequences, midi, sending, why, show)
    every = {target.device: kept.get(target.device) or new.output(target) for target in program.targets}
    messages = {device: each for device, each in every.items() if not isinstance(each, SacnOutput | SilentFrames)}
    known, others = [*(changed if changed is not None else program.cues.values())], [*program.cues.values()]
    for device, output in messages.items():
        cues = known if device in kept else others
        output.prepare(send.message for send in _sends(cues, program) if send.device == device)
    frames = tuple(each for each in every.values() if isinstance(each, SacnOutput | SilentFrames))
    midi = {device: client for device, client in midi.items() if device in messages}
    if outputs_off:
        return Rig(messages, frames, program.targets)
    osc = [each for each in messages.values() if isinstance(each, OscOutput)]
    heartbeats = (
        before.heartbeats if before is not None and before.heartbeats is not None else Heartbeats((), clock.now)
    )
    heartbeats.follow(osc)
    discoveries = _discoveries(program, every, cid, clock, before)
    return Rig(messages, frames, program.targets, heartbeats, midi, discoveries)


class _New(NamedTuple):
    """Opens outputs."""

    program: Program
    cid: uuid.UUID
    clock: Clock
    report: Callable[[Sent], None]
    sequences: Sequences
    midi: dict[str, MidiClient]
    sending: set[str]
    """The devices that may be sent to."""
    why: str
    """Why the others may not."""
    show: Path | None

    def output(self, target: Target) -> Output:
        match target:
            case SacnTarget() if target.device not in self.sending:
                return SilentFrames(target, self.why)
            case SacnTarget():
                return SacnOutput(target, self.program.universes, self.cid, self.clock, self.sequences)
            case _ if target.device not in self.sending:
                return Recording(target, self.report, self.why)
            case OscTarget():
                command = shlex.join(("showctl", "passcode", "set", str(self.show or "SHOW"), target.device))
                passcode_of = partial(kept_passcode, command=command)
                return OscOutput(target, self.report, self.clock.now, passcode_of, command)
            case MidiTarget():
                # One process for all, but for a port that is opened later in place of another under the same name.
                used = target.device in self.midi
                client = MidiClient() if used or not self.midi else next(iter(self.midi.values()))
                self.midi[target.device] = client
                return MidiOutput(target, client, self.report)


def _kept(program: Program, before: Rig | None, sending: set[str]) -> dict[str, Output]:
    """The outputs that go on, by device."""
    if before is None:
        return {}
    there: dict[str, Output] = {**before.messages, **{each.device: each for each in before.frames}}
    was = {target.device: target for target in before.targets}
    return {
        target.device: there[target.device]
        for target in program.targets
        if (old := was.get(target.device)) is not None
        and (target.device in sending) == (not isinstance(there[target.device], Recording | SilentFrames))
        and _goes_on(old, target, there[target.device], program)
    }


def _goes_on(was: Target, target: Target, output: Output, program: Program) -> bool:
    """Whether an output serves this target, too."""
    if isinstance(was, SacnTarget) or isinstance(target, SacnTarget):
        own = set(program.universes).intersection(target.universes) if isinstance(target, SacnTarget) else set()
        return was == target and (not isinstance(output, SacnOutput) or output.universes == own)
    return structs.replace(was, panic=()) == structs.replace(target, panic=())


def _discoveries(
    program: Program, every: Mapping[str, Output], cid: uuid.UUID, clock: Clock, before: Rig | None
) -> tuple[tuple[_Announcing, Discovery], ...]:
    """One for each interface: to a listener all devices of an engine are one source."""
    by_interface: dict[str, list[tuple[SacnTarget, SacnOutput]]] = {}
    for target in program.targets:
        output = every[target.device]
        if isinstance(target, SacnTarget) and isinstance(output, SacnOutput) and target.discovery:
            by_interface.setdefault(target.interface, []).append((target, output))
    running = dict(before.discoveries) if before is not None else {}
    found = []
    for interface, those in by_interface.items():
        name, ttl, outputs = those[0][0].source_name, those[0][0].ttl, [output for _, output in those]
        what = (interface, name, ttl, tuple(map(id, outputs)))
        found.append((what, running.get(what) or Discovery(outputs, cid, name, interface, ttl, clock)))
    return tuple(found)


def _sends(cues: Iterable[CompiledCue], program: Program) -> Iterator[Send]:
    for cue in cues:
        yield from (effect for effect in cue.effects if isinstance(effect, Send))
        yield from cue.stop
    for target in program.targets:
        if not isinstance(target, SacnTarget):
            yield from target.panic

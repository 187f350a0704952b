"""The outputs of one program: made together, closed together."""

import uuid
from collections.abc import Callable, Iterator
from typing import NamedTuple

from showctl.engine.clock import Clock
from showctl.engine.event import Sent
from showctl.engine.port import FrameOutput, MessageOutput
from showctl.model.effect import Send
from showctl.outputs.discovery import Discovery
from showctl.outputs.heartbeat import Heartbeats
from showctl.outputs.midi import MidiOutput
from showctl.outputs.midi_client import MidiClient
from showctl.outputs.osc import OscOutput
from showctl.outputs.recording import Recording
from showctl.outputs.sacn import SacnOutput, SilentFrames
from showctl.outputs.sequences import Sequences
from showctl.program.program import MidiTarget, OscTarget, Program, SacnTarget


class Rig(NamedTuple):
    """Outputs by device. `close` after the dispatcher has let go of them; it may take a moment."""

    messages: dict[str, MessageOutput]
    frames: tuple[FrameOutput, ...]
    heartbeats: Heartbeats | None = None
    midi: MidiClient | None = None
    discoveries: tuple[Discovery, ...] = ()

    def wait_for_ports(self) -> None:
        """Until it is known of each MIDI port whether it is there: for a GO that comes at once."""
        for output in self.messages.values():
            if isinstance(output, MidiOutput):
                output.wait_for_port()

    def close(self) -> None:
        """What waits to be sent is sent first."""
        for discovery in self.discoveries:
            discovery.close()
        if self.heartbeats is not None:
            self.heartbeats.close()
        for messages in self.messages.values():
            messages.close()
        if self.midi is not None:
            self.midi.close()
        for frames in self.frames:
            frames.close()


def rig_of(
    program: Program,
    cid: uuid.UUID,
    clock: Clock,
    report: Callable[[Sent], None],
    sequences: Sequences,
    *,
    outputs_off: bool,
) -> Rig:
    """Open everything that the program names, and encode all of its messages. Takes a moment, and raises nothing: what
    cannot be opened says so in its status."""
    targets = program.targets
    if outputs_off:
        silent = tuple(SilentFrames(target) for target in targets if isinstance(target, SacnTarget))
        recorded = [Recording(target, report) for target in targets if not isinstance(target, SacnTarget)]
        return Rig({output.device: output for output in recorded}, silent)
    client = MidiClient()
    midi = [MidiOutput(target, client, report) for target in targets if isinstance(target, MidiTarget)]
    osc = [OscOutput(target, report, clock.now) for target in targets if isinstance(target, OscTarget)]
    messages: dict[str, MessageOutput] = {output.device: output for output in osc}
    messages |= {output.device: output for output in midi}
    for device, prepared in messages.items():
        prepared.prepare(send.message for send in _sends(program) if send.device == device)
    rigs = [target for target in targets if isinstance(target, SacnTarget)]
    frames = tuple(SacnOutput(target, program.universes, cid, clock, sequences) for target in rigs)
    discoveries = _discoveries(list(zip(rigs, frames, strict=True)), cid, clock)
    return Rig(messages, frames, Heartbeats(osc, clock.now), client, discoveries)


def _discoveries(outputs: list[tuple[SacnTarget, SacnOutput]], cid: uuid.UUID, clock: Clock) -> tuple[Discovery, ...]:
    """One for each interface: to a listener all devices of an engine are one source."""
    by_interface: dict[str, list[tuple[SacnTarget, SacnOutput]]] = {}
    for target, output in outputs:
        if target.discovery:
            by_interface.setdefault(target.interface, []).append((target, output))
    return tuple(
        Discovery([output for _, output in every], cid, every[0][0].source_name, interface, every[0][0].ttl, clock)
        for interface, every in by_interface.items()
    )


def _sends(program: Program) -> Iterator[Send]:
    for cue in program.cues.values():
        yield from (effect for effect in cue.effects if isinstance(effect, Send))
        yield from cue.stop
    for target in program.targets:
        if not isinstance(target, SacnTarget):
            yield from target.panic

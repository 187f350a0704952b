"""Taking the show from its last cue: how long until everything is out, and what the dispatcher has to do for it."""

import socket
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import shows, wire
from showctl.engine.command import TakeFrom
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.taking import GAP, taking_of
from showctl.outputs.osc import OscOutput
from showctl.program.opening import open_show
from showctl.program.program import OscTarget


def measure(cues: int, places: int, universes: int, samples: int) -> dict[str, Any]:
    """Milliseconds: working it out (off the dispatcher's thread); each wake-up of the dispatcher, the first with the
    light and 20 messages, the others with 20 messages; on the wire, from the command to the first and last message.
    """
    with tempfile.TemporaryDirectory() as folder:
        probe, port = wire.Probe(), wire.free_port()
        show = shows.chased_show(Path(folder), probe.port, cues, places, universes)
        result = {"cues": cues, "messages": places, **_inside(show, f"{cues}", samples)}
        probe.drain(0.2)  # what was measured inside has gone there too
        first, last = [], []
        with wire.engine(show, port=port), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
            for _ in range(samples):
                begun = time.time_ns()
                panel.sendto(wire.osc("/take", str(cues)), ("127.0.0.1", port))
                stamps = _received(probe, places)
                first.append((stamps[0] - begun) / 1e6)
                last.append((stamps[-1] - begun) / 1e6)
        pace = (places - 1) // 20 * GAP * 1e3
        return {
            **result,
            "command_to_first_ms": wire.figures(first),
            "command_to_last_ms": wire.figures(last),
            "of_it_by_the_limited_rate_ms": pace,
        }


def _received(probe: wire.Probe, count: int) -> list[int]:
    stamps: list[int] = []
    while len(stamps) < count:
        got = probe.receive(30.0)
        if got is None:
            raise SystemExit(f"{len(stamps)} of {count} messages came")
        stamps.append(got[0])
    return stamps


def _inside(show: Path, cue: str, samples: int) -> dict[str, Any]:
    program = open_show(show).program
    outputs = {
        target.device: OscOutput(target, lambda sent: None)
        for target in program.targets
        if isinstance(target, OscTarget)
    }
    playback = Playback(program, Player(program), mixer_for(program), outputs, lambda event: None)
    prepared, begun, later = [], [], []
    for sample in range(samples):
        now = sample * 100.0
        start = time.perf_counter()
        taking = taking_of(program, TakeFrom(cue=cue))
        prepared.append((time.perf_counter() - start) * 1e3)
        start = time.perf_counter()
        playback.handle(taking, now)
        playback.advance(now)
        begun.append((time.perf_counter() - start) * 1e3)
        while (due := playback.next_deadline()) is not None:
            start = time.perf_counter()
            playback.advance(due)
            later.append((time.perf_counter() - start) * 1e3)
    for output in outputs.values():
        output.close()
    return {
        "working_it_out_ms": wire.figures(prepared),
        "dispatcher_first_ms": wire.figures(begun),
        "dispatcher_later_ms": wire.figures(later),
    }

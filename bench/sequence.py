"""Long lists, wide groups, many active cues, and a whole evening on paper."""

import gc
import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from pythonosc.osc_message_builder import OscMessageBuilder

from bench import shows, wire
from bench.frames import intervals
from showctl.engine.command import AnyCommand, Go, HardStop, Panic, SetStandby, Stop
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.stage import mixer_for
from showctl.link.client import Client
from showctl.link.meeting import find
from showctl.outputs.recording import Recording
from showctl.program.opening import open_show
from showctl.program.program import SacnTarget

CHILDREN = 500
FADES = 1000
STOP_ALL: tuple[AnyCommand, ...] = (Stop(), Panic(), HardStop())
EVENING = 3 * 3600
"""Seconds of the show that is simulated."""
_WARM_UP = 5


def measure(count: int, groups: int, seconds: float) -> dict[str, Any]:
    """`count` GOs in each list, `groups` GOs of a group of 500, `seconds` of a thousand fades."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            "go_in_a_list": {str(cues): _go_in_a_list(folder, cues, count) for cues in (100, 10_000)},
            "go_500_children_to_last_packet_ms": wire.figures(_wide_groups(folder, groups)),
            "1000_cues_that_fade": _many_fades(folder, seconds),
            "dispatcher_starts_10000_cues_ms": _all_at_once(folder, 10_000, 3)["go"],
            "dispatcher_ends_1000_active_cues_ms": _all_at_once(folder, 1_000, groups, STOP_ALL),
            "simulate_5000_cues_3_hours": _evening(folder),
        }


def _go_in_a_list(folder: Path, cues: int, count: int) -> dict[str, Any]:
    """GO by OSC → packet, in milliseconds, from the first cues of the list and from the last ones."""
    probe, port = wire.Probe(), wire.free_port()
    show = shows.message_show(folder, probe.port, cues)
    result: dict[str, Any] = {}
    with wire.engine(show, port=port):
        for place, first in (("first", 1), ("last", cues - count - _WARM_UP)):
            _standby(port, first)
            samples = wire.latencies(
                wire.osc("/go"), port, probe, lambda data: data.startswith(b"/bench"), count + _WARM_UP, (0.02, 0.05)
            )
            result[f"{place}_cues_ms"] = wire.figures(samples[_WARM_UP:])
    return result


def _standby(port: int, cue: int) -> None:
    builder = OscMessageBuilder("/standby")
    builder.add_arg(str(cue), "s")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(builder.build().dgram, ("127.0.0.1", port))
    time.sleep(0.2)


def _wide_groups(folder: Path, groups: int) -> list[float]:
    """Milliseconds from just before the GO's sendto to the kernel's stamp of the last child's packet."""
    probe, port = wire.Probe(), wire.free_port()
    probe.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    show = shows.group_show(folder, probe.port, groups + 1, CHILDREN)
    samples = []
    with wire.engine(show, port=port), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for _ in range(groups + 1):
            probe.drain(0.3)
            sent = time.clock_gettime_ns(time.CLOCK_REALTIME)
            sender.sendto(wire.osc("/go"), ("127.0.0.1", port))
            stamps = [got[0] for _ in range(CHILDREN) if (got := probe.receive(2.0))]
            if len(stamps) != CHILDREN:
                raise SystemExit(f"{len(stamps)} of {CHILDREN} packets came")
            samples.append((max(stamps) - sent) / 1e6)
    return samples[1:]


def _many_fades(folder: Path, seconds: float) -> dict[str, Any]:
    """Processor time, intervals of frames, and lateness as the engine counts it from the GO on, its burst included."""
    port = wire.free_port()
    show = shows.cues_that_fade(folder, port, FADES, seconds + 30)
    with wire.engine(show, "--go") as running:
        time.sleep(1.5)
        listener, before, start = wire.Listener(seconds, port), wire.cpu_seconds(running.pid), time.monotonic()
        time.sleep(seconds)
        cpu = (wire.cpu_seconds(running.pid) - before) / (time.monotonic() - start)
        meeting = find(show)
        assert meeting is not None
        with Client(meeting) as client:
            while client.newest is None:
                client.ended.wait(0.01)
            late, active = client.newest.lateness, len(client.newest.active)
        return intervals(listener.records(), 0) | {
            "active": active,
            "cpu_s_per_s": round(cpu, 4),
            "late_ms": {name: round(getattr(late, name) * 1e3, 3) for name in ("median", "p99", "worst")},
        }


def _all_at_once(folder: Path, cues: int, samples: int, ends: tuple[AnyCommand, ...] = (Stop(),)) -> dict[str, Any]:
    """Milliseconds of processor time for GO on so many cues of all kinds, and for what ends them: the command,
    all that comes of it, and the levels of the frame after it. Nothing is sent.
    """
    program = open_show(shows.cues_of_all_kinds(folder, cues)).program
    outputs = {t.device: Recording(t, lambda sent: None) for t in program.targets if not isinstance(t, SacnTarget)}
    playback = Playback(program, Player(program), mixer_for(program), outputs, lambda event: None)
    found: dict[str, list[float]] = {}
    now = 0.0
    gc.disable()  # as in the engine, where it runs only when nothing is due
    for sample in range(samples * len(ends)):
        for command in (SetStandby(cue="1"), Go(), ends[sample % len(ends)]):
            now += 1.0
            playback.advance(now)
            start = time.thread_time()
            playback.handle(command, now)
            playback.advance(now)
            playback.mixer.levels(now)
            name = str(command.__struct_config__.tag)
            found.setdefault(name, []).append((time.thread_time() - start) * 1e3)
        gc.collect()
    gc.enable()
    return {name: wire.figures(times) for name, times in found.items() if name != "standby"}


def _evening(folder: Path) -> dict[str, Any]:
    """Seconds of the whole command, of which `check` of the same file is the opening, and what came out."""
    show = folder / "evening.yaml"
    subprocess.run([*wire.SHOWCTL, "new", show, "--cues", "5000", "--universes", "4"], check=True, stdout=-3)
    lines = show.read_text().splitlines()
    top = sum(line.startswith(("  - cue: ", "  - {cue: ")) for line in lines)
    goes = top - sum(line.startswith("    continue: ") for line in lines)  # the others start by themselves
    check, _ = _timed("check", show)
    whole, said = _timed("simulate", show, "--go-every", str(EVENING / goes), "--json")
    events = said.splitlines()
    last = json.loads(events[-1])
    return {"s": round(whole, 2), "opening_s": round(check, 2), "events": len(events), "lasts_s": last["due"]}


def _timed(*arguments: object) -> tuple[float, str]:
    start = time.monotonic()
    done = subprocess.run([*wire.SHOWCTL, *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True)
    return time.monotonic() - start, done.stdout

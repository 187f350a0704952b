"""Long lists, wide groups, many active cues, and a whole evening on paper."""

import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from pythonosc.osc_message_builder import OscMessageBuilder

from bench import inside, shows, wire
from bench.frames import intervals
from showctl.link.client import Client
from showctl.link.meeting import find

CHILDREN = 500
FADES = 1000
EVENING = 3 * 3600
"""Seconds of the show that is simulated."""
_WARM_UP = 5


def measure(count: int, groups: int, seconds: float, goes: int) -> dict[str, Any]:
    """`count` GOs in each list, `groups` GOs of a group of 500, `seconds` of a thousand fades, `goes` GOs that must
    leave nothing behind.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            "go_in_a_list": {str(cues): _go_in_a_list(folder, cues, count) for cues in (100, 10_000)},
            "go_500_children_to_last_packet_ms": wire.figures(_wide_groups(folder, groups)),
            "1000_cues_that_fade": _many_fades(folder, seconds),
            "processor_time_of_a_go": inside.go_by_length(folder, (100, 1_000, 10_000), 99),
            "frames_beside_10000_starts": _frames_beside(folder, 10_000, max(3, groups // 3)),
            "10000_cues_at_once_ms": inside.all_at_once(folder, 10_000, 3),
            "1000_cues_at_once_ms": inside.all_at_once(folder, 1_000, groups, inside.STOP_ALL),
            "memory": inside.growth(folder, goes),
            "simulate_5000_cues_3_hours": _evening(folder),
        }


def _go_in_a_list(folder: Path, cues: int, count: int) -> dict[str, Any]:
    """GO by OSC → packet, in milliseconds, from the first cues of the list and from the last ones."""
    count = min(count, cues // 2)  # past the end of the list nothing is sent, and each GO would be waited for
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


def _frames_beside(folder: Path, cues: int, samples: int) -> dict[str, Any]:
    """Intervals of the frames of a universe that fades, while so many other cues start at one instant, and end, again
    and again.
    """
    port, control = wire.free_port(), wire.free_port()
    show = shows.cues_of_all_kinds(folder, cues, port, ramps=False)  # 2,000 of them would be too many at any time
    with wire.engine(show, port=control), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
        panel.sendto(wire.osc("/list/beside/go"), ("127.0.0.1", control))
        time.sleep(1.0)
        listener = wire.Listener(samples * 2.0, port)
        for _ in range(samples):
            panel.sendto(wire.osc("/cue/1/start"), ("127.0.0.1", control))
            time.sleep(1.4)
            panel.sendto(wire.osc("/cue/1/stop"), ("127.0.0.1", control))
            time.sleep(0.5)
        records = listener.records()
        beside = max(record["universe"] for record in records)
        return intervals([record for record in records if record["universe"] == beside], 0)


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

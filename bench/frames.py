"""Frames at 44 Hz while everything fades; beside it the `sacn` library's sender doing the same."""

import itertools
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench import shows, wire

_LIBRARY = """
import sys, time, sacn
universes, port, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
sender = sacn.sACNsender(bind_address="127.0.0.1", bind_port=0, fps=44, universeDiscovery=False)
sender.start()
for u in range(1, universes + 1):
    sender.activate_output(u)
    sender[u].destination = "127.0.0.1"
from sacn.messages import data_packet
import sacn.sending.sender_socket_udp as udp
udp.DEFAULT_PORT = port
print("ready", flush=True)
start = time.monotonic()
frame = 0
while (now := time.monotonic()) - start < seconds:
    level = int((now - start) / seconds * 255)
    data = bytes((level + k) & 255 for k in range(512))
    for u in range(1, universes + 1):
        sender[u].dmx_data = data
    frame += 1
    time.sleep(max(0, start + frame / 44 - time.monotonic()))
sender.stop()
"""


def intervals(records: list[dict[str, int]], skip_ns: int) -> dict[str, Any]:
    """Frames a second and their intervals, from so many nanoseconds after the first record on."""
    by_universe: dict[int, list[int]] = defaultdict(list)
    first = min((r["stamp"] for r in records), default=0)
    for record in records:
        if record["stamp"] - first >= skip_ns:
            by_universe[record["universe"]].append(record["stamp"])
    gaps = [(b - a) / 1e6 for stamps in by_universe.values() for a, b in itertools.pairwise(stamps)]
    rates = [(len(s) - 1) / ((s[-1] - s[0]) / 1e9) for s in by_universe.values() if len(s) > 1]
    fps = round(sum(rates) / len(rates), 2) if rates else 0
    return {"universes": len(by_universe), "fps": fps, "interval_ms": wire.figures(gaps)}


def _ours(folder: Path, universes: int, seconds: float) -> dict[str, Any]:
    port = wire.free_port()
    show = shows.fade_show(folder, port, universes, seconds + 20)
    with wire.engine(show, "--go") as running:
        time.sleep(1.0)
        listener, before, start = wire.Listener(seconds, port), wire.cpu_seconds(running.pid), time.monotonic()
        time.sleep(seconds)
        cpu = (wire.cpu_seconds(running.pid) - before) / (time.monotonic() - start)
        return intervals(listener.records(), 0) | {"cpu_s_per_s": round(cpu, 4)}


def _library(universes: int, seconds: float) -> dict[str, Any]:
    port = wire.free_port()
    listener = wire.Listener(seconds + 1, port)
    command = [sys.executable, "-c", _LIBRARY, str(universes), str(port), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        running.stdout.readline()
        before, start = wire.cpu_seconds(running.pid), time.monotonic()
        time.sleep(seconds - 0.5)
        cpu = (wire.cpu_seconds(running.pid) - before) / (time.monotonic() - start)
        running.wait(20)
    return intervals(listener.records(), 500_000_000) | {"cpu_s_per_s": round(cpu, 4)}


def measure(seconds: float, counts: tuple[int, ...]) -> dict[str, Any]:
    """For each number of universes: ours, the library's, and the ratio of the processor time."""
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for universes in counts:
            ours, library = _ours(Path(folder), universes, seconds), _library(universes, seconds)
            ratio = library["cpu_s_per_s"] / ours["cpu_s_per_s"] if ours["cpu_s_per_s"] else None
            result[str(universes)] = {
                "showctl": ours,
                "sacn library": library,
                "library_cpu_over_ours": round(ratio, 2) if ratio else None,
            }
    return result

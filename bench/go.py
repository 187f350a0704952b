"""GO by OSC on loopback → first sACN packet, → first OSC packet; beside it a bare C program doing the same."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import shows, wire

GAP = (0.10, 0.18)
"""Seconds between GOs: longer than the repeats after a change, so that the universe is idle and the cap silent."""
WARM_UP = 10


def _changes() -> Any:
    last = b""

    def changed(data: bytes) -> bool:
        nonlocal last
        before, last = last, data[126:]
        return before != last

    return changed


@contextmanager
def _console(show: Path, port: int) -> Iterator[Any]:
    """The console, painting off screen, with the engine that it starts."""
    command = [*wire.SHOWCTL, str(show), "--osc-port", str(port)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as console:
        try:
            _wait_for_engine(show)
            yield console
        finally:
            subprocess.run([*wire.SHOWCTL, "stop", str(show)], check=False, stdout=subprocess.DEVNULL)
            console.terminate()


def _wait_for_engine(show: Path) -> None:
    for _ in range(200):
        listed = subprocess.run(
            [*wire.SHOWCTL, "engines", "--json"], capture_output=True, text=True, check=False
        ).stdout
        if any(
            Path(json.loads(line)["show"]) == show.resolve() for line in listed.splitlines() if line.startswith("{")
        ):
            time.sleep(1.0)  # the console is handing the show over
            return
        time.sleep(0.1)
    raise SystemExit("the console's engine did not start")


def _both(port: int, sacn: wire.Probe, osc: wire.Probe, count: int) -> dict[str, Any]:
    light = wire.latencies(wire.osc("/go"), port, sacn, _changes(), count + WARM_UP, GAP)[WARM_UP:]
    message = wire.latencies(
        wire.osc("/list/messages/go"), port, osc, lambda data: data.startswith(b"/bench"), count + WARM_UP, (0.02, 0.05)
    )[WARM_UP:]
    lost = 2 * count - len(light) - len(message)
    return {"go_to_sacn_ms": wire.figures(light), "go_to_osc_ms": wire.figures(message), "lost": lost}


def measure(count: int) -> dict[str, Any]:
    """The floor, the engine alone, and the engine with a console attached and repainting."""
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        probe, port = wire.Probe(), wire.free_port()
        with wire.process([wire.floor_program(), "go", str(port), str(probe.port)], lambda line: line == "ready\n"):
            floor = wire.latencies(b"go", port, probe, _changes(), count + WARM_UP, (0.02, 0.05))[WARM_UP:]
        result["floor"] = {"go_to_sacn_ms": wire.figures(floor)}
        for name, start in (
            ("engine alone", lambda show, port: wire.engine(show, port=port)),
            ("console attached", _console),
        ):
            sacn, osc, port = wire.Probe(), wire.Probe(), wire.free_port()
            show = shows.go_show(Path(folder), sacn.port, osc.port, count + WARM_UP + 5)
            with start(show, port):
                result[name] = _both(port, sacn, osc, count)
            for key in ("go_to_sacn_ms", "go_to_osc_ms"):
                ratio = result[name][key].get("median", 0) / result["floor"]["go_to_sacn_ms"]["median"]
                result[name][key]["times_floor"] = round(ratio, 2)
    return result

"""The console: from the GO key to the engine, start to a window that takes GO, and memory.

A process of its own at 1920×1080 with its engine, painted by software, on Xvfb where there is one, else without a
screen. Beside it what the same takes without a console: GOs by a process with no window, and an empty window of the
same toolkit. Frames of the cue list are in cue_list.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import shows, wire
from showctl.ui.pages import PAGES

REPAINTING = ("rig", "dmx", "levels", "log")
"""Pages that move while the show plays; those of them that there are stand open in windows of their own."""
XVFB = ("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")


def measure(gos: int, starts: int, cues: int) -> dict[str, Any]:
    """Milliseconds from key press to the engine's instant; seconds and MiB of starts with so many cues."""
    with tempfile.TemporaryDirectory() as folder, _display() as screen:
        show = shows.rig_show(Path(folder), wire.free_port(), gos + 20)
        large = shows.tracked_show(Path(folder), wire.free_port(), cues, 500)
        pages = [page.name for page in PAGES if page.name in REPAINTING and page.build is not None]
        link = wire.figures(_run(folder, screen, str(show), str(gos), "-")["go_ms"])
        moved = _run(folder, screen, str(show), str(gos), ",".join(pages))
        pressed = moved["go_ms"]
        key = wire.figures(pressed) | {"lost": gos - len(pressed)}
        _run(folder, screen, str(large), "0", "")
        bare = [_run(folder, screen) for _ in range(starts)]
        full = [_run(folder, screen, str(large), "0", "") for _ in range(starts)]
    key["times_link"] = round(key["median"] / link["median"], 2) if pressed else 0
    empty, began = (min(each["start_s"] for each in runs) for runs in (bare, full))
    return {
        "what moves": "50 moving lights, all of them, in the rig view and the levels beside it",
        "memory after the GOs (MiB)": round(moved["after_mib"], 1),
        "pages open": ", ".join(pages) or "none of those that move are there yet",
        "GO without a window, to the engine (ms)": link,
        "GO key to the engine (ms)": key,
        "an empty window": {"start_s": round(empty, 3), "resident_mib": round(max(r["resident_mib"] for r in bare), 1)},
        f"console with {cues} cues, takes GO": {
            "start_s": round(began, 3),
            "worst_s": round(max(each["start_s"] for each in full), 3),
            "times_empty": round(began / empty, 2),
            "resident_mib": round(max(each["resident_mib"] for each in full), 1),
        },
    }


def _run(folder: str, screen: dict[str, str], *arguments: str) -> dict[str, Any]:
    """One process from its start to its line."""
    own = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), folder)
    own["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"  # as installed: modules are compiled once, in a run before
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "bench.inside_console", *arguments],
        env={**kept, **own, **screen},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in ended.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"the console that is measured ended: {ended.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(lines[-1])
    return said | {"start_s": said.get("usable", start) - start}


@contextlib.contextmanager
def _display() -> Iterator[dict[str, str]]:
    """What the environment says of the screen."""
    try:
        server = subprocess.Popen(XVFB, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    except FileNotFoundError:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()

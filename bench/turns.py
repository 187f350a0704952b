"""How long the window's thread is busy at a stretch with each thing that an operator does: 5,000 cues, no screen.

The console is a process of its own with its engine (bench/inside_turns.py). A key that is pressed meanwhile waits so
long, and no longer. The aim is 50 ms.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import shows, wire

AIM = 50.0
"""Milliseconds."""


def measure(cues: int, rounds: int) -> dict[str, Any]:
    """By what is done: milliseconds of the longest turn, median and worst of so many rounds; processor time of the
    worst beside it, in which other work on the machine shows less."""
    with tempfile.TemporaryDirectory() as folder:
        show = shows.whole_show(Path(folder), cues, wire.free_port(), wire.free_port())
        own = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), folder)
        own["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"  # as installed: modules are compiled once, in a run before
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        for arguments in (["1", "page Patch, first", "page Rig, first", "page Settings, first"], [str(rounds)]):
            ended = subprocess.run(
                [sys.executable, "-m", "bench.inside_turns", str(show), *arguments],
                env={**kept, **own, "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                text=True,
                check=False,
            )
    lines = [line for line in ended.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"the console that is measured ended with {ended.returncode}")
    said: dict[str, Any] = json.loads(lines[-1])
    for each in said.values():
        if each["worst_ms"] > AIM:
            each["over"] = "!"
    return said

"""Start to ready, and resident memory, by size of the show."""

import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import wire


def measure(sizes: tuple[int, ...], runs: int) -> dict[str, Any]:
    """Seconds from process start to the ready line (best and worst of the runs), MiB when ready."""
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for cues in sizes:
            show = Path(folder) / f"{cues}.yaml"
            subprocess.run([*wire.SHOWCTL, "new", show, "--cues", str(cues), "--universes", "4"], check=True, stdout=-3)
            seconds, memory = [], []
            for _ in range(runs):
                start = time.monotonic()
                with wire.engine(show, "--outputs-off") as running:
                    seconds.append(time.monotonic() - start)
                    memory.append(wire.resident_mib(running.pid))
            result[str(cues)] = {
                "ready_s": round(min(seconds), 3),
                "worst_s": round(max(seconds), 3),
                "resident_mib": round(max(memory), 1),
            }
    return result

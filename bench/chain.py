"""Spacing error and drift over a chain of auto-continued cues."""

import itertools
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import shows, wire


def measure(count: int, spacing_ms: int) -> dict[str, Any]:
    """Error of each spacing and drift at the end, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        probe = wire.Probe()
        show = shows.chain_show(Path(folder), probe.port, count, spacing_ms)
        with wire.engine(show, "--go"):
            stamps: list[int] = []
            end = time.monotonic() + count * spacing_ms / 1000 + 5
            while len(stamps) < count and time.monotonic() < end:
                if got := probe.receive(end - time.monotonic()):
                    stamps.append(got[0])
    errors = [(b - a) / 1e6 - spacing_ms for a, b in itertools.pairwise(stamps)]
    drift = (stamps[-1] - stamps[0]) / 1e6 - spacing_ms * (len(stamps) - 1)
    return {
        "events": len(stamps),
        "spacing_ms": spacing_ms,
        "abs_error_ms": wire.figures([abs(e) for e in errors]),
        "drift_at_end_ms": round(drift, 3),
    }

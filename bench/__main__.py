"""Run every measurement: `python -m bench [--quick] [--json FILE] [NAME…]`; a table on the screen, JSON on request."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import chain, console, cue_list, day, edit, frames, go, light, sequence, showfile, start, take, turns

MEASUREMENTS: dict[str, Callable[[bool], dict[str, Any]]] = {
    "go": lambda quick: go.measure(50 if quick else 500),
    "frames": lambda quick: frames.measure(3 if quick else 10, (1, 64, 256)),
    "chain": lambda quick: chain.measure(100, 20 if quick else 50),
    "sequence": lambda quick: sequence.measure(*((40, 5, 3, 1_000) if quick else (200, 30, 20, 10_000))),
    "light": lambda quick: light.measure(3 if quick else 10, 5000, 2000, 10 if quick else 50),
    "take": lambda quick: take.measure(5000, 200, 16, 3 if quick else 20),
    "console": lambda quick: console.measure(*((60, 1, 1000) if quick else (500, 5, 1000))),
    "cue_list": lambda quick: cue_list.measure(500, 9, 200, 60 if quick else 300),
    "day": lambda quick: day.measure(1000, 5000, 10 if quick else 100),
    "turns": lambda quick: turns.measure(5000, 1 if quick else 5),
    "edit": lambda quick: edit.measure(5000, 64, 3 if quick else 20),
    "showfile": lambda quick: showfile.measure(5000, 1 if quick else 5),
    "start": lambda quick: start.measure((10, 1000, 5000), 1 if quick else 3),
}


def _rows(tree: dict[str, Any], path: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    rows = []
    for key, value in tree.items():
        if isinstance(value, dict) and any(isinstance(v, dict) for v in value.values()):
            rows += _rows(value, (*path, key))
        elif isinstance(value, dict):
            rows.append((" · ".join((*path, key)), "  ".join(f"{k} {v}" for k, v in value.items())))
        else:
            rows.append((" · ".join((*path, key)), str(value)))
    return rows


def main() -> int:
    """Measure, print, and write."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASUREMENTS))
    parser.add_argument("--quick", action="store_true", help="fewer samples: to see that it works, not to quote")
    parser.add_argument("--json", type=Path, default=Path("bench/results/latest.json"))
    options = parser.parse_args()
    unknown = set(options.names) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"there is no measurement {', '.join(sorted(unknown))}; choose of {', '.join(MEASUREMENTS)}")
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    results: dict[str, Any] = {"machine": machine}
    for name in options.names or MEASUREMENTS:
        print(f"\n== {name}", flush=True)
        results[name] = MEASUREMENTS[name](options.quick)
        rows = _rows(results[name])
        width = max(len(label) for label, _ in rows)
        for label, text in rows:
            print(f"{label:<{width}}  {text}", flush=True)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(results, indent=2) + "\n")
    print(f"\n{options.json}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

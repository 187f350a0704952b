"""A show file of 5,000 cues in 145,000 lines: open, edit, undo, save, compare, and what that takes of memory.

The reference is the parser alone: all events of the same text from libyaml, in the same process.
"""

import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import shows, wire


def measure(cues: int, runs: int) -> dict[str, Any]:
    """Milliseconds (the best of the runs), their ratio to the reference, and MiB resident at the end of each phase."""
    with tempfile.TemporaryDirectory() as folder:
        show = shows.written_show(Path(folder), cues)
        result: dict[str, Any] = {}
        for what in ("times", "memory"):
            command = [sys.executable, "-m", "bench.showfile", what, str(show), str(runs)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            result |= json.loads(done.stdout)
        return result


def _best(runs: int, work: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """Seconds. `before`: what is done each time and not measured."""
    times = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


_CHANGES = {
    "a label": (" of the evening", " of the night"),
    "a time": ("up: 3s", "up: 4s"),
    "levels": (r"\b(\d{1,2})%", r"\1.5%"),
}


def _memory(path: Path, edits: int) -> dict[str, Any]:
    from showctl.session.document import Document
    from showctl.session.edit import Set
    from showctl.showfile.item import Item

    bare = wire.resident_mib(os.getpid())
    document = Document.open(path)
    opened = wire.resident_mib(os.getpid())
    document.opened()
    compiled = wire.resident_mib(os.getpid())
    for number in range(1, edits + 1):
        document.edit(Set(item=Item("cue", str(number)), field=("label",), value=f"Label {number}"))
    edited = wire.resident_mib(os.getpid())
    document.close(discard_edits=True)
    phases = {"bare": bare, "opened": opened, "compiled": compiled, f"edited {edits} times": edited}
    return {"memory": {f"{phase}, MiB": round(mib, 1) for phase, mib in phases.items()}}


def _times(path: Path, runs: int) -> dict[str, Any]:
    import yaml

    from showctl.session.document import Document
    from showctl.session.edit import Set
    from showctl.showfile.compare import compare
    from showctl.showfile.item import Item
    from showctl.showfile.load import load
    from showctl.showfile.save import save
    from showctl.showfile.splice import bytes_of

    gc.disable()  # as opening does
    text = path.read_text()
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = text.count("\n")
    reference = _best(runs, lambda: [None for _ in yaml.parse(text, Loader=loader)])
    opening = _best(runs, lambda: load(path))
    gc.enable()
    text = ""
    gc.collect()
    gc.freeze()  # as the console does with the show that is open
    before = load(path)
    document = Document(path, before)
    start = time.perf_counter()
    document.opened()
    compiled = time.perf_counter() - start
    labels = iter(range(10**6))

    def edit() -> None:
        document.edit(Set(item=Item("cue", "2500"), field=("label",), value=f"Another label {next(labels)}"))

    edit()
    edited = _best(3 * runs, edit)
    saved = _best(3 * runs, lambda: save(path, bytes_of(document.state.root)), edit)
    undone = _best(3 * runs, document.undo)
    after = document.state
    compared = _best(runs, lambda: compare(before, after))
    other = path.with_name("other.yaml")
    other.write_bytes(bytes_of(after.root))
    one, two = load(path), load(other)
    differs = _best(3 * runs, lambda: compare(one, two))
    gc.disable()  # as the console and the command line compare
    all_differ = {}
    for what, (old, new) in _CHANGES.items():
        other.write_text(re.sub(old, new, path.read_text()))
        two = load(other)
        all_differ[f"compare where all cues differ: {what}"] = _best(3 * runs, lambda two=two: compare(one, two))
    times = {
        "open": opening,
        "edit, checked and compiled": edited,
        "save after one edit": saved,
        "undo": undone,
        "compare with a state of the same document": compared,
        "compare with another file": differs,
        **all_differ,
        "compile it all, once": compiled,
    }
    return {
        "lines": lines,
        "reference": {"ms": round(1000 * reference, 1)},
        **{k: {"ms": round(1000 * t, 3), "ratio": round(t / reference, 3)} for k, t in times.items()},
    }


if __name__ == "__main__":
    what, given, often = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(_memory(given, 100 * often) if what == "memory" else _times(given, often)))

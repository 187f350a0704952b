"""One line of a journal: a JSON object with the time of day, and instants on the engine's monotonic clock."""

import json
from datetime import UTC, datetime
from pathlib import Path

from showctl import __version__
from showctl.engine.event import AnyEvent
from showctl.engine.snapshot import Snapshot
from showctl.host.report import Json, Timeline


class Described:
    """Events as `showctl run --json` has them, but `due` and `sent` are monotonic seconds, not seconds since a GO."""

    def __init__(self) -> None:
        self._timeline = Timeline(actual=True)
        self._timeline.origin = 0.0

    def __call__(self, event: AnyEvent | Json) -> Json:
        return event if isinstance(event, dict) else self._timeline.described(event)


def encoded(line: Json, offset: float) -> bytes:
    """The line with its end. `offset` is Unix time minus monotonic time: what gives it its time of day, `at`.

    A lone surrogate, as in the name of a file that is no UTF-8, becomes the escape that JSON has for it.
    """
    text = json.dumps({"at": time_of_day(line["due"] + offset), **line}, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def time_of_day(wall: float) -> str:
    """ISO 8601 in the machine's time zone, with its offset from UTC, to the millisecond."""
    return datetime.fromtimestamp(wall, UTC).astimezone().isoformat(timespec="milliseconds")


def head_of(show: Path, pid: int, snapshot: Snapshot) -> Json:
    """The first line: whose journal this is. `wall` is the Unix time at `due`, which is on the monotonic clock."""
    return {
        "event": "journal",
        "show": str(show),
        "digest": snapshot.digest,
        "version": __version__,
        "pid": pid,
        "outputs_off": snapshot.outputs_off,
        "realtime": snapshot.realtime,
        "wall": round(snapshot.wall, 6),
        "due": round(snapshot.instant, 6),
    }

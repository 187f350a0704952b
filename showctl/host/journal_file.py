"""Where journals are kept: a file a run, in the user's data folder; the newest stay."""

import contextlib
import json
import os
import re
from collections.abc import Container, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from showctl.host.report import Json
from showctl.link.meeting import running
from showctl.link.place import UnsafeFolder, data_folder

MOST_FILES, MOST_BYTES = 50, 200_000_000
"""Kept beside the one that is written: the shows of some weeks, and never more than a fraction of any disk. A cue with
one message takes about 800 bytes."""
_TAIL = 300_000
"""Bytes in which the last line is found: more than the longest, a datagram of 64 KB as hexadecimal text."""
_LONGEST_NAME = 40
"""Characters of the show's name: with those beside it a file name of at most 255 bytes, whatever they are."""


class Kept(NamedTuple):
    """A journal that is there."""

    path: Path
    head: Json

    @property
    def end(self) -> Json | None:
        """The line that says how it ended; None when it ended without, or has not ended."""
        last = self.last
        return last if last is not None and last.get("event") in ("end", "continued") else None

    @property
    def last(self) -> Json | None:
        """The last line that is whole."""
        return last_line(self.path)

    @property
    def is_being_written(self) -> bool:
        """Whether its engine runs."""
        me = (self.head.get("show"), self.head.get("pid"))
        return any((meeting.show, meeting.pid) == me for meeting in running())


def journal_folder() -> Path:
    """The folder of all journals. Its parent is made when missing; raises OSError."""
    return data_folder() / "journal"


def journals(show: Path | None = None) -> Iterator[Kept]:
    """Those of a show, or all; the newest first."""
    wanted = None if show is None else os.path.realpath(show)
    for path in reversed(_paths(journal_folder())):
        head = next(lines(path), None)
        if head is not None and head.get("event") == "journal" and wanted in (None, head.get("show")):
            yield Kept(path, head)


def lines(path: Path) -> Iterator[Json]:
    """Its lines. What is no JSON object, as the last line of a lost run may be, is left out."""
    try:
        with path.open("rb") as file:
            for line in file:
                if (read := _read(line)) is not None:
                    yield read
    except OSError:  # just pruned
        return


def last_line(path: Path) -> Json | None:
    """The last one that is whole."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
        for line in reversed(file.read().splitlines()):
            if (read := _read(line)) is not None:
                return read
    return None


def lost_before(show: Path) -> str | None:
    """The journal of the last run of a show that is not being written any more, if that was lost: its file's name."""
    last = next(journals(show), None)
    if last is None:
        return None
    end = last.end
    return last.path.name if end is None or end.get("lost") else None


def create(head: Json) -> BinaryIO:
    """A new file, to be appended to, that only its owner can read; old ones go. The caller writes. Raises OSError."""
    folder = journal_folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    prune(folder, _living())
    began = datetime.fromtimestamp(head["wall"], UTC).astimezone()
    name = re.sub(r"[^\w-]", "_", Path(head["show"]).stem)[:_LONGEST_NAME]
    path = folder / f"{began:%Y-%m-%d-%H%M%S}-{name}-{head['pid']}.jsonl"
    while path.exists():  # a container starts anew within the second, with the same process id
        path = path.with_stem(f"{path.stem}+")
    return open(path, "ab", buffering=0, opener=_for_us_alone)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)


def prune(folder: Path, spare: Container[int] = ()) -> None:
    """Delete the oldest, but for those of the process ids to spare, until what stays is few and small enough."""
    room = MOST_BYTES
    for number, path in enumerate(reversed(_paths(folder)), 1):
        with contextlib.suppress(OSError):  # another engine prunes as well
            room -= path.stat().st_size
            if (number > MOST_FILES or room < 0) and _pid(path) not in spare:
                path.unlink()


def _living() -> set[int]:
    try:
        return {meeting.pid for meeting in running()}
    except UnsafeFolder:
        return set()


def _pid(path: Path) -> int:
    found = re.search(r"-(\d+)\+*$", path.stem)
    return int(found[1]) if found else 0


def _paths(folder: Path) -> list[Path]:
    """The oldest first: by when they were last written, for clocks are set, and summer time ends."""
    found: list[tuple[int, str, Path]] = []
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for path in folder.glob("*.jsonl"):
            with contextlib.suppress(OSError):
                found.append((path.stat().st_mtime_ns, path.name, path))
    return [path for _, _, path in sorted(found)]


def _read(line: bytes) -> Json | None:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None

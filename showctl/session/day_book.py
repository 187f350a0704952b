"""What people wrote down during the day: notes, and what was done about logistics items. Kept apart from the show file.

A file for each show in the user's data folder, a line for each entry, on the disk at once; nothing in it is changed.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec
from msgspec import Struct

from showctl.link.place import data_folder

Mark = Literal["acknowledged", "called", "signed", "done", "problem", "open"]
"""What was done about an item. signed: who answers for its safety says that it is; open: none of it holds any more."""
MARKS: tuple[Mark, ...] = get_args(Mark)
Kind = Literal["note", "acknowledged", "called", "signed", "done", "problem", "open"]
_LONGEST_NAME = 40
"""Characters of the show's name in that of the file: with the rest at most 255 bytes, whatever they are."""


class Entry(Struct, frozen=True, omit_defaults=True):
    """One line. `at`: Unix time."""

    at: float
    kind: Kind
    text: str = ""
    item: str = ""
    """The title of a logistics item."""
    segment: str = ""
    """That was running."""
    cue: str = ""
    """Number of the cue that was started last."""
    author: str = ""
    rehearsal: bool = False


class DayBook:
    """Of one show. Reads and writes the disk: not for the window's thread. Several consoles may write the same one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: tuple[Entry, ...] = ()
        self._read = 0
        """Bytes."""

    def add(self, entry: Entry) -> None:
        """Write it down, and read what others have written. Raises OSError where that cannot be kept."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            end = os.lseek(file, 0, os.SEEK_END)
            torn = bool(end) and _byte_before(file, end) != b"\n"  # the power went while somebody wrote
            os.write(file, (b"\n" if torn else b"") + msgspec.json.encode(entry) + b"\n")
            os.fsync(file)
        finally:
            os.close(file)
        self.refresh()

    def refresh(self) -> bool:
        """Read what is new; whether there is anything. A line that nobody can read is passed over."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._read)
                new = file.read()
        except FileNotFoundError:
            return False
        whole = new.rpartition(b"\n")[0]
        if not whole:
            return False
        self._read += len(whole) + 1
        found = tuple(entry for line in whole.split(b"\n") if (entry := _entry(line)) is not None)
        self.entries += found
        return bool(found)


def day_book(show: Path) -> DayBook:
    """That of a show file. Raises OSError where the data folder is not safe."""
    real = os.path.realpath(show)
    name = re.sub(r"[^\w-]+", "-", show.stem)[:_LONGEST_NAME]
    return DayBook(data_folder() / "day" / f"{name}-{hashlib.sha256(real.encode()).hexdigest()[:12]}.jsonl")


def marks_of(entries: Iterable[Entry], since: float, *, rehearsal: bool = False) -> Mapping[str, tuple[Entry, ...]]:
    """By item what holds of it, in order: since that Unix time, and since it was opened again."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        if entry.kind == "note" or entry.at < since or entry.rehearsal != rehearsal:
            continue
        found[entry.item] = () if entry.kind == "open" else (*found.get(entry.item, ()), entry)
    return {item: marks for item, marks in found.items() if marks}


def _byte_before(file: int, end: int) -> bytes:
    os.lseek(file, end - 1, os.SEEK_SET)
    return os.read(file, 1)


def _entry(line: bytes) -> Entry | None:
    try:
        return msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None

"""The recovery file: all of a show with edits that are not saved yet, so that a crash or a power cut takes none.

A first line that says what it is, a second with the head (JSON), then the text of the show, byte for byte. The head has
the size and the digest of the text, so that one that is torn, or mended by hand, is known for what it is.
"""

import os
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from showctl.link.place import data_folder, key_of
from showctl.session.whoami import Person, day_and_time
from showctl.showfile.report import plain
from showctl.showfile.text import LARGEST, digest
from showctl.showfile.whole_file import sync_folder

FIRST_LINE = b"showctl recovery 1: edits of a show that were not saved; open the show, or run: showctl recover SHOW\n"
_LARGEST_HEAD = 1_000_000
"""Bytes; of a file of ours it is a few thousand."""


class Head(Struct, frozen=True):
    """What a recovery file says of itself."""

    show: str
    """Path of the show file, links followed, as it was called on that machine."""
    session: str
    """Drawn by chance each time a show is opened."""
    serial: int
    """Of the state, within its session; later ones have higher ones."""
    when: float
    """Unix time of the last edit in it."""
    user: str
    host: str
    pid: int
    base: str
    """Digest of the show file that the first of the edits was made on."""
    states: tuple[str, ...]
    """Digests of states in between, the newest last: a file that has one of these was saved by the same session."""
    edits: tuple[str, ...]
    """Names of the edits since the last save, the oldest first."""
    size: int
    """Bytes of the text."""
    digest: str
    """Of the text."""


class Recovery(Struct, frozen=True):
    """Edits that were not saved, found on the disk; whole."""

    place: Path
    head: Head
    text: bytes
    """The show with the edits, as it would have been saved."""
    now: str
    """Digest of the show file as it is now; empty where there is none or it cannot be read."""

    @property
    def who(self) -> Person:
        return Person(self.head.user, self.head.host, self.head.pid)

    @property
    def edits(self) -> tuple[str, ...]:
        """Their names, the oldest first: printable, whoever wrote the file."""
        return tuple(map(plain, self.head.edits))

    @property
    def changed_since(self) -> bool:
        """Somebody else has changed, or removed, the show file since: taking this would take that back."""
        return self.now not in (self.head.base, *self.head.states)

    def __str__(self) -> str:
        """In words, for a question."""
        edits = self.edits
        count = f"{len(edits)} edits" if len(edits) != 1 else "1 edit"
        last = f", the last of them: {edits[-1]}" if edits else ""
        return f"{count} by {self.who}, {day_and_time(self.head.when)}{last}"


def encoded(head: Head, text: bytes) -> bytes:
    """The bytes of a recovery file."""
    return b"".join((FIRST_LINE, msgspec.json.encode(head), b"\n", text))


def decoded(data: bytes) -> tuple[Head, bytes] | None:
    """Head and text of a recovery file; None if it is torn, or none at all."""
    head, text = _parted(data)
    return (head, text) if head is not None and (head.size, head.digest) == (len(text), digest(text)) else None


def beginning(file: BinaryIO) -> tuple[Head | None, bytes]:
    """What can be read of a torn one: its head, or None, and the text as far as it is there. Raises OSError."""
    return _parted(file.read(LARGEST + _LARGEST_HEAD))


def _parted(data: bytes) -> tuple[Head | None, bytes]:
    if not data.startswith(FIRST_LINE):
        return None, b""
    line, newline, text = data[len(FIRST_LINE) :].partition(b"\n")
    if not newline or len(line) > _LARGEST_HEAD:
        return None, b""
    try:
        return msgspec.json.decode(line, type=Head), text
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None, b""


def places(show: Path) -> tuple[Path, ...]:
    """Where the recovery file of a show can be, the better place first: beside it, or in the user's data folder. Only
    the first, where that cannot be made."""
    target = Path(os.path.realpath(show))
    beside = target.with_name(f".{target.name}.recovery")
    try:
        return beside, data_folder() / "recovery" / f"{target.stem[:60]}-{key_of(target)}.recovery"
    except OSError:
        return (beside,)


def found(show: Path) -> Recovery | None:
    """The newest edits of this show that were not saved; None if there are none that the file does not have.

    Looks, and changes nothing. What a living session has written is found as well: hold the lock of the show.
    """
    newest: dict[str, Recovery] = {}  # of each session by its serial, for a clock may be set back
    for recovery in all_found(show):
        other = newest.get(recovery.head.session)
        if other is None or other.head.serial < recovery.head.serial:
            newest[recovery.head.session] = recovery
    return max(newest.values(), key=lambda recovery: recovery.head.when, default=None)


def all_found(show: Path) -> list[Recovery]:
    """What stands in each place, if it is whole and the file does not have it."""
    now = _digest_of(show)
    read = [(place, whole(place)) for place in places(show)]
    return [Recovery(place, *each, now) for place, each in read if each is not None and each[0].digest != now]


def whole(place: Path) -> tuple[Head, bytes] | None:
    """What stands in a recovery file; None where there is none, or a torn one."""
    try:
        if not place.is_file() or place.stat().st_size > LARGEST + _LARGEST_HEAD:
            return None
        return decoded(place.read_bytes())
    except OSError:
        return None


def remove(show: Path) -> None:
    """Away with the recovery files of a show. Raises OSError for one that is there and cannot be removed."""
    for place in places(show):
        remove_one(place)


def remove_one(place: Path) -> None:
    """One of them, for good: also after a power cut. Raises OSError."""
    if place.is_file():
        place.unlink(missing_ok=True)
        sync_folder(place.parent)


def _digest_of(show: Path) -> str:
    try:
        return digest(show.read_bytes()) if show.is_file() else ""
    except OSError:
        return ""

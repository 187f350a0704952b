"""Who has a show open to edit it. Real file locks, so that a crash leaves none.

One in the user's runtime folder, and one beside the show, which other users see, and on a share other machines. Who has
it stands in a file of its own next to each: shares hand out locks under which nobody else can read the file.
"""

import contextlib
import os
import time
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct

from showctl.link.file_lock import FileLock, lock_patiently
from showctl.link.place import key_of, runtime_folder
from showctl.session.whoami import Person, day_and_time, whoami
from showctl.showfile.report import plain
from showctl.showfile.whole_file import write_whole

_LARGEST = 10_000
"""Bytes of the file that says who it is."""


class Who(Struct, frozen=True):
    """Who has a show open."""

    user: str
    host: str
    pid: int
    since: float
    """Unix time."""
    program: str
    """What they have it open in: the console, the command line."""
    port: int = 0
    """TCP, on 127.0.0.1: where edits are taken; 0 for nowhere. Only of who is on this machine, and this user."""
    token: str = ""

    def __str__(self) -> str:
        since = day_and_time(self.since)
        return f"{Person(self.user, self.host, self.pid)} ({plain(self.program)}, pid {self.pid}, since {since})"


class Held(Exception):
    """Somebody else has the show open to edit it. Says who, and what can be done."""

    def __init__(self, show: Path, who: Who | None) -> None:
        self.who = who
        """None: that is not known."""
        super().__init__(f"{show} is open to be edited by {who or 'somebody else'}; close it there, or only look at it")


class _Place:
    """A lock, and next to it who has it."""

    def __init__(self, lock: Path, who: Path, mode: int) -> None:
        self.lock, self.who, self.mode = lock, who, mode

    def read(self) -> Who | None:
        try:
            with self.who.open("rb") as file:
                return msgspec.json.decode(file.read(_LARGEST), type=Who)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def is_held(self) -> bool:
        """What a crash has left goes. Raises OSError where it cannot be told."""
        if not self.lock.exists():
            return False
        try:
            stale = FileLock(self.lock, self.mode)
        except BlockingIOError:
            return True
        self.who.unlink(missing_ok=True)
        stale.release(remove=True)
        return False


class ShowLock:
    """The right to edit a show and to save it, until it is released or the process ends."""

    def __init__(self, show: Path, who: Who, held: list[tuple[_Place, FileLock]], seen_by_others: bool) -> None:
        self.show = show
        self.seen_by_others = seen_by_others
        """False: the folder of the show takes no lock, so that another machine or user could have it open as well."""
        self._who = who
        self._held = held

    @classmethod
    def take(cls, show: Path, program: str = "console") -> Self:
        """Raises Held, and UnsafeFolder where the runtime folder is open to others."""
        target = Path(os.path.realpath(show))
        who = Who(*whoami(), since=time.time(), program=program)
        ours, beside = _places(target)
        held = [(ours, _locked(ours, show))]
        try:
            held.append((beside, _locked(beside, show)))
        except Held:
            held[0][1].release(remove=True)
            raise
        except OSError:  # it cannot be written, or knows no locks: the one of this user is all there is
            pass
        lock = cls(show, who, held, len(held) == 2)
        lock._publish()
        return lock

    def meet(self, port: int, token: str) -> None:
        """Say to others of this user where edits are taken."""
        self._who = msgspec.structs.replace(self._who, port=port, token=token)
        self._publish()

    def release(self) -> None:
        """Let others have it."""
        for place, lock in reversed(self._held):
            with contextlib.suppress(OSError):
                place.who.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                lock.release(remove=True)
        self._held = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def _publish(self) -> None:
        public = msgspec.structs.replace(self._who, port=0, token="")
        for index, (place, _) in enumerate(self._held):
            said = self._who if index == 0 else public
            with contextlib.suppress(OSError):  # the lock counts; without this nobody knows whose it is
                write_whole(place.who, msgspec.json.encode(said), mode=place.mode)


_UNKNOWN = Who("somebody", "an unknown machine", 0, 0.0, "unknown")


def holder(show: Path) -> Who | None:
    """Who has a show open to edit it; None: nobody. Raises UnsafeFolder."""
    for place in _places(Path(os.path.realpath(show))):
        with contextlib.suppress(OSError):
            if place.is_held():
                return place.read() or _UNKNOWN
    return None


def _places(target: Path) -> tuple[_Place, _Place]:
    """In the runtime folder, and beside the show: there it may be locked by whoever may write the show."""
    try:
        mode = os.stat(target).st_mode & 0o666 | 0o600
    except OSError:
        mode = 0o600
    folder, key = runtime_folder(), key_of(target)
    lock, who = (target.with_name(f".{target.name}.{kind}") for kind in ("lock", "open-by"))
    return _Place(folder / f"{key}.editing", folder / f"{key}.editor", 0o600), _Place(lock, who, mode)


def _locked(place: _Place, show: Path) -> FileLock:
    try:
        return lock_patiently(place.lock, place.mode)
    except BlockingIOError:
        raise Held(show, place.read()) from None

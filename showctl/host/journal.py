"""The journal of a run: all that happened, written down by a thread that holds up nobody."""

import contextlib
import errno
import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from showctl.engine.clock import SystemClock
from showctl.engine.event import AnyEvent
from showctl.engine.snapshot import Snapshot
from showctl.host import journal_file
from showctl.host.journal_line import Described, encoded, head_of
from showctl.host.report import Json

GATHER = 0.5
"""Seconds in which lines gather to be written together: a SIGKILL loses them, and what is just being written. Written
means handed to the system, which keeps it when the process dies; a power cut may take more."""
MOST = 20_000
"""Lines that wait for a slow disk, some 10 MB: 20 s at a thousand messages a second. Then new ones are left out."""
AT_ONCE = 20
"""Lines written together: so many are lost at a time when the disk is full, and each write lets go of the interpreter's
lock, which making these lines (6 to 9 µs each, measured) holds for a fraction of the switch interval."""
LARGEST = 50_000_000
"""Bytes after which the journal goes on in another file, so that old ones can go while a long run lasts."""
END_WITHIN = 2.0
"""Seconds for the disk to take the rest at the end; then what is left is given up."""
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class _Line(NamedTuple):
    what: AnyEvent | Json
    offset: float
    """Unix time minus monotonic time; 0 before it is known, which it is when it is written."""


class Journal:
    """Told by the teller, until `close`. The file is made when the engine first plays: what never did leaves none.

    Whatever the disk does, `tell` returns at once. Lines that could not be written are counted, and a line of their own
    says so once something can be written again.
    """

    def __init__(
        self, show: Path, warn: Callable[[str], None], create: Callable[[Json], BinaryIO] = journal_file.create
    ) -> None:
        """`warn` is told once, from any thread, when lines are lost: what is wrong and what to do. `create` makes the
        file for a head, unbuffered and to be appended to, or raises OSError."""
        self._show, self._warn, self._create = Path(os.path.realpath(show)), warn, create
        self._waiting: deque[_Line] = deque()
        self._newest: Snapshot | None = None
        self._offset = 0.0
        self._refused = self._failed = self._told = 0  # left out in `tell`, by the thread; said in the file
        self._warned = False
        self._some, self._ending = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._described = Described()
        self._file: BinaryIO | None = None
        self._head: Json = {}
        """Of the file, until it is written."""
        self._size = 0
        self._continues = ""

    def tell(self, events: Sequence[AnyEvent], snapshot: Snapshot | None) -> None:
        """Note the events; the snapshot says what time of day they have."""
        for event in events:
            self._note(event)
        if snapshot is not None:
            self._take(snapshot)
        if self._waiting and not self._some.is_set():
            self._some.set()

    def close(self, reason: str, *, lost: bool = False) -> None:
        """Write the rest, and how the run ended. `lost`: the engine could not go on. The last call."""
        if self._newest is None:
            return
        self._waiting.append(_Line(_own("end", SystemClock().now(), reason=reason, lost=lost), self._offset))
        self._ending.set()
        self._some.set()
        self._thread.join(END_WITHIN)

    def _take(self, snapshot: Snapshot) -> None:
        before, self._newest = self._newest, snapshot
        self._offset = snapshot.wall - snapshot.instant
        if before is None:
            self._thread.start()
            self._some.set()
        elif snapshot.digest != before.digest:
            self._note(_own("playing", snapshot.instant, digest=snapshot.digest))

    def _note(self, what: AnyEvent | Json) -> None:
        if len(self._waiting) < MOST:
            self._waiting.append(_Line(what, self._offset))
            return
        self._refused += 1
        self._warn_once(
            "The disk is too slow for the journal: lines are left out of it. "
            "The show goes on; find out what else writes to that disk."
        )

    def _warn_once(self, text: str) -> None:
        if not self._warned:
            self._warned = True
            self._warn(text)

    # The thread ---------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not (self._ending.is_set() and not self._waiting):
            self._some.wait()
            self._ending.wait(GATHER)
            self._some.clear()
            self._write([])  # the head of the file, if there is nothing else yet
            while self._waiting:
                self._write([self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))])
        self._let_go()

    def _write(self, lines: list[_Line]) -> None:
        """To the file, or count them as left out."""
        try:
            self._append(lines)
        except OSError as error:
            self._failed += len(lines)
            todo = "free some space on its disk" if error.errno in _NO_ROOM else "see to it that it can be written"
            self._warn_once(
                f"The journal cannot be written ({error.strerror}). "
                f"The show goes on without it; {todo}: {error.filename or self._name}."
            )
            return
        if self._size > LARGEST:
            self._go_on_in_another()

    def _append(self, lines: list[_Line]) -> None:
        assert self._newest is not None
        if self._file is None:
            head = head_of(self._show, os.getpid(), self._newest)
            with_past = {"continues": self._continues} if self._continues else self._after()
            self._head = head | with_past
            self._file = self._create(self._head)
            self._size = 0
        missing = self._refused + self._failed - self._told if lines else 0
        whole = [encoded(self._head, self._offset)] if self._head else []
        if missing:
            due = self._described(lines[0].what)["due"]
            whole.append(encoded(_own("left out", due, count=missing), self._offset))
        whole += [encoded(self._described(line.what), line.offset or self._offset) for line in lines]
        self._put(self._file, b"".join(whole))
        self._head = {}
        self._told += missing

    def _after(self) -> Json:
        lost = journal_file.lost_before(self._show)
        return {"after": lost} if lost else {}

    def _put(self, file: BinaryIO, text: bytes) -> None:
        """All of it, or none."""
        rest = memoryview(text)
        try:
            while rest:
                rest = rest[file.write(rest) :]
        except OSError:
            with contextlib.suppress(OSError):  # a disk that does not even do that: its last line is torn
                file.truncate(self._size)
            raise
        self._size += len(text)

    def _go_on_in_another(self) -> None:
        assert self._file is not None
        assert self._newest is not None
        self._continues = Path(self._name).name
        with contextlib.suppress(OSError):
            self._put(self._file, encoded(_own("continued", self._newest.instant), self._offset))
        self._let_go()

    def _let_go(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    @property
    def _name(self) -> str:
        return str(getattr(self._file, "name", ""))


def _own(event: str, due: float, **more: object) -> Json:
    return {"event": event, **more, "due": round(due, 6)}

"""The day book in the console: what is written down, by whoever of this machine, and what holds of logistics items."""

import datetime as dt
from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from showctl.session.day_book import DayBook, Entry, Kind, day_book, marks_of
from showctl.session.whoami import whoami
from showctl.timing.zone import instant_of
from showctl.ui.day import Day
from showctl.ui.desk import Desk
from showctl.ui.in_turn import InTurn
from showctl.ui.tongue import tr

_MIDNIGHT = dt.time()
EVERY = 2.0
"""Seconds between two looks at what other consoles have written."""


class DayNotes(QObject):
    """Reads and writes beside the window. What could not be written is tried again, and stands here meanwhile."""

    changed = Signal()

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk, self._day = desk, day
        self._turn = InTurn("day book", self)
        self._book: DayBook | None = None
        self._written: tuple[Entry, ...] = ()
        self._outbox: deque[Entry] = deque()
        """Not on the disk yet; the thread takes away what is."""
        self._waiting: tuple[Entry, ...] = ()
        """The same, as far as this thread knows."""
        self._looked = -EVERY
        self._failed = False
        desk.ticked.connect(self._tick)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, the newest last."""
        return (*self._written, *self._waiting)

    @property
    def marks(self) -> Mapping[str, tuple[Entry, ...]]:
        """By title of a logistics item what holds of it: since the first day of the plan began."""
        since = instant_of(self._day.date, _MIDNIGHT, self._day.zone)
        snapshot = self._desk.snapshot
        return marks_of(self.entries, since, rehearsal=snapshot is not None and snapshot.rehearsal)

    def add(self, kind: Kind, text: str = "", item: str = "") -> None:
        """Write something down, stamped with time, segment, cue and author."""
        now, snapshot = self._day.schedule.now, self._desk.snapshot
        last = snapshot.last_go if snapshot is not None else None
        entry = Entry(
            self._desk.wall(),
            kind,
            text,
            item,
            now.segment.id if now is not None else "",
            self._desk.cues[last].number if last in self._desk.cues else "",
            whoami().user,
            snapshot is not None and snapshot.rehearsal,
        )
        self._outbox.append(entry)
        self._waiting = (*self._waiting, entry)
        self._write()
        self.changed.emit()

    def wait(self) -> None:
        """Until all is on the disk, before the console ends; not for ever."""
        self._turn.wait(2.0)

    def _tick(self, now: float) -> None:
        if not 0 <= now - self._looked < EVERY and not self._turn.pending:
            self._looked = now
            self._write()

    def _write(self) -> None:
        def write() -> tuple[Entry, ...]:
            if self._book is None:
                self._book = day_book(self._desk.session.path)
            while self._outbox:
                self._book.add(self._outbox[0])
                self._outbox.popleft()
            self._book.refresh()
            return self._book.entries

        self._turn.begin(write, self._take, self._refuse)

    def _take(self, entries: tuple[Entry, ...]) -> None:
        self._failed, self._waiting = False, tuple(self._outbox)
        if entries != self._written:
            self._written = entries
            self.changed.emit()

    def _refuse(self, why: str) -> None:
        if not self._failed:
            self._failed = True
            words = tr("The day book cannot be kept: {why}. What is written waits here, and is tried again.")
            self._desk.said.emit(words.format(why=why))

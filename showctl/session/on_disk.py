"""Whether the show file is still the one that was opened, or last saved: another program may have written it."""

import errno
import os
import stat
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from showctl.showfile.file_state import FileState
from showctl.showfile.text import digest

EVERY = 1.0
"""Seconds between two looks."""
_RACY = 2.0
"""Seconds: file systems tell times by so coarse a clock (FAT); one written twice within it may show the same state."""
SILENT_AFTER = 5.0
"""Seconds of a look that does not come back, until that is said."""

Kind = Literal["same", "changed", "gone", "unreadable"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands at the path of the show."""

    kind: Kind
    text: str
    """A sentence for people; that all is well again for `same`."""
    digest: str = ""
    """Of what is there; empty where it could not be read."""


class OnDisk:
    """Looks at one file. Says what is new, once; what is there at two looks on end: half-written files, and those that
    an editor moves away and back, are waited for."""

    def __init__(self, path: Path, digest_: str) -> None:
        """`digest_`: of the file as it was opened."""
        self._path = path
        self._ours = frozenset({digest_})
        self._said = Seen("same", "", digest_)
        self._last: FileState | str = ""
        self._settled: FileState | None = None
        """A state of the file whose digest is in `_found`, and cannot have hidden a later change."""
        self._found = ""

    def saving(self, digest_: str) -> None:
        """We are about to write it ourselves: this state is ours as well."""
        self._ours |= {digest_}

    def saved(self, digest_: str) -> None:
        """We have written it, or taken over what is there: this state is ours, and no other."""
        self._ours = frozenset({digest_})
        self._said = Seen("same", "", digest_)

    def is_news(self, seen: Seen) -> bool:
        """Whether what was seen is not yet overtaken by a save of ours."""
        return not (seen.kind == "changed" and seen.digest in self._ours)

    def look(self) -> Seen | None:
        """None: nothing new. Takes as long as the disk takes."""
        state, seen = self._seen()
        again, self._last = state == self._last, state
        known = seen.kind == self._said.kind and (seen.kind == "same" or seen.digest == self._said.digest)
        if not again or known:
            return None
        self._said = seen
        return seen

    def _seen(self) -> tuple[FileState | str, Seen]:
        try:
            status = os.stat(self._path)
            if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for a writer
                raise OSError(errno.EINVAL, "it is not an ordinary file")
            state = FileState.of(status)
            if state != self._settled:
                with self._path.open("rb") as file:
                    state = FileState.of(os.fstat(file.fileno()))
                    self._found = digest(file.read())
                racy = time.time_ns() - max(state.mtime_ns, state.ctime_ns) < _RACY * 1e9
                self._settled = None if racy else state
        except FileNotFoundError:
            text = f"{self._path} is not there any more: it was moved or deleted. Saving writes it anew."
            return "gone", Seen("gone", text)
        except OSError as error:
            why = error.strerror or str(error)
            return why, Seen(
                "unreadable", f"{self._path} cannot be read any more ({why}). The show is still open here."
            )
        if self._found in self._ours:
            return state, Seen("same", f"{self._path} is as it was again.", self._found)
        text = f"{self._path} was changed by another program. Reload it, keep yours, or merge the two."
        return state, Seen("changed", text, self._found)


class Watch:
    """Looks once a second, in a thread of its own, from its making on: a share that hangs holds up nobody else."""

    def __init__(self, path: Path, digest_: str, *, every: float = EVERY, silent_after: float = SILENT_AFTER) -> None:
        self._path = path
        self._silent_after = silent_after
        self._file = OnDisk(path, digest_)
        self._every = every
        self._news: Seen | None = None
        self._since = time.monotonic()
        self._silent = False
        self._ended = threading.Event()
        threading.Thread(target=self._run, name="show file", daemon=True).start()

    def saving(self, digest_: str) -> None:
        """As OnDisk.saving."""
        self._file.saving(digest_)

    def saved(self, digest_: str) -> None:
        """As OnDisk.saved."""
        self._file.saved(digest_)

    def poll(self) -> Seen | None:
        """What is new since the last call."""
        news, self._news = self._news, None
        waited = time.monotonic() - self._since
        if waited > self._every + self._silent_after and not self._silent:
            self._silent = True
            return Seen(
                "unreadable", f"The disk or share of {self._path} does not answer. The show is still open here."
            )
        return news if news is not None and self._file.is_news(news) else None

    def close(self) -> None:
        self._ended.set()

    def _run(self) -> None:
        while not self._ended.wait(self._every):
            news = self._file.look() or self._news
            if news is None and self._silent:
                news = Seen("same", f"The disk of {self._path} answers again.")
            self._news = news
            self._since = time.monotonic()
            self._silent = False

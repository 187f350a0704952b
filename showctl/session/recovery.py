"""Keeping what was edited and not yet saved: each edit is on the disk within a second, whatever becomes of us."""

import os
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from showctl.session.attempt import Attempt
from showctl.session.backup import Backups
from showctl.session.recovery_base import Begun
from showctl.session.recovery_file import Head, Recovery, all_found, encoded, found, places, remove, remove_one, whole
from showctl.session.torn import put_aside
from showctl.session.whoami import in_unicode, whoami
from showctl.showfile.text import digest
from showctl.showfile.whole_file import GivenUp, make_folder, write_whole

__all__ = ["Recovery", "RecoveryWriter", "clear", "discard", "found"]

EVERY = 0.4
"""Seconds between two writings at the least: an edit waits that long behind one before it, and is on the disk within a
second on any disk that takes less than half of one."""
PATIENCE = 3.0
"""Seconds after which a disk is taken for one that does not answer, and the next place is tried."""
RETRY = 2.0
"""Seconds after which what could not be written is tried again."""
_LAST_WAIT = 1.0
"""Seconds, on ending, for what the edits were begun on to be kept; below `PATIENCE`, which `close` waits in all."""
_LOOK_AGAIN = 0.1
"""Seconds that a place that did not answer is given the next time, to have come back."""
_STATES = 20
"""Digests of earlier states that a recovery file has: those that may have been saved since."""

Text = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class _State:
    serial: int
    text: Text
    digest: str
    """Empty: not known."""
    edits: tuple[str, ...]
    when: float


def discard(recovery: Recovery, show: Path) -> str:
    """Throw recovered edits away: they go to the backups of the show. A sentence if they could not; then they stay.

    Raises OSError when the recovery file cannot be removed.
    """
    return clear(show)


def clear(show: Path) -> str:
    """Remove the recovery files of a show; what they have that is not in its file, of whatever session, goes to the
    backups; torn ones stay, aside. As `discard`."""
    backups = Backups(show)
    for recovery in sorted(all_found(show), key=lambda recovery: recovery.head.when):
        if warning := backups.keep(recovery.text, unsaved=True):
            return warning
    for place in places(show):
        put_aside(place)
    remove(show)
    return ""


class RecoveryWriter:
    """Of one show that is open to be edited. Writes in a thread of its own; nothing here waits but `wait` and `close`.

    A recovery file of another session that is still there when the first is written goes to the backups.
    """

    def __init__(self, path: Path, base_digest: str, *, every: float = EVERY, patience: float = PATIENCE) -> None:
        """`base_digest`: of the show file as it was opened."""
        self.trouble = ""
        """Why the newest edits are not kept; empty while all is well."""
        self.place: Path | None = None
        """Where they are kept; None while nothing is."""
        self._path = Path(os.path.realpath(path))
        self._places = places(self._path)
        self._who = whoami()
        self._base = base_digest
        self._every, self._patience = every, patience
        self._session = secrets.token_hex(8)
        self._states: list[str] = []
        self._news = threading.Condition()
        self._wanted: _State | None = None
        self._serial = self._kept = self._in_file = 0
        self._version = self._written = 0
        """Of what is to be on the disk, and of what is: a state, or what its head says."""
        self._waiting = 0
        self._saves = 0
        """That are under way: what is in the file may not be there for long."""
        self._ending = False
        self._hung: dict[Path, Attempt[None]] = {}
        self._begun = Begun(self._path)
        self._ours: set[Path] = set()
        """Places that have nothing of another session any more."""
        self._thread = threading.Thread(target=self._run, name="recovery", daemon=True)
        self._thread.start()

    def put(self, text: Text, edits: Sequence[str], digest_: str = "") -> int:
        """Have this state kept; returns its serial. `text`: the whole show as it would be saved, or what makes it
        (called in the thread, at most once, and not at all for a state that a newer one has overtaken). `edits`: the
        names of all since the last save. `digest_` of the text, if it is known: for the state that is in the show file,
        after an undo, there is no recovery file."""
        with self._news:
            self._serial += 1
            self._wanted = _State(self._serial, text, digest_, tuple(edits), time.time())
            self._renew()
            return self._serial

    @property
    def kept(self) -> int:
        """The serial of the newest state that a crash would leave: it is in the recovery file, or in the show file and
        there is no recovery file any more."""
        return self._kept

    def saving(self, digest_: str, timeout: float) -> bool:
        """A state with this digest is about to be saved. What was put is written first; recovery files with newer
        edits say from now on that such a file is ours. Whether that was done within so many seconds. `saved` or
        `not_saved` has to follow."""
        with self._news:
            self._saves += 1
            if digest_ not in self._states:
                self._states.append(digest_)
                self._renew()
            version = self._version
            return self._wait_for(lambda: self._written >= version, timeout)

    def saved(self, serial: int, digest_: str) -> None:
        """This state is in the show file now, which has this digest. The recovery file goes, or, if there are newer
        edits, is written once more: it is made from the new file then."""
        with self._news:
            self._saves = max(0, self._saves - 1)
            self._base = digest_
            if digest_ in self._states:
                del self._states[: self._states.index(digest_) + 1]
            self._in_file = max(self._in_file, serial)
            self._renew()

    def not_saved(self) -> None:
        """A save that was about to be has failed."""
        with self._news:
            self._saves -= 1
            self._renew()

    def wait(self, serial: int, timeout: float) -> bool:
        """Whether this state is kept within so many seconds. Nothing is put off while somebody waits."""
        with self._news:
            return self._wait_for(lambda: self.kept >= serial, timeout)

    def close(self, *, discard: bool, timeout: float = PATIENCE) -> bool:
        """End. `discard`: nothing is wanted any more, the recovery file goes; else what was put is written first. False
        if that was not done within the timeout."""
        with self._news:
            if discard:
                self._in_file = self._serial
                self._renew()
            self._ending = True
            self._news.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive() and self.kept >= self._serial

    def _renew(self) -> None:
        self._version += 1
        self._news.notify_all()

    def _wait_for(self, done: Callable[[], bool], timeout: float) -> bool:
        self._waiting += 1
        self._news.notify_all()
        try:
            return self._news.wait_for(done, timeout)
        finally:
            self._waiting -= 1

    # The thread -----------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        as_meant = False
        try:
            while self._step():
                with self._news:
                    if self.trouble:
                        self._news.wait_for(lambda: self._ending, RETRY)
                    else:
                        self._news.wait_for(lambda: self._ending or (self._waiting and self._is_due()), self._every)
            self._begun.wait(min(_LAST_WAIT, self._patience))
            as_meant = True
        finally:
            if not as_meant:  # a fault of our own, above all in what makes the text: nobody is to rely on us
                self.trouble = "Edits are not kept for recovery any more, through a fault of showctl. Save the show."

    def _step(self) -> bool:
        """Wait for something to do, and do it. False: that was all."""
        with self._news:
            self._news.wait_for(lambda: self._ending or self._is_due())
            if not self._is_due():
                return False
            state, version = self._wanted, self._version
            if state is None:
                self._written = version
                return not self._ending
            in_file = state.serial <= self._in_file or (state.digest == self._base and not self._saves)
        if in_file:
            self._remove(state, version)
        else:
            self._write(state, version)
        return not self._ending or (self._is_due() and not self.trouble)

    def _is_due(self) -> bool:
        return self._written < self._version

    def _write(self, state: _State, version: int) -> None:
        text = state.text if isinstance(state.text, bytes) else state.text()
        mark = digest(text)
        with self._news:
            states = tuple(self._states)
        where = in_unicode(str(self._path))
        head = Head(
            where, self._session, state.serial, state.when, *self._who, self._base, states, state.edits, len(text), mark
        )
        self._begun.keep(self._base)
        data = encoded(head, text)
        trouble = ""
        for place in self._places:
            problem = self._tried(place, lambda wanted, place=place: self._into(place, data, wanted))  # type: ignore[misc]
            if not problem:
                break
            trouble = trouble or problem
        else:
            self.trouble = f"Edits are not kept for recovery: {trouble}. Save the show."
            return
        with self._news:
            self._states = [*(other for other in self._states[-_STATES:] if other != mark), mark]
            self._kept, self._written = state.serial, version
            self.place = place
            self.trouble = ""
            self._news.notify_all()

    def _into(self, place: Path, data: bytes, wanted: Callable[[], bool]) -> None:
        tidy = place not in self._ours  # the first time; a folder of thousands of files on a share takes its time
        self._keep_others(place)
        if place.parent != self._path.parent:
            make_folder(place.parent)
            write_whole(place, data, mode=0o600, tidy=tidy, wanted=wanted)
            return
        try:
            like = os.stat(self._path)
        except FileNotFoundError:
            like = None
        write_whole(place, data, like=like, mode=0o600, tidy=tidy, wanted=wanted)

    def _keep_others(self, place: Path) -> None:
        """What another session left is not ours to write over, nor to remove."""
        if place not in self._ours:
            put_aside(place)
            left = whole(place)
            others = left is not None and left[0].session != self._session and left[0].digest != self._base
            if left is not None and others and (warning := Backups(self._path).keep(left[1], unsaved=True)):
                raise OSError(f"{place} is of an earlier session, and stays. {warning}")
            self._ours.add(place)

    def _away(self, place: Path) -> None:
        self._keep_others(place)
        remove_one(place)

    def _remove(self, state: _State, version: int) -> None:
        """The file has it."""
        trouble = ""
        for place in self._places:
            problem = self._tried(place, lambda _, place=place: self._away(place))  # type: ignore[misc]
            trouble = trouble or problem
        if trouble:
            self.trouble = f"The recovery file is out of date and cannot be removed: {trouble}."
            return
        with self._news:
            self._kept, self._written = max(self._kept, state.serial), version
            self.place = None
            self.trouble = ""
            self._news.notify_all()

    def _tried(self, place: Path, work: Callable[[Callable[[], bool]], None]) -> str:
        """Why it was not done; empty if it was."""
        hung = self._hung.get(place)
        if hung is not None and not hung.wait(self._patience if self._ending else _LOOK_AGAIN):
            return f"{place.parent} does not answer"
        attempt = self._hung[place] = Attempt(work, f"recovery in {place.parent}", (GivenUp,))
        if not attempt.wait(self._patience) and attempt.give_up():
            return f"{place.parent} does not answer"
        try:
            attempt.result()
        except (OSError, GivenUp) as error:
            return f"{place.parent}: {getattr(error, 'strerror', None) or error}"
        return ""

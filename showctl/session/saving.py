"""One save of a show: what stood there is backed up, the new state written, and nobody waits longer than they will."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from showctl.session.attempt import Attempt
from showctl.session.backup import Backups
from showctl.session.recovery import RecoveryWriter
from showctl.session.unpacked import is_from_bundle
from showctl.shipped import as_a_copy, is_shipped
from showctl.showfile.file_state import FileState
from showctl.showfile.save import ChangedOnDisk, NotSaved, Saved, not_saved, save
from showctl.showfile.second_place import second_place
from showctl.showfile.text import digest
from showctl.showfile.whole_file import GivenUp

KEPT_WITHIN = 1.5
"""Seconds that a save waits for its state to be in the recovery file."""
PATIENCE = 10.0
"""Seconds after which a disk or share is taken for one that does not answer."""


def _always() -> bool:
    return True


def save_show(path: Path, data: bytes, *, expected: str = "", wanted: Callable[[], bool] = _always) -> Saved:
    """Back up and save; takes as long as it takes. Raises NotSaved.

    `expected`: the digest of the file as it was opened or last saved. If it has another now, and not that of `data`
    either, ChangedOnDisk is raised; empty: whatever is there is backed up and replaced. A file that is gone is made.
    """
    target = Path(os.path.realpath(path))
    if is_from_bundle(target):
        raise NotSaved(
            f"{path} is not saved: it is open from a bundle, which stays as it is. Save it under another name, or "
            "unpack the bundle first: showctl unbundle SHOW.zip FOLDER.",
            second_place(target, len(data), other_disk=True),
        )
    if is_shipped(target):
        raise NotSaved(
            f"{path} is not saved: it comes with showctl and stays as it is. Save it under another name, or edit a "
            f"copy: {as_a_copy(target)}.",
            second_place(target, len(data), other_disk=False),
        )
    try:
        before, since = _read(target)
    except FileNotFoundError:
        before, since = None, None
    except (OSError, ValueError) as error:
        raise not_saved(path, target, error, len(data)) from error
    note = ""
    if before is not None and before != data:
        if expected and digest(before) != expected:
            raise ChangedOnDisk(
                f"{path} is not saved: another program has changed it since it was opened. "
                "Reload it, keep yours, or merge the two.",
                second_place(target, len(data), other_disk=False),
            )
        note = Backups(target).keep(before)
    saved = save(path, data, since=since, wanted=wanted)
    return replace(saved, notes=(*saved.notes, note)) if note else saved


class Saving:
    """A save that goes on in a thread of its own, from its making on. Its owner, the open document, has one at a time,
    and polls it or waits for it."""

    def __init__(
        self,
        path: Path,
        data: bytes | Callable[[], bytes],
        *,
        expected: str = "",
        recovery: RecoveryWriter | None = None,
        serial: int = 0,
        note: Callable[[], str] = str,
    ) -> None:
        """`data`: all bytes of the file, or what makes them. `note`: what else is to be said when it is saved; asked in
        the thread. `serial`: of this state in the recovery file: it has it
        before the show file is touched, and is told when it is saved, so that nothing older is ever offered."""
        self._path = path
        self._recovery, self._serial, self._note = recovery, serial, note
        self._began = time.monotonic()
        self._attempt = Attempt(lambda wanted: self._save(data, expected, wanted), "save", (NotSaved, GivenUp))

    def _save(self, data: bytes | Callable[[], bytes], expected: str, wanted: Callable[[], bool]) -> Saved:
        saved = self._saved(data if isinstance(data, bytes) else data(), expected, wanted)
        note = self._note()
        return replace(saved, notes=(*saved.notes, note)) if note else saved

    def _saved(self, made: bytes, expected: str, wanted: Callable[[], bool]) -> Saved:
        recovery = self._recovery
        if recovery is None:
            return save_show(self._path, made, expected=expected, wanted=wanted)
        recovery.saving(digest(made), KEPT_WITHIN)  # if that cannot be done, saving is all the more urgent
        try:
            saved = save_show(self._path, made, expected=expected, wanted=wanted)
        except BaseException:
            recovery.not_saved()
            raise
        recovery.saved(self._serial, saved.digest)
        return saved

    @property
    def is_going_on(self) -> bool:
        return self._attempt.is_going_on

    def wait(self, seconds: float = PATIENCE) -> Saved:
        """Raises NotSaved, also where the disk has not answered within so many seconds: then the save is given up, and
        the file stays as it is even if the disk comes back."""
        if not self._attempt.wait(seconds) and self._attempt.give_up():
            place = second_place(Path(os.path.abspath(self._path)), 0, other_disk=False)  # asks nothing of that disk
            waited = time.monotonic() - self._began
            raise NotSaved(
                f"{self._path} is not saved: its disk or share has not answered for {waited:.0f} s. "
                f"See to it and save again. Or save a copy as {place}.",
                place,
            )
        return self._attempt.result()


def _read(target: Path) -> tuple[bytes, FileState]:
    """What stands there, and in which state of the file."""
    if not target.is_file() and target.exists():  # opening a pipe would wait for a writer; `save` says what it is
        raise FileNotFoundError
    with target.open("rb") as file:
        return file.read(), FileState.of(os.fstat(file.fileno()))

"""The open show and what of it is on the disk: saved, kept for recovery, locked, and watched.

Nothing waits for a disk on the caller's thread but what says so.
"""

import contextlib
from collections.abc import Mapping as Map
from functools import partial
from pathlib import Path

from showctl.model.cue import CueId
from showctl.program.opening import without_collecting
from showctl.session.backup import Backups
from showctl.session.change import EditRefused, said
from showctl.session.edit import Take
from showctl.session.edited import EditedShow
from showctl.session.keeping import Keeping
from showctl.session.merging import Merging
from showctl.session.notice import Notice
from showctl.session.recovery import Recovery, discard, found
from showctl.session.saving import PATIENCE, Saving, save_show
from showctl.session.show_lock import Held, ShowLock
from showctl.session.state import DocumentState
from showctl.session.states import State, Step, loaded_or_refused
from showctl.session.unpacked import is_from_bundle
from showctl.showfile.load import Loaded, Refused
from showctl.showfile.lost_comments import lost_comments
from showctl.showfile.report import Report
from showctl.showfile.save import NotSaved, Saved
from showctl.showfile.splice import bytes_of
from showctl.showfile.text import digest, read_bytes

_MOST_NAMES = 500
"""Names of edits that a recovery file lists: the newest."""


class Document(EditedShow):
    """One open show. Made by `open`; by itself it has nothing to do with any disk, which is enough for a test."""

    def __init__(self, path: Path, state: Loaded | Refused) -> None:
        """`state`: as `load` returned or raised it. Raises Refused if not only single cues are broken."""
        super().__init__(state)
        self.path = path
        self.recovery: Recovery | None = None
        """Edits of an earlier session that were never saved: `take_recovery`, or `discard_recovery`."""
        self._clean = self._state.loaded.digest
        self._in_file: Loaded | None = self._state.loaded
        self._being_saved: dict[str, Loaded] = {}
        """By digest."""
        self._keeping: Keeping | None = None
        self._show_lock: ShowLock | None = None
        self._since_saved: list[str] = []
        self._over_older = False
        """That somebody agreed to write over a file of an older format."""

    @classmethod
    def open(cls, path: Path, program: str = "console") -> "Document":
        """Open a show to be edited, or if somebody else has it, read-only. Raises Unreadable, UnsafeFolder, or Refused
        if not only single cues are broken. `program`: what others are told that it is open in."""
        lock: ShowLock | None = None
        read_only = ""
        if is_from_bundle(path):
            read_only = f"{path.name} was opened from its bundle, which is not edited; unpack the bundle first"
        else:
            try:
                lock = ShowLock.take(path, program)
            except Held as held:
                read_only = str(held)
        try:
            with without_collecting():
                document = cls(path, loaded_or_refused(path))
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        document.read_only = read_only
        document._show_lock = lock
        document._keeping = Keeping(path, document.state.digest, recovers=lock is not None)
        document.recovery = found(path) if lock is not None else None
        return document

    # What it is -----------------------------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether it is another than the file has."""
        return self._state.loaded.digest != self._clean

    @property
    def in_file(self) -> Loaded | None:
        """The state that the file has, as far as we know it: as it was opened, saved, or taken over last."""
        return self._in_file

    @property
    def is_kept(self) -> bool:
        """Whether it is on the disk, in the recovery file or in the show file."""
        return self._keeping is None or self._keeping.is_kept

    def now(self) -> DocumentState:
        """All of this at once."""
        with self._lock:
            keeping = self._keeping
            return DocumentState(
                serial=self._serial,
                is_dirty=self.is_dirty,
                is_kept=self.is_kept,
                is_saving=keeping is not None and keeping.is_saving,
                trouble=keeping.trouble if keeping is not None else "",
                read_only=self.read_only,
                undo=self._history.undo_name,
                redo=self._history.redo_name,
                on_disk=keeping.on_disk if keeping is not None else None,
            )

    # The disk -------------------------------------------------------------------------------------------------------

    def save(self, *, over_others: bool = False, over_older: bool = False) -> Saving | None:
        """Begin to save; `poll` says what came of it. `over_others`: whatever another program has written there, which
        goes to the backups; `over_older`: from now on over a file of an older format. Raises EditRefused where nothing
        can be edited, and for a file of an older format as long as nobody has agreed."""
        with self._lock:
            self._refuse_read_only()
            self._over_older = self._over_older or over_older
            self._refuse_older()
            if self._keeping is None:
                return None
            loaded = self._state.loaded
            self._being_saved[loaded.digest] = loaded
            return self._keeping.save(
                partial(bytes_of, loaded.root),
                loaded.digest,
                over_others=over_others,
                note=partial(lost_comments, loaded.root),
            )

    def _refuse_older(self) -> None:
        migration = self._state.loaded.migration
        if migration is not None and not self._over_older:
            raise EditRefused(
                f"{self.path.name} is in the older format {migration.old} and stays as it is; save the show under "
                f"another name, or agree that it is written over in format {migration.new}"
            )

    def save_now(self, seconds: float = PATIENCE, *, over_others: bool = False) -> Saved | None:
        """Save this state, and wait until that is done. Raises NotSaved."""
        while True:
            with self._lock:
                earlier = self._keeping is not None and self._keeping.is_saving
                saving = self.save(over_others=over_others)
            try:
                saved = saving.wait(seconds) if saving is not None else None
            finally:
                self._settle()
            if not earlier:
                return saved

    def save_copy(self, path: Path) -> Saved:
        """Save this state as another file, while the document stays that of its own. Takes as long as the disk takes;
        raises NotSaved."""
        return save_show(path, bytes_of(self._state.loaded.root))

    def reload(self) -> Step | None:
        """Take what another program has written: one step of the history; edits that were not saved go to the backups,
        too. Raises Unreadable and EditRefused."""
        if self.is_dirty and not self.read_only:
            Backups(self.path).keep(bytes_of(self._state.loaded.root), unsaved=True)
        return self._take_file(f"{self.path.name} as it is on the disk")

    def take_merge(self, merging: Merging) -> Step | None:
        """Come to what a merge gives: one step. From then on the file that it was merged with is the one that a save
        replaces. Raises EditRefused, also if the show was edited since it was merged."""
        with self._editing:
            self._refuse_read_only()
            if self._state.loaded is not merging.mine:
                raise EditRefused("the show was edited since the merge was begun; look at what it comes to now")
            if not merging.recovered:
                if self._keeping is not None:
                    self._keeping.follows(merging.theirs.digest)
                self._clean, self._in_file = merging.theirs.digest, merging.theirs
            step = self._made(Take(bytes_of(merging.merged.root), merging.name))
            self.recovery = None if merging.recovered else self.recovery
            return step

    def claim(self) -> None:
        """Open to be edited what was read-only, as it is on the disk now. Raises Held, UnsafeFolder, Unreadable and
        EditRefused."""
        with self._editing:
            if not self.read_only or is_from_bundle(self.path):
                self._refuse_read_only()
                return
            lock = ShowLock.take(self.path)
            try:
                self._take_file(f"{self.path.name} as it is on the disk")
            except BaseException:
                lock.release()
                raise
            with self._lock:
                if self._keeping is not None:
                    self._keeping.close(discard=True)
                self._keeping = Keeping(self.path, self._clean, recovers=True)
                self._show_lock, self.read_only = lock, ""
                self.recovery = found(self.path)

    def take_recovery(self) -> Step | None:
        """Make the edits again that an earlier session did not save: one step. Raises EditRefused."""
        with self._editing:
            recovery = self.recovery
            if recovery is None:
                return None
            self._refuse_read_only()
            step = self._made(Take(recovery.text, f"recovered: {recovery}"))
            self.recovery = None
            return step

    def discard_recovery(self) -> str:
        """Throw them away; they go to the backups. A sentence if that could not be done. Raises OSError."""
        with self._editing:
            recovery = self.recovery
            warning = discard(recovery, self.path) if recovery is not None else ""
            self.recovery = recovery if warning else None
            if self.is_dirty:  # what we have edited meanwhile stood beside it, and went, too
                self._keep()
            return warning

    def wait_kept(self, seconds: float) -> bool:
        """Whether this state is on the disk within so many seconds."""
        keeping = self._keeping
        return keeping is None or keeping.wait_kept(seconds)

    def poll(self) -> list[Notice]:
        """What is new on the disk since the last call."""
        with self._lock:
            notices = self._keeping.poll() if self._keeping is not None else []
            self._note_saved()
            return notices

    def meet(self, port: int, token: str) -> None:
        """Say to others of this user where edits are taken."""
        if self._show_lock is not None:
            self._show_lock.meet(port, token)

    def close(self, *, discard_edits: bool = False) -> bool:
        """End. Edits that are not saved are kept for the next time. `discard_edits`: they are not wanted any more and
        go to the backups; if that cannot be done they are kept. False if not all is kept. Waits for the disk, a few
        seconds at most."""
        with self._lock:
            if discard_edits and self.is_dirty and self._keeping and not self.read_only:
                discard_edits = not Backups(self.path).keep(bytes_of(self._state.loaded.root), unsaved=True)
            kept = self._keeping.close(discard=discard_edits or not self.is_dirty) if self._keeping else True
            self._keeping = None
            if self._show_lock is not None:
                self._show_lock.release()
                self._show_lock = None
            return kept

    def __enter__(self) -> "Document":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ----------------------------------------------------------------------------------------------------------------

    def _go(self, state: State, renamed: Map[CueId, CueId], name: str) -> None:
        super()._go(state, renamed, name)
        self._since_saved = [*self._since_saved[1 - _MOST_NAMES :], name]
        self._keep()

    def _keep(self) -> None:
        if self._keeping is not None:
            loaded = self._state.loaded
            self._keeping.put(partial(bytes_of, loaded.root), loaded.digest, self._since_saved)

    def _take_file(self, name: str) -> Step | None:
        try:
            data = read_bytes(self.path, Report(str(self.path)))
        except Refused as refused:
            raise EditRefused(said(tuple(refused.problems))) from None
        with self._editing:
            step = self._made(Take(data, name))
            with self._lock:
                if self._keeping is not None:
                    self._keeping.taken_over(digest(data))
                self._note_saved()
            return step

    def _settle(self) -> None:
        with self._lock, contextlib.suppress(NotSaved):  # whoever waited knows
            if self._keeping is not None:
                self._keeping.settled()
        self._note_saved()

    def _note_saved(self) -> None:
        if self._keeping is not None and self._keeping.in_file != self._clean:
            self._clean = self._keeping.in_file
            known = {**self._being_saved, self._state.loaded.digest: self._state.loaded}
            self._in_file = known.get(self._clean)
            self._being_saved.clear()
            self._since_saved.clear()

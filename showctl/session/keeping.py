"""What an open show has on the disk: its own file, watched and saved, and the recovery file that keeps its edits.

Nothing here waits for a disk; `poll` says what has come of it.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from showctl.session.change import EditRefused
from showctl.session.notice import Notice
from showctl.session.on_disk import Seen, Watch
from showctl.session.recovery import RecoveryWriter
from showctl.session.saving import PATIENCE, Saving
from showctl.showfile.save import ChangedOnDisk, NotSaved, Saved


class Keeping:
    """Of one show that is open: `recovers` if it is open to be edited. Belongs to one thread at a time."""

    def __init__(self, path: Path, digest: str, *, recovers: bool) -> None:
        """`digest`: of the file as it was opened."""
        self.on_disk: Seen | None = None
        """What another program has done to the file; None while it is as we know it."""
        self.in_file = digest
        """The digest of the file as we know it."""
        self._path = path
        self._watch = Watch(path, digest)
        self._writer = RecoveryWriter(path, digest) if recovers else None
        self._saving: Saving | None = None
        self._began = 0.0
        self._put = 0

    @property
    def trouble(self) -> str:
        """Why the newest edits are not kept; empty while all is well."""
        return self._writer.trouble if self._writer is not None else ""

    @property
    def is_saving(self) -> bool:
        return self._saving is not None

    @property
    def is_kept(self) -> bool:
        """Whether the newest state is on the disk, in the recovery file or in the show file."""
        return self._writer is None or self._writer.kept >= self._put

    def put(self, data: Callable[[], bytes], digest: str, edits: Sequence[str]) -> None:
        """Have a state kept. `edits`: the names of all since the last save."""
        if self._writer is not None:
            self._put = self._writer.put(data, edits, digest)

    def wait_kept(self, seconds: float) -> bool:
        """Whether the newest state is kept within so many seconds."""
        return self._writer is None or self._writer.wait(self._put, seconds)

    def save(
        self, data: Callable[[], bytes], digest: str, *, over_others: bool, note: Callable[[], str] = str
    ) -> Saving:
        """Begin to save, or go on with a save that has begun. `over_others`: whatever another program has written
        there; it goes to the backups. `note`: see Saving."""
        if self._saving is not None:
            return self._saving
        expected = "" if over_others else self.in_file
        self._watch.saving(digest)
        self._began = time.monotonic()
        self._saving = Saving(self._path, data, expected=expected, recovery=self._writer, serial=self._put, note=note)
        return self._saving

    def taken_over(self, digest: str) -> None:
        """What another program has written is our state now."""
        self.in_file, self.on_disk = digest, None
        self._watch.saved(digest)
        if self._writer is not None:
            self._writer.saved(self._put, digest)

    def follows(self, digest: str) -> None:
        """Our state is one that was made with what another program has written in view: a save may replace that. Raises
        EditRefused while one goes on."""
        if self._saving is not None:
            raise EditRefused("the show is being saved; merge when that is done")
        self.in_file, self.on_disk = digest, None
        self._watch.saved(digest)
        if self._writer is not None:
            self._writer.saved(0, digest)  # no state of ours is in the file

    def settled(self) -> Saved | None:
        """What has come of the save that was begun; one that has not ended is given up. Raises NotSaved; None if there
        is none."""
        saving, self._saving = self._saving, None
        if saving is None:
            return None
        saved = saving.wait(0.0)
        self.in_file, self.on_disk = saved.digest, None
        self._watch.saved(saved.digest)
        return saved

    def poll(self) -> list[Notice]:
        """What is new since the last call."""
        notices = []
        saving = self._saving
        if saving is not None and (not saving.is_going_on or time.monotonic() - self._began > PATIENCE):
            try:
                saved = self.settled()
            except NotSaved as error:
                kind: Literal["changed", "not saved"] = "changed" if isinstance(error, ChangedOnDisk) else "not saved"
                notices.append(Notice(kind, error.text, error.second_place))
            else:
                notes = saved.notes if saved is not None else ()
                notices.append(Notice("saved", " ".join((f"Saved {self._path.name}.", *notes))))
        if (seen := self._watch.poll()) is not None:
            self.on_disk = seen if seen.kind != "same" else None
            notices.append(Notice("disk", seen.text))
        return notices

    def close(self, *, discard: bool) -> bool:
        """End. `discard`: edits that were not saved are not wanted any more. False if not all is kept."""
        self._watch.close()
        return self._writer is None or self._writer.close(discard=discard)

"""What edits were begun on, kept while they are not saved: without it they could not be merged with what somebody else
has written since. The backups have only what a save of ours has replaced.
"""

import contextlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from showctl.link.place import data_folder, key_of
from showctl.session.attempt import Attempt
from showctl.session.backup import Backups
from showctl.session.recovery_file import all_found
from showctl.showfile.text import digest
from showctl.showfile.whole_file import GivenUp, make_folder, write_whole


class Begun:
    """Keeps it while edits are made, in threads of their own: the edits themselves are kept whatever comes of that."""

    def __init__(self, show: Path) -> None:
        self._show = show
        self._digest = ""
        self._attempt: Attempt[None] | None = None

    def keep(self, digest_: str) -> None:
        """Keep what has this digest; begins at once, and only once."""
        if digest_ and digest_ != self._digest:
            self._digest = digest_
            work = partial(keep_base, self._show, digest_)
            self._attempt = Attempt(work, "base of recovery", (GivenUp,))

    def wait(self, seconds: float) -> None:
        if self._attempt is not None:
            self._attempt.wait(seconds)


def keep_base(show: Path, digest_: str, wanted: Callable[[], bool] = lambda: True) -> None:
    """Keep the show file as it is, if it has this digest; those go that no edits need any more. Raises OSError, and
    GivenUp."""
    place = _place(show, digest_)
    if not place.exists() and show.is_file():
        data = show.read_bytes()
        if digest(data) == digest_:
            make_folder(place.parent)
            write_whole(place, data, mode=0o600, wanted=wanted)
    needed = {place, *(_place(show, found.head.base) for found in all_found(show))}
    mark = _place(show, "").name
    for other in place.parent.iterdir() if place.parent.exists() else ():
        if other.name.startswith(mark) and other not in needed:
            other.unlink(missing_ok=True)


def base_of(show: Path, digest_: str) -> bytes | None:
    """What had this digest, if it was kept or is among the backups."""
    with contextlib.suppress(OSError):
        backups = [each.path for each in Backups(show).all() if each.digest and digest_.startswith(each.digest)]
        for path in (_place(show, digest_), *backups):
            with contextlib.suppress(FileNotFoundError):
                data = path.read_bytes()
                if digest(data) == digest_:
                    return data
    return None


def _place(show: Path, digest_: str) -> Path:
    target = Path(os.path.realpath(show))
    return data_folder() / "recovery" / f"{target.stem[:60]}-{key_of(target)}.begun-{digest_[:16]}"

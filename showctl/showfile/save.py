"""Saving a show: all of it or nothing, as the file that it was, and in words where it cannot be done.

It may take as long as a share takes to answer: who must not wait gives it a thread (session/saving.py).
"""

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from showctl.showfile.file_state import FileState
from showctl.showfile.second_place import second_place
from showctl.showfile.text import digest
from showctl.showfile.whole_file import write_whole

OTHER_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG}
SILENT = {
    getattr(errno, name)
    for name in (
        *("EIO", "ESTALE", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN"),
        *("ECONNRESET", "ECONNABORTED", "EREMOTEIO", "ENODEV", "ENXIO", "ESHUTDOWN", "ENOLINK", "ECOMM"),
    )
    if hasattr(errno, name)
}
"""What a share says that has vanished, and a disk that fails."""


@dataclass(frozen=True, slots=True)
class Saved:
    path: Path
    """Of the file itself: where the path is a link, what it leads to."""
    digest: str
    """SHA-256 of its bytes in hexadecimal, as in Loaded."""
    state: FileState
    notes: tuple[str, ...] = ()
    """What is to be said about it, in sentences: an owner that could not be kept, a backup that could not be made."""


class NotSaved(Exception):
    """The file is as it was. Says why, and what to do.

    `second_place`: a file, not there yet, that the show can be saved as meanwhile.
    """

    def __init__(self, text: str, second_place: Path) -> None:
        super().__init__(text)
        self.text = text
        self.second_place = second_place


class ChangedOnDisk(NotSaved):
    """Another program has changed the file since it was opened or saved."""


def _always() -> bool:
    return True


def save(path: Path, data: bytes, *, since: FileState | None = None, wanted: Callable[[], bool] = _always) -> Saved:
    """Write a show file and come back when it is on the disk. Raises NotSaved.

    Links are followed and stay. Mode, owner and extended attributes of the old file are kept, as far as this user may.
    Other names (hard links) of it keep the old state: they are noted, for the file is never written in place, which a
    power cut would leave torn. `since`: raises ChangedOnDisk if the file is in another state than that. `wanted` is
    asked right before the change; see whole_file.
    """
    target = Path(os.path.realpath(path))

    def still_wanted() -> bool:
        if since is not None and target.exists() and FileState.of(os.stat(target)) != since:
            raise ChangedOnDisk(
                f"{path} is not saved: another program has just changed it. Look at what is there now, then save.",
                second_place(target, len(data), other_disk=False),
            )
        return wanted()

    try:
        written = write_whole(target, data, like=(old := _old(target)), wanted=still_wanted)
    except (OSError, ValueError) as error:  # a name with NUL is a ValueError
        raise not_saved(path, target, error, len(data)) from error
    notes = written.notes
    if old is not None and old.st_nlink > 1:
        notes += (f"{target.name} has other names (hard links), which keep the state before.",)
    return Saved(target, digest(data), written.state, notes)


def not_saved(path: Path, target: Path, error: OSError | ValueError, size: int) -> NotSaved:
    """The words for what the system said. `target`: the file itself; `size` of what is to be saved, in bytes."""
    number = getattr(error, "errno", None)
    other = number in OTHER_DISK or number in SILENT
    place = second_place(target, size, other_disk=other)
    return NotSaved(f"{path} is not saved: {_reason(target, error)}. Or save a copy as {place}.", place)


def _old(target: Path) -> os.stat_result | None:
    """None: there is no file yet. Raises OSError for what must not be replaced."""
    try:
        found = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL, "not an ordinary file")
    effective = os.access in os.supports_effective_ids
    if not os.access(target, os.W_OK, effective_ids=effective):
        # Renaming would replace it all the same; who protected it meant it.
        raise OSError(errno.EROFS if _is_read_only(target) else errno.EACCES, "it is protected", str(target))
    return found


def _is_read_only(path: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _reason(target: Path, error: OSError | ValueError) -> str:
    number = getattr(error, "errno", None)
    folder = target.parent
    if number in {errno.ENOSPC, errno.EDQUOT}:
        whose = "the disk is full" if number == errno.ENOSPC else "your quota on this disk is used up"
        return f"{whose}; make room on the disk of {folder} and save again"
    if number == errno.EROFS:
        return f"the disk of {folder} can only be read; make it writable and save again"
    if number in {errno.EACCES, errno.EPERM}:
        if target.exists() and not os.access(target, os.W_OK):
            return "you may not write this file; change its permissions and save again"
        return f"you may not write into the folder {folder}; change its permissions and save again"
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return f"the folder {folder} is not there any more; bring it back and save again"
    if number == errno.ENAMETOOLONG:
        return "the name is too long; save under a shorter one"
    if number == errno.EISDIR:
        return "this is a folder; name a file"
    if number == errno.EINVAL:
        return "this is not an ordinary file; name another"
    if number == errno.ELOOP:
        return "the link leads back to itself; save under another name"
    if number in {errno.EBUSY, errno.ETXTBSY}:
        return "the file is in use by the system (mounted on its own?); name another"
    if number == errno.EFBIG:
        return "the disk takes no file of this size"
    if number in SILENT:
        return f"the disk or share of {folder} fails ({getattr(error, 'strerror', error)}); see to it and save again"
    return f"{getattr(error, 'strerror', None) or error}"

"""A file replaced as a whole: at every instant, that of a power cut included, its name has the old bytes or the new.

The new bytes go to a draft in the same folder, onto the disk, and only then under the name; then the folder goes onto
the disk as well.
"""

import contextlib
import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from showctl.showfile.dress import dress
from showctl.showfile.file_state import FileState

DRAFT = ".showctl-draft"
"""Ending of a draft. It begins with a dot, so that neither people nor `*.yaml` find it."""
_LONGEST = 255
"""Bytes of a file's name on the file systems in use (POSIX lets a system say; ext4, APFS and NTFS have 255 or more)."""
_STALE_AFTER = 10.0
"""Seconds from the last writing of a draft that nobody holds locked until it is taken for left by the dead."""
_LEFT_AFTER = 3600.0
"""The same where there are no locks."""
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF, errno.ENOSYS}
"""What systems say that do not put folders onto the disk when asked, or not without reading them."""

if sys.platform == "win32":

    def _hold(descriptor: int) -> None:
        """Windows does not let anybody delete a file that is open."""
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        with contextlib.suppress(OSError):  # there are shares without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class GivenUp(Exception):
    """Nobody waits for it any more: the file was left as it is."""


class Written(NamedTuple):
    state: FileState
    notes: tuple[str, ...]
    """What of the old file could not be kept, or is not certain: sentences."""


def _always() -> bool:
    return True


def write_whole(
    path: Path,
    data: bytes,
    *,
    like: os.stat_result | None = None,
    mode: int = 0o666,
    tidy: bool = True,
    wanted: Callable[[], bool] = _always,
) -> Written:
    """Replace or make the file `path`, which must be no link. Raises OSError; the old file is then untouched.

    `like`: the file whose owner, mode and extended attributes it gets; without, `mode` and the user's umask count.
    `tidy`: remove from the folder what the dead have left. `wanted` is asked last: once it is False, GivenUp
    is raised and nothing has changed.
    """
    if tidy:
        remove_drafts(path)
    draft = path.with_name(_draft_name(path.name))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, mode if like is None else 0o600)
    try:
        _hold(descriptor)
        _write(descriptor, data)
        notes = dress(descriptor, path, like) if like is not None else []
        _onto_disk(descriptor)
        if sys.platform == "win32":  # which renames nothing that is open
            os.close(descriptor)
            descriptor = -1
        if not wanted():
            raise GivenUp
        _rename(draft, path)
        state = FileState.of(os.stat(path) if descriptor < 0 else os.fstat(descriptor))
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    finally:
        if descriptor >= 0:
            os.close(descriptor)
    return Written(state, (*notes, *sync_folder(path.parent)))


def sync_folder(folder: Path) -> tuple[str, ...]:
    """Put onto the disk which names the folder has. What went wrong, if anything did, as a sentence."""
    if sys.platform == "win32":
        return ()  # NTFS keeps its own journal of names
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            return (f"The disk of {folder} reports an error ({error.strerror}): save a copy on another one as well.",)
    return ()


def make_folder(folder: Path) -> None:
    """For this user alone, for good, with those above it. One that is there is left as it is. Raises OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def remove_drafts(path: Path) -> None:
    """Remove what was left by those who died while they wrote this file."""
    for draft in drafts_of(path):
        with contextlib.suppress(OSError):
            if _is_left(draft):
                draft.unlink()


def drafts_of(path: Path) -> Iterator[Path]:
    """The drafts of a file that are there, of the living and the dead."""
    start = f".{_shortened(path.name)}."
    try:
        names = [entry.name for entry in os.scandir(path.parent)]
    except OSError:  # whoever writes there will say why
        return
    for name in names:
        if name.startswith(start) and name.endswith(DRAFT):
            yield path.with_name(name)


def _is_left(draft: Path) -> bool:
    age = time.time() - draft.lstat().st_mtime
    if sys.platform == "win32" or age < _STALE_AFTER:
        return age > _LEFT_AFTER
    descriptor = os.open(draft, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return age > _LEFT_AFTER
    finally:
        os.close(descriptor)
    return True


def _draft_name(name: str) -> str:
    return f".{_shortened(name)}.{secrets.token_hex(4)}{DRAFT}"


def _shortened(name: str) -> str:
    """The name, or so much of it that a draft of it is not too long."""
    most = _LONGEST - len(f"..{'0' * 8}{DRAFT}")
    return os.fsdecode(os.fsencode(name)[:most])


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _rename(draft: Path, path: Path) -> None:
    if sys.platform == "win32":  # where nothing is replaced while anybody reads it, were it to look for viruses
        for _ in range(20):
            with contextlib.suppress(PermissionError):
                os.replace(draft, path)
                return
            time.sleep(0.05)
    os.replace(draft, path)


def _onto_disk(descriptor: int) -> None:
    if sys.platform == "darwin":  # where fsync leaves it in the disk's own memory
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)

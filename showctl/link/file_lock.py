"""A lock on a file that ends with the process that holds it, however that ends."""

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from typing import Self

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""What systems say of a lock that somebody else holds; Windows says the last two. Anything else: there are no locks."""


class FileLock:
    """Held from its making on; only one process holds the lock of a path, and one object within it."""

    def __init__(self, path: Path, mode: int = 0o600) -> None:
        """Raises BlockingIOError while somebody else holds it, and other kinds of OSError where there can be none.

        `mode` is that of the file where it is made, whatever the umask."""
        self._path = path
        self._descriptor = -1
        while self._descriptor < 0:
            self._descriptor = _opened_and_locked(path, mode)

    def release(self, *, remove: bool = False) -> None:
        """Let others have it; `remove` deletes the file as well."""
        if self._descriptor < 0:
            return
        if remove and sys.platform != "win32":  # before it is released: so nobody can have locked what we delete
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _opened_and_locked(path: Path, mode: int) -> int:
    """The locked file, or -1 when the file was deleted between its opening and its locking."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _lock(descriptor)
        if mode != 0o600 and sys.platform != "win32":
            with contextlib.suppress(PermissionError):  # another user has made it
                os.fchmod(descriptor, mode)
        if os.path.samestat(os.fstat(descriptor), os.stat(path)):
            return descriptor
    except FileNotFoundError:
        pass
    except OSError as error:
        os.close(descriptor)
        if error.errno in _HELD:
            raise BlockingIOError(f"{path} is locked") from error
        raise
    os.close(descriptor)
    return -1


_PATIENCE = 0.3
"""Seconds to wait for a lock that somebody holds for an instant only, to look whether it is held."""


def lock_patiently(path: Path, mode: int = 0o600) -> FileLock:
    """As FileLock, but not turned away by somebody who only looks. Raises as it does."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(BlockingIOError):
            return FileLock(path, mode)
        time.sleep(0.01)
    return FileLock(path, mode)

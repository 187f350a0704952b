"""A lock on a file that ends with the process that holds it, however that ends."""

import os
import sys
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


class FileLock:
    """Held from its making on; only one process holds the lock of a path, and one object within it."""

    def __init__(self, path: Path) -> None:
        """Raises BlockingIOError while somebody else holds it."""
        self._path = path
        self._descriptor = -1
        while self._descriptor < 0:
            self._descriptor = _opened_and_locked(path)

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


def _opened_and_locked(path: Path) -> int:
    """The locked file, or -1 when the file was deleted between its opening and its locking."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        _lock(descriptor)
        if os.path.samestat(os.fstat(descriptor), os.stat(path)):
            return descriptor
    except FileNotFoundError:
        pass
    except OSError as error:  # Windows says EACCES
        os.close(descriptor)
        raise BlockingIOError(f"{path} is locked") from error
    os.close(descriptor)
    return -1

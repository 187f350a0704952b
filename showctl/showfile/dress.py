"""Owner, mode and extended attributes of a new file: those of the one whose place it takes."""

import errno
import os
import stat
import sys
from pathlib import Path

_MINE_TO_SET = ("user.", "system.posix_acl_access")
"""Extended attributes that the owner of a file may set, and misses. Others come with the system."""


def dress(descriptor: int, path: Path, like: os.stat_result) -> list[str]:
    """Give an open file what `path`, whose stat is `like`, has. Returns what could not be given, as sentences.

    Nobody gets rights by it who had none: a group that cannot be kept takes its rights with it.
    """
    if sys.platform == "win32":  # the folder's access list counts there
        return []
    notes = []
    mode = stat.S_IMODE(like.st_mode)
    ours = os.fstat(descriptor)
    if ours.st_gid != like.st_gid and not _given(descriptor, -1, like.st_gid):
        mode = mode & ~0o2070 | (mode & 0o007) << 3 & mode
        notes.append(f"{path.name} has another group now: only members of the old one can keep it.")
    if ours.st_uid != like.st_uid and not _given(descriptor, like.st_uid, -1):
        mode &= ~0o4000
        notes.append(f"{path.name} is yours now: only root can save it for its owner.")
    os.fchmod(descriptor, mode)
    lost = [name for name in _attributes(path) if not _copied(descriptor, path, name) and name.startswith(_MINE_TO_SET)]
    if lost:
        notes.append(f"{path.name} has lost: {', '.join(lost)}.")
    return notes


def _given(descriptor: int, user: int, group: int) -> bool:
    try:
        os.fchown(descriptor, user, group)
    except PermissionError:
        return False
    except OSError as error:  # a share that knows no owners
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}:
            raise
        return False
    return True


def _attributes(path: Path) -> list[str]:
    if sys.platform != "linux":
        return []
    try:
        return os.listxattr(path)
    except OSError:
        return []


def _copied(descriptor: int, path: Path, name: str) -> bool:
    if sys.platform == "linux":
        try:
            os.setxattr(descriptor, name, os.getxattr(path, name))
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise
            return False
    return True

"""Which state of which file: what tells, without reading it, that a file is not what it was."""

import os
from typing import NamedTuple, Self


class FileState(NamedTuple):
    """Two equal ones are the same bytes, unless they were written within the clock tick of the file system."""

    device: int
    inode: int
    size: int
    """Bytes."""
    mtime_ns: int
    ctime_ns: int
    """Also tells of a copy that kept the time of the original (`cp -p`); a change of mode or name alters it as well."""

    @classmethod
    def of(cls, found: os.stat_result) -> Self:
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)

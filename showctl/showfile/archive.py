"""A zip file from a stranger: read by name into memory, once every member has been looked at."""

import io
import stat
import zipfile
import zlib

from showctl.showfile.member_name import same_name, wrong_name
from showctl.showfile.report import Unreadable, plain

MOST_FILES = 2000
LARGEST_FILE = 10_000_000
"""Bytes of one file; of a show file no more is read either."""
LARGEST = 64 * 1024 * 1024
"""Bytes of all files together, unpacked."""
STEEPEST = 250
"""Bytes that one byte in the file may stand for; YAML of 5,000 like cues comes to 40, what deflate can do at most is
1,032. Small files may be as steep as they like."""
SMALL = 100_000
_ENCRYPTED = 0x1 | 0x40 | 0x2000
"""Flags of a member: encrypted, strongly encrypted, names hidden; APPNOTE 6.3.10 §4.4.4."""
_UNIX_KINDS = {0, stat.S_IFREG}


class BadBundle(Unreadable):
    """The bundle is not as it has to be, and nothing of it is used: `what; what to do`."""


class Archive:
    """The members of a zip file. Raises BadBundle for the first one that is not as it has to be, with its name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _NOT_ZIP as error:
            raise BadBundle(f"it is no zip file, or cut short ({plain(str(error))}); copy it once more") from None
        if len(infos) > MOST_FILES:
            raise BadBundle(f"there are {len(infos)} files in it, at most {MOST_FILES} are read; is it a show?")
        known: dict[str, str] = {}
        total = 0
        for info in infos:
            name = plain(info.orig_filename)
            if wrong := _wrong(info):
                raise BadBundle(f"'{name}' in it {wrong}; it is not opened. Ask for one made with: showctl bundle")
            other = known.setdefault(same_name(info.filename), "")
            if other == info.filename:
                raise BadBundle(f"'{name}' is in it twice; it is not opened. Ask for one made with: showctl bundle")
            if other:
                raise BadBundle(f"'{name}' and '{other}' in it are one file where capitals do not count; rename one")
            known[same_name(info.filename)] = info.filename
            total += info.file_size
        if total > LARGEST:
            raise BadBundle(f"it unpacks to {total >> 20} MB, at most {LARGEST >> 20} are read; is it a show?")
        self.names = frozenset(info.filename for info in infos)

    def read(self, name: str) -> bytes:
        """One file. What the zip file says of its size is not believed."""
        try:
            with self._zip.open(name) as file:
                data = file.read(LARGEST_FILE + 1)
        except (*_NOT_ZIP, zlib.error, KeyError, RuntimeError) as error:
            raise BadBundle(f"'{name}' in it cannot be read ({plain(str(error))}); copy it once more") from None
        if len(data) > LARGEST_FILE:
            raise BadBundle(f"'{name}' in it unpacks to more than {LARGEST_FILE // 1_000_000} MB; it is not opened")
        if data.startswith(_ZIP_IN_ZIP):
            raise BadBundle(f"'{name}' in it is a zip file itself; it is not opened. Ask for it without that")
        return data


_NOT_ZIP = (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, OverflowError)
_ZIP_IN_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def _wrong(info: zipfile.ZipInfo) -> str:
    """What keeps a member from being read, `it …`; empty if nothing does."""
    if wrong := wrong_name(info.orig_filename):
        return wrong
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in _UNIX_KINDS:
        return "is no ordinary file"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in a way of its own"
    if info.file_size > LARGEST_FILE:
        return f"unpacks to {info.file_size / 1e6:.0f} MB, more than {LARGEST_FILE // 1_000_000}"
    if info.file_size > max(SMALL, STEEPEST * info.compress_size):
        return f"unpacks to {info.file_size // max(1, info.compress_size)} times its size"
    return ""

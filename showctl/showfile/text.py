"""The bytes of a file, and their text: size, encoding and characters are checked before anything is read from them."""

import hashlib
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path

from showctl.showfile.report import Report, Unreadable
from showctl.showfile.tree import START, Mark

LARGEST = 10_000_000
"""Bytes of the largest file that is read. 5,000 cues take about three million."""

MOST_SIGNS = 1_000_000
"""Signs that part values, wherever they stand. 5,000 cues have 160,000, about as many as values; and two million values
take the YAML parser seconds, which is why these are counted before."""

_PARTING = (",", ":", "\n", "[", "{", "*")
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_bytes(path: Path, report: Report) -> bytes:
    """All bytes of a file. Raises Unreadable if it cannot be opened, Refused if it is too large."""
    try:
        # Looked at before it is opened: opening a pipe would wait for a writer.
        if not stat.S_ISREG(os.stat(path).st_mode):
            kind = "a folder" if path.is_dir() else "not an ordinary file"
            raise Unreadable(f"{path}: this is {kind}; name a show file")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(LARGEST + 1) if size <= LARGEST else b""
    except FileNotFoundError:
        raise Unreadable(no_such_file(path)) from None
    except PermissionError:
        raise Unreadable(f"{path}: you may not read this file; change its permissions") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path}: it cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if size > LARGEST or len(data) > LARGEST:
        report.at(START, f"the file has {size / 1e6:.1f} MB, at most {LARGEST / 1e6:g} MB are read; is it a show file?")
        report.refuse()
    return data


def no_such_file(path: Path) -> str:
    """That it is not there, and what was meant if a file of that name is, with the ending of show files."""
    near = (Path(f"{path}{ending}") for ending in (".yaml", ".yml"))
    meant = next((other for other in near if other.is_file()), None)
    remedy = f"did you mean {meant}?" if meant is not None else "check the name and the folder"
    return f"{path}: there is no such file; {remedy}"


def digest_with(digest_: str, files: Mapping[str, str]) -> str:
    """The digest of a file together with those of others by name, all in hexadecimal; its own if there are none."""
    if not files:
        return digest_
    return digest("\n".join([digest_, *(f"{files[name]} {name}" for name in sorted(files))]).encode())


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal: tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, report: Report) -> str:
    """The text of a file. Raises Refused for what is not UTF-8 text."""
    if data[:2] in _WIDE:
        report.at(START, "the file is saved as UTF-16; save it as UTF-8")
        report.refuse()
    if 0 in data:
        report.at(START, "this is not a text file, it has NUL characters; name a show file, saved as UTF-8")
        report.refuse()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        report.at(_mark(before, len(before)), f"the byte {data[error.start]:02X} is not UTF-8; save the file as UTF-8")
        report.refuse()
        raise
    if found := _CONTROL.search(text):
        report.at(_mark(text, found.start()), f"a control character (code {ord(found[0])}) stands here; delete it")
        report.refuse()
    return text


def refuse_too_many(text: str, report: Report) -> None:
    """Raises Refused for a text that would have more values than are read, before the parser has to read them."""
    if len(text) > MOST_SIGNS and (signs := sum(map(text.count, _PARTING))) > MOST_SIGNS:
        most = f"at most {MOST_SIGNS} are read"
        report.at(START, f"there are {signs} commas, colons, lines, brackets and *, {most}; is it a show file?")
        report.refuse()


def _mark(text: str, index: int) -> Mark:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1

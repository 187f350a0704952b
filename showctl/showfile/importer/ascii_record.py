"""USITT ASCII 3.0 as records: a primary keyword, what stands after it, and the secondary lines below it.

ASCII Text Representation for Lighting Console Data, version 3.0 (USITT, 1992): lines of a keyword and numbers between
delimiters that may all stand for each other; `!` begins a comment; `$` before a keyword makes it a manufacturer's own
primary, `$$` a manufacturer's own secondary.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from showctl.showfile.importer.ascii_value import whole
from showctl.showfile.importer.report import NotImported

MOST_LINES = 1_000_000
"""A show of 5,000 cues with 500 channels has some 400,000."""
_DELIMITERS = re.compile(r"[\s,;/<>=@]+")
_PRIMARY = {"ident", "manufacturer", "console", "clear", "set", "patch", "cue", "group", "sub", "enddata"}
_TEXT = re.compile(r"text\Z|\$\$(?:text|utext|title|cuenotes|scenetext|scenetxt|notes|manuf|model|pers\Z|texgel)", re.I)
"""Keywords of which the whole line is text, `!` and delimiters too."""
_NO_BLOCK = {"$$title", "$$format", "$$software", "ident", "manufacturer", "console", "clear", "set", "enddata"}


@dataclass(slots=True)
class Record:
    """One line: its number, keyword in lower case, fields between delimiters, and what stands after the keyword."""

    line: int
    keyword: str
    fields: list[str]
    text: str
    inner: list["Record"] = field(default_factory=list)

    @property
    def place(self) -> str:
        """For reports."""
        return f"line {self.line}"

    def numbers(self) -> Iterator[int]:
        """Its fields that are whole numbers."""
        for each in self.fields:
            if (number := whole(each)) is not None:
                yield number

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Its fields two by two."""
        return zip(self.fields[::2], self.fields[1::2], strict=False)


def records(data: bytes) -> list[Record]:
    """The primary records of a file, up to `EndData`. Lines before the first primary are dropped."""
    found: list[Record] = []
    for record in _lines(_text(data)):
        if record.keyword == "enddata":
            break
        primary = record.keyword in _PRIMARY or record.keyword in _NO_BLOCK
        if primary or (record.keyword.startswith("$") and not record.keyword.startswith("$$")):
            found.append(record)
        elif found:
            found[-1].inner.append(record)
    return found


def _lines(text: str) -> Iterator[Record]:
    lines = re.split(r"\r\n|\r|\n", text)
    if len(lines) > MOST_LINES:
        raise NotImported(f"it has {len(lines)} lines, at most {MOST_LINES} are read; is it the right file?")
    for number, line in enumerate(lines, 1):
        word = line.strip()
        if not word or word.startswith("!"):
            continue
        keyword = (_DELIMITERS.split(word, maxsplit=1) or [""])[0]
        if not keyword:
            continue
        rest = word[len(keyword) :]
        if not _TEXT.match(keyword):
            rest = rest.partition("!")[0]
        fields = [each for each in _DELIMITERS.split(rest) if each]
        yield Record(number, keyword.casefold(), fields, rest.strip())


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")

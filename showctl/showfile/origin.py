"""The text that a tree was read from: places in it are offsets, which become lines and columns when somebody asks."""

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from typing import Any

Mark = tuple[int, int]
"""Line and column, both counted from 1."""
START: Mark = (1, 1)

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for a YAML parser."""


class Origin:
    """One text that was read. Offsets count characters, without a byte order mark."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.bom = False
        """Whether a byte order mark stood before the text."""
        self.repeats = False
        """Whether anything in it is repeated by an alias (*), so that one place in the text stands for several."""

        self.offsets = array("I")
        """Where the entries of mappings stand, one mapping after the other (see Mapping.spans)."""
        self.has_own = False
        """Whether keys of their author's own (`x-…`) are anywhere in it."""

        self.newest: tuple[Any, Any] | None = None
        """The tree that was written back last, and what came of it: it is asked for again, to be kept and saved."""
        self.seen_to_read: dict[Any, tuple[str, Any]] = {}
        """By place in the text what was last written there instead, and the nodes that it was seen to read as."""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    @cached_property
    def breaks(self) -> str:
        """The characters that end lines of it."""
        return "".join(each for each in "\n\r\x85\u2028\u2029" if each in self.text)

    def mark(self, offset: int) -> Mark:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

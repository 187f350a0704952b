"""Texts in blocks (`|`, `>`, `|+`, `>2-`) as they are written in the house style."""

import re
from typing import NamedTuple

from showctl.showfile.house_style import STEP
from showctl.showfile.quote import double_quoted
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report
from showctl.showfile.tree import Mapping

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_HEADER = re.compile("([|>])[-+1-9]*(.*)")


class BlockText(NamedTuple):
    """A text as it stands behind its key or dash."""

    first: str
    """What is in the line of the key: the sign, or the text in quotes, and the comment of that line."""
    lines: tuple[str, ...] = ()
    """The lines below, not indented."""
    keeps: bool = False
    """The blank lines at its end are part of the text."""


def block_text(value: str, text: str) -> BlockText:
    """How a block is written that reads as this value. `text`: how it was, from its sign to the end of its last line.
    A block that cannot be moved as it is, one of blank lines alone, say, becomes a text in quotes.
    """
    first, *rest = _BREAK.split(text)
    header = _HEADER.match(first)
    assert header is not None
    style, comment = header[1], header[2].rstrip()
    breaks = len(value) - len(value.rstrip("\n"))
    depth = _depth(value, rest)
    lines = [line[depth:] for line in rest]
    while lines and not lines[-1]:
        lines.pop()
    padded = next((line for line in lines if line), "")[:1] == " "
    keeps = breaks > 1
    sign = f"{style}{STEP if padded else ''}{'+' if keeps else '' if breaks else '-'}"
    found = BlockText(sign + comment, (*lines, *([""] * (breaks - 1))), keeps)
    return found if _reads_as(found, value) else BlockText(double_quoted(value) + comment)


def _depth(value: str, lines: list[str]) -> int:
    """The spaces before the lines that are not part of the text: by its first line that has more than spaces."""
    line = next((line for line in lines if line.strip(" ")), "")
    before = value[: len(value) - len(value.lstrip(" \n"))]
    return len(line) - len(line.lstrip(" ")) - len(before.rpartition("\n")[2])


def _reads_as(text: BlockText, value: str) -> bool:
    lines = "".join(f"{' ' * STEP}{line}\n" if line else "\n" for line in text.lines)
    report = Report("")
    try:
        found = read(f"a: {text.first}\n{lines}b: c\n", report)
    except Refused:
        return False
    return not report.problems and isinstance(found, Mapping) and found.get("a") == value and len(found) == 2

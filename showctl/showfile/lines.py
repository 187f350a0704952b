"""Lines of a text that was read: where they start and end, and which comments belong to which entry.

A comment on the line of an entry belongs to it, as do comments directly above it (no blank line between) which are not
deeper than it is, and those after it which are deeper.
"""

import re

from showctl.showfile.origin import Origin

_REST = re.compile("[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?(\r\n|[\n\r\x85\u2028\u2029]|\\Z)")
_LINE = re.compile("([ \t]*)(#?)[^\n\r\x85\u2028\u2029]*(\r\n|[\n\r\x85\u2028\u2029]|\\Z)")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]|\\Z")
_NEWLINE = re.compile("\r\n|[\n\r]")
_BLANKS = re.compile("(?:[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029]))*")
_SPACE = " \t\n\r\x85\u2028\u2029"


class Unclear(Exception):
    """A piece of text is written in a way that is not spliced; it is written anew."""


def line_start(origin: Origin, at: int) -> int:
    """The offset at which the line of an offset starts."""
    return max(origin.text.rfind(mark, 0, at) for mark in origin.breaks) + 1 if origin.breaks else 0


def line_end(origin: Origin, at: int) -> int:
    """The offset at which the line of an offset ends, before its break."""
    found = _BREAK.search(origin.text, at)
    return found.start() if found else len(origin.text)


def next_line(origin: Origin, at: int) -> int:
    """The offset at which the line after that of an offset starts."""
    found = _BREAK.search(origin.text, at)
    return found.end() if found else len(origin.text)


def column(origin: Origin, at: int) -> int:
    """How many characters stand before an offset in its line."""
    return at - line_start(origin, at)


def value_end(origin: Origin, start: int, end: int) -> int:
    """Where a value ends without the blank lines that a block has after it."""
    text = origin.text
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return end


def tail(origin: Origin, end: int, deeper_than: int) -> int:
    """Where the lines of an entry end which ends here: after its comments. Raises Unclear if more is in the line."""
    found = _REST.match(origin.text, end)
    if found is None:
        raise Unclear
    kept = at = found.end()
    while at < len(origin.text):
        line = _LINE.match(origin.text, at)
        assert line is not None
        if line[2]:
            if len(line[1]) <= deeper_than:
                break
            kept = line.end()
        elif line.end(1) != line.start(3):
            break
        at = line.end()
    return kept


def lead(origin: Origin, at: int, floor: int) -> int:
    """Where the line of an entry starts, or the first of the comments directly above it; not before `floor`."""
    start = line_start(origin, at)
    deepest = at - start
    while start > floor:
        above = line_start(origin, start - 2 if origin.text[start - 2 : start] == "\r\n" else start - 1)
        line = _LINE.match(origin.text, above)
        if above < floor or line is None or not line[2] or len(line[1]) > deepest:
            break
        start = above
    return start


def blank_above(origin: Origin, start: int) -> int:
    """Where the blank lines above a line start; the line itself if there are none."""
    while start > 0:
        above = line_start(origin, start - 2 if origin.text[start - 2 : start] == "\r\n" else start - 1)
        if origin.text[above:start].strip(_SPACE):
            break
        start = above
    return start


def blank_below(origin: Origin, start: int) -> int:
    """Where the blank lines end that start here."""
    found = _BLANKS.match(origin.text, start)
    return found.end() if found else start


def newline(origin: Origin, at: int) -> str:
    """How lines end near an offset."""
    found = _NEWLINE.search(origin.text, at)
    if found is None:
        before = max(origin.text.rfind("\n", 0, at), origin.text.rfind("\r", 0, at))
        found = _NEWLINE.search(origin.text, max(before - 1, 0)) if before >= 0 else None
    return found[0] if found else "\n"

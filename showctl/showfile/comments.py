"""The comments of a text that was read, each with the place that it belongs to, whatever line that is on.

Comments on lines of their own belong to what comes after them, those behind something to what their line begins with.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from showctl.model.problem import Path
from showctl.showfile.tree import Mapping, Sequence, Span

Ident = tuple[Any, ...]
"""What an entry is, the same in every text that has it."""
Place = tuple[str, Ident]
"""`above`, `beside` or `below` an entry, or at the `end` of the text."""
_COMMENT = re.compile("(?<![^ \t\n\r\x85\u2028\u2029,\\[\\]{}])#[^\n\r\x85\u2028\u2029]*")
"""What is a comment where it does not stand in a text."""
_LINE = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\\Z)")


class Found(NamedTuple):
    """A comment: where it starts, and what it says, from its # on."""

    start: int
    text: str


@dataclass(slots=True)
class Region:
    """A part of a text that has nothing but comments and blanks in it."""

    start: int
    end: int
    lines: tuple[str, ...] = ()
    """The comments, from their # on."""
    path: Path = ()
    """Of the entry that it belongs to."""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    code: bool
    path: Path | None = None
    """Of the outermost entry that begins in it."""
    comment: Found | None = None


@dataclass(slots=True)
class Comments:
    """Of one text. `places` has every place where a comment could be, too."""

    text: str
    places: dict[Place, Region] = field(default_factory=dict)


def comments_of(root: Mapping) -> list[Found]:
    """Every comment of the text that a tree was read from."""
    assert root.origin is not None
    text = root.origin.text
    found = [Found(each.start(), each[0].rstrip()) for each in _COMMENT.finditer(text)]
    if not found:
        return []
    spans = sorted((at[1], at[2]) for at, _, leaf in _entries(root, ()) if leaf and at[2] > at[1])
    starts = [start for start, _ in spans]
    return [each for each in found if not _within(each.start, starts, spans)]


def look_of_comments(line: str) -> list[str]:
    """What look like comments in a line: all that are some, and more where texts have such marks in them."""
    return _COMMENT.findall(line)


def _within(at: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < spans[index][1]


def placed_comments(root: Mapping, ident: Callable[[Path], Ident]) -> Comments:
    """The comments of the text that a tree was read from. `ident`: what the entry at a path is."""
    assert root.origin is not None
    text = root.origin.text
    lines = _lines(text, root)
    comments = Comments(text)
    last: _Line | None = None
    start = 0
    own: list[str] = []
    here: Ident = ()
    for line in lines:
        if not line.code:
            own += [line.comment.text] if line.comment is not None else []
            continue
        if line.path is not None:
            here = ident(line.path)
            comments.places.setdefault(("above", here), Region(start, line.start, tuple(own), line.path))
            comments.places.setdefault(("beside", here), _beside(text, line, line.path))
            last = line
        elif last is not None and last.path is not None:
            if own:
                comments.places.setdefault(("below", here), Region(start, line.start, tuple(own), last.path))
            if line.comment is not None:
                comments.places.setdefault(("after", here), _beside(text, line, last.path))
        own, start = [], line.end
    comments.places["end", ()] = Region(start, len(text), tuple(own))
    return comments


def _beside(text: str, line: _Line, path: Path) -> Region:
    code = text[line.start : line.comment.start if line.comment else line.end].rstrip()
    end = line.start + len(text[line.start : line.end].rstrip())
    return Region(line.start + len(code), end, (line.comment.text,) if line.comment else (), path)


def _lines(text: str, root: Mapping) -> list[_Line]:
    lines: list[_Line] = []
    for found in _LINE.finditer(text):
        if found.end() > found.start():
            lines.append(_Line(found.start(), found.end(), bool(found[0].strip())))
    starts = [line.start for line in lines]
    for comment in comments_of(root):
        line = lines[bisect_right(starts, comment.start) - 1]
        line.comment = comment
        line.code = bool(text[line.start : comment.start].strip("\ufeff \t"))
    first: dict[int, int] = {}
    for at, path, leaf in _entries(root, ()):
        index = bisect_right(starts, at[0]) - 1
        if at[0] < first.get(index, len(text) + 1):  # what holds others comes before them
            first[index], lines[index].path = at[0], path
        if leaf and text.find("\n", at[1], at[2]) >= 0:  # blank lines within a text are part of it
            for line in lines[index + 1 : bisect_left(starts, at[2])]:
                line.code = True
    return lines


def _entries(node: Any, path: Path) -> Iterator[tuple[Span, Path, bool]]:
    """Everything that stands in a text in its place; what an alias repeats or `<<` brings stands elsewhere. And whether
    it is a text."""
    those: Iterator[tuple[str | int, Span, Any]]
    if isinstance(node, Mapping):
        those = ((key, span, node.get(key, node.own.get(key))) for key, span in node.spans.items())
    else:
        those = ((at, span, value) for at, (span, value) in enumerate(zip(node.spans, node, strict=False)))
    for key, span, value in those:
        if span[0] < 0:
            continue
        below = (*path, key)
        holds = isinstance(value, Mapping | Sequence)
        yield span, below, not holds
        if holds and value.start >= span[1]:
            yield from _entries(value, below)

"""Slips that YAML takes for something else, so that it stumbles only later: comments, quotations, indents."""

import re
from collections.abc import Sequence

from showctl.showfile.tree import Mark

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_COMMENT = re.compile(r"(?:^|\s)(#\S.*)")
_SWALLOWED = re.compile(r"\s+(#\S[^\s,\]}]*)")
_KEY = re.compile(r"\s*(?:- )?\{?[\w -]{1,40}:(?:\s|$)")
_NEAR = 10
"""Lines above a mistake in which its cause is looked for."""


def swallowed_value(line: str, column: int) -> tuple[int, str] | None:
    """Where a comment stands in place of the value that should start at a column (from 1), and what is wrong."""
    found = _SWALLOWED.match(line, column - 1)  # from there, not in a copy: a line may have a million of these
    return (found.start(1) + 1, _said(found[1])) if found else None


def swallowed_bracket(lines: Sequence[str], number: int) -> tuple[Mark, str] | None:
    """Where a comment hides the closing bracket that is missed in line `number` (from 1), and what is wrong."""
    for index in range(min(number, len(lines)), max(0, number - _NEAR), -1):
        # What is quoted keeps its length, so that columns stay true.
        line = _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), lines[index - 1])
        found = _COMMENT.search(line)
        if not found or not re.search(r"[]},]", found[1]):
            continue
        before = line[: found.start(1)]
        if sum(map(before.count, "[{")) > sum(map(before.count, "]}")):
            start = re.search(r"[^\s:,\[\]{}\"][^:,\[\]{}\"]*$", before)
            text = lines[index - 1][start.start() if start else found.start(1) :]
            return (index, found.start(1) + 1), _said(re.split(r"[,\]}]", text)[0].strip())
    return None


def _said(text: str) -> str:
    return f'# starts a comment, so the rest of the line is not read; if it is meant, write "{text}" in quotes'


def holds_keys(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether lines that a quotation goes on over (from 1) look like keys that it has swallowed."""
    return any(_KEY.match(line) for line in lines[first:last])


def breaks_out(lines: Sequence[str], number: int) -> int | None:
    """The line above line `number` that is indented less than both its neighbours; both from 1."""
    above = [index for index in range(max(1, number - _NEAR), number) if lines[index - 1].strip()][-2:]
    if len(above) < 2 or number > len(lines):
        return None
    before, here, after = (_indent(lines[index - 1]) for index in (*above, number))
    return above[1] if here < min(before, after) and _KEY.match(lines[above[1] - 1]) else None


def _indent(line: str) -> int:
    """Columns before the text; the dash of a list item counts as indent."""
    return len(line) - len(line.lstrip(" -"))

"""The lines of what is new in a text: what was read elsewhere is copied with its comments, all else in house style."""

from typing import Any

from showctl.model.problem import Path
from showctl.showfile.house_style import STEP, entries, entry_lines, item_lines
from showctl.showfile.lines import Unclear, column, lead, line_start, tail
from showctl.showfile.pieces import Edit, Part, applied, text_of_part
from showctl.showfile.quote import scalar
from showctl.showfile.slot import Slots, anchor_end, dash_before, extent, in_flow, origin_of
from showctl.showfile.splice_job import Job, Node
from showctl.showfile.tree import Mapping, Sequence


def has_text(value: Any) -> bool:
    """Whether anything in a value was read."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping | Sequence):
            if node and node.read is not None and node.read.spans:
                return True
            waiting += node.values() if isinstance(node, Mapping) else node
    return False


def fresh(job: Job, key: str, value: Any, at: int, path: Path, breaks: str, *, comments: bool = True) -> list[Part]:
    """The lines of an entry (of an item, where there is no key), indented by so many columns. The first part is text,
    save for an item that is copied with the comments above it.
    """
    if not has_text(value):
        lines = entry_lines(key, value, at, path) if key else item_lines(value, at, path)
        return ["".join(line + breaks for line in lines)]
    head = " " * at + (f"{scalar(key, flow=False)}:" if key else "-")
    if value.read is not None and value.read.spans:
        windows = len(job.windows)
        try:
            return _copied(job, key, value, at, path, breaks, head, comments)
        except Unclear:
            del job.windows[windows:]
            if "#" in origin_of(value.read).text[value.read.start : extent(value.read)]:
                job.rewritten.append(path)
            lines = entry_lines(key, value, at, path) if key else item_lines(value, at, path)
            return ["".join(line + breaks for line in lines)]
    inside = _inside(job, value, at + STEP, path, breaks)
    if key:
        return [head + breaks, *inside]
    first, *rest = inside
    while not isinstance(first, str):  # a comment above the first of what was copied stays beside the dash
        first = " " * (at + STEP)
        rest = [_from_content(inside[0]), *rest]
    return [f"{head} {first[at + STEP :]}", *rest]


def _from_content(part: Part) -> Part:
    assert not isinstance(part, str)
    start = part.start
    while part.origin.text[start] == " ":
        start += 1
    return part._replace(start=start)


def _inside(job: Job, value: Node, at: int, path: Path, breaks: str) -> list[Part]:
    parts: list[Part] = []
    if isinstance(value, Mapping):
        for key, each in entries(value, path):
            parts += fresh(job, key, each, at, (*path, key), breaks)
        return parts
    above = False
    for index, item in enumerate(value):
        lines = fresh(job, "", item, at, (*path, index), breaks)
        tall = sum(text_of_part(part, job.origin, breaks).count(breaks) for part in lines) > 1
        if index and (tall or above):
            parts.append(breaks)
        parts += lines
        above = tall
    return parts


def _copied(job: Job, key: str, value: Node, at: int, path: Path, breaks: str, head: str, comments: bool) -> list[Part]:
    source = value.read
    assert source is not None
    origin = origin_of(source)
    start, end = anchor_end(origin, source.start), extent(source)
    dash = dash_before(origin, source.start)
    if not key and dash is not None and comments:
        shift = at - column(origin, dash)
        edits = _edits(job, value, source, path, shift)
        stop = tail(origin, end, column(origin, dash))
        above = lead(origin, dash, 0)
        return _ended(applied(origin, above, stop, edits, shift), origin.text[stop - 1 : stop], breaks)
    if in_flow(source) or not source.spans:
        line = line_start(origin, start)
        shift = at - (len(origin.text[line:start]) - len(origin.text[line:start].lstrip(" ")))
        edits = _edits(job, value, source, path, shift)
        return [f"{head} ", *applied(origin, start, end, edits, shift), breaks]
    first = Slots(source)[0].at
    shift = at + STEP - column(origin, first)
    edits = _edits(job, value, source, path, shift)
    stop = tail(origin, end, column(origin, first))
    if not key:
        return _ended([f"{head} ", *applied(origin, first, stop, edits, shift)], origin.text[stop - 1 : stop], breaks)
    if origin.text[line_start(origin, first) : first].strip():
        parts = [head + breaks + " " * (at + STEP), *applied(origin, first, stop, edits, shift)]
    else:
        parts = [
            head + breaks,
            *applied(origin, lead(origin, first, anchor_end(origin, source.start)), stop, edits, shift),
        ]
    return _ended(parts, origin.text[stop - 1 : stop], breaks)


def _edits(job: Job, value: Node, source: Node, path: Path, shift: int) -> list[Edit]:
    return [] if value is source else job.within(job, value, source, path, shift)


def _ended(parts: list[Part], text: str, breaks: str) -> list[Part]:
    return parts if text in "\n\r\x85\u2028\u2029" else [*parts, breaks]

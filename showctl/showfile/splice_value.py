"""Edits of a value under a key or of an item of a list: within it, or another one in its place."""

import re
from typing import Any, NamedTuple

from showctl.model.problem import Path
from showctl.showfile.house_style import STEP, WIDE, entry_lines, item_lines, scalar_or_flow
from showctl.showfile.lines import Unclear, blank_above, line_end, line_start, newline, next_line, tail, value_end
from showctl.showfile.matching import same
from showctl.showfile.origin import Origin
from showctl.showfile.pieces import Edit, Part, Piece, applied, text_of_part
from showctl.showfile.quote import block_scalar, scalar, scalar_like
from showctl.showfile.same_tree import quotes_matter
from showctl.showfile.slot import Slots, after_colon, anchor_end, extent, in_flow, is_alias, lines_of, origin_of
from showctl.showfile.splice_block import block_edits
from showctl.showfile.splice_flow import flow_edits
from showctl.showfile.splice_fresh import has_text
from showctl.showfile.splice_job import Job, Node, Place, SaysMore
from showctl.showfile.splice_unfold import unfolded
from showctl.showfile.tree import Mapping, Sequence

_COMMENT = re.compile("[ \t\n\r\x85\u2028\u2029]#")


def value_edits(job: Job, new: Any, old: Any, place: Place) -> list[Edit]:
    """What makes the text of a value that of another one."""
    if same(new, old):
        return []
    origin = origin_of(place.parent)
    start = place.slot.start
    by_key = _starts_with_key(old, start)  # what is written there is of that
    anchored = start if by_key else anchor_end(origin, start)
    alias = is_alias(origin, start) and not by_key
    if alias and origin is job.origin and job.defined.get(id(old)) is new:
        return []
    stays = isinstance(new, str) and origin is job.origin and job.alike.get(start) == new
    if stays and alias:
        return []
    dropped = not stays and anchored > start and origin is job.origin and start in job.named
    dropped = dropped and (id(old) in job.needed or not isinstance(old, Mapping | Sequence))
    if _within(new, old) and not alias and place.path not in job.coarse:
        windows = len(job.windows)
        try:
            edits = edits_within(job, new, old, place)
        except SaysMore:
            del job.windows[windows:]
            job.unfolded.add(id(new))
            if place.parent.flow:
                raise
            return _replaced(job, new, old, place, dropped, copy=False, unfold=True)
        except Unclear:
            del job.windows[windows:]
            return _replaced(job, new, old, place, dropped, copy=False)
        return [*([_without_anchor(place)] if dropped else []), *edits]
    return _replaced(job, new, old, place, dropped, copy=place.path not in job.coarse)


def _starts_with_key(old: Any, start: int) -> bool:
    return isinstance(old, Mapping) and any(at == start for at, _, _ in list(old.spans.values())[:1])


def _within(new: Any, old: Any) -> bool:
    if not isinstance(new, Mapping | Sequence) or type(new) is not type(old) or not new:
        return False
    moved_here = new.read is not None and new.read is not old
    return bool(old.spans) and not moved_here


def edits_within(job: Job, new: Node, old: Node, place: Place) -> list[Edit]:
    """Edits inside a mapping or list. One in braces that gets too long for its line is written below its key."""
    edits = edits_inside(job, new, old, place.path, place.shift)
    if not old.flow:
        return edits
    origin, start = origin_of(old), line_start(origin_of(old), place.slot.at)
    end = line_end(origin, old.start)
    stop = extent(old)
    plain = not any(mark in origin.text[old.start : stop] for mark in "&*\n\r\x85\u2028\u2029")
    if not place.parent.flow and plain and end - start <= WIDE:
        line = applied(origin, start, stop, edits, place.shift)
        if sum(len(text_of_part(part, origin, "\n")) for part in line) > WIDE:
            return _replaced(job, new, old, place, False, copy=False)
    return edits


def edits_inside(job: Job, new: Node, old: Node, path: Path, shift: int) -> list[Edit]:
    """Edits inside a mapping or list. Raises Unclear."""
    if not new or not old.spans:
        raise Unclear
    return (flow_edits if in_flow(old) else block_edits)(job, new, old, path, shift)


class _Where(NamedTuple):
    """The text of a value in a block: what of it is in its first line, and the lines below it that are its own."""

    head: int
    head_end: int
    below: int
    below_end: int


def _replaced(
    job: Job, new: Any, old: Any, place: Place, dropped: bool, *, copy: bool, unfold: bool = False
) -> list[Edit]:
    """`copy`: what was read elsewhere comes with its text. `unfold`: what was in braces gets lines of its own."""
    origin = origin_of(place.parent)
    text = origin.text
    start, end = place.slot.start, place.slot.end
    if not copy and not unfold and _COMMENT.search(text, start, end) and type(new) is type(old):
        job.rewritten.append(place.path)
    if place.parent.flow:
        head = start if dropped or start == end or is_alias(origin, start) else anchor_end(origin, start)
        written = _in_line_like(new, old, text[head:end], place, flow=True)
        return [Edit(head, end, (_spaced(text, head, written, place),))]
    where = _where(origin, old, place, dropped)
    breaks = newline(origin, start)
    kind = text[anchor_end(origin, start) : anchor_end(origin, start) + 1] if not is_alias(origin, start) else ""
    old_text = text[anchor_end(origin, start) : end] if isinstance(old, str) and kind != "" else ""
    try:
        below = unfolded(job, new, old, place.path, place.column + place.shift + STEP, breaks) if unfold else []
    except Unclear:
        return _replaced(job, new, old, place, dropped, copy=False)
    first, lines = ([], below) if unfold else _written(job, new, old_text, place, breaks, copy)
    if first and text[where.head - 1] not in " \t":
        first = [" ", *first]
    head = where.head
    if not first and text[where.head_end : where.head_end + 1] in " \t\n\r\x85\u2028\u2029":
        while text[head - 1] in " \t":
            head -= 1
    edits = [Edit(head, where.head_end, tuple(first))]
    if lines or where.below < where.below_end:
        if not new and isinstance(old, Mapping | Sequence) and not old.flow and not is_alias(origin, start):
            lines = [*lines, *_apart(origin, old, where)]
        if lines and where.below == len(text) and text[where.below - 1] not in "\n\r\x85\u2028\u2029":
            lines = [breaks, *lines]
        edits.append(Edit(where.below, where.below_end, tuple(lines)))
    return edits


def _apart(origin: Origin, old: Node, where: _Where) -> list[Part]:
    """The comments in a block that belong to none of its entries."""
    slots = Slots(old)
    found: list[Part] = []
    end = where.below
    for index in range(len(slots)):
        lines = lines_of(origin, slots[index], slots[index - 1].end if index else 0)
        if "#" in origin.text[end : lines.start]:
            found.append(Piece(origin, end, blank_above(origin, lines.start)))
        end = lines.end
    return found


def _spaced(text: str, at: int, written: str, place: Place) -> str:
    if not written or text[at - 1] in " \t\n\r":
        return written
    if text[at - 1] == ":":
        return f" {written}"
    return f": {written}" if place.key and at == place.slot.end and ":" not in text[place.slot.at : at] else written


def _where(origin: Any, old: Any, place: Place, dropped: bool) -> _Where:
    text = origin.text
    slot, key = place.slot, place.key
    end = value_end(origin, slot.start, slot.end)
    after = after_colon(origin, slot, key) if key else slot.at + 1
    head = slot.start if dropped or is_alias(origin, slot.start) else anchor_end(origin, slot.start)
    block = isinstance(old, Mapping | Sequence) and not old.flow and not is_alias(origin, slot.start)
    if block:
        stop = tail(origin, end, place.column)
        content = head
        while text[content] in " \t":
            content += 1
        if line_end(origin, after) >= content and text[content] not in "#\n\r\x85\u2028\u2029":  # beside the dash
            first_end = line_end(origin, head)
            return _Where(head, first_end, min(next_line(origin, head), stop), stop)
        start = slot.start if slot.start <= line_end(origin, after) else after
        if start == slot.start and not dropped:
            start = anchor_end(origin, start)
            return _Where(start, start, next_line(origin, start), stop)
        if start == slot.start:
            return _Where(start, anchor_end(origin, start), next_line(origin, start), stop)
        return _Where(after, after, next_line(origin, after), stop)
    if text[anchor_end(origin, slot.start) : anchor_end(origin, slot.start) + 1] in ("|", ">") and isinstance(old, str):
        header = anchor_end(origin, slot.start)
        header_end = header
        while header_end < len(text) and text[header_end] in "|>+-0123456789":
            header_end += 1
        below = next_line(origin, header)
        return _Where(head, header_end, below, max(next_line(origin, end), below))
    below = next_line(origin, end)
    if slot.start == slot.end:
        return _Where(after, after, below, below) if head == slot.start else _Where(head, head, below, below)
    return _Where(head, end, below, below)


def _written(job: Job, new: Any, before: str, place: Place, breaks: str, copy: bool) -> tuple[list[Part], list[Part]]:
    """A value as what stands in the first line and the lines below. `before`: the text of a scalar in its place."""
    at = place.column + place.shift
    if isinstance(new, str):
        if "\n" in new and (block := block_scalar(new, before[:1] if before[:1] in "|>" and before else "|")):
            pad = " " * (at + STEP)
            return [block[0]], ["".join(pad + line + breaks if line else breaks for line in block[1])]
        return [_in_line_like(new, None, before, place, flow=False)], []
    if new is None:
        return [], []
    if copy and has_text(new):
        parts = job.fresh(job, place.key, new, at, place.path, breaks, comments=False)
        return _split(parts, at, place, breaks)
    lines = entry_lines(place.key, new, at, place.path) if place.key else item_lines(new, at, place.path)
    begin = at + len(scalar(place.key, flow=False)) + 1 if place.key else at + 1
    first = lines[0][begin:].strip(" ")
    rest = "".join(line + breaks for line in lines[1:])
    return [first] if first else [], [rest] if rest else []


def _split(parts: list[Part], at: int, place: Place, breaks: str) -> tuple[list[Part], list[Part]]:
    """Parts of a whole entry without its key or dash."""
    first, *rest = parts
    assert isinstance(first, str)
    begin = at + len(scalar(place.key, flow=False)) + 1 if place.key else at + 1
    head, broken, more = first.partition(breaks)
    head = head[begin:].strip(" ")
    if broken:
        return [head] if head else [], [*([more] if more else []), *rest]
    last = rest.pop()
    if isinstance(last, str):
        last = last.removesuffix(breaks)
    else:
        last = last._replace(end=value_end(last.origin, last.start, last.end))
    return [part for part in (head, *rest, last) if part], []


def _in_line_like(new: Any, old: Any, before: str, place: Place, *, flow: bool) -> str:
    if isinstance(new, str):
        return scalar_like(new, before, flow=flow, keep=not quotes_matter(new))
    if new is None:
        if flow and not place.key:  # nothing at all can be an item in a block only
            raise Unclear
        return ""
    return scalar_or_flow(new, place.path)


def _without_anchor(place: Place) -> Edit:
    origin = origin_of(place.parent)
    start, end = place.slot.start, anchor_end(origin, place.slot.start)
    if end == line_end(origin, end):
        while origin.text[start - 1] in " \t":
            start -= 1
    return Edit(start, end)

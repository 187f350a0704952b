"""Which parts of a text have to be read again after a splice: what was edited, with what stands beside it."""

from bisect import bisect_left
from collections.abc import Callable

from showctl.model.problem import Path
from showctl.showfile.matching import Entry
from showctl.showfile.pieces import Edit
from showctl.showfile.slot import Lines
from showctl.showfile.splice_job import Job, Node, Window
from showctl.showfile.splice_keys import KEPT
from showctl.showfile.tree import Mapping, Sequence


def add_window(job: Job, new: Node, path: Path, chosen: list[Entry], start: int, end: int, edits: list[Edit]) -> None:
    """Add the window of some entries and their edits, without what stands beside them."""
    edited = tuple((*path, entry.key or entry.old) for entry in chosen if entry.old >= 0)
    job.windows.append(Window(start, end, _wanted(new, chosen), path, tuple(edits), edited))


def _wanted(new: Node, chosen: list[Entry]) -> Node:
    if isinstance(new, Mapping):
        mapping = Mapping()
        mapping.update({e.key: e.value for e in chosen if e.key not in new.own})
        mapping.own = {e.key: e.value for e in chosen if e.key in new.own}
        return mapping
    sequence = Sequence()
    sequence.extend(e.value for e in chosen)
    return sequence


def add_windows(
    job: Job,
    new: Node,
    path: Path,
    entries: list[Entry],
    touched: set[int],
    gone: list[int],
    lines: Callable[[int], Lines],
    edits: list[Edit],
) -> None:
    """Add the windows of what was edited with the entries beside it. `touched`: indexes of entries; `gone`: indexes of
    those that were read; `edits`: all of them.
    """
    edits = sorted(edits, key=lambda edit: edit[:2])
    starts = [edit.start for edit in edits]
    last_read = max(max((entry.old for entry in entries), default=0), max(gone, default=0))
    ends = len(entries) - 1
    if any(entry.value is KEPT for entry in entries):
        whole = Window(lines(0).start, lines(last_read).end, new, path, tuple(edits), (path,))
        job.windows.append(whole)
        return
    marked = touched | _beside(entries, gone)
    at = 0
    while at <= ends:
        if at not in marked:
            at += 1
            continue
        first = last = at
        while last < ends and last + 1 in marked:
            last += 1
        at = last + 1
        first, last = max(first - 1, 0), min(last + 1, ends)
        while first > 0 and not entries[first].stays:
            first -= 1
        while last < ends and not entries[last].stays:
            last += 1
        start = lines(entries[first].old if first else 0).start
        end = lines(entries[last].old if last < ends else last_read).end
        chosen = entries[first : last + 1]
        edited = tuple((*path, entry.key or entry.old) for entry in chosen if entry.old >= 0)
        inside = edits[bisect_left(starts, start) : bisect_left(starts, end + 1)]
        if first:  # what is put in right before or behind belongs to what stands there
            inside = [edit for edit in inside if edit.start > start or edit.end > start]
        if last < ends:
            inside = [edit for edit in inside if edit.start < end]
        job.windows.append(Window(start, end, _wanted(new, chosen), path, tuple(inside), edited))


def _beside(entries: list[Entry], gone: list[int]) -> set[int]:
    """The entries before what is gone."""
    stays = [(entry.old, at) for at, entry in enumerate(entries) if entry.stays]
    return {stays[max(bisect_left(stays, (index, -1)) - 1, 0)][1] for index in gone} if stays else set()

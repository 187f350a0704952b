"""What stood in braces or brackets written in lines of its own, because what came into it has comments."""

import re
from typing import Any

from showctl.model.problem import Path
from showctl.showfile.house_style import STEP, set_apart
from showctl.showfile.lines import Unclear
from showctl.showfile.matching import Entry
from showctl.showfile.pieces import Part, applied, text_of_part
from showctl.showfile.quote import scalar
from showctl.showfile.slot import extent
from showctl.showfile.splice_block import without_indent
from showctl.showfile.splice_entries import Entries
from showctl.showfile.splice_job import Job, Node, Place
from showctl.showfile.tree import Mapping, Sequence

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT = re.compile("(?:^|[ \t])(#.*)")


def unfolded(job: Job, new: Node, old: Node, path: Path, at: int, breaks: str) -> list[Part]:
    """The lines of the entries, indented by so many columns. `old`: in braces or brackets; what is in it that has to be
    in lines of its own as well is told by `Job.unfolded`. Raises Unclear.
    """
    return _Unfolded(job, new, old, path, at, breaks).lines()


class _Unfolded(Entries):
    flow = False

    def __init__(self, job: Job, new: Node, old: Node, path: Path, at: int, breaks: str) -> None:
        super().__init__(job, new, old, path, 0)
        if "<<" in self.names:
            raise Unclear
        self.at, self.breaks = at, breaks
        self.above, self.beside, self.end = self._comments()

    def _comments(self) -> tuple[list[list[str]], list[str], list[str]]:
        """The comments above and beside each entry that was read, and those after the last one."""
        above: list[list[str]] = []
        beside: list[str] = []
        start = self.old.start + 1
        for index in range(len(self.slots)):
            slot = self.slots[index]
            here, own = self._gap(start, slot.at)
            if index:
                beside.append(here)
            above.append(own if index or not here else [here, *own])
            start = slot.end
        here, own = self._gap(start, extent(self.old) - 1)
        return above, [*beside, here], own

    def _gap(self, start: int, end: int) -> tuple[str, list[str]]:
        first, *rest = (_COMMENT.search(line) for line in _BREAK.split(self.origin.text[start:end]))
        return first[1].rstrip() if first else "", [found[1].rstrip() for found in rest if found]

    def lines(self) -> list[Part]:
        parts: list[Part] = []
        tall_above = False
        for index, entry in enumerate(self.entries):
            lines = self._entry(entry, index)
            tall = sum(text_of_part(part, self.job.origin, self.breaks).count(self.breaks) for part in lines) > 1
            if index and (tall or tall_above) and set_apart(self.path):
                parts.append(self.breaks)
            parts += lines
            tall_above = tall
        return [*parts, *(self._line(comment) for comment in self.end)]

    def _line(self, text: str) -> str:
        return f"{' ' * self.at}{text}{self.breaks}"

    def _entry(self, entry: Entry, index: int) -> list[Part]:
        path = (*self.path, entry.key or index)
        if entry.old < 0:
            read = entry.value.read if isinstance(entry.value, Mapping | Sequence) else None
            copy = isinstance(self.old, Sequence) and any(item is read for item in self.old)
            return self.job.fresh(self.job, entry.key, entry.value, self.at, path, self.breaks, comments=not copy)
        slot, beside = self.slots[entry.old], self.beside[entry.old]
        key = self.names[entry.old] if self.names else ""
        old = self._old(key, entry.old)
        head = f"{scalar(entry.key, flow=False)}:" if key else "-"
        above: list[Part] = [self._line(comment) for comment in self.above[entry.old]]
        if id(entry.value) in self.job.unfolded:
            inside = unfolded(self.job, entry.value, old, path, self.at + STEP, self.breaks)
            if key:
                return [*above, self._line(f"{head}  {beside}".rstrip()), *inside]
            above += [self._line(beside)] if beside else []
            return [*above, f"{' ' * self.at}{head} ", *without_indent(inside)]
        place = Place(self.old, slot, key, self.column_of(slot), path, 0)
        edits = self.job.value_edits(self.job, entry.value, old, place) if entry.value is not old else []
        text = applied(self.origin, slot.start, slot.end, edits)
        return [*above, f"{' ' * self.at}{head} ", *text, f"  {beside}".rstrip() + self.breaks]

    def _old(self, key: str, index: int) -> Any:
        if isinstance(self.old, Mapping):
            return self.old.own[key] if key[:2] == "x-" else self.old[key]
        return self.old[index]

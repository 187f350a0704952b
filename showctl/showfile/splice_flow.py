"""Edits of the text of a mapping in braces or a list in brackets."""

import re

from showctl.model.problem import Path
from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.lines import Unclear, column, lead, line_start, newline, next_line
from showctl.showfile.matching import Entry
from showctl.showfile.pieces import Edit, Part, applied
from showctl.showfile.quote import scalar
from showctl.showfile.slot import after_gap, extent
from showctl.showfile.splice_entries import Entries
from showctl.showfile.splice_job import Job, Node, SaysMore
from showctl.showfile.tree import Mapping, Sequence

_COMMENT = re.compile("(?:^|[ \t\n\r])#")
_LINE_REST = re.compile("[ \t]*,?[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?(?=[\n\r\x85\u2028\u2029]|\\Z)")


def _says_more(value: object) -> bool:
    """Whether what was read elsewhere has comments, which have no place inside braces."""
    read = value.read if isinstance(value, Mapping | Sequence) else None
    if read is None or read.origin is None or not read.spans:
        return False
    start = lead(read.origin, read.start, 0)
    return _COMMENT.search(read.origin.text, start, next_line(read.origin, extent(read))) is not None


def flow_edits(job: Job, new: Node, old: Node, path: Path, shift: int) -> list[Edit]:
    """What makes the text of the old one that of the new one, both with entries. Raises Unclear."""
    return _Flow(job, new, old, path, shift).edits()


class _Flow(Entries):
    flow = True

    def __init__(self, job: Job, new: Node, old: Node, path: Path, shift: int) -> None:
        super().__init__(job, new, old, path, shift)
        self.long = any(mark in self.origin.text[old.start : extent(old)] for mark in "\n\r\x85\u2028\u2029")

    def edits(self) -> list[Edit]:
        done: list[Edit] = []
        waiting: list[list[Part]] = []
        before = -1
        kept = [entry.old for entry in self.entries if entry.stays]
        if not kept:
            raise Unclear
        for at, entry in enumerate(self.entries):
            if entry.stays:
                if waiting:
                    done += self._inserted(waiting, before)
                    waiting = []
                before = entry.old
                done += self.entry_edits(entry)
            else:
                waiting.append(self._moved(entry) if entry.old >= 0 else [self._new(entry, at)])
        if waiting:
            done += self._inserted(waiting, before)
        stays = set(kept)
        return done + [e for at in range(len(self.slots)) if at not in stays for e in self._removed(at, kept[-1])]

    def _moved(self, entry: Entry) -> list[Part]:
        slot = self.slots[entry.old]
        floor = self.slots[entry.old - 1].end if entry.old else 0
        if self.long and self._own_line(entry.old):
            start, end = lead(self.origin, slot.at, floor), next_line(self.origin, slot.end)
            if _COMMENT.search(self.origin.text, start, slot.at) or _COMMENT.search(self.origin.text, slot.end, end):
                raise SaysMore
        return applied(self.origin, slot.at, slot.end, self.entry_edits(entry), self.shift)

    def _new(self, entry: Entry, at: int) -> str:
        if _says_more(entry.value):
            raise SaysMore
        value = scalar_or_flow(entry.value, (*self.path, entry.key or at))
        if self.names:
            return f"{scalar(entry.key, flow=True)}: {value}"
        if not value:  # nothing at all can be an item in a block only
            raise Unclear
        return value

    def _own_line(self, index: int) -> bool:
        """Whether an entry stands in lines of its own."""
        slot = self.slots[index]
        before = self.origin.text[line_start(self.origin, slot.at) : slot.at]
        return not before.strip() and _LINE_REST.match(self.origin.text, slot.end) is not None

    def _inserted(self, chunks: list[list[Part]], before: int) -> list[Edit]:
        index = max(before, 0)
        slot = self.slots[index]
        if not self.long or not self._own_line(index):
            if before < 0:
                return [Edit(slot.at, slot.at, tuple(part for c in chunks for part in (*c, ", ")))]
            return [Edit(slot.end, slot.end, tuple(part for c in chunks for part in (", ", *c)))]
        breaks = newline(self.origin, slot.at)
        indent = " " * (column(self.origin, slot.at) + self.shift)
        if before < 0:
            parts = [part for c in chunks for part in (*c, ",", breaks, indent)]
            return [Edit(slot.at, slot.at, tuple(parts))]
        rest = _LINE_REST.match(self.origin.text, slot.end)
        assert rest is not None
        comma = after_gap(self.origin, slot.end)
        parts = [part for c in chunks for part in (",", breaks, indent, *c)]
        if self.origin.text.startswith(",", comma):
            if comma >= rest.end():
                raise Unclear
            return [Edit(rest.end(), rest.end(), (*parts[1:], ","))]
        return [Edit(slot.end, slot.end, (",",)), Edit(rest.end(), rest.end(), tuple(parts[1:]))]

    def _removed(self, index: int, last: int) -> list[Edit]:
        """`last`: the last entry that stays."""
        slot = self.slots[index]
        if self.long:
            if not self._own_line(index):
                raise Unclear
            floor = self.slots[index - 1].end if index else 0
            return [Edit(lead(self.origin, slot.at, floor), next_line(self.origin, slot.end))]
        if index > last:
            return [Edit(self.slots[last].end, self.slots[index].end)]
        return [Edit(slot.at, self.slots[index + 1].at)]

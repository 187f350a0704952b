"""Edits of the text of a mapping or list that takes a line, or several, for each entry."""

from showctl.model.problem import Path
from showctl.showfile.lines import blank_above, blank_below, column, newline
from showctl.showfile.matching import Entry
from showctl.showfile.pieces import Edit, Part, Piece, applied
from showctl.showfile.slot import Lines, Slot, lines_of
from showctl.showfile.splice_entries import Entries
from showctl.showfile.splice_job import Job, Node
from showctl.showfile.splice_window import add_window, add_windows
from showctl.showfile.tree import Mapping, Sequence


def block_edits(job: Job, new: Node, old: Node, path: Path, shift: int) -> list[Edit]:
    """What makes the text of the old one that of the new one, both with entries. Raises Unclear."""
    return _Block(job, new, old, path, shift).edits()


class _Block(Entries):
    flow = False

    def __init__(self, job: Job, new: Node, old: Node, path: Path, shift: int) -> None:
        super().__init__(job, new, old, path, shift)
        self.column = column(self.origin, self.slots[0].at)
        self._lines: dict[int, Lines] = {}

    def lines(self, index: int) -> Lines:
        found = self._lines.get(index)
        if found is None:
            floor = self.slots[index - 1].end if index else 0
            found = lines_of(self.origin, self.slots[index], floor, first=not self.path and not index)
            self._lines[index] = found
        return found

    def edits(self) -> list[Edit]:
        done: list[Edit] = []
        touched: set[int] = set()
        waiting: list[int] = []
        before = -1
        kept = bytearray(len(self.slots))
        items = self.old if isinstance(self.old, Sequence) else None
        for at, entry in enumerate(self.entries):
            if not entry.stays:
                touched.add(at)
                waiting.append(at)
                continue
            kept[entry.old] = 1
            if waiting:
                done += self._put_in(waiting, before, entry.old)
                waiting = []
            before = entry.old
            if items is not None and entry.value is items[before]:
                continue
            windows = len(self.job.windows)
            if edits := self.entry_edits(entry):
                done += edits
                touched.add(at)
                if not self.path and windows == len(self.job.windows):
                    lines = self.lines(before)
                    add_window(self.job, self.new, self.path, [entry], lines.start, lines.end, edits)
        if waiting:
            done += self._put_in(waiting, before, -1)
        gone = [index for index, stays in enumerate(kept) if not stays]
        for index in gone:
            done += self._removed(index, kept)
        if len(self.path) == 1 and (touched or gone):
            add_windows(self.job, self.new, self.path, self.entries, touched, gone, self.lines, done)
        return done

    def _put_in(self, indexes: list[int], before: int, after: int) -> list[Edit]:
        chosen = [self.entries[at] for at in indexes]
        chunks = [self._moved(e) if e.old >= 0 else self._new(e, at) for e, at in zip(chosen, indexes, strict=True)]
        edits = self._inserted(chunks, before, after)
        if not self.path:
            add_window(self.job, self.new, self.path, chosen, edits[0].start, edits[0].start, edits)
        return edits

    def column_of(self, slot: Slot) -> int:
        """All of them start in the same one."""
        return self.column

    def _newline(self, index: int) -> str:
        return newline(self.origin, self.slots[index].at)

    def _moved(self, entry: Entry) -> list[Part]:
        """An entry with its comments, as it is to stand elsewhere in the same mapping or list."""
        lines = self.lines(entry.old)
        parts = applied(self.origin, lines.start, lines.end, self.entry_edits(entry), self.shift)
        if not lines.own:
            parts.insert(0, " " * (self.column + self.shift))
        if self.origin.text[lines.end - 1] not in "\n\r\x85\u2028\u2029":
            parts.append(self._newline(entry.old))
        return parts

    def _new(self, entry: Entry, at: int) -> list[Part]:
        path = (*self.path, entry.key or at)
        breaks = newline(self.job.origin, self.slots[0].at if self.origin is self.job.origin else 0)
        read = entry.value.read if isinstance(entry.value, Mapping | Sequence) else None
        # What stands above the first of two is not said of the second: a heading, mostly.
        copy = isinstance(self.old, Sequence) and any(item is read for item in self.old)
        column = self.column + self.shift
        return self.job.fresh(self.job, entry.key, entry.value, column, path, breaks, comments=not copy)

    def _inserted(self, chunks: list[list[Part]], before: int, after: int) -> list[Edit]:
        """New lines after an entry that stays, or if there is none before the first."""
        breaks = self._newline(max(before, 0))
        indent = " " * (self.column + self.shift)
        if before < 0:
            lines = self.lines(0)
            apart = [breaks] if len(self.slots) > 1 and self._is_apart(0) else []
            if lines.own:
                return [Edit(lines.start, lines.start, tuple(p for c in chunks for p in [*c, *apart]))]
            parts = [p for c in chunks for p in c]
            parts = [*without_indent(parts), *([indent] if after >= 0 else [])]
            return [Edit(self.slots[0].at, self.slots[0].at, tuple(parts))]
        end = self.lines(before).end
        apart = [breaks] if self._is_apart(before, chunks) else []
        parts = [p for c in chunks for p in [*apart, *c]]
        if end == len(self.origin.text) and self.origin.text[end - 1] not in "\n\r\x85\u2028\u2029":
            parts.insert(0, breaks)
            if isinstance(parts[-1], str) and parts[-1].count(breaks) == 1:
                parts[-1] = parts[-1].removesuffix(breaks)
        return [Edit(end, end, tuple(parts))]

    def _is_apart(self, index: int, chunks: list[list[Part]] | None = None) -> bool:
        """Whether blank lines are written between entries, as seen after this one."""
        if index + 1 == len(self.slots):
            if index:
                return blank_above(self.origin, self.lines(index).start) < self.lines(index).start
            many = any(len(c) > 1 or isinstance(c[0], Piece) or c[0].count("\n") > 1 for c in chunks or [])
            return not self.path or (not self.names and many)
        end = self.lines(index).end
        return blank_below(self.origin, end) > end

    def _removed(self, index: int, kept: bytearray) -> list[Edit]:
        lines = self.lines(index)
        start, end = lines.start, lines.end
        if not lines.own:  # the first key beside a dash: the next one takes its place there
            following = kept.find(1)
            if following >= 0:
                text, end = self.origin.text, self.lines(following).start
                while text[end] == " ":
                    end += 1
            return [Edit(start, end)]
        if index and index + 1 == len(self.slots):
            if end == len(self.origin.text) or blank_below(self.origin, end) > end:
                start = blank_above(self.origin, start)
        elif not index or blank_above(self.origin, start) < start:
            end = blank_below(self.origin, end)
        return [Edit(start, end)]


def without_indent(parts: list[Part]) -> list[Part]:
    """Parts that begin a line, without the spaces there."""
    first, *rest = parts
    if isinstance(first, str):
        stripped = first.lstrip(" ")
        return [stripped, *rest] if stripped else without_indent(rest)
    at = first.start
    while at < first.end and first.origin.text[at] == " ":
        at += 1
    return [first._replace(start=at), *rest]

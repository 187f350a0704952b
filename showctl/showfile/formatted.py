"""A whole show file in the house style: comments, blank lines, names (&a) and the order of keys stay the author's."""

import re
from collections import Counter
from typing import Any, NamedTuple

from showctl.model.problem import Path
from showctl.model.unit import Quoted
from showctl.showfile.block_text import block_text
from showctl.showfile.comments import comments_of
from showctl.showfile.house_style import STEP, WIDE, set_apart
from showctl.showfile.lines import Unclear, column, line_end, line_start, newline, value_end
from showctl.showfile.origin import Mark
from showctl.showfile.quote import can_be_plain, double_quoted, scalar, single_quoted
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report
from showctl.showfile.same_tree import same_tree
from showctl.showfile.slot import (
    Slot,
    Slots,
    after_colon,
    after_gap,
    anchor_end,
    extent,
    in_flow,
    is_alias,
    is_pair,
    key_end,
    origin_of,
)
from showctl.showfile.tree import Mapping, Sequence

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_SPACE = re.compile("[ \t\n\r\x85\u2028\u2029]+")
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
_COMMENT = re.compile("(?:^|[ \t])(#.*)")


class Odd(Unclear):
    """Something is written in a way that is left alone. `mark`: where."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark)
        self.mark = mark


Levels = list[tuple[int, int]]
"""Old and new column of blocks inside each other."""


class Gap(NamedTuple):
    """What stands between two entries."""

    trailing: str
    """A comment in the line of the first, with the spaces before it."""
    lines: tuple[tuple[int, str], ...]
    """Comments with their columns in lines of their own; blank lines are empty."""


def formatted(root: Mapping) -> str:
    """The text of what was read, in the house style. Raises Unclear where it is written too oddly (`? |`, say)."""
    text = _Writer(root).text()
    report = Report("")
    try:
        found = read(text, report)
    except Refused:
        raise Unclear from None
    if report.problems or not same_tree(found, root):
        raise Unclear
    if isinstance(found, Mapping):
        kept = Counter(comment.text for comment in comments_of(found))
        for comment in comments_of(root):
            kept[comment.text] -= 1
            if kept[comment.text] < 0:
                raise Odd(origin_of(root).mark(comment.start))
    return text


class _Writer:
    def __init__(self, root: Mapping) -> None:
        self.root = root
        self.origin = origin_of(root)
        self.source = self.origin.text
        self.out: list[str] = []
        self.blank = False
        """Whether a blank line comes before the next one."""
        self.kept = 0
        """So many lines end with a text whose blank lines are part of it: none more, none less."""

    def text(self) -> str:
        slots = Slots(self.root)
        first = slots[0].at if len(slots) else self.root.start
        flow = in_flow(self.root)
        head = self.source[: line_start(self.origin, self.root.start if flow else first)]
        self.out = [line.rstrip() for line in _BREAK.split(head)][:-1]
        start = self.root.start + 1 if flow else line_start(self.origin, first)
        if self.source[start:first].strip() not in ("", "?") and not flow:  # --- a: 1
            raise Unclear
        levels = self.block(self.root, 0, (), start, "")
        end = extent(self.root)
        stop = len(self.source)
        gap = self.gap(end, stop)
        if "..." in self.source[end:stop]:
            marks = [line for line in _BREAK.split(self.source[end:stop]) if line.startswith("...")]
            gap = self.gap(end, self.source.index("...", end))
            self.put_gap(gap, 0, levels)
            self.out += [marks[0].rstrip()] if marks else []
            gap = self.gap(self.source.index("...", end) + 3, stop)._replace(trailing="")
        self.put_gap(gap, 0, levels)
        while len(self.out) > self.kept and not self.out[-1]:
            self.out.pop()
        return newline(self.origin, 0).join([*self.out, ""])

    def gap(self, start: int, end: int) -> Gap:
        first, *rest = _BREAK.split(self.source[start:end])
        found = _COMMENT.search(first)
        spaces = len(first) - len(first[: found.start(1)].rstrip()) - len(found[1]) if found else 0
        lines: list[tuple[int, str]] = []
        for at, line in enumerate(rest):
            comment = _COMMENT.search(line)
            if comment is not None:
                lines.append((comment.start(1), comment[1].rstrip()))
            elif not line.strip() and at < len(rest) - 1:
                lines.append((0, ""))
        return Gap(" " * max(spaces, 1) + found[1].rstrip() if found else "", tuple(lines))

    def put_gap(self, gap: Gap, indent: int, levels: Levels) -> None:
        """`levels`: old and new column of the blocks that end here, which comments may belong to."""
        if gap.trailing:
            self.out[-1] += gap.trailing
        for at, comment in gap.lines:
            if not comment:
                self.blank = True
                continue
            deep = [new for old, new in levels if at >= old]
            self.line(" " * (deep[-1] if deep else indent) + comment)

    def line(self, text: str) -> None:
        if self.blank and len(self.out) > self.kept:
            self.out.append("")
        self.blank = False
        self.out.append(text)

    def block(self, node: Mapping | Sequence, indent: int, path: Path, start: int, prefix: str) -> Levels:
        """Write the entries in lines of their own. `start`: where what is before them ends; `prefix`: what stands in
        the line of the first, `- `. Gives the levels that end here.
        """
        slots = Slots(node)
        values = {**node, **node.own} if isinstance(node, Mapping) else {}
        names = list(node.spans) if isinstance(node, Mapping) else []
        flow = node.flow
        own = [] if flow else [(column(self.origin, slots[0].at), indent)]
        below: Levels = []
        tall = False
        for index in range(len(slots)):
            slot = slots[index]
            gap = self.gap(start, slot.at)
            if not index and prefix and (gap.trailing or any(comment for _, comment in gap.lines)):
                self.line(prefix.rstrip())
                prefix = ""
            self.put_gap(gap, indent, below)
            begin = len(self.out)
            before = prefix if not index and prefix else " " * indent
            key = names[index] if names else ""
            value = node[index] if isinstance(node, Sequence) else values.get(key)
            after = self.after_key(slot, key) if names else slot.at + (0 if flow else 1)
            head = before + (f"{_key(key, flow=False)}:" if names else "-")
            try:
                below = self.value(head, value, key, slot, after, indent, (*path, key or index))
            except Odd:
                raise
            except Unclear:
                raise Odd(self.origin.mark(slot.start)) from None
            now_tall = len(self.out) - begin > 1 + (begin < len(self.out) and not self.out[begin])
            if index and set_apart(path) and (tall or now_tall):
                self._apart(begin, len([c for _, c in gap.lines if c]), " " * indent + "#")
            tall = now_tall
            start = value_end(self.origin, slot.start, slot.end)
        if flow and not is_pair(node):
            self.put_gap(self.gap(start, extent(node) - 1), indent, below)
        return [*own, *below]

    def after_key(self, slot: Slot, key: str) -> int:
        """Where what belongs to a key begins, `? key` too. Raises Unclear."""
        try:
            return after_colon(self.origin, slot, key)
        except Unclear:
            end = key_end(self.origin, slot, key)
            at = after_gap(self.origin, end)
            if _COMMENT.search(self.source[end:at]):
                raise
            return at + 1 if self.source.startswith(":", at) else end

    def _apart(self, begin: int, comments: int, comment: str) -> None:
        """A blank line above an entry and the comments directly above it, unless there is one. `comment`: how one
        starts that does not belong to what is before.
        """
        at = begin
        while comments and at > 0 and self.out[at - 1].startswith(comment):
            at -= 1
            comments -= 1
        if at > 0 and self.out[at] and self.out[at - 1]:
            self.out.insert(at, "")
            self.kept += self.kept > at

    def value(self, head: str, value: Any, key: str, slot: Slot, after: int, indent: int, path: Path) -> Levels:
        anchor = self.source[slot.start : anchor_end(self.origin, slot.start)].strip()
        if key == "<<" or is_alias(self.origin, slot.start) or not isinstance(value, Mapping | Sequence):
            self.scalar(head, value, key, slot, anchor, indent)
            return []
        named = f"{head} {anchor}" if anchor else head
        start = anchor_end(self.origin, slot.start) if anchor else max(after, 0)
        if value.flow:
            stop = value_end(self.origin, slot.start, slot.end) if is_pair(value) else extent(value)
            inside = self.source[value.start : stop]
            line = f"{named} {self.in_line(value)}"
            comments = any(_COMMENT.search(each) for each in _BREAK.split(inside))
            if not value.spans or (len(line) <= WIDE and not comments):
                if comments:
                    raise Unclear
                self.line(line)
                return []
            start = anchor_end(self.origin, value.start) + 1
        step = STEP
        if not key and not anchor:
            return self.block(value, indent + step, path, start, f"{head} ")
        self.line(named)
        return self.block(value, indent + step, path, start, "")

    def scalar(self, head: str, value: str | None, key: str, slot: Slot, anchor: str, indent: int) -> None:
        end = value_end(self.origin, slot.start, slot.end)
        start = slot.start if key == "<<" else anchor_end(self.origin, slot.start)
        text = self.source[start:end] if start < end else ""
        first, *rest = _BREAK.split(text)
        named = f"{head} {anchor}" if anchor and key != "<<" else head
        if not text:
            self.line(named)
        elif key == "<<" or is_alias(self.origin, slot.start):
            if rest:
                raise Unclear
            self.line(f"{named} {text}")
        elif text[0] in "|>" and value is not None:
            block = block_text(value, self.source[start : line_end(self.origin, end)])
            self.line(f"{named} {block.first}")
            self.out += [" " * (indent + STEP) + line if line else "" for line in block.lines]
            self.kept = len(self.out) if block.keeps else self.kept
        elif _ODD_BREAK.search(text):
            self.line(f"{named} {scalar(value, flow=False)}")
        elif rest:
            pad = " " * (indent + STEP)
            self.line(f"{named} {first.rstrip()}")
            self.out += [pad + line.strip(" \t") if line.strip() else "" for line in rest]
        else:
            self.line(f"{named} {written(value, text, flow=False)}")

    def in_line(self, node: Mapping | Sequence) -> str:
        """A mapping or list as it was read, in one line."""
        slots = Slots(node)
        if isinstance(node, Mapping):
            values = {**node, **node.own}
            parts = [
                f"{_key(key, flow=True)}: {self._inside(values.get(key), slots[at], key)}"
                for at, key in enumerate(node.spans)
            ]
            return "{" + ", ".join(parts) + "}"
        return "[" + ", ".join(self._inside(item, slots[at], "") for at, item in enumerate(node)) + "]"

    def _inside(self, value: Any, slot: Slot, key: str) -> str:
        start = anchor_end(self.origin, slot.start)
        text = self.source[slot.start : slot.end]
        if key == "<<" or is_alias(self.origin, slot.start):
            return " ".join(text.split())
        anchor = self.source[slot.start : start].strip()
        if isinstance(value, Mapping | Sequence):
            inner = self.in_line(value)
        else:
            inner = written(value, self.source[start : slot.end], flow=True)
        return f"{anchor} {inner}".strip() if anchor else inner


def _key(key: str, *, flow: bool) -> str:
    """A key that was read; in quotes `<<` would be a key of that name to other programs."""
    return key if key == "<<" else scalar(key, flow=flow)


def written(value: str | None, text: str, *, flow: bool) -> str:
    """A scalar in one line: what is in quotes in double ones, but in its single ones where double ones need escapes."""
    if value is None:
        return ""
    if not isinstance(value, Quoted):
        return str(value) if can_be_plain(value, flow=flow) else _SPACE.sub(" ", text.strip(" \t\n\r\x85\u2028\u2029"))
    single = single_quoted(value)
    escaped = '"' in value or "\\" in value
    return single if single is not None and escaped and text[:1] == "'" else double_quoted(value)

"""YAML text to a plain tree in which scalars are still the text that was written.

`19:30` stays `19:30`, `on` stays `on`, and `1.10` is not 1.1. Plain scalars are str, quoted ones and blocks are Quoted,
nothing at all is None. Events of the parser are used, because they know of no types and cost a quarter of its nodes.
"""

import sys
from functools import cached_property
from typing import Any

import yaml

from showctl.model.problem import Path
from showctl.model.unit import Quoted
from showctl.showfile.report import Report
from showctl.showfile.slips import holds_keys, swallowed_value
from showctl.showfile.syntax import explained
from showctl.showfile.tree import Mapping, Mark, Sequence

DEEPEST = 256
"""Levels of nesting; 100 groups inside each other take about 210."""
MOST = 1_000_000
"""Values in one file, those that aliases repeat counted each time."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Node = Mapping | Sequence | str | None


class _Stop(Exception):
    """Reading makes no sense any more; the reason is in the report."""


def read(text: str, report: Report) -> _Node:
    """The tree of a YAML text. Raises Refused if it cannot be read; what is wrong in parts goes to the report."""
    builder = _Builder(report, text)
    loader = _Loader(text)
    try:
        builder.build(loader)
    except yaml.YAMLError as error:
        mark, words = explained(error, builder.lines)
        if builder.long_quote is not None and builder.long_quote[0] >= mark[0] - 1:
            report.at(*builder.long_quote[1:])
        else:
            report.at(mark, words)
        report.refuse()
    except _Stop:
        report.refuse()
    finally:
        loader.dispose()
    return builder.root


class _Open:
    """A mapping or list that is being filled."""

    __slots__ = ("anchor", "key", "key_mark", "merged", "node", "size_before")

    def __init__(self, node: Mapping | Sequence, anchor: str | None, size_before: int) -> None:
        self.node = node
        self.anchor = anchor
        self.size_before = size_before
        self.key: str | None = None
        self.key_mark: Mark | None = None
        """Set while a key waits for its value."""
        self.merged: list[tuple[_Node, Mark]] = []
        """What stands after `<<`; it is looked at when all of it has been read."""


class _Builder:
    def __init__(self, report: Report, text: str) -> None:
        self.report = report
        self.text = text
        self.long_quote: tuple[int, Mark, str] | None = None
        """The last line, the start and the words for the last quotation that may have swallowed keys."""
        self.root: _Node = None
        self.size = 0
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[_Node, int]] = {}
        """Value and size by name."""
        self.documents = 0

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; wanted only where something looks wrong."""
        return self.text.splitlines()

    def build(self, loader: Any) -> None:
        """Read all events. A list of `if`s by how often each comes: this loop is most of the time of a load."""
        next_event = loader.get_event
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close()
            elif kind is yaml.MappingStartEvent:
                self._open(event, Mapping)
            elif kind is yaml.SequenceStartEvent:
                self._open(event, Sequence)
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self._stop(_mark(event), "a second document starts here (---); a show file is one document")
            elif kind is yaml.StreamEndEvent:
                return

    def _stop(self, mark: Mark, text: str) -> None:
        self.report.at(mark, text)
        raise _Stop

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark = _mark(event)
        value: _Node = event.value
        if event.style:
            value = Quoted(event.value)
            last = event.end_mark.line + 1 if event.end_mark is not None else 0
            if last > mark[0] and event.style in "'\"":
                self._long_quote(mark, last)
        elif not value:
            value = None
            line = self.lines[mark[0] - 1] if mark[0] <= len(self.lines) else ""
            if comment := swallowed_value(line, mark[1]):
                self.report.at((mark[0], comment[0]), comment[1])
        if event.tag is not None:
            self._tag(mark, event.tag)
        self._count(mark, 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        self._put(value, mark)

    def _long_quote(self, mark: Mark, last: int) -> None:
        if holds_keys(self.lines, mark[0], last):
            words = f"a quotation that starts here goes on to line {last}, over keys; close it with the same quote"
            self.long_quote = last, mark, words
            self.report.suspect(mark, words)

    def _open(self, event: Any, kind: type[Mapping] | type[Sequence]) -> None:
        mark = _mark(event)
        if event.tag is not None:
            self._tag(mark, event.tag)
        if len(self.stack) >= DEEPEST:
            self._stop(mark, f"more than {DEEPEST} levels stand inside each other here; use fewer")
        self._count(mark, 1)
        node = kind(mark)
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        self._put(node, mark)
        self.stack.append(_Open(node, event.anchor, self.size - 1))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.merged:
            self._merge(done)
        if done.anchor is not None:
            self.anchors[done.anchor] = (done.node, self.size - done.size_before)

    def _alias(self, event: yaml.AliasEvent) -> None:
        mark = _mark(event)
        name = event.anchor
        if any(o.anchor == name for o in self.stack) and name not in self.anchors:
            self._stop(mark, f"*{name} stands inside what it repeats; it would never end")
        if name not in self.anchors:
            self.report.at(mark, f"*{name} repeats what is not named above; write &{name} where it first stands")
            self._put(None, mark)
            return
        value, size = self.anchors[name]
        self._count(mark, size)
        self._put(value, mark)

    def _count(self, mark: Mark, more: int) -> None:
        self.size += more
        if self.size > MOST:
            self._stop(mark, f"the file has more than {MOST} values, aliases (*) counted each time; make it smaller")

    def _tag(self, mark: Mark, tag: str) -> None:
        self.report.at(mark, f"the tag '{tag}' has no place in a show file; remove it, or put the text in quotes")

    def _put(self, value: _Node, mark: Mark) -> None:
        if not self.stack:
            self.root = self.report.root = value
            return
        top = self.stack[-1]
        node = top.node
        if type(node) is Sequence:
            node.append(value)
            node.marks.append(mark)
            return
        assert isinstance(node, Mapping)
        if top.key_mark is None:
            top.key_mark = mark
            top.key = self._key(value, mark)
            return
        key, key_mark, top.key_mark = top.key, top.key_mark, None
        if key is None:
            return
        if key == "<<":
            top.merged.append((value, mark))
        elif key in node.marks:
            line = node.marks[key][0]
            self.report.at(
                key_mark, f"the key '{key}' is written twice, first in line {line}; remove one of them", self._path(key)
            )
        else:
            node.marks[key] = key_mark + mark
            (node.own if key.startswith("x-") else node)[key] = value

    def _path(self, key: str) -> Path:
        """Where a key of the innermost mapping stands."""
        frames = self.stack[:-1]
        above = (len(o.node) - 1 if isinstance(o.node, Sequence) else str(o.key) for o in frames)
        return (*above, key)

    def _key(self, value: _Node, mark: Mark) -> str | None:
        if isinstance(value, str):
            return sys.intern(value.strip())
        what = "nothing" if value is None else "a list or mapping"
        self.report.at(mark, f"{what} stands where a key belongs; write a name before the colon, or put text in quotes")
        return None

    def _merge(self, done: _Open) -> None:
        """Put merged keys before the mapping's own. What is written counts; of several merged, the first."""
        node = done.node
        assert isinstance(node, Mapping)
        own = dict(node)
        node.clear()
        for value, mark in done.merged:
            for source in value if isinstance(value, Sequence) else [value]:
                if not isinstance(source, Mapping):
                    self.report.at(mark, "<< takes mappings only; write <<: *name, where &name names a mapping")
                    continue
                for key, item in source.items():
                    if key not in own and key not in node:
                        node[key] = item
                        node.marks[key] = source.marks[key]
        node.update(own)


def _mark(event: Any) -> Mark:
    start = event.start_mark
    return start.line + 1, start.column + 1

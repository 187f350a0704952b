"""YAML text to a plain tree in which scalars are still the text that was written.

`19:30` stays `19:30`, `on` stays `on`, and `1.10` is not 1.1. Plain scalars are str, quoted ones and blocks are Quoted,
nothing at all is None. Events of the parser are used, because they know of no types and cost a quarter of its nodes.
"""

import sys
from functools import cached_property
from typing import Any

import yaml

from showctl.model.problem import Path
from showctl.model.profile_argument import NO_PASSCODES, own_says_passcode
from showctl.model.unit import Quoted
from showctl.showfile.filling import Filling
from showctl.showfile.origin import Mark, Origin
from showctl.showfile.own_passcode import is_own
from showctl.showfile.report import Report
from showctl.showfile.slips import holds_keys, swallowed_value
from showctl.showfile.syntax import explained
from showctl.showfile.text import refuse_too_many
from showctl.showfile.tree import NOTHING, Mapping, Sequence

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
    refuse_too_many(text, report)
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


class _Builder:
    def __init__(self, report: Report, text: str) -> None:
        self.report = report
        self.text = text
        self.origin = Origin(text)
        self.long_quote: tuple[int, Mark, str] | None = None
        """The last line, the start and the words for the last quotation that may have swallowed keys."""
        self.root: _Node = None
        self.size = 0
        self.stack: list[Filling] = []
        self.anchors: dict[str, tuple[_Node, int]] = {}
        """Value and size by name."""
        self.documents = 0

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; wanted only where something looks wrong."""
        return self.text.splitlines()

    def build(self, loader: Any) -> None:
        """Read all events. A list of `if`s by how often each comes: this loop is most of the time of a load."""
        next_event, stack, intern = loader.get_event, self.stack, sys.intern
        scalar_event, quoted, sequence = yaml.ScalarEvent, Quoted, Sequence
        plain: dict[str, str] = {}  # values that are written alike are one object: a show says the same in many places
        quotes: dict[str, str] = {}
        end = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar_event:
                end = event.end_mark.index
                value = event.value
                if not value or not stack or event.anchor is not None or event.tag is not None:
                    self._scalar(event, end)
                    continue
                if event.style:
                    value = quoted(value)
                    if event.end_mark.line > event.start_mark.line and event.style in "'\"":
                        self._long_quote(event)
                self.size += 1
                top = stack[-1]
                node = top.node
                at = event.start_mark.index
                if type(node) is sequence:
                    node.append(value)
                    node.spans.append((at, at, end))
                elif top.key_at < 0:
                    top.key_at = at
                    top.key = intern(value.strip())
                else:
                    alike = quotes if event.style else plain
                    self._value(top, alike.setdefault(value, value), at, end)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                if self.stack[-1].node.flow:
                    end = event.end_mark.index
                self._close(end)
            elif kind is yaml.MappingStartEvent:
                self._open(event, Mapping)
            elif kind is yaml.SequenceStartEvent:
                self._open(event, Sequence)
            elif kind is yaml.AliasEvent:
                end = event.end_mark.index
                self._alias(event, end)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    at = event.start_mark.index
                    self._stop(at, "a second document starts here (---); a show file is one document")
            elif kind is yaml.StreamEndEvent:
                self._count(0, 0)  # plain values are counted without a look
                return

    def _stop(self, at: int, text: str) -> None:
        self.report.at(self.origin.mark(at), text)
        raise _Stop

    def _say(self, at: int, text: str, path: Path = ()) -> None:
        self.report.at(self.origin.mark(at), text, path)

    def _scalar(self, event: Any, end: int) -> None:
        at = event.start_mark.index
        value: _Node = event.value
        if event.style:
            value = Quoted(event.value)
            if event.style in "'\"" and event.end_mark.line > event.start_mark.line:
                self._long_quote(event)
        elif not value:
            value = None
            mark = self.origin.mark(at)
            line = self.lines[mark[0] - 1] if mark[0] <= len(self.lines) else ""
            if comment := swallowed_value(line, mark[1]):
                self.report.at((mark[0], comment[0]), comment[1])
        if event.tag is not None:
            self._tag(at, event.tag)
        self._count(at, 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        self._put(value, at, end)

    def _long_quote(self, event: Any) -> None:
        """A quotation over several lines may lack its end."""
        mark, last = self.origin.mark(event.start_mark.index), event.end_mark.line + 1
        if holds_keys(self.lines, mark[0], last):
            words = f"a quotation that starts here goes on to line {last}, over keys; close it with the same quote"
            self.long_quote = last, mark, words
            self.report.suspect(mark, words)

    def _open(self, event: Any, kind: type[Mapping] | type[Sequence]) -> None:
        at = event.start_mark.index
        if event.tag is not None:
            self._tag(at, event.tag)
        if len(self.stack) >= DEEPEST:
            self._stop(at, f"more than {DEEPEST} levels stand inside each other here; use fewer")
        self._count(at, 1)
        node = kind(self.origin, at, event.flow_style)
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        self._put(node, at, -1)
        above = self.stack[-1] if self.stack else None
        self.stack.append(Filling(node, event.anchor, self.size - 1, above))

    def _close(self, end: int) -> None:
        done = self.stack.pop()
        if done.merged:
            self._merge(done)
        done.keep_spans(self.origin)
        if done.anchor is not None:
            self.anchors[done.anchor] = (done.node, self.size - done.size_before)
        if not self.stack:
            return
        above = self.stack[-1]
        if isinstance(above.node, Sequence):
            spans = above.node.spans
            spans[-1] = (*spans[-1][:2], end)
        elif above.waits:
            above.places[-1] = end

    def _alias(self, event: Any, end: int) -> None:
        at = event.start_mark.index
        name = event.anchor
        self.origin.repeats = True
        if any(o.anchor == name for o in self.stack) and name not in self.anchors:
            self._stop(at, f"*{name} stands inside what it repeats; it would never end")
        if name not in self.anchors:
            self._say(at, f"*{name} repeats what is not named above; write &{name} where it first stands")
            self._put(None, at, end)
            return
        value, size = self.anchors[name]
        self._count(at, size)
        self._put(value, at, end)

    def _count(self, at: int, more: int) -> None:
        self.size += more
        if self.size > MOST:
            self._stop(at, f"the file has more than {MOST} values, aliases (*) counted each time; make it smaller")

    def _tag(self, at: int, tag: str) -> None:
        self._say(at, f"the tag '{tag}' has no place in a show file; remove it, or put the text in quotes")

    def _put(self, value: _Node, at: int, end: int) -> None:
        """Put a value or a key where it belongs; of a mapping or list the end is told when it closes."""
        if not self.stack:
            self.root = self.report.root = value
            return
        top = self.stack[-1]
        node = top.node
        if type(node) is Sequence:
            node.append(value)
            node.spans.append((at, at, end))
            return
        if top.key_at < 0:
            top.key_at = at
            top.key = self._key(value, at)
        else:
            self._value(top, value, at, end)

    def _value(self, top: Filling, value: _Node, at: int, end: int) -> None:
        """Put a value under the key that waits for it."""
        node: Any = top.node
        key, key_at = top.key, top.key_at
        top.key_at, top.waits = -1, False
        if key is None:
            return
        if key in node or key in node.own:
            line = self.origin.mark(top.written_at(key))[0]
            self._say(
                key_at, f"the key '{key}' is written twice, first in line {line}; remove one of them", self._path(key)
            )
            return
        top.names.append(key)
        top.places += (key_at, at, end)
        top.waits = True
        own = is_own(key)
        if (own or top.own) and own_says_passcode(key):
            self._say(key_at, NO_PASSCODES, self._path(key))
        if own:
            self.origin.has_own = True
            node.own = {} if node.own is NOTHING else node.own
            node.own[key] = value
        elif key == "<<":
            top.merged.append((value, at))
        else:
            node[key] = value

    def _path(self, key: str) -> Path:
        """Where a key of the innermost mapping stands."""
        frames = self.stack[:-1]
        above = (len(o.node) - 1 if isinstance(o.node, Sequence) else str(o.key) for o in frames)
        return (*above, key)

    def _key(self, value: _Node, at: int) -> str | None:
        if isinstance(value, str):
            return sys.intern(value.strip())
        what = "nothing" if value is None else "a list or mapping"
        self._say(at, f"{what} stands where a key belongs; write a name before the colon, or put text in quotes")
        return None

    def _merge(self, done: Filling) -> None:
        """Put merged keys before the mapping's own. What is written counts; of several merged, the first."""
        node = done.node
        assert isinstance(node, Mapping)
        own, merged = dict(node), dict[str, Mapping]()
        node.clear()
        for value, at in done.merged:
            for source in value if isinstance(value, Sequence) else [value]:
                if not isinstance(source, Mapping):
                    self._say(at, "<< takes mappings only; write <<: *name, where &name names a mapping")
                    continue
                node.sources = (*node.sources, source)
                for key, item in source.items():
                    if key not in own and key not in node:
                        node[key] = item
                        merged[key] = source
        node.merged = merged
        node.update(own)

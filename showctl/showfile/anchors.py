"""Pieces of a text that have a name (&a) and what repeats them (*a), kept right when the text is put together anew."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.lines import Unclear, line_start, value_end
from showctl.showfile.origin import Origin
from showctl.showfile.pieces import Part, Piece, text_of_part
from showctl.showfile.reader import read
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50
"""Named pieces inside each other."""
_PREFIX = re.compile(" *(?:- +)*")
_NAME = re.compile("&[^ \t\n\r\x85\u2028\u2029,\\[\\]{}]+[ \t]*")


class Named(NamedTuple):
    """A piece with a name, or what repeats one."""

    start: int
    end: int
    """Of a piece the end of its text, of what repeats one the end of *name."""
    name: str
    meant: int
    """Where the piece starts: itself, or what is repeated."""
    flow: bool
    """Whether a piece is written in a line, or what repeats one stands in braces."""


@lru_cache(maxsize=4)
def named(origin: Origin) -> tuple[Named, ...]:
    """All of them, in the order in which they start."""
    found: list[Named] = []
    latest: dict[str, int] = {}
    open_: list[tuple[Any, int]] = []
    flows = end = 0
    loader = _Loader(origin.text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            kind = type(event)
            anchor: Any = getattr(event, "anchor", None)
            at = event.start_mark.index
            if kind is yaml.AliasEvent:
                end = event.end_mark.index
                found.append(Named(at, end, anchor, latest[anchor], flows > 0))
                continue
            if anchor is not None:
                latest[anchor] = at
            if kind is yaml.ScalarEvent:
                end = event.end_mark.index
                if anchor is not None:
                    found.append(Named(at, end, anchor, at, event.style not in ("|", ">")))
            elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                flows += bool(event.flow_style)
                open_.append((event, len(found)))
                if anchor is not None:
                    found.append(Named(at, at, anchor, at, bool(event.flow_style)))
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                begun, index = open_.pop()
                if begun.flow_style:
                    flows -= 1
                    end = event.end_mark.index
                if begun.anchor is not None:
                    found[index] = found[index]._replace(end=value_end(origin, begun.start_mark.index, end))
    finally:
        loader.dispose()
    return tuple(found)


def repeated(origin: Origin) -> frozenset[int]:
    """Where the pieces start that are repeated somewhere."""
    return frozenset(each.meant for each in named(origin) if each.meant != each.start)


def joined(parts: list[Part], target: Origin, newline: str) -> str:
    """The parts as one text. What repeats a piece that is not there any more becomes that piece, with its name."""
    if not any(isinstance(part, Piece) and part.origin.repeats for part in parts):
        return "".join(text_of_part(part, target, newline) for part in parts)
    return "".join(_Names(target, newline).resolved(parts, 0))


class _Names:
    def __init__(self, target: Origin, newline: str) -> None:
        self.target, self.newline = target, newline
        self.bound: dict[str, tuple[Origin, int]] = {}

    def resolved(self, parts: list[Part], depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            raise Unclear
        for part in parts:
            if isinstance(part, str) or not part.origin.repeats:
                yield text_of_part(part, self.target, self.newline)
                continue
            at = part.start
            for each in named(part.origin):
                if not part.start <= each.start < part.end:
                    continue
                if each.meant == each.start:
                    self.bound[each.name] = part.origin, each.start
                elif self.bound.get(each.name) != (part.origin, each.meant):
                    yield text_of_part(part._replace(start=at, end=each.start), self.target, self.newline)
                    yield from self.resolved(self._written_out(part, each), depth + 1)
                    at = each.end
            yield text_of_part(part._replace(start=at), self.target, self.newline)

    def _written_out(self, part: Piece, alias: Named) -> list[Part]:
        origin = part.origin
        piece = next(each for each in named(origin) if each.start == alias.meant)
        self.bound[alias.name] = origin, alias.meant
        found = _NAME.match(origin.text, piece.start)
        assert found is not None
        if piece.flow:
            return [f"&{alias.name} ", Piece(origin, found.end(), piece.end, part.shift)]
        line = line_start(origin, alias.start)
        prefix = _PREFIX.match(origin.text, line, alias.start)
        assert prefix is not None
        wanted = prefix.end() - line + (0 if prefix.end() == alias.start else 2) + part.shift
        start = found.end()
        while origin.text[start] in " \t\n\r\x85\u2028\u2029":
            start += 1
        if alias.flow or origin.text[start] in "#|>":
            return [f"&{alias.name} {scalar_or_flow(_value_at(origin, alias.meant))}"]
        shift = wanted - (start - line_start(origin, start))
        return [f"&{alias.name}{self.newline}" + " " * wanted, Piece(origin, start, piece.end, shift)]


def _value_at(origin: Origin, start: int) -> Any:
    """What is written at an offset. Raises Unclear if that is not the start of a value."""
    report = Report("")
    waiting: list[Any] = [read(origin.text, report)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping | Sequence) or node.origin is None:
            continue
        if isinstance(node, Mapping):
            places = [
                (span, node.own.get(key) if key[:2] == "x-" else node.get(key)) for key, span in node.spans.items()
            ]
        else:
            places = list(zip(node.spans, node, strict=True))
        for span, value in places:
            if span[1] == start:
                return value
            waiting.append(value)
    raise Unclear

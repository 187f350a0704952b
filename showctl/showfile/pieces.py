"""A new text in pieces: what is taken over from texts that were read, and what is new between."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from showctl.showfile.lines import line_start
from showctl.showfile.origin import Origin

_LINES = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+\\Z")
_NEWLINE = re.compile("\r\n|[\n\r]")


class Piece(NamedTuple):
    """A part of a text that was read. `shift`: columns by which its lines move to the right."""

    origin: Origin
    start: int
    end: int
    shift: int = 0


Part = str | Piece


class Edit(NamedTuple):
    """What stands between two offsets of a text goes, and these parts come."""

    start: int
    end: int
    parts: tuple[Part, ...] = ()


def applied(origin: Origin, start: int, end: int, edits: Iterable[Edit], shift: int = 0) -> list[Part]:
    """A part of a text after edits inside of it. What is removed may overlap."""
    parts: list[Part] = []
    at = start
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if edit.start > at:
            parts.append(Piece(origin, at, edit.start, shift))
        parts += edit.parts
        at = max(at, edit.end, edit.start)
    if end > at:
        parts.append(Piece(origin, at, end, shift))
    return parts


def text_of_part(part: Part, target: Origin, newline: str) -> str:
    """A part as text for the target, with its indentation and its ends of lines."""
    if isinstance(part, str):
        return part
    text = part.origin.text[part.start : part.end]
    if part.shift:
        text = shifted(text, part.shift, first=line_start(part.origin, part.start) == part.start)
    return text if part.origin is target else _NEWLINE.sub(newline, text)


def shifted(text: str, columns: int, *, first: bool) -> str:
    """A text with all lines further right, or left as far as they have spaces; the first one only if asked for."""
    lines = _LINES.findall(text)
    moved = [_moved(line, columns) for line in lines[0 if first else 1 :]]
    return "".join(moved if first else [*lines[:1], *moved])


def _moved(line: str, columns: int) -> str:
    if columns > 0:
        return " " * columns + line if line.strip() else line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, -columns) :]

"""Where the entries of a mapping or list that was read stand in its text."""

import re
from typing import NamedTuple

from showctl.showfile.lines import Unclear, blank_above, lead, line_start, tail, value_end
from showctl.showfile.origin import Origin
from showctl.showfile.tree import Mapping, Sequence

_GAP = re.compile("(?:[ \t\n\r\x85\u2028\u2029]+|(?<![^ \t\n\r\x85\u2028\u2029])#[^\n\r\x85\u2028\u2029]*)*")
_KEY = re.compile(r'"(?:\\.|[^"\\])*"|' + "'(?:''|[^'])*'", re.DOTALL)
_COLON = re.compile("[ \t]*:")
_ANCHOR = re.compile("&[^ \t\n\r\x85\u2028\u2029,\\[\\]{}]+[ \t]*")
_DASHES = re.compile(" *(?:- +)*- +\\Z")


class Slot(NamedTuple):
    """An entry: where it starts (its key or dash), where its value does, and where that ends."""

    at: int
    start: int
    end: int


class Lines(NamedTuple):
    """The lines of an entry of a block. `own`: no other entry starts in the first of them."""

    start: int
    end: int
    column: int
    own: bool


def origin_of(node: Mapping | Sequence) -> Origin:
    """The text that a node was read from."""
    assert node.origin is not None
    return node.origin


def anchor_end(origin: Origin, start: int) -> int:
    """Where a value starts after its anchor (&name), if it has one."""
    found = _ANCHOR.match(origin.text, start)
    return found.end() if found else start


def is_alias(origin: Origin, start: int) -> bool:
    """Whether a value is written as *name."""
    return origin.text.startswith("*", start)


def is_pair(node: Mapping | Sequence) -> bool:
    """Whether what was read is a pair in a list, `[a: 1]`, which has no braces."""
    origin = origin_of(node)
    return node.flow and origin.text[anchor_end(origin, node.start)] not in "{["


def in_flow(node: Mapping | Sequence) -> bool:
    """Whether what was read is in braces or brackets. Raises Unclear for a pair in a list, which has none."""
    if is_pair(node):
        raise Unclear
    return node.flow


class Slots:
    """The entries of what was read, in file order; each is looked for when somebody asks."""

    def __init__(self, node: Mapping | Sequence) -> None:
        self._origin = origin_of(node)
        self._spans = list(node.spans.values()) if isinstance(node, Mapping) else node.spans
        self._dashes = isinstance(node, Sequence) and not in_flow(node)
        self._start = node.start

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, index: int) -> Slot:
        """Raises Unclear where no dash is found."""
        at, start, end = self._spans[index]
        if not self._dashes:
            return Slot(at, start, end)
        text = self._origin.text
        above = self._spans[index - 1] if index else None
        floor = value_end(self._origin, *above[1:]) if above else anchor_end(self._origin, self._start)
        dash = start - 2
        if above is None or text[dash:start] != "- " or text[floor:dash].strip():
            dash = after_gap(self._origin, floor)
            if not text.startswith("-", dash):
                raise Unclear
        return Slot(dash, start, value_end(self._origin, start, end))


def after_gap(origin: Origin, at: int) -> int:
    """Where something stands again after spaces, breaks and comments."""
    found = _GAP.match(origin.text, at)
    return found.end() if found else at


def key_end(origin: Origin, slot: Slot, key: str) -> int:
    """Where the text of a key ends. Raises Unclear for one that is named, or whose colon is elsewhere."""
    if origin.text.startswith(key, slot.at):
        end = slot.at + len(key)
    elif found := _KEY.match(origin.text, slot.at):
        end = found.end()
    else:
        raise Unclear
    return end


def after_colon(origin: Origin, slot: Slot, key: str) -> int:
    """Where what belongs to a key begins."""
    found = _COLON.match(origin.text, key_end(origin, slot, key))
    if found is None:
        raise Unclear
    return found.end()


def lines_of(origin: Origin, slot: Slot, floor: int, *, first: bool = False) -> Lines:
    """The lines of an entry of a block with its comments. Raises Unclear if they are not its own."""
    end = value_end(origin, slot.start, slot.end)
    start = line_start(origin, slot.at)
    before = origin.text[start : slot.at]
    if not before.strip(" "):
        above = lead(origin, slot.at, floor)
        if first and blank_above(origin, above) in (0, above):  # the comment at the head of the file
            above = start
        return Lines(above, tail(origin, max(end, slot.start), len(before)), len(before), True)
    if not _DASHES.fullmatch(before):
        raise Unclear
    return Lines(slot.at, tail(origin, max(end, slot.start), len(before)), len(before), False)


def dash_before(origin: Origin, start: int) -> int | None:
    """The dash of an item that starts here, where it is alone before it in its line."""
    dash = start - 1
    while dash > 0 and origin.text[dash] == " ":
        dash -= 1
    if origin.text[dash : dash + 1] != "-" or origin.text[line_start(origin, dash) : dash].strip(" "):
        return None
    return dash


def extent(node: Mapping | Sequence) -> int:
    """Where a node ends that was read."""
    origin = origin_of(node)
    at = anchor_end(origin, node.start)
    spans = list(node.spans.values()) if isinstance(node, Mapping) else node.spans
    end = value_end(origin, spans[-1][1], spans[-1][2]) if spans else at + 1
    if not node.flow:
        return end
    if not in_flow(node):
        raise Unclear
    end = after_gap(origin, end)
    if origin.text.startswith(",", end):
        end = after_gap(origin, end + 1)
    if origin.text[end : end + 1] not in ("}", "]"):
        raise Unclear
    return end + 1

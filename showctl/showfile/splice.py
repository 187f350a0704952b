"""A tree written back as text: what was not edited stands as it was written, byte for byte.

What comes out is read again and compared before anybody gets it. Where it would say something else, more is written
anew, in the end the whole file, without its comments.
"""

import sys
from collections.abc import Iterator
from collections.abc import Mapping as Map
from typing import Any, NamedTuple

from showctl.model.problem import Path
from showctl.showfile.anchors import joined, repeated
from showctl.showfile.definition import definitions
from showctl.showfile.house_style import text_of_new
from showctl.showfile.lines import Unclear, newline
from showctl.showfile.named_texts import Reworded, reworded
from showctl.showfile.origin import Origin
from showctl.showfile.pieces import Piece, applied
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice_fresh import fresh
from showctl.showfile.splice_job import Job, Node, Window
from showctl.showfile.splice_value import edits_inside, value_edits
from showctl.showfile.tree import Mapping, Sequence

__all__ = ["Unwritable", "Written", "bytes_of", "text_of", "written"]

_CALLS = 5_000
"""Of functions inside each other; the deepest tree that is read has 256 levels, and each takes six."""


_ROUNDS = 12
"""Of writing more anew, from the innermost that reads otherwise to the outermost, before all is."""


class Unwritable(ValueError):
    """A tree that no text says; nothing must be saved."""


class Written(NamedTuple):
    """The text of a tree."""

    text: str
    rewritten: tuple[Path, ...] = ()
    """What was written anew though only something in it was edited: its comments are lost. `((),)`: the whole file."""
    copied_out: Map[int, str] = {}
    """Repeats (*a) of a text that say something else now, and are texts of their own: where they stood in the text
    that was read, and the name."""


def text_of(root: Mapping) -> str:
    """The text of a show file that reads as this tree. Raises Unwritable."""
    return written(root).text


def bytes_of(root: Mapping) -> bytes:
    """The bytes of a show file, with the byte order mark of the one that it was read from. Raises Unwritable."""
    node = root.read
    origin = node.origin if node is not None else None
    return text_of(root).encode("utf-8-sig" if origin is not None and origin.bom else "utf-8", "surrogatepass")


def written(root: Mapping) -> Written:
    """The text of a tree, and what of it was written anew. Raises Unwritable."""
    if root.origin is not None:
        return Written(root.origin.text)
    if root.base is not None and root.base.origin is not None and root and root.base.spans:
        origin = root.base.origin
        if origin.newest is not None and origin.newest[0] is root:
            newest: Written = origin.newest[1]
            return newest
        coarse: frozenset[Path] = frozenset()
        named_texts, otherwise = reworded(root, origin) if origin.repeats else Reworded({}, {})
        sys.setrecursionlimit(max(sys.getrecursionlimit(), _CALLS))
        for _ in range(_ROUNDS):
            try:
                found, wrong = _spliced(root, root.base, origin, coarse, named_texts)
            except Unclear:
                if not named_texts:
                    break
                found, wrong = None, frozenset()
            if found is not None:
                copied = {at: name for at, name in otherwise.items() if at not in named_texts}
                found = found._replace(copied_out=copied) if copied else found
                origin.newest = root, found
                return found
            if named_texts:  # once more without
                named_texts = {}
                continue
            if wrong <= coarse:
                wrong = frozenset(path[:-1] for path in wrong)
            coarse |= wrong
            if () in coarse:
                break
        breaks = newline(origin, 0)
        text = text_of_new(root).replace("\n", breaks)
        whole: tuple[Path, ...] = ((),)
    else:
        text, whole = text_of_new(root), ()
    if not _reads_as(text, root):
        raise Unwritable(
            "this edit cannot be written so that it reads the same; is a key very long, or has it odd characters?"
        )
    return Written(text, whole)


def _spliced(
    root: Mapping, base: Mapping, origin: Origin, coarse: frozenset[Path], named_texts: dict[int, str]
) -> tuple[Written | None, frozenset[Path]]:
    """The text, or where it went wrong."""
    named = repeated(origin) if origin.repeats else frozenset()
    defined, needed = definitions(root, origin, named) if origin.repeats else ({}, frozenset())
    job = Job(origin, coarse, named, needed, defined, named_texts, value_edits, edits_inside, fresh)
    edits = edits_inside(job, root, base, (), 0)
    parts = applied(origin, 0, len(origin.text), edits)
    breaks = newline(origin, 0)
    text = joined(parts, origin, breaks)
    pasted = any(isinstance(p, Piece) and p.origin.repeats for e in edits for p in e.parts)
    # A block at the very end means something else when a line follows.
    appended = any(edit.start == len(origin.text) for edit in edits) and origin.text[-1:] not in ("\n", "\r")
    if origin.repeats or pasted or appended or not job.windows:
        wrong = _wrong_places(text, root, base)
    else:
        wrong = frozenset(
            path for w in job.windows if not _window_reads(w, origin, breaks) for path in w.edited or (w.path[:1],)
        )
    if wrong:
        return None, wrong
    # Windows grow with the edits beside each other, so those of earlier states would take more and more.
    places = {(window.path, window.start, window.end) for window in job.windows}
    origin.seen_to_read = {place: seen for place, seen in origin.seen_to_read.items() if place in places}
    return Written(text, tuple(job.rewritten)), wrong


def _wrong_places(text: str, root: Mapping, base: Mapping) -> frozenset[Path]:
    """The innermost places at which a text says something else, as they are called in `Job.coarse`; the whole file
    where it is not clear."""
    report = Report("")
    try:
        found = read(text, report)
    except Refused:
        return frozenset({()})
    if not report.problems and same_tree(found, root):
        return frozenset()
    if report.problems:
        return frozenset({()})
    return frozenset(_differing(found, root, base, ()))


def _differing(found: Any, wanted: Any, old: Any, path: Path) -> Iterator[Path]:
    """`old`: what was read and stood there; its indexes of items are those of the paths."""
    pairs: list[tuple[Any, Any, Any, str | int]] = []
    if isinstance(wanted, Mapping) and isinstance(found, Mapping) and isinstance(old, Mapping):
        if found.keys() == wanted.keys() and found.own.keys() == wanted.own.keys():
            pairs = [(found[key], each, old.get(key), key) for key, each in wanted.items()]
            pairs += [(found.own[key], each, old.own.get(key), key) for key, each in wanted.own.items()]
    elif isinstance(wanted, Sequence) and isinstance(found, Sequence) and isinstance(old, Sequence):
        places = {id(each): at for at, each in enumerate(old)}
        if len(found) == len(wanted):
            for at, (one, each) in enumerate(zip(found, wanted, strict=True)):
                read = each.read if isinstance(each, Mapping | Sequence) else None
                before = places.get(id(read), at if read is None and at < len(old) else -1)
                if before < 0 and not same_tree(one, each):
                    pairs = []
                    break
                if before >= 0:
                    pairs.append((one, each, old[before], before))
    wrong = [pair for pair in pairs if not same_tree(pair[0], pair[1])]
    if not wrong:
        yield path
    for one, each, before, element in wrong:
        yield from _differing(one, each, before, (*path, element))


def _window_reads(window: Window, origin: Origin, breaks: str) -> bool:
    """An edit is read once; it stays in the text for all states after it."""
    text = joined(applied(origin, window.start, window.end, window.edits), origin, breaks)
    place, wanted = (window.path, window.start, window.end), window.wanted
    known = origin.seen_to_read.get(place)
    if known is not None and known[0] == text and _same_entries(known[1], wanted):
        return True
    reads = _reads_as(text, wanted)
    if reads:
        origin.seen_to_read[place] = (text, wanted)
    return reads


def _same_entries(one: Any, other: Node) -> bool:
    """Whether both have the same objects in the same places."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _same_values(one, other) and _same_values(one.own, other.own)
    both = isinstance(one, Sequence) and isinstance(other, Sequence) and len(one) == len(other)
    return both and all(a is b for a, b in zip(one, other, strict=True))


def _same_values(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return len(one) == len(other) and all(a == b and one[a] is other[b] for a, b in zip(one, other, strict=True))


def _reads_as(text: str, wanted: Any) -> bool:
    report = Report("")
    try:
        found = read(text, report)
    except Refused:
        return False
    return not report.problems and same_tree(found, wanted)

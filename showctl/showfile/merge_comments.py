"""What somebody has changed in comments comes over, too, wherever the other has left them alone.

Comments are no part of the tree that is merged: they are merged in the text that comes of it, place by place, and what
comes of that is read once more and has to say the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from showctl.model.problem import Path
from showctl.showfile.comments import Comments, Ident, Place, Region, comments_of, look_of_comments, placed_comments
from showctl.showfile.conflict import Choice, Choices, Conflict, Key
from showctl.showfile.entry import Entry, cue_entries, listed_entries
from showctl.showfile.item import LISTED, NAMED, ONE, Item
from showctl.showfile.lines import newline
from showctl.showfile.merge_lines import merged_lines
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice import text_of
from showctl.showfile.tree import Mapping, where
from showctl.showfile.who_is_who import Matched

_END: Place = ("end", ())


class WithComments(NamedTuple):
    """What came out: the tree with the comments of both in its text, and what is to be asked."""

    root: Mapping
    conflicts: tuple[Conflict, ...]
    changed: int
    """Comments that are not as they are in mine."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str
    conflict: Conflict
    """What is to be said if the text cannot be put in there."""


def with_comments(base: Mapping, mine: Mapping, theirs: Mapping, merged: Mapping, choices: Choices) -> WithComments:
    """Put what theirs has changed in comments since the base into the text of what was merged."""
    before, wanted = text_of(base), text_of(theirs)
    if _nothing_changed(before, wanted):
        return WithComments(merged, (), _changed(mine, merged))
    if text_of(merged) == wanted:
        return WithComments(merged, (), _changed(mine, theirs))
    result = _read(merged)
    edits, conflicts = _edits(_Placed(_read(base), _read(theirs), result), choices)
    text = text_of(result)
    done, refused = _fitting(text, merged, edits)
    if done:
        new = _same(_applied(text, done), merged)
        assert new is not None
        if new.origin is not None and merged.read is not None and merged.read.origin is not None:
            new.origin.bom = merged.read.origin.bom
        merged = new
    conflicts += [edit.conflict for edit in refused]
    return WithComments(merged, tuple(conflicts), _changed(mine, merged))


def _nothing_changed(before: str, after: str) -> bool:
    """Whether the comments are the same by the look of the lines alone, which is quick. It may be so where it is not
    said."""
    if before == after or not ("#" in before or "#" in after):
        return True
    old, new = before.splitlines(), after.splitlines()
    gone, come = Counter(old), Counter(new)
    common = gone & come
    gone, come = gone - common, come - common
    looks = (
        [mark for line in lines if line in changed for mark in look_of_comments(line)]
        for lines, changed in ((old, gone), (new, come))
    )
    if next(looks) != next(looks):
        return False
    stay = {*common} - {*gone} - {*come}
    return [line for line in old if line in stay] == [line for line in new if line in stay]


def _changed(before: Mapping, after: Mapping) -> int:
    if text_of(before) == text_of(after):
        return 0
    old, new = (Counter(comment.text for comment in comments_of(_read(root))) for root in (before, after))
    return max((old - new).total(), (new - old).total())


def _read(root: Mapping) -> Mapping:
    """The tree as its text reads: every node knows where it stands."""
    if root.origin is not None:
        return root
    found = read(text_of(root), Report(""))
    assert isinstance(found, Mapping)
    return found


class _Placed:
    """The comments of the base, of theirs and of what was merged, by places that are the same in all of them."""

    def __init__(self, base: Mapping, theirs: Mapping, merged: Mapping) -> None:
        r, t, b = ({kind: _entries(root, kind) for kind in ("cues", *LISTED)} for root in (merged, theirs, base))
        tokens: dict[Entry, object] = {}
        for kind in r:
            tokens |= {entry: (kind, at) for at, entry in enumerate(r[kind])}
            in_merged = Matched(t[kind], r[kind]).in_b
            tokens |= {
                e: tokens.get(in_merged[e]) if e in in_merged else ("theirs", kind, i) for i, e in _each(t, kind)
            }
            in_theirs, still = Matched(b[kind], t[kind]).in_b, Matched(b[kind], r[kind]).in_b
            for at, entry in _each(b, kind):
                partner = in_theirs.get(entry) or still.get(entry)
                tokens[entry] = tokens[partner] if partner is not None else ("base", kind, at)
        self.roots = base, theirs, merged
        self.base, self.theirs, self.merged = (
            placed_comments(root, _ident(tokens, each)) for root, each in ((base, b), (theirs, t), (merged, r))
        )

    def next_in_merged(self, place: Place) -> Region:
        """Where to put what stands at a place that is not in the result: above what comes next in theirs."""
        after = list(self.theirs.places)
        after = after[after.index(place) :] if place in after else []
        known = self.merged.places
        return next((known[each] for each in after if each[0] == "above" and each in known), known[_END])


def _entries(root: Mapping, key: str) -> list[Entry]:
    return cue_entries(root) if key == "cues" else listed_entries(root, key)


def _each(entries: dict[str, list[Entry]], kind: str) -> Iterable[tuple[int, Entry]]:
    return enumerate(entries[kind])


def _ident(tokens: dict[Entry, object], entries: dict[str, list[Entry]]) -> Callable[[Path], Ident]:
    known = {entry.path: tokens[entry] for those in entries.values() for entry in those}

    def ident(path: Path) -> Ident:
        for length in range(len(path), 1, -1):
            if path[:length] in known:
                return (known[path[:length]], *path[length:])
        return path

    return ident


def _edits(placed: _Placed, choices: Choices) -> tuple[list[_Edit], list[Conflict]]:
    base, theirs, merged = placed.base.places, placed.theirs.places, placed.merged.places
    edits: list[_Edit] = []
    conflicts: list[Conflict] = []
    for place in dict.fromkeys((*theirs, *base)):
        b, t = (each[place].lines if place in each else () for each in (base, theirs))
        there = merged.get(place)
        r = there.lines if there is not None else ()
        if t in (b, r) or (there is None and not t):
            continue
        conflict = _conflict(placed, place, b, r, t, gone=there is None)
        lines = merged_lines(b, r, t, one=place[0] in {"beside", "after"}) if there is not None else None
        chosen = choices.get(conflict.keys[0])
        if lines is None and chosen is None:
            conflicts.append(conflict)
            continue
        if lines is None:
            lines = {"mine": r, "theirs": t, "base": b}.get(str(chosen), r)
        if lines != r:
            edits.append(_edit(placed, place, lines, conflict))
    return edits, conflicts


def _conflict(
    placed: _Placed, place: Place, b: tuple[str, ...], r: tuple[str, ...], t: tuple[str, ...], *, gone: bool
) -> Conflict:
    at = 1 if place in placed.theirs.places else 0
    path = (placed.base, placed.theirs)[at].places[place].path
    side = where(placed.roots[at], path)
    key: Key = (f"comment {place[0]} {path}", ())
    was, mine, theirs = (" ".join(lines) for lines in (b, r, t))
    about = f"their comment {theirs}" + (f" {place[0]} {side}" if path else " at the end")
    choices: tuple[Choice, ...] = ("mine", "theirs")
    why = f"{about} has lost its place: what it belongs to is not there any more" if gone else ""
    return Conflict(_item(placed.roots[at], path), ("comment",), was, mine, theirs, choices, (key,), why)


def _item(root: Mapping, path: Path) -> Item:
    top = str(path[0]) if path else ""
    for entry in _entries(root, top if top in LISTED else "cues") if top in {"cues", "lists", *LISTED} else ():
        if path[: len(entry.path)] == entry.path:
            found = entry.item
            nested = [e.item for e in cue_entries(root) if e.path == path] if found.kind == "cue" else []
            return nested[0] if nested else found
    if top == "palettes" and len(path) > 2:
        return Item("palette", f"{path[1]} {path[2]}")
    if top in NAMED and len(path) > 1:
        return Item(NAMED[top], str(path[1]))
    return Item(top) if top in ONE else Item("show")


def _edit(placed: _Placed, place: Place, lines: tuple[str, ...], conflict: Conflict) -> _Edit:
    """How the text has to be changed to have these comments at a place."""
    region = placed.merged.places.get(place)
    text = placed.merged.text
    if region is not None and place[0] in {"beside", "after"}:
        end = region.end if region.lines else region.start
        return _Edit(region.start, end, f"  {lines[0]}" if lines else "", conflict)
    if region is None:
        region = placed.next_in_merged(place)
        lines = (*lines, *region.lines)
    own = _written(placed.theirs, placed.theirs.places.get(place))
    old = _written(placed.merged, region)
    written = [own.get(line) or old.get(line) or line for line in lines]
    was = text[region.start : region.end]
    wants = placed.theirs.places.get(place)
    if wants is not None and lines == wants.lines:
        raw = placed.theirs.text[wants.start : wants.end].splitlines()
    else:
        raw = [*([""] if was[:1] in "\r\n" and was else []), *written]
    breaks = newline(placed.roots[2].origin, region.start) if placed.roots[2].origin is not None else "\n"
    new = "".join(f"{line.rstrip()}{breaks}" for line in raw)
    if region.start and text[region.start - 1] not in "\r\n":
        new = breaks + new
    return _Edit(region.start, region.end, new, conflict)


def _written(comments: Comments, region: Region | None) -> dict[str, str]:
    """By comment its line, as far as it is indented."""
    if region is None:
        return {}
    return {line.strip(): line.rstrip() for line in comments.text[region.start : region.end].splitlines()}


def _fitting(text: str, wanted: Mapping, edits: list[_Edit]) -> tuple[list[_Edit], list[_Edit]]:
    """Those after which the text says the same as before, and the others."""
    if not edits or _same(_applied(text, edits), wanted) is not None:
        return edits, []
    if len(edits) == 1:
        return [], edits
    half = len(edits) // 2
    first, second = (_fitting(text, wanted, part) for part in (edits[:half], edits[half:]))
    good, bad = first[0] + second[0], first[1] + second[1]
    return (good, bad) if _same(_applied(text, good), wanted) is not None else ([], edits)


def _applied(text: str, edits: list[_Edit]) -> str:
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[at : max(at, edit.start)], edit.text]
        at = max(at, edit.end)
    return "".join((*parts, text[at:]))


def _same(text: str, wanted: Mapping) -> Mapping | None:
    """The tree of a text, if it is the same."""
    report = Report("")
    try:
        found = read(text, report)
    except Refused:
        return None
    return found if isinstance(found, Mapping) and not report.problems and same_tree(found, wanted) else None

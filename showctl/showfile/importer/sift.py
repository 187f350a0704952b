"""A draft that loads: what the show file does not take is left out, each thing with the reason."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import Any

from showctl.model.problem import Path
from showctl.model.selection import expand
from showctl.showfile.house_style import text_of_new
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.lacking import WHOLE, lacks, made_memos
from showctl.showfile.importer.report import ImportReport, Mistaken, Note, NotImported
from showctl.showfile.item import LISTED, NAMED
from showctl.showfile.load import load_text
from showctl.showfile.reader import read
from showctl.showfile.report import LocatedProblem, Refused, Report
from showctl.showfile.tree import mark_at

_LINE = re.compile(r"(?P<before>(?:, (?:first )?in | \())line (?P<line>[0-9]+)(?P<after>\)?)")
"""Where something else stands that a problem is about: `, first in line 4`, ` (line 4)`."""
_ROUNDS = 20
"""What was left out may have been meant by something else; more rounds than this are a show that is none."""
_LISTED = ("cues", *LISTED)


def sifted(
    draft: Draft,
    report: ImportReport,
    load: Callable[[str], Any] = load_text,
    whole: bool = False,
    lacking: bool = False,
) -> tuple[str, Any]:
    """The text of a show that `load` takes, and what it makes of it.

    `load` raises Refused with what is wrong: that is taken out of the draft, and told in the report. `whole`: nothing
    is taken out; what is wrong is told as mistakes and Mistaken is raised. `lacking`: but for what is named and is
    in no table, and what follows from that.
    """
    without_some = False
    for _ in range(_ROUNDS):
        tree = draft.tree()
        text = text_of_new(tree)
        try:
            loaded = load(text)
        except Refused as refused:
            problems = refused.problems
            if whole and lacking and not without_some:
                problems = [problem for problem in problems if not lacks(problem, draft)] or problems
                if without_some := lacks(problems[0], draft):
                    report.left_out.insert(0, WHOLE)
            things = {_thing(tree, problem.path): problem for problem in reversed(problems)}
            if () in things:
                raise NotImported(f"it makes no show: {things[()].words}") from None
            source = _Source(tree, text)
            notes = {path: _note(draft, tree, path, problem, report, source) for path, problem in things.items()}
            if without_some:
                made_memos(tree, things, notes, draft, report)
            elif whole:
                report.mistakes.extend(reversed(notes.values()))
                raise Mistaken from None
            _without(tree, notes, report)
        else:
            if whole and report.mistakes:
                raise Mistaken
            _recount(draft, report)
            return text, loaded
    raise NotImported("what is left of it makes no show; tell us of this file")


def _without(tree: dict[str, Any], notes: dict[Path, Note], report: ImportReport) -> None:
    """Take each of these things out of the tree, whose parts are those of the draft, and tell why."""
    paths = sorted(notes, key=lambda path: [(isinstance(e, int), e) for e in path])
    for path in reversed(paths):
        *above, last = path
        holder: Any = tree
        for element in above:
            holder = holder[element]
        if _has(holder, last):
            del holder[last]
    for note in map(notes.__getitem__, paths):
        report.leave_out(note.where, note.what, note.why, note.do)


def _note(
    draft: Draft, tree: dict[str, Any], path: Path, problem: LocatedProblem, report: ImportReport, source: "_Source"
) -> Note:
    found: Any = tree
    place = report.file
    for depth, element in enumerate(path, 1):
        found = found[element]
        if isinstance(found, Entry):
            key = str(problem.path[depth]) if len(problem.path) > depth else ""
            place = found.places.get(key) or found.place or place
        place = draft.places.get(path[:depth], place)
    what = source.named(problem.what, str(problem.path[-1]))
    return Note(place, problem.where or str(path[-1]), what, problem.remedy)


class _Source:
    """Lines of the show that was tried, which nobody sees, as what the source calls these places."""

    def __init__(self, tree: dict[str, Any], text: str) -> None:
        self._tree, self._text = tree, text

    @cached_property
    def _starts(self) -> list[tuple[int, Entry]]:
        """In which line each entry begins, in order."""
        root = read(self._text, Report(""))
        return sorted(((mark_at(root, path)[0], entry) for path, entry in _entries(self._tree, ())), key=itemgetter(0))

    def named(self, words: str, key: str) -> str:
        """Words of a problem with a key; a line where nothing of the source stands is left out."""

        def place(match: re.Match[str]) -> str:
            index = bisect_right(self._starts, int(match["line"]), key=itemgetter(0))
            entry = self._starts[index - 1][1] if index else Entry()
            found = entry.places.get(key) or entry.place
            return f"{match['before']}{found}{match['after']}" if found else ""

        return _LINE.sub(place, words)


def _entries(node: Any, path: Path) -> Iterator[tuple[Path, Entry]]:
    if isinstance(node, Entry):
        yield path, node
    for key, below in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from _entries(below, (*path, key))


def _thing(tree: dict[str, Any], path: Path) -> Path:
    """The smallest thing at a path that can be left out by itself: a cue, a line of a look, an address, a member of a
    group, a patch entry, a device; else a key.
    """
    node: Any = tree
    best: Path = ()
    for depth, element in enumerate(path):
        if not _has(node, element):
            break
        key = path[depth - 1] if depth else None
        listed = isinstance(element, int) and (key in _LISTED or (depth == 2 and path[0] == "groups"))
        named = (depth == 1 and key in NAMED) or (depth == 2 and path[0] == "palettes")
        inside = (key == "look" and isinstance(node, dict)) or (depth == 2 and path[0] == "patch" and element == "at")
        if listed or named or inside or not depth:
            best = path[: depth + 1]
        node = node[element]
    if best in (("show",), ("showctl",)):
        return path[:2] if len(path) > 1 and path[1] != "title" and _has(tree.get("show"), path[1]) else ()
    return best


def _has(node: Any, element: str | int) -> bool:
    if isinstance(node, dict):
        return element in node
    return isinstance(node, list) and isinstance(element, int) and 0 <= element < len(node)


def _recount(draft: Draft, report: ImportReport) -> None:
    """Say of no more that it came over than there is now."""
    there = {
        "cues": sum(1 for _ in draft.walk()),
        "fixtures": sum(len(expand(entry["id"])) for entry in draft.patch),
        "groups": len(draft.groups),
        "masters": len(draft.masters),
        "palettes": sum(map(len, draft.palettes.values())),
        "people": len(draft.people),
        "suppliers": len(draft.suppliers),
        "segments": len(draft.segments),
        "guests": len(draft.guests),
        "logistics items": len(draft.logistics),
        "budget lines": len(draft.budget),
    }
    for kind, count in there.items():
        if report.carried[kind] > count:
            report.carried[kind] = count

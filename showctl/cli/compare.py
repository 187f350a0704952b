"""`showctl diff`: what is different between two show files, in the field's words."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.showfile.as_written import AsWritten

_GIT = 7
"""What git hands to a program that compares for it: path, old file, its hash and mode, new file, its hash and mode."""
_MOST_PROBLEMS = 3
ONLY_WRITING = "only comments and spelling differ"


def add_diff(diff: argparse.ArgumentParser) -> None:
    """Give `showctl diff` its options."""
    diff.add_argument("shows", metavar="SHOW", type=show_file, nargs="+", help="two show files: the older, the newer")
    diff.add_argument("--kind", action="append", default=[], help="items of this kind only: cue, fixture, segment …")
    diff.add_argument("--list", action="append", default=[], metavar="NAME", help="cues of this list only; main is one")
    diff.add_argument("--spelling", action="store_true", help="what means the same and is written otherwise, too")
    diff.add_argument("--summary", action="store_true", help="counts only, in one line")
    diff.add_argument("--git", action="store_true", help="be called by git as its external diff")
    diff.add_argument("--json", action="store_true", help="one JSON object a line and change")


def run_diff(options: argparse.Namespace) -> int:
    from showctl.program.opening import without_collecting
    from showctl.program.patched_places import patched_places
    from showctl.session.unpacked import from_bundle
    from showctl.showfile.change_words import comparison_lines
    from showctl.showfile.compare import compare
    from showctl.showfile.item import KINDS
    from showctl.showfile.report import Refused
    from showctl.showfile.suggest import suggestion

    wanted = _GIT if options.git else 2
    if len(options.shows) != wanted:
        complain(f"showctl: diff takes two show files, {len(options.shows)} are given; write showctl diff OLD NEW")
        return UNREADABLE
    for kind in options.kind:
        if kind not in KINDS:
            complain(
                f"showctl: there is no kind '{kind}'; {suggestion(kind, KINDS, 'the kinds are ' + ', '.join(KINDS))}"
            )
            return UNREADABLE
    pair = options.shows[1::3] if options.git else [from_bundle(path) for path in options.shows]
    if options.git and Path(os.devnull) in pair:
        print(f"{options.shows[0]}: {'added' if pair[0] == Path(os.devnull) else 'removed'}")
        return GOOD
    with without_collecting():
        try:
            before, after = (_opened(path) for path in pair)
        except Refused as refused:  # not even a tree: nothing to compare
            complain(str(refused))
            return UNREADABLE
        comparison = compare(
            before.loaded or before.root,
            after.loaded or after.root,
            places=(patched_places(pair[0]), patched_places(pair[1])),
            spelling=options.spelling,
        )
    kinds = frozenset(options.kind) or None
    narrowed = bool(options.kind or options.list)
    comparison = comparison.only(kinds, frozenset(options.list) or None)
    written = [] if narrowed or options.json else _otherwise(before, after, bool(comparison), options.spelling)
    if options.git and (comparison or written):
        print(f"{options.shows[0]}:")
    if options.json:
        for change in comparison.changes:
            print(json.dumps(change.as_dict(), ensure_ascii=False))
    elif options.summary:
        print(comparison.summary or (ONLY_WRITING if written else "no difference"))
    else:
        for line in (*comparison_lines(comparison), *written):
            print(f"  {line}" if options.git else line)
    return GOOD if options.git or not comparison else REFUSED


def _otherwise(before: "AsWritten", after: "AsWritten", differ: bool, spelling: bool) -> list[str]:
    """What to say of comments and of how things are written: something, wherever the files are not the same."""
    from showctl.showfile.compare_comments import comment_lines

    origins = before.root.origin, after.root.origin
    if None not in origins and origins[0].text == origins[1].text:  # type: ignore[union-attr]
        return []
    lines = list(comment_lines(before.root, after.root)) if spelling else []
    return lines if differ or lines else [ONLY_WRITING]


def _opened(path: Path) -> "AsWritten":
    from showctl.showfile.as_written import as_written

    found = as_written(path)
    if found.problems:
        count = len(found.problems)
        complain(f"{path}: {count} problem{'s' if count > 1 else ''}; what is wrong is compared as it is written")
    for problem in found.problems[:_MOST_PROBLEMS]:
        complain(f"  {problem}")
    return found

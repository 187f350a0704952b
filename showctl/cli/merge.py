"""`showctl merge`: two versions of a show brought together; also called by git."""

import argparse
import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showctl.showfile.conflict import Choice, Conflict
    from showctl.showfile.load import Loaded
    from showctl.showfile.merge import Merged
    from showctl.showfile.report import LocatedProblem

_BESIDE = ".conflicts"
"""The ending of the file in which the conflicts of a merge are listed, beside the show."""
_ANSWERS: "dict[str, Choice]" = {"m": "mine", "t": "theirs", "b": "base", "2": "both"}
_ABOUT = """\
brings together what two people changed in a show since a version that both had. What does not go together is a
conflict: with --choose ask it is asked, one by one; else mine stands, and it is listed.
See docs/compare-and-merge.md."""


def add_merge(merge: argparse.ArgumentParser) -> None:
    """Give `showctl merge` its options."""
    merge.description = _ABOUT
    merge.add_argument("base", metavar="BASE", type=Path, nargs="?", help="the version that both started from")
    merge.add_argument("mine", metavar="MINE", type=Path, nargs="?")
    merge.add_argument("theirs", metavar="THEIRS", type=Path, nargs="?")
    merge.add_argument("--out", metavar="FILE", type=Path, help="write the result; never over a file that is there")
    merge.add_argument("--replace", action="store_true", help="with --out: a file that is there is replaced")
    merge.add_argument(
        "--choose",
        choices=("mine", "theirs", "ask"),
        help="who is right in every conflict; or ask, which is so in a terminal, save for --driver",
    )
    merge.add_argument("--driver", metavar="PATH", type=Path, help="be called by git: write MINE, which is that file")
    merge.add_argument("--json", action="store_true", help="one JSON object a line and open conflict")
    for option, what in (
        ("--install", "have git compare and merge shows with this showctl, in the repository of this"),
        ("--check", "try whether git does so"),
    ):
        merge.add_argument(option, metavar="FOLDER", nargs="?", const=Path(), type=Path, help=f"{what} folder")


def run_merge(options: argparse.Namespace) -> int:
    from showctl.cli.git_setup import check, install
    from showctl.cli.merge_driver import line_by_line
    from showctl.program.opening import without_collecting
    from showctl.showfile.compare import compare
    from showctl.showfile.merge import merge
    from showctl.showfile.report import Refused
    from showctl.showfile.splice import bytes_of

    if options.install is not None or options.check is not None:
        return install(options.install) if options.install is not None else check(options.check)
    if options.theirs is None:
        complain("showctl: merge takes three show files; write showctl merge BASE MINE THEIRS")
        return UNREADABLE
    if options.driver is not None and options.out is not None:
        complain("showctl: --driver writes MINE; leave out --out")
        return UNREADABLE
    if options.out is not None and options.out.exists() and not options.replace:
        complain(f"showctl: {options.out} is there already and is left as it is; choose another name, or add --replace")
        return REFUSED
    name = options.driver or options.out or options.mine
    with without_collecting():
        try:
            base, mine, theirs = (_read(options, which, str(name)) for which in ("base", "mine", "theirs"))
        except Refused as refused:
            if options.driver is not None:
                complain(str(refused))
                return line_by_line((options.base, options.mine, options.theirs), name)
            complain(f"{refused}\nshowctl: nothing is merged: what is wrong has to be mended first")
            return UNREADABLE
        merged = merge(base, mine, theirs, examine=_examine)
        ask = options.choose == "ask" or (options.choose is None and options.driver is None and sys.stdin.isatty())
        merged = chosen(merged, options.choose, ask=ask)
        words = [compare(mine, merged.loaded).summary, _count(merged.comments)]
    out = options.mine if options.driver is not None else options.out
    if out is not None and (code := _saved(out, bytes_of(merged.root))) != GOOD:
        return code
    if out is not None:
        _list_beside(name, merged.conflicts)
    if options.json:
        for conflict in merged.conflicts:
            print(json.dumps(conflict.as_dict(), ensure_ascii=False))
    elif options.driver is None:
        print(f"taken over from {options.theirs}: {', '.join(filter(None, words)) or 'nothing'}")
    _complain(merged, options, name)
    return REFUSED if merged.conflicts else GOOD


def _count(comments: int) -> str:
    return f"{comments} comment{'s' if comments > 1 else ''}" if comments else ""


def _read(options: argparse.Namespace, which: str, name: str) -> "Loaded":
    """A version of the show; an empty file is one with nothing in it. Raises Refused, called by the show's name where
    git calls us."""
    from showctl.cli.merge_driver import named
    from showctl.showfile.load import Loaded, load, load_text
    from showctl.showfile.report import Refused

    path: Path = getattr(options, which)
    try:
        if path.stat().st_size == 0:
            return load_text("showctl: 1\nshow: {title: empty}\n", name)
        return load(path)
    except Refused as refused:
        if isinstance(refused.rest, Loaded) and all(problem.cue is not None for problem in refused.problems):
            return refused.rest
        if options.driver is not None:
            raise named(refused, options.driver, which) from None
        raise
    except OSError:
        return load(path)  # which says what is wrong


def _examine(loaded: "Loaded") -> "Sequence[LocatedProblem]":
    """What is wrong with the patch, and with what cues ask of fixtures and devices."""
    from showctl.program.opening import opened
    from showctl.showfile.report import Refused

    try:
        opened(lambda: loaded)
    except Refused as refused:
        return refused.problems
    return ()


def chosen(merged: "Merged", word: str | None, *, ask: bool) -> "Merged":
    """The same with its conflicts settled: each is asked, or `word` (`mine`, `theirs`) goes for all of them."""
    from showctl.showfile.merge import choose

    left: set[object] = set()
    while open_ := [each for each in merged.conflicts if each.keys and each.keys not in left]:
        conflict = open_[0]
        answer = _asked(conflict, len(open_)) if ask else _said(word, conflict)
        if answer == "quit":
            break
        before = len(merged.conflicts)
        merged = choose(merged, conflict, answer) if answer else merged
        if not answer or len(merged.conflicts) >= before:
            left.add(conflict.keys)  # it comes up again: another answer changes nothing
    return merged


def _said(word: str | None, conflict: "Conflict") -> "Choice | Literal['']":
    """What the command line says of all conflicts."""
    return next((choice for choice in conflict.choices if choice == word), "")


def _asked(conflict: "Conflict", count: int) -> "Choice | Literal['', 'quit']":
    """One of the choices; `quit`; empty to leave it as it is, mine."""
    keys = {letter: choice for letter, choice in _ANSWERS.items() if choice in conflict.choices}
    offered = ", ".join(f"[{letter}] {choice}" for letter, choice in keys.items())
    print(f"{conflict}\n  {offered}, [s] leave it open, [q] stop asking  ({count} open)")
    while True:
        try:
            answer = input("> ").strip().lower()
        except EOFError:
            return "quit"
        if answer in {"q", "quit", "s", ""}:
            return "quit" if answer in {"q", "quit"} else ""
        found = [choice for letter, choice in keys.items() if answer in (letter, choice)]
        if found:
            return found[0]
        print(f"  write {', '.join(keys)}, s or q")


def _saved(path: Path, data: bytes) -> int:
    from showctl.showfile.save import NotSaved, save

    try:
        save(path, data)
    except NotSaved as reason:
        complain(f"showctl: {reason}")
        return UNREADABLE
    return GOOD


def _list_beside(name: Path, conflicts: "tuple[Conflict, ...]") -> None:
    """The open conflicts in a file beside the show; none, if there are none any more."""
    beside = name.with_name(name.name + _BESIDE)
    try:
        if conflicts:
            beside.write_text("".join(f"{conflict}\n" for conflict in conflicts), encoding="utf-8")
        else:
            beside.unlink(missing_ok=True)
    except OSError as error:
        complain(f"showctl: the conflicts cannot be listed in {beside}: {error.strerror}")


def _complain(merged: "Merged", options: argparse.Namespace, name: Path) -> None:
    """Say what is open, and that nothing is written if that is so."""
    if merged.conflicts:
        count = len(merged.conflicts)
        complain(f"{name}: {count} conflict{'s' if count > 1 else ''}; in the result all of them are as mine")
        for conflict in merged.conflicts:
            complain(f"  {conflict}")
    if options.out is None and options.driver is None:
        complain("nothing is written: this is what it would come to; add --out FILE")
    elif merged.conflicts and options.driver is not None:
        complain(f"to choose one by one: git mergetool --tool=showctl {shlex.quote(str(name))}")

"""`showctl export`: the cue lists of a show, its patch and plans, as files for people and other programs."""

import argparse
import codecs
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.program.opening import Opened
    from showctl.showfile.load import Loaded

_ABOUT = """\
the show as a table, which `showctl import` reads back: as CSV one subject a file, as Excel workbook (.xlsx) all of
them, each on its sheet; or patch, groups and cues as USITT ASCII for a lighting desk; or, with --no-people, as a show
file for others: roles instead of names, no numbers, no guests, no comments. What a spreadsheet might take for
a formula is written as text. What a format cannot hold is listed. See docs/import-shows.md."""
_SUBJECTS = (
    "cues", "patch", "segments", "logistics", "people", "suppliers", "guests", "budget", "groups", "palettes",
    "masters", "devices",
)  # fmt: skip


def add_export(sub: argparse.ArgumentParser) -> None:
    """Give `showctl export` its options."""
    sub.description = _ABOUT
    sub.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    form = sub.add_mutually_exclusive_group(required=True)
    form.add_argument("--csv", metavar="FILE", type=Path, help="a table with commas, in UTF-8; - prints it")
    form.add_argument("--xlsx", metavar="FILE", type=Path, help="an Excel workbook; every cell is text")
    form.add_argument("--ascii", metavar="FILE", type=Path, help="USITT ASCII 3.0: patch, groups, cues with levels")
    form.add_argument("--no-people", action="store_true", help="the show file itself, without personal data, as TO")
    sub.add_argument("to", metavar="TO", type=Path, nargs="?", help="with --no-people: the file for others")
    sub.add_argument("--list", metavar="NAME", help="only the cues of this list; of ASCII, else the main list")
    sub.add_argument("--what", choices=_SUBJECTS, help="what a table is of: cues unless said; of a workbook, else all")
    sub.add_argument("--replace", action="store_true", help="write over a file that is there already")


def run_export(options: argparse.Namespace) -> int:
    from showctl.program.opening import open_to_play
    from showctl.showfile.suggest import suggestion

    if options.no_people != (options.to is not None):
        complain("showctl: --no-people needs two files: showctl export --no-people SHOW TO")
        return UNREADABLE
    if options.ascii is not None and options.what is not None:
        complain("showctl: --what is of tables; USITT ASCII has patch, groups and cues")
        return UNREADABLE
    if options.no_people:
        return _without_people(options)
    loaded = _loaded(options.show)
    lists = loaded.show.cue_lists
    if options.list is not None and options.list not in lists:
        complain(f"{options.show}: there is no list '{options.list}'; {suggestion(options.list, lists, 'write main')}")
        return REFUSED
    if options.xlsx is not None and options.xlsx.suffix.casefold() != ".xlsx":
        return _no_workbook(options.xlsx)
    if options.ascii is not None:
        return _write(options.ascii, *ascii_file(open_to_play(options.show), options.list or "main"), options)
    whole = options.xlsx is not None and options.what is None and options.list is None
    what, book = options.what or "cues", options.xlsx is not None
    made = tables(loaded, whole=whole, what=what, book=book, cue_list=options.list)
    return _write(options.csv or options.xlsx, *made, options)


def _without_people(options: argparse.Namespace) -> int:
    """Write the show without personal data, and tell what a person has to look at."""
    from showctl.showfile.no_people import without_people

    text, told = without_people(_loaded(options.show).root_with_people)
    code = _write(options.to, text.encode(), [], "the show without people's names, numbers and guests", options)
    if code == GOOD:
        for line in told:
            complain(f"look at {line}")
    return code


def _no_workbook(path: Path) -> int:
    """A workbook under another ending is taken for something else by whoever opens it."""
    if path.name == "-":
        complain("showctl: a workbook cannot be printed; name a file that ends in .xlsx")
    else:
        complain(f"showctl: {path}: --xlsx writes an Excel workbook, which ends in .xlsx; write {path.stem}.xlsx")
    return UNREADABLE


def _loaded(path: Path) -> "Loaded":
    """The show as it is written. What is wrong with single cues is told; raises Refused for what is more than that."""
    from showctl.showfile.load import Loaded, load
    from showctl.showfile.report import Refused

    try:
        return load(path)
    except Refused as refused:
        if not isinstance(refused.rest, Loaded) or any(problem.cue is None for problem in refused.problems):
            raise
        complain(str(refused))
        return refused.rest


def tables(
    loaded: "Loaded", *, what: str, whole: bool = False, book: bool = False, cue_list: str | None = None
) -> tuple[bytes, list[str], str]:
    """The file, what is not in it, and what is. `whole`: all subjects, else `what`; `book`: as a workbook."""
    from showctl.paperwork.delimited import csv_bytes
    from showctl.paperwork.not_carried import not_in_tables
    from showctl.paperwork.sheet import SUBJECTS
    from showctl.paperwork.tables import sheet
    from showctl.paperwork.workbook import workbook_bytes

    subjects = [subject for subject in SUBJECTS if whole or subject == what]
    root = loaded.root_with_people
    sheets = [sheet(subject, root, loaded.show, cue_list) for subject in subjects]
    said = ", ".join(f"{len(each.rows)} rows of {each.title.lower()}" for each in sheets)
    less = list(not_in_tables(root, subjects, cue_list))
    if not book:
        return csv_bytes(sheets[0]), less, said
    data, lost = workbook_bytes(sheets)
    return data, [*less, *lost], said


def ascii_file(opened: "Opened", cue_list: str) -> tuple[bytes, list[str], str]:
    """The same as USITT ASCII."""
    from showctl.host.ascii_words import ascii_show
    from showctl.paperwork.ascii_text import ascii_text

    show, lost = ascii_show(opened, cue_list)
    said = f"{len(show.cues)} cues, {len(show.patch)} channels, {len(show.groups)} groups"
    return ascii_text(show).encode("ascii", "replace"), lost, said


def _write(path: Path, data: bytes, lost: list[str], said: str, options: argparse.Namespace) -> int:
    """Write a file beside where it belongs, and then put it there whole; `-` is standard output."""
    if path == Path("-"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data.removeprefix(codecs.BOM_UTF8))
        for line in lost:
            complain(f"not in it: {line}")
        return GOOD
    if path.exists() and not options.replace:
        complain(f"showctl: {path} is there already and is left as it is; add --replace to write over it")
        return REFUSED
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with new.open("xb") as file:
            file.write(data)
        new.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink()
        complain(f"showctl: {path} cannot be written: {error.strerror}")
        return UNREADABLE
    for line in lost:
        complain(f"not in it: {line}")
    print(f"{path} written: {said}" + (f"; {len(lost)} things are not in it" if lost else ""))
    return GOOD

"""`showctl format`: a show file in the house style."""

import argparse
import difflib
from pathlib import Path

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain


def add_format(format_: argparse.ArgumentParser) -> None:
    """Give `showctl format` its options."""
    format_.add_argument("shows", metavar="SHOW", type=Path, nargs="+", help="show files; they are written anew")
    format_.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would be changed")
    format_.add_argument("--diff", action="store_true", help="write nothing; print what would be changed")


def run_format(options: argparse.Namespace) -> int:
    return max(_format(path, check=options.check, show=options.diff) for path in options.shows)


def _format(path: Path, *, check: bool, show: bool) -> int:
    from showctl.session.saving import save_show
    from showctl.session.show_lock import Held, ShowLock
    from showctl.session.unpacked import is_bundle, unbundle_first
    from showctl.showfile.formatted import Odd, formatted
    from showctl.showfile.lines import Unclear
    from showctl.showfile.reader import read
    from showctl.showfile.report import Refused, Report, Unreadable
    from showctl.showfile.save import NotSaved
    from showctl.showfile.text import decode, digest, read_bytes
    from showctl.showfile.tree import Mapping

    if is_bundle(path):
        complain(f"showctl: {unbundle_first(path)}")
        return REFUSED
    report = Report(str(path))
    try:
        data = read_bytes(path, report)
        root = read(text := decode(data, report), report)
        if not report.problems and not isinstance(root, Mapping):
            report.at((1, 1), "the file is no mapping of keys such as show: and cues:; start it with showctl: 1")
        if report.problems or not isinstance(root, Mapping):
            raise Refused(report.problems)
    except Unreadable as unreadable:
        complain(str(unreadable))
        return UNREADABLE
    except Refused as refused:
        complain(str(refused))
        return UNREADABLE
    try:
        new = formatted(root)
    except Odd as odd:
        line, column = odd.mark
        what = "a key with a name (&a key:), `? |`, or a comment in a place where it would get lost"
        complain(
            f"{path}:{line}:{column}: this is written in a way that format leaves alone ({what}); write it otherwise"
        )
        return REFUSED
    except Unclear:
        complain(f"{path}: it is written in a way that format leaves alone (`? |`, say); write such places otherwise")
        return REFUSED
    if new == text:
        return GOOD
    if show:
        lines = difflib.unified_diff(text.splitlines(), new.splitlines(), str(path), f"{path} (formatted)", lineterm="")
        print("\n".join(lines))
    elif check:
        print(f"{path}: would be changed")
    if check or show:
        return REFUSED
    try:
        with ShowLock.take(path, "showctl format"):
            mark = "utf-8-sig" if data[:3] == b"\xef\xbb\xbf" else "utf-8"
            saved = save_show(path, new.encode(mark), expected=digest(data))
    except (Held, NotSaved) as error:
        complain(str(error))
        return REFUSED
    for note in saved.notes:
        complain(note)
    print(f"{path}: formatted")
    return GOOD

"""`showctl backups` and `showctl recover`: what stood in a show file before, and edits that were never saved."""

import argparse
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.session.backup import Backup
    from showctl.session.recovery import Recovery
    from showctl.session.torn import Torn

_MOST_EDITS = 20
"""Of the edits that are listed; the newest."""


def add_backups(backups: argparse.ArgumentParser) -> None:
    """Give `showctl backups` its options."""
    backups.add_argument("show", metavar="SHOW", type=show_file, help="show file; it need not be there any more")
    what = backups.add_mutually_exclusive_group()
    what.add_argument("--show", dest="print", metavar="N", type=int, help="print backup N")
    what.add_argument("--restore", metavar="N", type=int, help="put backup N in the place of the file")


def add_recover(recover: argparse.ArgumentParser) -> None:
    """Give `showctl recover` its options."""
    recover.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    what = recover.add_mutually_exclusive_group()
    what.add_argument("--diff", action="store_true", help="what they change, item by item")
    what.add_argument("--take", action="store_true", help="save the show with these edits")
    what.add_argument("--merge", action="store_true", help="save it with both, if somebody else has changed it since")
    what.add_argument("--to", metavar="FILE", type=Path, help="save the show with these edits as another file")
    what.add_argument("--discard", action="store_true", help="throw the edits away; they go to the backups")
    recover.add_argument(
        "--choose",
        choices=("mine", "theirs", "ask"),
        help="with --merge: in conflicts the file as it is now (mine) or the edits (theirs); ask, as in a terminal",
    )


def _told_bundle(options: argparse.Namespace) -> bool:
    """Whether it was asked about a bundle, of which there are neither backups nor edits; then this is said."""
    from showctl.session.unpacked import is_bundle, unbundle_first

    asked: Path = getattr(options, "asked", options.show)
    if is_bundle(asked):
        complain(f"showctl: {unbundle_first(asked)}")
        return True
    return False


def run_backups(options: argparse.Namespace) -> int:
    if _told_bundle(options):
        return REFUSED
    from showctl.session.backup import Backups

    show: Path = options.show
    try:
        backups = Backups(show).all()
        for number in (options.print, options.restore):
            if number is not None and not 1 <= number <= len(backups):
                there = f"there are 1 to {len(backups)}" if backups else "there is none"
                complain(f"showctl: {show} has no backup {number}; {there}")
                return REFUSED
        if options.print is not None:
            sys.stdout.buffer.write(backups[options.print - 1].read())
        elif options.restore is not None:
            return _restore(show, backups[options.restore - 1])
        else:
            return _list(show, backups)
    except OSError as error:
        complain(f"showctl: the backups of {show} cannot be read: {error}")
        return UNREADABLE
    return GOOD


def run_recover(options: argparse.Namespace) -> int:
    if _told_bundle(options):
        return REFUSED
    from showctl.session.recovery import clear, discard, found
    from showctl.session.saving import save_show
    from showctl.session.show_lock import ShowLock
    from showctl.session.torn import torn_of

    show: Path = options.show
    with ShowLock.take(show, "showctl recover"):
        recovery = found(show)
        torn = torn_of(show)
        for each in torn:
            complain(f"{show}: {each}")
        if recovery is None and torn:
            return _torn(options, show, torn[0])
        if recovery is None:
            complain(f"{show}: there are no edits to recover")
            return REFUSED if options.take or options.merge or options.to or options.discard else GOOD
        if options.to is not None:
            return _write_to(options.to, show, recovery)
        try:
            if options.take:
                if recovery.changed_since:
                    complain(f"showctl: {_changed(show)}; --merge saves it with both, --to FILE another file")
                    return REFUSED
                _tell(show, save_show(show, recovery.text, expected=recovery.now).notes)
                if warning := clear(show):  # of another session
                    complain(warning)
                print(f"{show} is saved with {recovery}")
            elif options.merge:
                return _merge(show, recovery, options.choose)
            elif options.diff:
                _differ(show, recovery)
            elif options.discard:
                if warning := discard(recovery, show):
                    complain(f"showctl: nothing was thrown away. {warning}")
                    return REFUSED
                print(f"thrown away: {recovery}; they are backup 1 of {show}")
            else:
                _describe(show, recovery)
        except OSError as error:
            complain(f"showctl: {recovery.place} cannot be removed: {error.strerror}; remove it by hand")
            return REFUSED
    return GOOD


def _merge(show: Path, recovery: "Recovery", choose: str | None) -> int:
    """Save the file as it is now with the edits besides; not while there are conflicts that nobody has settled."""
    from showctl.cli.merge import chosen
    from showctl.program.opening import without_collecting
    from showctl.session.change import EditRefused
    from showctl.session.merging import merged_recovery
    from showctl.session.recovery import clear
    from showctl.session.saving import save_show
    from showctl.showfile.compare import compare
    from showctl.showfile.load import load
    from showctl.showfile.splice import bytes_of

    with without_collecting():
        mine = load(show)
        try:
            _, merged = merged_recovery(recovery, show, mine)
        except EditRefused as refused:
            complain(f"showctl: {refused}")
            return REFUSED
        merged = chosen(merged, choose, ask=choose == "ask" or (choose is None and sys.stdin.isatty()))
        words = compare(mine, merged.loaded).summary
    for conflict in merged.conflicts:
        complain(f"  {conflict}")
    if merged.conflicts:
        complain(f"{show}: nothing is saved. Mine is the file as it is now, theirs are the edits; add --choose ask")
        return REFUSED
    _tell(show, save_show(show, bytes_of(merged.root), expected=recovery.now).notes)
    if warning := clear(show):
        complain(warning)
    print(f"{show} is saved as it was, and with {recovery} ({words or 'nothing that was not there'})")
    return GOOD


def _list(show: Path, backups: "list[Backup]") -> int:
    from showctl.session.backup import moved
    from showctl.session.whoami import day_and_time

    there = show.exists()
    if not backups:
        why = "one is made by each save" if there else "nor is there such a file; look at how its name is written"
        complain(f"{show}: there are no backups{';' if there else ','} {why}")
        for other in moved(show):
            complain(
                f"there are some of {other}, which is not there any more: showctl backups {shlex.quote(str(other))}"
            )
    for number, backup in enumerate(backups, 1):
        note = "  was never in the file: recovered edits, thrown away or written over" if backup.unsaved else ""
        print(f"{number:3}  until {day_and_time(backup.when.timestamp())}  {backup.size:>9,} bytes{note}")
    return GOOD if there or backups else UNREADABLE


def _restore(show: Path, backup: "Backup") -> int:
    from showctl.session.recovery import found
    from showctl.session.saving import save_show
    from showctl.session.show_lock import ShowLock
    from showctl.session.whoami import day_and_time

    with ShowLock.take(show, "showctl backups"):
        was_there = os.path.exists(show)
        _tell(show, save_show(show, backup.read()).notes)
        before = "; what stood in it is backup 1 now" if was_there else ""
        print(f"{show} is as it was until {day_and_time(backup.when.timestamp())}{before}")
        if found(show) is not None:
            complain(f"there are also edits that were never saved; see: showctl recover {show}")
    return GOOD


def _write_to(file: Path, show: Path, recovery: "Recovery") -> int:
    from showctl.showfile.save import save

    if file.exists():
        complain(f"showctl: {file} is there already; name a file that is not")
        return REFUSED
    _tell(file, save(file, recovery.text).notes)
    print(f"{file} is {show} with {recovery}. They can still be recovered, until: showctl recover {show} --discard")
    return GOOD


def _torn(options: argparse.Namespace, show: Path, torn: "Torn") -> int:
    """Of edits that are not whole: nothing but what can be read, into a file of its own."""
    if options.to is not None and torn.text:
        try:
            with options.to.open("xb") as file:
                file.write(torn.text)
        except OSError as error:
            complain(f"showctl: {options.to} cannot be written: {error.strerror}; name another file")
            return REFUSED
        print(f"{options.to} has what can be read of it; it breaks off, so check it, and compare it with {show}")
        return GOOD
    if torn.text:
        complain(
            "it cannot be taken; --to FILE writes what can be read of it as another file. It stays where it is; when "
            f"you need it no more: rm {shlex.quote(str(torn.place))}"
        )
    else:
        complain(f"nothing of it can be read. When you need it no more: rm {shlex.quote(str(torn.place))}")
    return REFUSED


def _describe(show: Path, recovery: "Recovery") -> None:
    print(f"{show}: {recovery}")
    edits = recovery.edits
    if len(edits) > _MOST_EDITS:
        print(f"  {len(edits) - _MOST_EDITS} edits before")
    for edit in edits[-_MOST_EDITS:]:
        print(f"  {edit}")
    if recovery.changed_since:
        complain(
            f"{_changed(show)}: --take is refused; --merge saves it with both, --to FILE writes the "
            "show with the edits as another file"
        )
    else:
        complain(
            "--diff shows what they change; --take saves the show with them, --to FILE as another file; --discard "
            "throws them away"
        )


def _differ(show: Path, recovery: "Recovery") -> None:
    from showctl.session.recovered_changes import recovered_changes
    from showctl.showfile.change_words import comparison_lines

    for line in comparison_lines(recovered_changes(recovery, show)):
        print(line)
    if recovery.changed_since:
        complain(f"{_changed(show)}: what they changed is in the difference, the other way round")


def _changed(show: Path) -> str:
    return f"{show} was changed by somebody else after these edits were begun"


def _tell(show: Path, notes: tuple[str, ...]) -> None:
    for note in notes:
        complain(f"{show}: {note}")

"""`showctl edit`: edits of a show in words, or a file of them; of a show that is open, through whoever has it open."""

import argparse
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import as_a_copy, is_shipped, show_file

if TYPE_CHECKING:
    from showctl.session.change import EditRefused
    from showctl.session.document import Document
    from showctl.session.edit import Edit
    from showctl.session.show_lock import Who

KEPT_WITHIN = 5.0
"""Seconds in which an edit that could not be saved is kept, or counts as lost."""
PROGRAM = "showctl edit"
"""What others are told that the show is open in."""
_PATIENCE = 3.0
"""Seconds that another `showctl edit` of the same show is waited for: one takes a fraction of one."""
_AGAIN = 0.05
"""Seconds between two looks whether it is done."""
_ABOUT = """\
edits:
  set ITEM FIELD VALUE            set cue 12 label "House open"      set cue 12 light time 3s
  remove ITEM FIELD               remove cue 12 pre-wait
  insert KIND [NAME] [WHERE] VALUE  insert cue after 12 "cue: 12.5, wait: 3s"   insert device keys "type: midi, port: A"
  delete ITEM …                   delete cue 12 13                   delete cue 10..20
  move ITEM … WHERE               move cue 5 6 after 12              move cue 5 to list foyer
  renumber CUES from N [step N]   renumber 10..20 from 100 step 1    renumber 12 to 13
  rename ITEM to NAME             rename device desk to foh
  duplicate ITEM [as NAME]        duplicate cue 12
  apply FILE                      all the edits of a file, or none; - is standard input
A VALUE of - is read from standard input. Behind -- everything is text, also what begins with --. See docs/edit.md."""


def add_edit(edit: argparse.ArgumentParser) -> None:
    """Give `showctl edit` its options."""
    edit.description = f"{edit.description}\n\n{_ABOUT}"
    edit.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    edit.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")
    edit.add_argument(
        "--save", action="store_true", help="where the show is open elsewhere: have it saved there as well"
    )
    edit.set_defaults(say_help=edit.print_help)
    edit.add_argument("words", metavar="EDIT", nargs=argparse.REMAINDER, help="one of the edits below")


def run_edit(options: argparse.Namespace) -> int:
    from showctl.session.change import EditRefused
    from showctl.session.document import Document
    from showctl.session.show_lock import holder
    from showctl.session.unpacked import is_from_bundle
    from showctl.showfile.report import Refused

    show: Path = options.show
    words: list[str] = options.words
    try:
        words = _without_options(options)
        if options.wants_help:
            options.say_help()
            return GOOD
        edit, places = _read(words)
    except EditRefused as refused:
        complain(f"showctl: {refused}")
        return UNREADABLE
    except Refused as refused:
        complain(str(refused))
        return UNREADABLE
    except OSError as error:
        complain(f"showctl: {words[1]} cannot be read: {error.strerror}")
        return UNREADABLE
    try:
        if options.dry_run:
            return _say_what(show, edit)
        if is_shipped(show):
            complain(f"showctl: {show} comes with showctl and stays as it is; edit a copy: {as_a_copy(show)}")
            return REFUSED
        patience = time.monotonic() + _PATIENCE
        while True:
            with Document.open(show, PROGRAM) as document:
                if not document.read_only:
                    return make(document, edit)
            who = holder(show)
            waits = who.program == PROGRAM if who is not None else not is_from_bundle(show)  # nobody: just closed
            if not waits or time.monotonic() > patience:
                break
            time.sleep(_AGAIN)
        if who is None:  # it has just been closed, or came from a bundle
            complain(f"showctl: {document.read_only}")
            return REFUSED
        return _through(show, who, edit, save=options.save)
    except EditRefused as refused:
        complain(f"showctl: {_placed(refused, words, places)}")
        return REFUSED


def _without_options(options: argparse.Namespace) -> list[str]:
    """The words of the edit. Raises EditRefused for an option that there is not."""
    from showctl.cli.edit_options import taken_out

    given = taken_out(options.words, ("--dry-run", "--save", "--help"))
    options.dry_run |= "--dry-run" in given.options
    options.save |= "--save" in given.options
    options.wants_help = "--help" in given.options or given.words[:1] == ["-h"]
    return given.words


def _read(words: list[str]) -> "tuple[Edit, tuple[tuple[int, int], ...]]":
    """The edit, and where in a file each of several stands. Raises EditRefused, Refused and OSError."""
    from showctl.session.change import EditRefused
    from showctl.session.edit import Several
    from showctl.session.edit_file import read_edits
    from showctl.session.edit_words import parsed

    if words[:1] != ["apply"]:
        if words[:1] in (["set"], ["insert"]) and words[-1] == "-":
            words = [*words[:-1], _of_one_line(sys.stdin.read())]
        return parsed(words), ()
    if len(words) != 2:
        raise EditRefused("apply takes one file; write for example apply edits.yaml, or apply - for standard input")
    file = words[1]
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    listed = read_edits(data, file)
    return Several(listed.edits, f"edits of {Path(file).name}" if file != "-" else ""), listed.places


def _of_one_line(text: str) -> str:
    """`echo` ends a line that is none of the text's."""
    return text.removesuffix("\n") if text.count("\n") == 1 else text


def _placed(refused: "EditRefused", words: list[str], places: tuple[tuple[int, int], ...]) -> str:
    """Why, with its place if the edit stands in a file."""
    if 0 < refused.number <= len(places):
        line, column = places[refused.number - 1]
        return f"{words[1]}:{line}:{column}: {refused}"
    return str(refused)


def make(document: "Document", edit: "Edit") -> int:
    """Make an edit in a show that is open here, and save it; the exit code."""
    from showctl.session.torn import torn_of
    from showctl.showfile.save import NotSaved

    recover = f"showctl recover {shlex.quote(str(document.path))}"
    if document.recovery is not None:
        complain(
            f"showctl: {document.path} has edits that were never saved ({document.recovery}); first save the show with "
            f"them: {recover} --take; or write it elsewhere, then throw them away: {recover} --to FILE; {recover} "
            "--discard"
        )
        return REFUSED
    for torn in torn_of(document.path):
        complain(f"{torn}. It is kept; see: showctl recover {shlex.quote(str(document.path))}")
    step = document.edit(edit)
    if step is None:
        print(f"{document.path}: nothing to change")
        return GOOD
    try:
        saved = document.save_now()
    except NotSaved as reason:
        complain(f"showctl: {step.name}: {reason}")
        if document.wait_kept(KEPT_WITHIN):
            elsewhere = shlex.quote(str(reason.second_place))
            complain(
                f"The edit is kept. Once this is mended, save the show with it: {recover} --take; or write it "
                f"elsewhere: {recover} --to {elsewhere}"
            )
        else:
            complain("Nor could the edit be kept: make it again once this is mended")
        return REFUSED
    print(f"{document.path}: {step.name}")
    for note in saved.notes if saved is not None else ():
        complain(note)
    if step.warning:
        complain(f"showctl: {step.warning}")
    return GOOD


def _say_what(show: Path, edit: "Edit") -> int:
    from showctl.session.document import Document
    from showctl.session.show_lock import holder
    from showctl.showfile.change_words import comparison_lines
    from showctl.showfile.compare import compare
    from showctl.showfile.load import Refused, load

    try:
        document = Document(show, load(show))
    except Refused as refused:
        document = Document(show, refused)
    before = document.state
    step = document.edit(edit)
    if who := holder(show):
        complain(f"{show} is open in {who}; this is what it would change in the file")
    for line in comparison_lines(compare(before, document.state, spelling=True)):
        print(line)
    if step is not None and step.warning:
        complain(f"showctl: {step.warning}")
    return GOOD


def _through(show: Path, who: "Who", edit: "Edit", *, save: bool) -> int:
    from showctl.session.edit_client import NoSession, edit_through
    from showctl.session.edit_message import NotMade
    from showctl.session.whoami import whoami

    try:
        answer = edit_through(who, edit, program=f"{whoami().user}, showctl edit", save=save)
    except NoSession as reason:
        remedy = "wait until it is done, and try again" if who.program == PROGRAM else "close it there, and try again"
        complain(f"showctl: {show} is open to be edited by {who}; {reason}: {remedy}")
        return REFUSED
    if isinstance(answer, NotMade):
        raise answer.refused()
    if not answer.name:
        print(f"{show}: nothing to change")
        return GOOD
    done = "saved" if answer.saved else "not saved yet" if not save else "not saved: see there why"
    print(f"{show}: {answer.name}; made in {who.program} of {who.user}, {done}")
    if answer.warning:
        complain(f"showctl: {answer.warning}")
    if not answer.kept:
        complain("it is not kept for recovery yet: its disk is slow, or does not answer")
    return GOOD if answer.saved or not save else REFUSED

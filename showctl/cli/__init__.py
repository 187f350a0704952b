"""The command line: `showctl SHOW` and its subcommands."""

import argparse
import difflib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from showctl.cli import subcommand
from showctl.cli.parser import CONSOLE_OPTIONS, LISTED, SUBCOMMANDS, parser
from showctl.cli.subcommand import GOOD, INTERRUPTED, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

__all__ = ["main"]

_ELSEWHERE = {
    **dict.fromkeys(("play", "start", "go", "serve", "live", "perform"), "run"),
    **dict.fromkeys(("validate", "lint", "verify", "test"), "check"),
    **dict.fromkeys(("dry-run", "rehearse", "preview", "timeline"), "simulate"),
    **dict.fromkeys(("init", "create"), "new"),
    **dict.fromkeys(("log", "logs", "history"), "journal"),
    **dict.fromkeys(("compare", "changes"), "diff"),
    **dict.fromkeys(("kill", "quit", "end"), "stop"),
    **dict.fromkeys(("ps", "status", "running"), "engines"),
    **dict.fromkeys(("profiles", "library"), "fixtures"),
    **dict.fromkeys(("tracking", "sheet"), "track"),
    **dict.fromkeys(("restore", "backup"), "backups"),
    **dict.fromkeys(("recovery", "autosave"), "recover"),
    **dict.fromkeys(("edit", "console", "gui"), "SHOW"),
    **dict.fromkeys(("help",), "--help"),
    **dict.fromkeys(("version",), "--version"),
}
"""Words that people try for subcommands, and what they are called here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never a traceback for what the user typed or wrote."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):  # a file name, or a terminal, that knows no Unicode stops nothing
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if given and (meant := _misspelt(given[0])):
        complain(f"showctl: there is no subcommand '{given[0]}' and no such show; did you mean `showctl {meant}`?")
        return UNREADABLE
    if len(given) > 1 and _is_no_show(given[0]) and not given[1].startswith("-"):
        complain(f"showctl: there is no subcommand '{given[0]}' and no such show; `showctl --help` lists what there is")
        return UNREADABLE
    if given and _is_for_the_console(given[0]):
        given.insert(0, "open")
    if not given and subcommand.opens_a_window():
        given = ["welcome"]
    options = parser().parse_args(given)
    try:
        code = _guarded(options.run, options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # who read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    return code


def _guarded(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    from showctl.link.meeting import Taken
    from showctl.link.place import UnsafeFolder
    from showctl.session.show_lock import Held
    from showctl.showfile.report import Refused, Unreadable
    from showctl.showfile.save import NotSaved

    try:
        if isinstance(getattr(options, "show", None), Path):
            from showctl.session.unpacked import from_bundle

            options.asked, options.show = options.show, from_bundle(options.show)
        return run(options)
    except Refused as refused:
        complain(str(refused))
        return REFUSED
    except Unreadable as unreadable:
        complain(str(unreadable))
        return UNREADABLE
    except (Taken, UnsafeFolder, Held, NotSaved) as reason:
        complain(f"showctl: {reason}")
        return REFUSED


def _misspelt(word: str) -> str:
    """The subcommand that is meant by a word that is neither one nor a show; empty for anything else."""
    if not _is_no_show(word):
        return ""
    return _ELSEWHERE.get(word.casefold(), "") or next(iter(difflib.get_close_matches(word, LISTED, 1)), "")


def _is_no_show(word: str) -> bool:
    """Whether a word is neither a subcommand nor an option, and can be no show."""
    given = Path(word)
    known = word in SUBCOMMANDS or word.startswith("-") or bool(given.suffix) or given.name != word
    return not known and not show_file(word).exists()


def _is_for_the_console(word: str) -> bool:
    """Whether a command line that begins so is one of the console's, which may leave its subcommand out."""
    option = word.partition("=")[0]
    return word not in SUBCOMMANDS if not word.startswith("-") else option in CONSOLE_OPTIONS

"""The command line: `showctl SHOW` and its subcommands."""

import argparse
import difflib
import io
import os
import sys
from collections.abc import Callable, Sequence

from showctl.cli.parser import SUBCOMMANDS, parser
from showctl.cli.subcommand import GOOD, INTERRUPTED, REFUSED, UNREADABLE, complain, open_console

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never a traceback for what the user typed or wrote."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] not in (*SUBCOMMANDS, "-h", "--help", "--version"):
        given.insert(0, "open")
    for stream in (sys.stdout, sys.stderr):  # a file name, or a terminal, that knows no Unicode stops nothing
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
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
    from showctl.showfile.report import Refused, Unreadable

    try:
        return run(options)
    except Refused as refused:
        complain(str(refused))
        return REFUSED
    except Unreadable as unreadable:
        complain(f"{unreadable}{_meant_a_subcommand(options)}")
        return UNREADABLE
    except (Taken, UnsafeFolder) as reason:
        complain(f"showctl: {reason}")
        return REFUSED


def _meant_a_subcommand(options: argparse.Namespace) -> str:
    if options.run is not open_console:
        return ""
    close = difflib.get_close_matches(str(options.show), SUBCOMMANDS, 1)
    return f" (did you mean `showctl {close[0]}`?)" if close else ""

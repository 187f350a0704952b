"""What is particular where git calls `showctl merge`: whose version is wrong, and what becomes of the file then."""

import subprocess
from dataclasses import replace
from pathlib import Path

from showctl.cli.subcommand import GOOD, REFUSED, complain
from showctl.showfile.report import Refused

_PATIENCE = 60.0
"""Seconds that git may take for one file."""


def named(refused: Refused, show: Path, which: str) -> Refused:
    """The same, said of a version of the show: git's own name for the file is gone when somebody reads it."""
    file = f"{show} ({which})"
    return Refused([replace(problem, file=file) for problem in refused.problems], refused.rest)


def line_by_line(three: tuple[Path, Path, Path], show: Path) -> int:
    """Merge as git does any file, into mine: left as mine without a mark, theirs would be lost with the next commit."""
    base, mine, theirs = map(str, three)
    labels = [word for name in ("mine", "base", "theirs") for word in ("-L", f"{show} ({name})")]
    try:
        done = subprocess.run(
            ["git", "merge-file", *labels, mine, base, theirs], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        complain(f"showctl: {show} is as mine, theirs is not in it: {error}")
        return REFUSED
    if done.returncode != 0:
        complain(f"{show}: merged line by line; where that does not go together it is marked with <<<<<<< and >>>>>>>")
        return REFUSED
    complain(f"{show}: merged line by line, without a conflict; mend what is wrong, and look at it with showctl check")
    return GOOD

"""Open a show: read the file, check it, and compile it with the libraries that come with showctl."""

import os
from dataclasses import dataclass

from showctl.fixtures.library import Library
from showctl.model.problem import Path, Problem, Problems
from showctl.model.show import Show
from showctl.program.compile import compile_show
from showctl.program.program import Program
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles
from showctl.showfile.load import Loaded, load
from showctl.showfile.report import Refused
from showctl.showfile.source import Source


@dataclass(frozen=True, slots=True)
class Opened:
    """A show as written, as the engine plays it, and where its parts stand in the file."""

    show: Show
    program: Program
    source: Source


def open_show(path: str | os.PathLike[str]) -> Opened:
    """Load and compile. Raises Unreadable if the file cannot be read, Refused with all problems if it is wrong."""
    return compiled(load(path))


def compiled(loaded: Loaded) -> Opened:
    """Compile what was loaded. Raises Refused with all problems."""
    try:
        program = compile_show(loaded.show, _fixtures(), _devices(), loaded.digest)
    except Problems as wrong:
        located = [loaded.source.located(_in_file(p, loaded.source)) for p in wrong.problems]
        raise Refused(located) from None
    return Opened(loaded.show, program, loaded.source)


def _fixtures() -> Library:
    return Library(shipped("fixtures_library"))


def _devices() -> Profiles:
    return Profiles(shipped("resources") / "profiles")


def _in_file(problem: Problem, source: Source) -> Problem:
    """A problem whose path leads from the top of the file."""
    path: Path = problem.path
    if path[:1] == ("@cue",):
        path = (*source.cue_path(str(path[1])), *path[2:])
    return Problem(path, problem.what, problem.remedy)

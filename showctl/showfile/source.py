"""Where in the file the parts of a show stand, for problems that are found after loading."""

from functools import cached_property

from showctl.model.cue import CueId
from showctl.model.problem import Path, Problem
from showctl.showfile.item import cue_paths
from showctl.showfile.report import LocatedProblem, Report
from showctl.showfile.tree import Mapping, mark_at


class Source:
    """The file of a show, with the place of everything in it."""

    def __init__(self, file: str, root: Mapping) -> None:
        self.file = file
        self.root = root

    def locate(self, path: Path) -> tuple[str, int, int]:
        """File, line and column of a path, or of the deepest part of it that is written in the file."""
        return (self.file, *mark_at(self.root, path))

    def located(self, problem: Problem) -> LocatedProblem:
        """A problem with its place."""
        return Report(self.file, self.root).located(problem)

    def cue_path(self, cue: CueId) -> Path:
        """The path of a cue. Raises KeyError for a cue that is not in the file."""
        return self._cue_paths[cue]

    @cached_property
    def _cue_paths(self) -> dict[CueId, Path]:
        return cue_paths(self.root)

"""Problems with their place in the file, and the two ways in which a file is turned down."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from showctl.model.cue import CueId
from showctl.model.problem import Path, Problem, Question
from showctl.showfile.suggest import suggestion
from showctl.showfile.tree import Mark, mark_at, where

MOST = 1000
"""Problems that are collected of one file; who has more mends these first."""
_COMPARISONS = 200_000
"""Words compared for all `did you mean` of one file, about a second; then the remedies get plainer."""
_SUSPECTS = 20
"""Quotations that may have swallowed keys; more of them are no accident."""
_LONGEST = 240
"""Characters of one part of a problem; more is text of the file that nobody reads."""


@dataclass(frozen=True, slots=True)
class LocatedProblem:
    """One thing that is wrong: where, what, and what to write instead. Line and column are counted from 1."""

    file: str
    line: int
    column: int
    path: Path
    where: str
    what: str
    remedy: str = ""
    cue: CueId | None = None
    """The cue that cannot play for this, where all the others can, or empty for those that name what is wrong; None:
    nothing can."""
    question: bool = False
    """Nothing is wrong: `check` asks whether it is meant."""

    @property
    def words(self) -> str:
        """Without the place."""
        return f"{self.what}; {self.remedy}" if self.remedy else self.what

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " + (f"{self.where}: " if self.where else "")
        place += "question: " if self.question else ""
        return f"{place}{self.words}"

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": list(self.path),
            "where": self.where,
            "what": self.what,
            "remedy": self.remedy,
            "question": self.question,
        }


class Refused(Exception):
    """The file was read and is wrong. Has every problem, in the order of the file.

    `rest`: the show without its wrong parts (a Loaded), where there is enough of it to look for further problems.
    """

    def __init__(self, problems: list[LocatedProblem], rest: Any = None) -> None:
        self.rest = rest
        self.problems = sorted(problems, key=lambda p: (p.file, p.line, p.column))
        super().__init__("\n".join(map(str, self.problems)))


class Unreadable(Exception):
    """The file could not be read at all: `file: what; what to do`."""


class Report:
    """Collects what is wrong with one file. Each problem is kept once. Raises Refused when there are too many, save of
    those for which single cues cannot play: of these the first are kept.
    """

    def __init__(self, file: str, root: Any = None) -> None:
        self.file = file
        self.root = root
        self._problems: dict[tuple[int, int, str], LocatedProblem] = {}
        self._suspected: list[tuple[Mark, Problem]] = []
        self._compared = 0
        self._more: LocatedProblem | None = None

    @property
    def problems(self) -> list[LocatedProblem]:
        suspected = self._suspected[:_SUSPECTS] if self._problems else []
        more = [self._more] if self._more is not None else []
        return list(dict.fromkeys([*self._problems.values(), *(self._at(*each) for each in suspected), *more]))

    @property
    def count(self) -> int:
        """How many problems there are so far."""
        return len(self._problems)

    def at(self, mark: Mark, text: str, path: Path = ()) -> None:
        """A problem at a place in the file. `text` is `what; remedy`."""
        self._keep(mark, Problem.of(path, text))

    def add(self, path: Path, text: str, key: bool = False, cue: CueId | None = None) -> None:
        """A problem with what stands at a path, or (`key`) with its key. `text` is `what; remedy`.

        `cue`: the one that cannot play for it, where all the others can.
        """
        self._keep(mark_at(self.root, path, key), Problem.of(path, text), cue)

    def suspect(self, mark: Mark, text: str) -> None:
        """What is a problem only if there are others: it may be their cause."""
        self._suspected.append((mark, Problem.of((), text)))

    def located(self, problem: Problem) -> LocatedProblem:
        """A problem with its place."""
        return self._at(mark_at(self.root, problem.path), problem)

    def suggestion(self, word: str, choices: Collection[str], otherwise: str, more: Collection[str] = ()) -> str:
        """A remedy for a name that does not exist, as `suggest.suggestion` of the choices and `more` of them."""
        self._compared += len(choices) + len(more)
        return suggestion(word, (*choices, *more) if self._compared <= _COMPARISONS else (), otherwise)

    def refuse(self) -> None:
        """Raise Refused if there is any problem."""
        if self.problems:
            raise Refused(self.problems)

    def _keep(self, mark: Mark, problem: Problem, cue: CueId | None = None) -> None:
        if self._more is not None and cue is not None:
            return
        found = replace(self._at(mark, problem), cue=cue)
        self._problems.setdefault((found.line, found.column, found.what), found)
        if len(self._problems) >= MOST:
            what = f"there are {MOST} problems, perhaps more"
            self._more = replace(found, where="", what=what, remedy="mend these first")
            if cue is None:
                raise Refused(self.problems)

    def _at(self, mark: Mark, problem: Problem) -> LocatedProblem:
        place = where(self.root, problem.path)
        words = plain(place), plain(problem.what), plain(problem.remedy)
        return LocatedProblem(self.file, *mark, problem.path, *words, question=isinstance(problem, Question))


def plain(text: str) -> str:
    """One line of printable text of bearable length, whatever the file holds: it may be printed to a terminal."""
    text = re.sub(r"\s+", " ", text)
    if len(text) > _LONGEST:
        start, end = text[: _LONGEST // 2], text[-_LONGEST // 2 :]
        # Items of a list are left out whole, else words, save where there is no end to a word.
        between = ", " if ", " in start and ", " in end else " "
        start, end = start.rpartition(between)[0] or start, end.partition(between)[2] or end
        text = f"{start}{between.rstrip()} … {end}"
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)

"""What is wrong with a show, said so that a person can mend it."""

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where in the document: keys and list indices from the top, as written in the file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where in the document, what, and what to write instead."""

    path: Path
    what: str
    remedy: str = ""

    @classmethod
    def of(cls, path: Path, text: str) -> "Problem":
        """From `what; remedy`, the form of every ValueError that our parsers raise."""
        what, _, remedy = text.rpartition("; ") if "; " in text else (text, "", "")
        return cls(path, what, remedy)


@dataclass(frozen=True, slots=True)
class Question(Problem):
    """What may be meant as it stands, but is unlikely: `check` asks, and everything loads and plays all the same.

    Whoever compiles appends it to the `questions` of `compile_show`, with the path that a problem would have.
    """


class Problems(Exception):
    """Everything that is wrong with a show, at once."""

    def __init__(self, problems: "list[Problem]") -> None:
        super().__init__("; ".join(p.what for p in problems))
        self.problems = problems

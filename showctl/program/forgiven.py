"""What does not stand in the way of playing the rest: single cues that cannot play, fixtures and devices left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from showctl.model.cue import CueId
from showctl.model.problem import Problem
from showctl.showfile.report import plain


@dataclass(slots=True)
class Forgiven:
    """Collects it while a show is compiled that is to be played all the same."""

    cues: dict[CueId, list[Problem]] = field(default_factory=dict)
    """By cue: why it is broken, whatever was found first in front."""
    partly: dict[CueId, list[Problem]] = field(default_factory=dict)
    """By cue: what it leaves out of its looks. It plays the rest."""
    rest: list[Problem] = field(default_factory=list)
    """Lines of the patch that are left out, devices without their profile, segments that no cue starts, and what the
    panic look and masters cannot do."""

    def of_rig(self, problems: Iterable[Problem]) -> list[Problem]:
        """Take what is wrong with single fixtures and devices; give back what is wrong with the show."""
        left = []
        for problem in problems:
            match problem.path:
                case ("patch", int(), "fixture" | "mode") | ("devices", str(), "profile"):
                    self.rest.append(problem)
                case _:
                    left.append(problem)
        return left

    def break_cue(self, cue: CueId, problems: Iterable[Problem]) -> None:
        """Take what is wrong with one cue."""
        self.cues.setdefault(cue, []).extend(problems)

    def leave_out(self, cue: CueId, problems: Iterable[Problem]) -> None:
        """Take what is wrong with parts of a cue that plays the rest."""
        if found := list(problems):
            self.partly.setdefault(cue, []).extend(found)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Everything that plays not, or not all of it, while no cue is broken for it: `what; remedy` each."""
        cues = (_partly(cue, problems) for cue, problems in self.partly.items())
        return (*(words(problem) for problem in self.rest), *cues)

    @property
    def of_cues(self) -> Iterator[Problem]:
        """What is wrong with any cue, or with parts of it."""
        for problems in (*self.cues.values(), *self.partly.values()):
            yield from problems

    def why(self, cue: CueId) -> str:
        """Why a cue is broken, `what; remedy` in plain text; empty if it is not."""
        problems = self.cues.get(cue, [])
        return words(problems[0]) if problems else ""


def words(problem: Problem) -> str:
    """`what; remedy`, in plain text of bearable length."""
    return "; ".join(plain(part) for part in (problem.what, problem.remedy) if part)


def _partly(cue: CueId, problems: list[Problem]) -> str:
    first, more = problems[0], len(problems) - 1
    also = f" (and {more} more)" if more else ""
    return words(Problem((), f"cue {cue} plays the rest: {first.what}{also}", first.remedy))

"""States of an open show, and the steps between them."""

from collections import Counter
from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from showctl.model.cue import CueId
from showctl.session.change import Changing, EditRefused, said
from showctl.showfile.load import Loaded, Refused, load, of_root
from showctl.showfile.report import LocatedProblem
from showctl.showfile.splice import Unwritable
from showctl.showfile.tree import Mapping

_MOST_SAID = 3


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """One state of a show. Single cues may be broken: `problems` says how; nothing else is wrong with it."""

    loaded: Loaded
    refused: Refused | None = None

    @classmethod
    def of(cls, state: Loaded | Refused) -> "State":
        """Raises Refused for a show in which not only single cues are broken."""
        if isinstance(state, Loaded):
            return cls(state)
        if not isinstance(state.rest, Loaded) or any(problem.cue is None for problem in state.problems):
            raise state
        return cls(state.rest, state)

    @property
    def problems(self) -> tuple[LocatedProblem, ...]:
        return tuple(self.refused.problems) if self.refused is not None else ()

    def after(self, root: Mapping, *, forgiving: bool = False) -> "State":
        """The state of another tree. Raises EditRefused for problems that were not there before; `forgiving`: single
        cues may be broken anew."""
        try:
            return State(of_root(root, self.loaded))
        except Unwritable:
            what = "the show cannot be written so that it reads the same after this edit"
            raise EditRefused(f'{what}; write "" if an empty text is meant, and no key twice') from None
        except Refused as refused:
            problems = tuple(refused.problems)
            known = tuple(p for p in problems if p.cue is not None) if forgiving else self.problems
            fresh = new_problems(problems, known)
            if fresh or not isinstance(refused.rest, Loaded):
                raise EditRefused(said(fresh or problems), fresh) from None
            return State(refused.rest, refused)


class Step(NamedTuple):
    """One entry of the history: an edit, and what it made of the show."""

    name: str
    before: State
    after: State
    renamed: Map[CueId, CueId]
    """Cues whose ids are others now, before → after."""
    edit: Changing
    """What it was asked for as."""
    broken: tuple[LocatedProblem, ...] = ()
    """Why cues cannot play after it that could before."""
    note: str = ""
    """What else is to be said of it; empty where nothing is."""

    @property
    def warning(self) -> str:
        """Both in one line for people; empty where all is well."""
        said = [f"{p.where.partition(' > ')[0]} cannot play as written: {p.words}" for p in self.broken[:_MOST_SAID]]
        more = len(self.broken) - _MOST_SAID
        broken = " / ".join(said) + (f" (and {more} more)" if more > 0 else "")
        return " / ".join(filter(None, (broken, self.note)))


def new_problems(
    problems: tuple[LocatedProblem, ...], before: tuple[LocatedProblem, ...]
) -> tuple[LocatedProblem, ...]:
    """Those that were not there before, by what they say: places change with every edit."""
    known = Counter(problem.what for problem in before)
    fresh = []
    for problem in problems:
        if known[problem.what]:
            known[problem.what] -= 1
        else:
            fresh.append(problem)
    return tuple(fresh)


def loaded_or_refused(path: Path) -> Loaded | Refused:
    """As `load` returns or raises it. Raises Unreadable."""
    try:
        return load(path)
    except Refused as refused:
        return refused

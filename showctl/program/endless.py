"""Cues that would start one another for ever at one instant."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from showctl.model.cue import Continue, CueId
from showctl.model.effect import Ask
from showctl.model.problem import Problem
from showctl.program.program import CompiledCue

_MOST_NAMED = 8
"""Cues of a circle that are named; longer ones are cut in the middle."""


def endless(cues: Mapping[CueId, CompiledCue], lists: Iterable[Iterable[CueId]]) -> list[Problem]:
    """Every circle of starts in which no time passes, once, at a cue that starts another. `lists`: ids in order."""
    following: dict[CueId, CueId] = {}
    for ids in lists:
        following.update(pairwise(ids))
    return [_problem(circle, cues) for circle in _circles({i: _at_once(cue, following) for i, cue in cues.items()})]


def _at_once(cue: CompiledCue, following: Mapping[CueId, CueId]) -> tuple[CueId, ...]:
    """The cues that start at the very instant at which this one starts, because of it."""
    if cue.pre_wait:
        return ()
    found: list[CueId] = []
    if cue.armed:
        found += _asked(cue)
        found += [child.cue for child in cue.children if not child.at]
    after = following.get(cue.id)
    wait = {Continue.AUTO_CONTINUE: cue.post_wait, Continue.AUTO_FOLLOW: cue.duration}.get(cue.continue_)
    if after is not None and wait == 0:
        found.append(after)
    return tuple(found)


def _asked(cue: CompiledCue) -> list[CueId]:
    asks = [e for e in cue.effects if isinstance(e, Ask) and e.act == "start" and not e.at]
    return [target for ask in asks for target in ask.cues]


def _circles(edges: Mapping[CueId, tuple[CueId, ...]]) -> Iterator[list[CueId]]:
    """A circle for every edge that closes one, depth first; each cue is gone through once."""
    done: set[CueId] = set()
    for first in edges:
        way: dict[CueId, Iterator[CueId]] = {}
        cue: CueId | None = None if first in done else first
        while cue is not None:
            onward = way.setdefault(cue, iter(edges[cue]))
            after = next(onward, None)
            if after is None:
                done.add(cue)
                del way[cue]
                cue = next(reversed(way), None)
            elif after in way:
                names = list(way)
                yield names[names.index(after) :]
            elif after not in done:
                cue = after


def _problem(circle: list[CueId], cues: Mapping[CueId, CompiledCue]) -> Problem:
    starts = (i for i, cue in enumerate(circle) if circle[(i + 1) % len(circle)] in _asked(cues[cue]))
    first = next(starts, 0)
    names = [*circle[first:], *circle[: first + 1]]
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED // 2 : -_MOST_NAMED // 2] = ["…"]
    what = f"{' → '.join(names)}: these cues start one another for ever, at one instant"
    return Problem(("@cue", circle[first], "start"), what, "write a pre-wait at one of them")

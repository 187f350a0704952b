"""Cues that would start one another for ever at one instant."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from showctl.model.cue import Continue, CueId
from showctl.model.effect import Ask
from showctl.model.problem import Problem
from showctl.program.program import CompiledCue
from showctl.timing.cue_times import NO_TIME

_MOST_NAMED = 8
"""Cues of a circle that are named; longer ones are cut in the middle."""
_CONTINUES_INSIDE = {"sequence", "first then next"}
"""The modes of group in which a cue's continue starts the next one inside."""


def leads(cue: CompiledCue) -> bool:
    """Whether a cue may start another: shows in which none does have nothing to look for."""
    return cue.continue_ is not Continue.NONE or bool(cue.children) or bool(_asked(cue))


def endless(cues: Mapping[CueId, CompiledCue], lists: Iterable[Iterable[CueId]]) -> list[Problem]:
    """Every circle of starts in which no time passes, once, at a cue that starts another. `lists`: ids in order."""
    leading = {i: cue for i, cue in cues.items() if leads(cue)}
    inside_of_playlists = [group for group in leading.values() if group.mode == "playlist" and group.children]
    following = {cue: after for ids in lists for cue, after in pairwise(ids)}
    played_next: dict[CueId, CueId] = {}
    for group in leading.values():
        inside = [child.cue for child in group.children]
        if group.mode in _CONTINUES_INSIDE:
            following.update(pairwise(inside))
            if group.mode == "sequence" and group.id in following:
                following[inside[-1]] = following[group.id]
        elif group.mode == "playlist":
            played_next.update(pairwise(inside))
    leading |= {child.cue: cues[child.cue] for group in inside_of_playlists for child in group.children}
    edges = {i: _at_once(cue, following.get(i), played_next.get(i), cues) for i, cue in leading.items()}
    return [_problem(circle, cues) for circle in _circles(edges)]


def _at_once(
    cue: CompiledCue, following: CueId | None, played_next: CueId | None, cues: Mapping[CueId, CompiledCue]
) -> tuple[CueId, ...]:
    """The cues that start at the very instant at which this one starts, because of it."""
    if cue.pre_wait >= NO_TIME:
        return ()
    found = []
    # What is broken may take time when it is mended.
    length = cue.duration or float(bool(cue.broken))
    wait = {Continue.AUTO_CONTINUE: cue.post_wait, Continue.AUTO_FOLLOW: length}.get(cue.continue_)
    if following is not None and wait is not None and wait < NO_TIME:
        found.append(following)
    crossfade = cues[cue.parent].crossfade if cue.parent is not None else 0.0
    if played_next is not None and ((wait is not None and wait < NO_TIME) or length - crossfade < NO_TIME):
        found.append(played_next)
    if cue.armed:
        found += _inside(cue)
        # A cue that is active still, and does not begin anew, ends the circle.
        found += [target for target in _asked(cue) if cues[target].if_running == "restart" or not cues[target].duration]
    return tuple(found)


def _inside(group: CompiledCue) -> list[CueId]:
    """The cues inside that may start with the group."""
    if group.mode == "timeline":
        return [child.cue for child in group.children if child.at < NO_TIME]
    any_of_them = group.mode == "random" or group.shuffle
    return [child.cue for child in (group.children if any_of_them else group.children[:1])]


def _asked(cue: CompiledCue) -> list[CueId]:
    asks = [e for e in cue.effects if isinstance(e, Ask) and e.act == "start" and e.at < NO_TIME]
    return [target for ask in asks for target in ask.cues]


def _circles(edges: Mapping[CueId, tuple[CueId, ...]]) -> Iterator[list[CueId]]:
    """A circle for every edge that closes one, depth first; each cue is gone through once. Most have no edges."""
    done: set[CueId] = set()
    for first in edges:
        way: dict[CueId, Iterator[CueId]] = {}
        cue: CueId | None = None if first in done else first
        while cue is not None:
            onward = way.setdefault(cue, iter(edges.get(cue, ())))
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

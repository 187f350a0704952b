"""What a cue does with all inside it, in the order in which it happens when nobody interferes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from showctl.model.cue import Continue, CueId
from showctl.model.effect import Effect, Fade, MasterFade, Ramp
from showctl.program.program import CompiledCue
from showctl.timing.group_time import hand_over_at

_SAME = 6
"""Instants that are equal to so many decimals of a second are one. Sums of the same times in another order differ by
less; no cue is written more finely."""

Played = tuple[float, CueId, Effect]
"""When (seconds from the cue's GO), which cue, and what. Ramps and fades of masters count when they
arrive, all else when it begins."""


def as_written(cue: CompiledCue) -> bool:
    """Whether the file says that a cue is armed."""
    return cue.armed


class Acting(NamedTuple):
    """A cue that acts: when, in seconds from the GO of the cue that it is or is inside, and after how many more GOs."""

    at: float
    gos: int
    cue: CompiledCue
    start: float
    """When it starts. Of cues that act at one instant the one that started first is the first."""


def acting(
    cues: Mapping[CueId, CompiledCue], cue: CompiledCue, armed: Callable[[CompiledCue], bool] = as_written
) -> list[Acting]:
    """A cue and all inside it, one time round, in the order in which they act.

    What is not `armed` does not act, nor does what is inside it. What waits for a GO gets it when all before it in its
    group is done. Cues of random and shuffled groups come one after another as they are written.
    """
    found: list[Acting] = []
    _play(cues, cue, 0.0, 0, armed, armed(cue), found)
    return sorted(found, key=lambda one: (round(one.at, _SAME), one.start))


def played(
    cues: Mapping[CueId, CompiledCue], cue: CompiledCue, armed: Callable[[CompiledCue], bool] = as_written
) -> list[Played]:
    """All effects of a cue and of all inside it, in order; what acts, and when, is as `acting` says.

    Fades are in the order in which their cues act: one that waits takes nothing from cues that have acted meanwhile.
    """
    found: list[Acting] = []
    _play(cues, cue, 0.0, 0, armed, armed(cue), found)
    every = [
        ((round(_in_order_at(at, effect), _SAME), start), (at + _counts_at(effect), one.id, effect))
        for at, _, one, start in found
        for effect in one.effects
    ]
    return [one for _, one in sorted(every, key=lambda each: each[0])]


def effects_in(cues: Mapping[CueId, CompiledCue], some: Iterable[CueId]) -> Iterator[Effect]:
    """All effects of some cues and of all inside them, armed or not, in the order in which they are written."""
    for cue in map(cues.__getitem__, some):
        yield from cue.effects
        yield from effects_in(cues, (child.cue for child in cue.children))


def _play(
    cues: Mapping[CueId, CompiledCue],
    cue: CompiledCue,
    start: float,
    gos: int,
    armed: Callable[[CompiledCue], bool],
    acts: bool,
    found: list[Acting],
) -> tuple[float, int]:
    """Add to `found` what acts of a cue that starts at an instant, so many GOs after the first. When it is done, with
    all inside it, GOs included, and how many these were.
    """
    action = start + cue.pre_wait
    if acts:
        found.append(Acting(action, gos, cue, start))
    done = action + cue.duration
    begin: float | None = action
    child_gos = gos
    for place in cue.children:
        child = cues[place.cue]
        if cue.mode == "timeline":
            begin, child_gos = action + place.at, gos
        elif begin is None:  # nothing leads on to it
            break
        child_done, child_gos = _play(cues, child, begin, child_gos, armed, acts and armed(child), found)
        done = max(done, child_done)
        begin, waits = _next(cue, child, begin, child_done, done)
        child_gos += waits
    return action + (done - action) * max(cue.repeat, 1), child_gos


def _next(
    group: CompiledCue, child: CompiledCue, start: float, child_done: float, all_done: float
) -> tuple[float | None, bool]:
    """When the cue after one inside a group starts, and whether it waits for a GO; None if it does not by itself, nor
    on GO.
    """
    if group.mode == "random":
        return all_done, True
    if group.mode == "playlist":
        return hand_over_at(child, start, group.crossfade), False
    match child.continue_:
        case Continue.AUTO_CONTINUE:
            return start + child.pre_wait + child.post_wait, False
        case Continue.AUTO_FOLLOW:
            return child_done, False
        case _:
            return (all_done, True) if group.mode == "sequence" else (None, False)


def _in_order_at(action: float, effect: Effect) -> float:
    return action if isinstance(effect, Fade) else action + _counts_at(effect)


def _counts_at(effect: Effect) -> float:
    return effect.at + effect.time if isinstance(effect, Ramp | MasterFade) else effect.at

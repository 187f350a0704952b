"""What a cue does with all inside it, in the order in which it happens when nobody interferes."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from showctl.model.cue import Continue, CueId
from showctl.model.effect import Effect, MasterFade, Ramp
from showctl.program.program import CompiledCue
from showctl.timing.group_time import hand_over_at

Played = tuple[float, CueId, Effect]
"""When (seconds from the cue's GO), which cue, and what. Ramps and fades of masters count when they
arrive, all else when it begins."""


def as_written(cue: CompiledCue) -> bool:
    """Whether the file says that a cue is armed."""
    return cue.armed


def played(
    cues: Mapping[CueId, CompiledCue], cue: CompiledCue, armed: Callable[[CompiledCue], bool] = as_written
) -> list[Played]:
    """All effects of a cue and of all inside it, one time round, in order.

    What is not `armed` does nothing, nor does what is inside it. What waits for a GO gets it when all before it in its
    group is done. Cues of random and shuffled groups come one after another as they are written.
    """
    found: list[Played] = []
    _play(cues, cue, 0.0, armed, armed(cue), found)
    return sorted(found, key=lambda one: one[0])


def effects_in(cues: Mapping[CueId, CompiledCue], some: Iterable[CueId]) -> Iterator[Effect]:
    """All effects of some cues and of all inside them, armed or not, in the order in which they are written."""
    for cue in map(cues.__getitem__, some):
        yield from cue.effects
        yield from effects_in(cues, (child.cue for child in cue.children))


def _play(
    cues: Mapping[CueId, CompiledCue],
    cue: CompiledCue,
    start: float,
    armed: Callable[[CompiledCue], bool],
    acts: bool,
    found: list[Played],
) -> float:
    """Add to `found` what a cue does that starts at an instant. When it is done, with all inside it, GOs included."""
    action = start + cue.pre_wait
    if acts:
        found += [(action + _counts_at(effect), cue.id, effect) for effect in cue.effects]
    done = action + cue.duration
    begin: float | None = action
    for place in cue.children:
        child = cues[place.cue]
        if cue.mode == "timeline":
            begin = action + place.at
        elif begin is None:  # nothing leads on to it
            break
        child_done = _play(cues, child, begin, armed, acts and armed(child), found)
        done = max(done, child_done)
        begin = _next(cue, child, begin, child_done, done)
    return action + (done - action) * max(cue.repeat, 1)


def _next(group: CompiledCue, child: CompiledCue, start: float, child_done: float, all_done: float) -> float | None:
    """When the cue after one inside a group starts; None if it does not by itself, nor on GO."""
    if group.mode == "random":
        return all_done
    if group.mode == "playlist":
        return hand_over_at(child, start, group.crossfade)
    match child.continue_:
        case Continue.AUTO_CONTINUE:
            return start + child.pre_wait + child.post_wait
        case Continue.AUTO_FOLLOW:
            return child_done
        case _:
            return all_done if group.mode == "sequence" else None


def _counts_at(effect: Effect) -> float:
    return effect.at + effect.time if isinstance(effect, Ramp | MasterFade) else effect.at

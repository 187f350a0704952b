"""What a cue does with all inside it, in the order in which it happens when nobody interferes."""

from collections.abc import Iterator, Mapping

from showctl.model.cue import CueId
from showctl.model.effect import Effect, Ramp
from showctl.program.program import CompiledCue
from showctl.timing.cue_times import cue_times
from showctl.timing.group_time import hand_over_at

Played = tuple[float, CueId, Effect]
"""When (seconds from the cue's GO), which cue, and what. A ramp counts when it arrives, all else when it begins."""


def played(cues: Mapping[CueId, CompiledCue], cue: CompiledCue) -> list[Played]:
    """All effects of a cue and of all inside it, one time round, in order.

    What is not armed does nothing, nor does what is inside it. What waits for a GO gets it when the cue before is done.
    Cues of random and shuffled groups come one after another as they are written.
    """
    if not cue.armed:
        return []
    found = [(cue.pre_wait + _counts_at(effect), cue.id, effect) for effect in cue.effects]
    for start, child in _starts(cues, cue):
        found += [(cue.pre_wait + start + at, by, effect) for at, by, effect in played(cues, child)]
    return sorted(found, key=lambda one: one[0])


def _counts_at(effect: Effect) -> float:
    return effect.at + effect.time if isinstance(effect, Ramp) else effect.at


def _starts(cues: Mapping[CueId, CompiledCue], group: CompiledCue) -> Iterator[tuple[float, CompiledCue]]:
    """The cues inside a group with their starts, in seconds from its action."""
    start = 0.0
    for place in group.children:
        child = cues[place.cue]
        if group.mode == "timeline":
            yield place.at, child
            continue
        yield start, child
        times = cue_times(child, start)
        if group.mode == "playlist":
            start = hand_over_at(child, start, group.crossfade)
        elif times.next_at is not None and group.mode != "random":
            start = times.next_at
        elif group.mode == "first then next":
            return
        else:
            start = times.done_at

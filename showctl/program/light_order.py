"""The light cues of a list in the order in which they act when it is played from the top."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from showctl.model.cue import CueId
from showctl.model.light import LightAction
from showctl.program.played import acting
from showctl.program.program import CompiledCue
from showctl.program.tracked import releases
from showctl.timing.cue_times import cue_times


class Step(NamedTuple):
    """One of them. Between steps with the same number of GOs before them pass as many seconds as their instants are
    apart; else nobody knows how many.
    """

    cue: CueId
    action: LightAction
    at: float
    gos: int
    released: bool = False
    """Whether a cue between it and the step before gives back all light of the list."""


def light_order(
    cues: Mapping[CueId, CompiledCue], cue_list: str, top: Iterable[CueId], actions: Mapping[CueId, LightAction]
) -> list[Step]:
    """Those that are armed as written. `top`: the cues at the top of the list; `actions`: what each light cue says."""
    steps: list[Step] = []
    released = False
    start, gos = 0.0, 0
    for each in top:
        last = gos
        for one in acting(cues, cues[each]):
            last = max(last, gos + one.gos)
            released |= any(releases(effect, cue_list) for effect in one.cue.effects)
            if one.cue.id in actions and not one.cue.broken:
                steps.append(Step(one.cue.id, actions[one.cue.id], start + one.at, gos + one.gos, released))
                released = False
        times = cue_times(cues[each], start)
        if times.next_at is None:
            start, gos = 0.0, last + 1
        else:
            start, gos = times.next_at, gos if times.next_at < times.done_at else last
    return steps

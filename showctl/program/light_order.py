"""The light cues of a list in the order in which they act when it is played from the top."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from showctl.model.cue import CueId
from showctl.model.light import LightAction
from showctl.program.played import acting
from showctl.program.program import CompiledCue
from showctl.timing.cue_times import cue_times


class Step(NamedTuple):
    """One of them. Between steps with the same number of GOs before them pass as many seconds as their instants are
    apart; else nobody knows how many.
    """

    cue: CueId
    action: LightAction
    at: float
    gos: int


def light_order(
    cues: Mapping[CueId, CompiledCue], top: Iterable[CueId], actions: Mapping[CueId, LightAction]
) -> list[Step]:
    """Those that are armed as written. `top`: the cues at the top of the list; `actions`: what each light cue says."""
    steps: list[Step] = []
    start, gos = 0.0, 0
    for each in top:
        last = gos
        for one in acting(cues, cues[each]):
            last = max(last, gos + one.gos)
            if one.cue.id in actions and not one.cue.broken:
                steps.append(Step(one.cue.id, actions[one.cue.id], start + one.at, gos + one.gos))
        times = cue_times(cues[each], start)
        if times.next_at is None:
            start, gos = 0.0, last + 1
        else:
            start, gos = times.next_at, gos if times.next_at < times.done_at else last
    return steps

"""The light cues of a list in the order in which they act when it is played from the top."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from showctl.model.cue import Continue, CueId
from showctl.model.effect import Fade
from showctl.model.light import LightAction
from showctl.program.played import Acting, acting
from showctl.program.program import CompiledCue
from showctl.program.tracked import releases
from showctl.timing.cue_times import cue_times

_PLAIN = LightAction(look={}, mark=False)
"""Of cues of other types that move light."""


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
    for cue in map(cues.__getitem__, top):
        last = gos
        # What has nothing inside is most of a list, and looked at without much ado.
        acts = acting(cues, cue) if cue.children else (Acting(cue.pre_wait, 0, cue, 0.0),) if cue.armed else ()
        for at, more, one, _ in acts:
            last = max(last, gos + more)
            if one.type == "light":
                if not one.broken:
                    steps.append(Step(one.id, actions[one.id], start + at, gos + more, released))
                    released = False
            elif one.effects:
                if any(isinstance(effect, Fade) for effect in one.effects):
                    steps.append(Step(one.id, _PLAIN, start + at, gos + more, released))
                    released = False
                released = released or any(releases(effect, cue_list) for effect in one.effects)
        if cue.continue_ is Continue.NONE:
            start, gos = 0.0, last + 1
        else:
            times = cue_times(cue, start)
            assert times.next_at is not None
            start, gos = times.next_at, gos if times.next_at < times.done_at else last
    return steps

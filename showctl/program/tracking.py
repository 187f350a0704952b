"""Cue only, block and assert: what they mean becomes ordinary fades of the cues.

What a list tracks is the fold of its cues' fades, and GO in order plays a cue's fades and no others. So both agree by
construction, whatever these words add.
"""

from collections.abc import Iterable

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.model.cue import CueId
from showctl.model.effect import Effect, Fade
from showctl.model.light import LightAction
from showctl.model.problem import Question
from showctl.program.light_fade import arrival, fades, manner
from showctl.program.light_order import Step
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.program import CompiledCue

_Levels = NDArray[np.float32]
"""Of all parameters (P,); NaN: the list has no level of it."""
_Which = NDArray[np.bool_]


class _State:
    """What a list tracks, cue after cue."""

    def __init__(self, count: int) -> None:
        self.now: _Levels = np.full(count, np.nan, np.float32)
        """With what the cue before moved for itself only."""
        self.under: _Levels = np.full(count, np.nan, np.float32)
        """Without that: what comes back with the next cue."""
        self.lent: _Which | None = None
        """Which parameters that is; None: none."""
        self.waiting: list[Fade] = []
        """Fades of cues that have no more to them, not folded yet."""

    def fold(self) -> None:
        """Take in what waits, all at once: of what several move the last counts."""
        if self.waiting:
            which = np.frombuffer(b"".join([fade.parameters for fade in self.waiting]), "<i4")
            levels = np.frombuffer(b"".join([fade.targets for fade in self.waiting]), "<f4")
            self.now[which] = self.under[which] = levels
            self.waiting.clear()


def tracks_specially(action: LightAction) -> bool:
    """Whether a cue's light asks for anything of this."""
    return action.cue_only or action.assert_ or bool(action.block)


def track(
    cues: dict[CueId, CompiledCue], steps: Iterable[Step], layer: int, sorts: ParameterSorts, questions: list[Question]
) -> None:
    """Add to the light cues of a list, in order, what goes back after cue-only ones, what block takes away and what
    assert plays again. Fades that are added have the times of the cue, not of its parts.
    """
    state = _State(len(sorts.kind))
    lender: CueId | None = None
    for step in steps:
        if step.released:
            state = _State(len(sorts.kind))
        cue = cues[step.cue]
        own = [effect for effect in cue.effects if isinstance(effect, Fade)]
        if state.lent is None and not tracks_specially(step.action):
            state.waiting += own
            continue
        state.fold()
        under = state.under.copy() if step.action.cue_only else None
        which, targets, blocked = _added(step.action, own, state, sorts)
        if which.size:
            how = manner(step.action, None, layer)
            cues[cue.id] = with_fades(cue, fades(which, targets, how, sorts))
        for indices, levels in (*_moves(own), (which, targets)):
            state.now[indices] = state.under[indices] = levels
        state.lent = None
        if under is not None:
            lender, state.under, state.lent = cue.id, under, np.zeros(len(under), np.bool_)
            for indices in (*(indices for indices, _ in _moves(own)), which[blocked]):
                state.lent[indices] = True
        else:
            lender = None
    if lender is not None:
        what = "no light cue comes after it in its list, so what it moves stays"
        questions.append(Question(("@cue", lender, "light", "cue only"), what, "remove cue only, or add a cue"))


def _added(
    action: LightAction, own: Iterable[Fade], state: _State, sorts: ParameterSorts
) -> tuple[NDArray[np.int32], _Levels, _Which]:
    """What a cue moves besides what it says: parameters (n,), ascending, their targets, and which of them (n,) are
    blocked.
    """
    nothing = np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, np.bool_)
    if state.lent is None and not (action.block or action.assert_):
        return nothing
    free = np.ones(len(state.now), np.bool_)
    for indices, _ in _moves(own):
        free[indices] = False
    tracked = ~np.isnan(state.under)
    blocked = np.zeros(len(free), np.bool_)
    if action.block:
        blocked = free & (tracked | ~np.isnan(state.now))
        if action.block == "intensity":
            blocked &= sorts.intensity
    moved = blocked.copy()
    if state.lent is not None:
        moved |= free & state.lent
    if action.assert_:
        moved |= free & tracked
    which = np.flatnonzero(moved).astype(np.int32)
    is_blocked = blocked[which]
    return which, np.where(is_blocked, np.float32(np.nan), state.under[which]), is_blocked


def _moves(own: Iterable[Fade]) -> list[tuple[NDArray[np.int32], _Levels]]:
    return [(np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")) for fade in own]


def with_fades(cue: CompiledCue, added: Iterable[Fade]) -> CompiledCue:
    """A light cue that moves more: what it moves itself at an instant begins before what is added. It lasts until all
    has arrived.
    """
    effects: tuple[Effect, ...] = tuple(sorted((*cue.effects, *added), key=lambda effect: effect.at))
    lasts = max(arrival(effects) or 0.0, effects[-1].at if effects else 0.0)
    return replace(cue, effects=effects, duration=lasts)

"""Levels of all parameters and the slots of all universes, as functions of the instant.

Every parameter has exactly one owning fade, the latest (LTP), so all of them are evaluated in one pass.
"""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from showctl.engine.fade_table import RESTING, FadeTable
from showctl.engine.patch_map import PatchMap, as_run
from showctl.engine.render_plan import RenderPlan
from showctl.model.address import SLOTS
from showctl.model.effect import Fade
from showctl.program.program import Parameters

_AT_ONCE = 1e-6
"""A fade shorter than this, in seconds, is a jump: no clock could tell them apart."""
_PANIC = -2
"""The run that owns a panic's fade; no cue has it."""


class Mixer:
    """P parameters in U universes. Instants are seconds on one monotonic clock; levels 0..1.

    Only what moves is computed. Belongs to one thread.
    """

    def __init__(self, parameters: Parameters, universes: int) -> None:
        self._patch = patch = PatchMap(parameters, universes)
        self._fades = FadeTable()
        self._fade = np.full(patch.count, RESTING, np.intp)
        # level = start + change · position; at rest change is 0.
        self._start = patch.default.copy()
        self._change = np.zeros(patch.count)
        self._target = self._start.copy()
        self._level = self._start.copy()
        self._stirred = np.ones(patch.count, np.bool_)
        """At rest, but to be computed once more: jumps, frozen fades, the levels at the start."""
        self._stirring = True
        self._next_end = np.inf
        self._stale = True
        self._plan: RenderPlan
        self.moving_rows = np.zeros(universes, np.bool_)
        """Touched universes (U,) in which something faded at the last `levels`, held light aside."""
        self.slots = np.zeros((universes, SLOTS), np.uint8)
        """U × 512 at the last `levels`; the mixer's own array, do not write into it."""
        self._before = self.slots.copy()
        self._changed = np.zeros(universes, np.bool_)
        self.touched = np.zeros(universes, np.bool_)
        """Universes (U,) in which something has been moved; the others are silent (dark start)."""
        self.levels(0.0)
        self._changed[:] = False

    @property
    def values(self) -> NDArray[np.float64]:
        """Levels (P,) of all parameters at the last `levels`; the mixer's own array, do not write into it."""
        return self._level

    def fade(self, run: int, due: float, fade: Fade) -> NDArray[np.intp]:
        """Begin a fade at `due` from where its parameters are at that instant, whenever that is computed.

        Returns the universes (rows) that it touches; they are no longer silent. A time of 0 is a jump.
        """
        parameters = np.frombuffer(fade.parameters, "<i4").astype(np.intp)
        self._begin(run, due, fade.time, parameters, np.frombuffer(fade.targets, "<f4").astype(np.float64))
        rows = self._patch.rows(as_run(parameters))
        if self._patch.dimmed.size:
            mask = np.zeros(self._patch.count, np.bool_)
            mask[parameters] = True
            rows = self._patch.rows(self._patch.spread(mask))
        self._changed |= rows & ~self.touched
        self.touched |= rows
        return np.flatnonzero(rows)

    def light_out(self, due: float, time: float) -> None:
        """Fade all intensity that is not exempt from panic to 0. Silent universes stay silent."""
        parameters = np.flatnonzero(self._patch.panics)
        self._begin(_PANIC, due, time, parameters, np.zeros(parameters.size))

    def _begin(self, run: int, due: float, time: float, which: NDArray[np.intp], targets: NDArray[np.float64]) -> None:
        parameters = as_run(which)
        live = self._live(parameters, due)
        self._target[parameters] = targets
        if time < _AT_ONCE:
            self._rest(parameters, targets)
            return
        self._start[parameters] = live
        self._change[parameters] = change = targets - live
        still = change == 0
        self._fade[parameters] = np.where(still, RESTING, self._fades.add(run, due, time))
        self._stirred[parameters] |= still
        self._stale = True

    def freeze(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs stays where it is at `now`."""
        parameters = np.flatnonzero(self._fades.of(runs)[self._fade])
        self._rest(parameters, self._live(parameters, now))

    def hold(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs stands still from `now` until `release`."""
        self._fades.hold(self._fades.of(runs), now)
        self._stale = True

    def release(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs goes on from `now` as if no time had passed since `hold`."""
        self._fades.release(self._fades.of(runs), now)
        self._stale = True

    def restore(
        self, levels: NDArray[np.uint8], touched: NDArray[np.bool_], values: NDArray[np.floating] | None = None
    ) -> None:
        """Take over the slots (U × 512) of an earlier engine where `touched` (U,) says so, as if jumped there.

        `values` (P,) are the parameters' levels, if they are known to be of the same patch; else they are worked out.
        """
        if values is not None:
            self._rest(slice(None), np.clip(np.nan_to_num(values.astype(np.float64)), 0.0, 1.0))
        else:
            rows = np.append(touched, False)
            parameters = np.flatnonzero(self._patch.spread(rows[self._patch.row]) | self._dims(rows))
            self._rest(parameters, self._patch.unrender(levels)[parameters])
        self.touched |= touched
        self._changed |= touched

    def _dims(self, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Parameters that dim others which have a slot in these rows."""
        mask = np.zeros(self._patch.count, np.bool_)
        dimmed = self._patch.dimmed
        mask[self._patch.dimmer[dimmed[rows[self._patch.row[dimmed]]]]] = True
        return mask

    def _live(self, parameters: NDArray[np.intp] | slice, now: float) -> NDArray[np.float64]:
        position = self._fades.position(now)[self._fade[parameters]]
        moving = self._start[parameters] + self._change[parameters] * position
        return np.where(position >= 1.0, self._target[parameters], moving)

    def _rest(self, parameters: NDArray[np.intp] | slice, levels: NDArray[np.float64]) -> None:
        self._start[parameters] = levels
        self._target[parameters] = levels
        self._change[parameters] = 0.0
        self._fade[parameters] = RESTING
        self._stirred[parameters] = True
        self._stale = True

    def levels(self, now: float) -> NDArray[np.uint8]:
        """The slots of all universes (U × 512) at `now`. The mixer's own array: good until the next call."""
        plan = self._current_plan()
        if not plan.parameters.size:
            return self.slots
        position = self._fades.position(now)
        if now >= self._next_end:
            self._arrive(plan, position)
        plan.evaluate(position, self._level)
        plan.render(self._level, self.slots.reshape(-1))
        if self._stirring:
            self._stirred[:] = self._stirring = False
            self._stale = True
        rows = plan.rows
        new, old = self.slots.view(np.uint64), self._before.view(np.uint64)
        self._changed[rows] |= (new[rows] != old[rows]).any(axis=1)
        old[rows] = new[rows]
        return self.slots

    def _arrive(self, plan: RenderPlan, position: NDArray[np.float64]) -> None:
        """What has arrived rests at its target, exactly, whatever the arithmetic says."""
        there = np.flatnonzero(position[plan.fade] >= 1.0)
        parameters = plan.parameters[there]
        plan.start[there] = self._start[parameters] = self._target[parameters]
        plan.change[there] = self._change[parameters] = 0.0
        self._fade[parameters] = RESTING
        self._stale = True

    def _current_plan(self) -> RenderPlan:
        if self._stale:
            fading = self._fade != RESTING
            self._stirring = bool(self._stirred.any())
            self._plan = RenderPlan(self._patch, fading | self._stirred, self._fade, self._start, self._change)
            self._fades.keep(self._plan.fade)
            moving = fading & ~self._fades.held[self._fade]
            self.moving_rows = self._patch.rows(self._patch.spread(moving)) & self.touched
            self._next_end = self._fades.next_end
            self._stale = False
        return self._plan

    @property
    def stale(self) -> bool:
        """Whether something was begun, stopped or held since the last `levels`, so that a frame may be due at once."""
        return self._stale

    def moving(self, now: float) -> bool:
        """Whether anything fades at `now`, held light aside."""
        self.levels(now)
        self._current_plan()
        return bool((~self._fades.held[self._plan.fade] & (self._plan.fade != RESTING)).any())

    def take_changed(self) -> NDArray[np.bool_]:
        """Touched universes (U,) whose slots changed, or that were touched for the first time, since the last call."""
        changed = self._changed & self.touched
        self._changed[:] = False
        return changed

"""Levels of all parameters and the slots of all universes, as functions of the instant.

Every parameter has exactly one owning fade, the latest (LTP), so all of them are evaluated in one pass.
"""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from showctl.engine.fade_table import RESTING, FadeTable
from showctl.engine.patch_map import Index, PatchMap, Scope
from showctl.model.address import SLOTS
from showctl.model.effect import Fade
from showctl.program.program import Parameters

_AT_ONCE = 1e-6
"""A fade shorter than this, in seconds, is a jump: no clock could tell them apart."""
_PANIC = -2
"""The run that owns a panic's fade; no cue has it."""
_MOST_PREPARED = 2_000_000
"""Indices kept ahead, 8 bytes each; whole universes cost none."""
_ALL = slice(None)


class Mixer:
    """P parameters in U universes. Instants are seconds on one monotonic clock; levels 0..1.

    Computed is what lies between the first and the last universe in which something moves. Belongs to one thread.
    """

    def __init__(self, parameters: Parameters, universes: int) -> None:
        self._patch = patch = PatchMap(parameters, universes)
        self._scopes: dict[bytes, Scope] = {}
        self._prepared = 0
        # All arrays of parameters are in the order of the patch map.
        self._fades = FadeTable()
        self._fade = np.full(patch.count, RESTING, np.intp)
        # level = start + change · position; at rest change is 0.
        self._start = patch.default.copy()
        self._change = np.zeros(patch.count)
        self._target = self._start.copy()
        self._level = self._start.copy()
        self._scaled = np.zeros(patch.count)
        self._numbers = np.zeros(patch.count, "<i4")
        self.slots = np.zeros((universes, SLOTS), np.uint8)
        """U × 512 at the last `levels`; the mixer's own array, do not write into it."""
        self._before = self.slots.copy()
        self._changed = np.zeros(universes, np.bool_)
        self.touched = np.zeros(universes, np.bool_)
        """Universes (U,) in which something has been moved; the others are silent (dark start)."""
        # By row, one more than universes: see PatchMap.
        self._moving = np.zeros(universes + 1, np.bool_)
        self._stirred = np.append(np.ones(universes, np.bool_), False)
        """Something jumped, froze or began: to be computed once more, whether it moves or not."""
        self._recount = False
        """Whether `_moving` may say too much."""
        self._now = 0.0
        self.stale = True
        """Whether something was begun, stopped or held since the last `levels`, so that a frame may be due at once."""
        self.levels(0.0)
        self._changed[:] = False

    def prepare(self, fades: Iterable[Fade]) -> None:
        """Work out ahead what `fade` will need, off the dispatcher's path; as far as memory is worth it."""
        for fade in fades:
            if fade.parameters not in self._scopes and self._prepared < _MOST_PREPARED:
                self._scopes[fade.parameters] = scope = self._patch.scope(fade.parameters)
                self._prepared += 0 if isinstance(scope.index, slice) else scope.index.size

    def fade(self, run: int, due: float, fade: Fade) -> NDArray[np.intp]:
        """Begin a fade at `due` from where its parameters are at that instant, whenever that is computed.

        Returns the universes (rows) that it touches; they are no longer silent. A time of 0 is a jump.
        """
        scope = self._scopes.get(fade.parameters) or self._patch.scope(fade.parameters)
        self._begin(run, due, fade.time, scope, np.frombuffer(fade.targets, "<f4"))
        rows = scope.rows[:-1]
        self._changed |= rows > self.touched
        self.touched |= rows
        return scope.universes

    def light_out(self, due: float, time: float) -> None:
        """Fade all intensity that is not exempt from panic to 0. Silent universes stay silent."""
        self._begin(_PANIC, due, time, self._patch.panic, 0.0)

    def _begin(self, run: int, due: float, time: float, scope: Scope, targets: ArrayLike) -> None:
        index = scope.index
        if time < _AT_ONCE:
            self._rest(index, targets, scope.rows)
            return
        live = self._live(index, due)
        self._start[index] = live
        self._target[index] = targets
        self._change[index] = change = targets - live
        if self._fades.full:
            self._fades.keep(self._fade)
        self._fade[index] = np.where(change == 0, RESTING, self._fades.add(run, due, time))
        self._moving |= scope.rows
        self._stirred |= scope.rows
        # What does not move after all, and what it took over from, is found out later.
        self._recount = self.stale = True

    def _rest(self, index: Index, levels: ArrayLike, rows: NDArray[np.bool_]) -> None:
        """These, which are in these rows (U + 1), stand still at `levels`."""
        self._start[index] = levels
        self._target[index] = levels
        self._change[index] = 0.0
        self._fade[index] = RESTING
        self._stirred |= rows
        self._recount = self.stale = True

    def _live(self, index: Index, now: float) -> NDArray[np.float64]:
        position = self._fades.position(now)[self._fade[index]]
        moving = self._start[index] + self._change[index] * position
        return np.where(position >= 1.0, self._target[index], moving)

    def freeze(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs stays where it is at `now`."""
        index = np.flatnonzero(self._fades.of(runs)[self._fade])
        self._rest(index, self._live(index, now), self._patch.rows(index))

    def hold(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs stands still from `now` until `release`."""
        self._fades.hold(self._fades.of(runs), now)
        self._stirred |= self._moving
        self._recount = self.stale = True

    def release(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs goes on from `now` as if no time had passed since `hold`."""
        self._fades.release(self._fades.of(runs), now)
        self._count_moving()
        self.stale = True

    def levels(self, now: float) -> NDArray[np.uint8]:
        """The slots of all universes (U × 512) at `now`. The mixer's own array: good until the next call."""
        position = self._fades.position(now)
        if now >= self._fades.next_end:
            self._arrive(position)
        elif self._recount and not self._stirred.any():
            self._count_moving()
        rows = np.flatnonzero((self._moving | self._stirred)[:-1])
        self.stale = False
        if rows.size:
            self._evaluate(position, int(rows[0]), int(rows[-1]) + 1)
        self._stirred[:] = False
        self._now = now
        return self.slots

    def _evaluate(self, position: NDArray[np.float64], first: int, end: int) -> None:
        """The rows from `first` to before `end`: coarse, fine and ultra from one number, floor(level · full + 0.5)."""
        patch = self._patch
        span = slice(int(patch.first[first]), int(patch.first[end]))
        level, scaled = self._level[span], self._scaled[span]
        np.take(position, self._fade[span], out=level, mode="clip")
        level *= self._change[span]
        level += self._start[span]
        np.multiply(level, patch.scale[span], out=scaled)
        dimmed = slice(int(patch.first_dimmed[first]), int(patch.first_dimmed[end]))
        if dimmed.start < dimmed.stop:
            self._scaled[patch.dimmed[dimmed]] *= self._level[patch.dimmer[dimmed]]
        scaled += 0.5
        # Cuts off; rounding never takes a level below 0 by as much as half a step.
        np.copyto(self._numbers[span], scaled, casting="unsafe")
        patch.write(self._numbers, self.slots.reshape(-1), first, end)
        new, old = self.slots[first:end].view(np.uint64), self._before[first:end].view(np.uint64)
        self._changed[first:end] |= np.logical_or.reduce(new != old, axis=1)
        old[:] = new

    def _arrive(self, position: NDArray[np.float64]) -> None:
        """What has arrived rests at its target, exactly, whatever the arithmetic says."""
        index = np.flatnonzero(position[self._fade] >= 1.0)
        self._rest(index, self._target[index], self._patch.rows(index))
        self._count_moving()

    def _count_moving(self) -> None:
        """Say exactly which rows move, and let go of fades that nothing follows any more."""
        self._fades.keep(self._fade)
        self._moving = self._patch.rows((self._fade != RESTING) & ~self._fades.held[self._fade])
        self._recount = False

    @property
    def moving_rows(self) -> NDArray[np.bool_]:
        """Touched universes (U,) in which something fades, held light aside; a moment too long after it stopped."""
        return self._moving[:-1] & self.touched

    def moving(self, now: float) -> bool:
        """Whether anything fades at `now`, held light aside."""
        self.levels(now)
        self._count_moving()
        return bool(self._moving.any())

    def take_changed(self) -> NDArray[np.bool_]:
        """Touched universes (U,) whose slots changed, or that were touched for the first time, since the last call."""
        changed = self._changed & self.touched
        self._changed[:] = False
        return changed

    @property
    def values(self) -> NDArray[np.float64]:
        """Levels (P,) of all the program's parameters at the last `levels`."""
        unpatched = slice(int(self._patch.first[-2]), None)  # frames do without them
        self._level[unpatched] = self._live(unpatched, self._now)
        return self._level[self._patch.place]

    def restore(
        self, levels: NDArray[np.uint8], touched: NDArray[np.bool_], values: NDArray[np.floating] | None = None
    ) -> None:
        """Take over the slots (U × 512) of an earlier engine where `touched` (U,) says so, as if jumped there.

        `values` (P,) are the parameters' levels, if they are known to be of the same patch; else they are worked out.
        """
        if values is not None:
            there = np.empty(self._patch.count)
            there[self._patch.place] = np.clip(np.nan_to_num(values), 0.0, 1.0)
            self._rest(_ALL, there, self._patch.rows(_ALL))
        else:
            index = np.flatnonzero(np.append(touched, False)[self._patch.home])
            self._rest(index, self._patch.unrender(levels)[index], self._patch.rows(index))
        self.touched |= touched
        self._changed |= touched

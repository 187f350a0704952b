"""Masters at the output: which parameters each scales, and what full is to these."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.level_arrays import LevelArrays
from showctl.engine.master import Masters
from showctl.engine.patch_map import PatchMap, Scope
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, CompiledMaster, GrandMode


class MasterScale:
    """Masters act where a level becomes a number: what full is, is all that they change.

    So they cost a frame nothing while they stand still, and everything underneath goes on as if they were not there. A
    virtual dimmer has no number of its own: its masters scale what it dims. A grand master that limits is a cap on
    levels instead.
    """

    def __init__(
        self, patch: PatchMap, arrays: LevelArrays, masters: Sequence[CompiledMaster], grand: GrandMode
    ) -> None:
        self.masters = Masters(masters, grand)
        self._limits = grand == "limit"
        self._patch, self._arrays = patch, arrays
        self._limited = _not(patch, EXEMPT_FROM_GRAND)
        members = [self._limited]
        members += [patch.place[_moved(master)] for master in masters]
        members.append(_not(patch, EXEMPT_FROM_BLACKOUT))
        self._reach = tuple(_reach(patch, each) for each in members)
        """What each reaches: the grand master, the others, blackout."""
        self._scales = (not self._limits, *(not master.look for master in masters), True)
        """Which of these scale what they reach; others cap it, or bring light of their own."""
        self._applied = (1.0,) * len(self._reach)

    def wanted(self) -> bool:
        """Whether `apply` may have something to do."""
        return self.masters.moving or self.masters.stale

    def apply(self, now: float) -> tuple[int, int]:
        """Scale as masters stand at `now`. From the first row that this changes to before the last one."""
        if now >= self.masters.next_end:
            self.masters.arrive(now)
        levels = self._levels(now)
        changed = [scope for scope, level, was in zip(self._reach, levels, self._applied, strict=True) if level != was]
        if changed:
            self._applied = levels
            self.full(now, out=self._arrays.scale)
            self._cap(levels[0])
        self.masters.stale = False
        none = self._patch.universes, 0
        return min((s.first for s in changed), default=none[0]), max((s.end for s in changed), default=none[1])

    def moving_rows(self) -> NDArray[np.bool_]:
        """Rows (U,) whose output moves because a master does."""
        rows = np.zeros(self._patch.universes, np.bool_)
        for scope, fading in zip(self._reach, (*self.masters.fading, False), strict=True):
            if fading:
                rows |= scope.rows[:-1]
        return rows

    def blacked_out(self) -> NDArray[np.bool_]:
        """The parameters (P,) that blackout reaches."""
        reached = np.zeros(self._patch.count, np.bool_)
        reached[self._reach[-1].where] = True
        return reached

    def full(self, now: float, out: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """What full is for each parameter (P,) under the masters as they stand at `now`."""
        scale = np.empty(self._patch.count) if out is None else out
        np.copyto(scale, self._patch.scale)
        for scope, level, scales in zip(self._reach, self._levels(now), self._scales, strict=True):
            if scales and level != 1.0:
                scale[scope.where] *= level
        return scale

    def lowered(self, now: float) -> Iterator[tuple[str, float, NDArray[np.bool_]]]:
        """Those that take from light at `now`: name, level, and which parameters (P,) each reaches."""
        for at, (name, level) in enumerate(zip((*self.masters.names, "blackout"), self._levels(now), strict=True)):
            if level != 1.0 and (at == 0 or self._scales[at]):
                reached = np.zeros(self._patch.count, np.bool_)
                reached[self._limited if at == 0 and self._limits else self._reach[at].where] = True
                yield name, level, reached

    def _cap(self, grand: float) -> None:
        if not self._limits or grand == 1.0:
            self._arrays.cap = None
            return
        self._arrays.cap = np.ones(self._patch.count)
        self._arrays.cap[self._limited] = grand

    def _levels(self, now: float) -> tuple[float, ...]:
        return (*self.masters.levels(now), 0.0 if self.masters.blackout else 1.0)


def _moved(master: CompiledMaster) -> NDArray[np.int32]:
    """The program's parameters that a submaster scales, or brings."""
    parameters = [master.parameters, *(fade.parameters for fade in master.look)]
    return np.unique(np.frombuffer(b"".join(parameters), "<i4"))


def _not(patch: PatchMap, exempt: int) -> NDArray[np.intp]:
    """All intensity that is not exempt."""
    return np.flatnonzero(patch.intensity & ((patch.exempt & exempt) == 0))


def _reach(patch: PatchMap, members: NDArray[np.intp]) -> Scope:
    """The parameters with numbers that these, or what they dim, are."""
    reached = np.zeros(patch.count, np.bool_)
    reached[members] = True
    reached[patch.dimmed] |= reached[patch.dimmer]
    return patch.scope_of(np.flatnonzero(reached & patch.numbered))

"""Departure: cells begin to move, or jump."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.activity import Activity
from showctl.engine.cells import Cells
from showctl.engine.entries import AT_ONCE, Pace
from showctl.engine.fade_table import FadeTable
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.motion import Levels, Motion
from showctl.engine.patch_map import Scope
from showctl.engine.ranges import Ranges


class Departure:
    """Gives cells their fades in the arrays of a mixer. Instants are seconds."""

    def __init__(
        self,
        cells: Cells,
        arrays: LevelArrays,
        fades: FadeTable,
        motion: Motion,
        activity: Activity,
        ranges: Ranges,
    ) -> None:
        self._cells, self._arrays, self._fades = cells, arrays, fades
        self._motion, self._activity, self._ranges = motion, activity, ranges

    def plain(self, run: int, due: float, pace: Pace, scope: Scope, targets: Levels) -> None:
        """All of these set off from their own levels, in one time."""
        self._arrays.run[scope.where] = run
        if pace.time < AT_ONCE:
            self._motion.rest(scope.where, targets)
            self._activity.stir_scope(scope)
            return
        self._motion.make_room(2)
        up = self._fades.add(run, due, pace.time, pace.curve)
        down = self._fades.add(run, due, pace.time, pace.curve_down) if pace.curve_down != pace.curve else up
        self._motion.set_off(scope.where, due, targets, up, down)
        self._activity.move(scope)

    def all_of(
        self,
        run: int,
        due: float,
        pace: Pace,
        scope: Scope,
        targets: NDArray[np.float64],
        starts: NDArray[np.float64],
        between: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None,
    ) -> NDArray[np.bool_]:
        """These (n,) set off from `starts`. Which way they go, and whether that leads into another range, which they do
        not fade into, their levels say, or those of `between`. Which of them (n,) are there at once."""
        self._arrays.run[scope.where] = run
        before, after = between or (starts, targets)
        falls = after < before
        still = scope.jumps if scope.jumps is not None else np.zeros(falls.size, np.bool_)
        if (leaps := self._ranges.leaps(scope.parameters, before, after)) is not None:
            still = still | leaps
        if min(pace.time, pace.time_down) < AT_ONCE:
            still = still | (np.where(falls, pace.time_down, pace.time) < AT_ONCE)
        if not still.any():
            self._move(run, due, pace, scope, targets, starts, falls)
            return still
        places = np.arange(self._arrays.fade.size)
        cells, parameters = places[scope.where], places[scope.parameters]
        self._motion.rest(cells[still], targets[still])
        self._activity.stir_scope(scope)
        if not still.all():
            go = ~still
            moving = self._cells.scope_of(cells[go])._replace(parameters=parameters[go])
            self._move(run, due, pace, moving, targets[go], starts[go], falls[go])
        return still

    def _move(
        self,
        run: int,
        due: float,
        pace: Pace,
        scope: Scope,
        targets: NDArray[np.float64],
        starts: NDArray[np.float64],
        falls: NDArray[np.bool_],
    ) -> None:
        self._motion.make_room(2)
        up = down = self._fades.add(run, due, max(pace.time, AT_ONCE), pace.curve)
        if pace.curve_down != pace.curve or pace.time_down != pace.time:
            down = self._fades.add(run, due, max(pace.time_down, AT_ONCE), pace.curve_down)
        rows = up if down == up else np.where(falls, down, up)
        self._motion.set_off(scope.where, due, targets, rows, rows, starts)
        if pace.path != "direct":
            places = np.arange(self._arrays.fade.size)
            cells, parameters = places[scope.where], places[scope.parameters]
            self._arrays.colours.begin(pace.path, up, cells, parameters, starts, targets)
        self._activity.move(scope)

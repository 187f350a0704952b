"""Onset: which of its parameters a fade takes as it begins, and from where they set off."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from showctl.engine.activity import Activity
from showctl.engine.amending import Amending
from showctl.engine.cells import Cells
from showctl.engine.departure import Departure
from showctl.engine.entries import AT_ONCE, Entries, Pace
from showctl.engine.fade_table import FadeTable
from showctl.engine.layers import Layers
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.motion import Motion
from showctl.engine.patch_map import PatchMap, Scope
from showctl.model.dimming import ASIDE
from showctl.model.effect import Fade

_NONE = np.zeros(0, np.intp)
_Levels = NDArray[np.float64]

_DARK = 1 / 131070
"""Half a step of 16 bits: below it a fixture is dark, whatever the arithmetic says."""
_MOST_PARTS = 64
"""Fades remembered of which the other part is still to come; more would be of cues that were stopped between."""


def _straight(fade: Fade) -> bool:
    """Whether a fade takes all that it names, each the straight way."""
    return fade.only == "all" and not fade.mark and fade.path == "direct"


class Onset:
    """Begins fades in the arrays of a mixer. Instants are seconds."""

    def __init__(
        self,
        patch: PatchMap,
        cells: Cells,
        arrays: LevelArrays,
        fades: FadeTable,
        motion: Motion,
        layers: Layers,
        activity: Activity,
    ) -> None:
        self.departure = Departure(cells, arrays, fades, motion, activity, patch.ranges)
        self._patch, self._cells, self._arrays = patch, cells, arrays
        self._motion, self._layers, self._activity = motion, layers, activity
        self._begun: dict[tuple[int, int, bytes], NDArray[np.intp]] = {}
        """What the first part of a fade took, by run, layer and parameters."""

    def go_on_from(self, before: "Onset", source: NDArray[np.intp], amending: Amending) -> None:
        """The second parts of fades that have begun leave alone what their first parts took. `source`: the cell before
        of each."""
        for (run, layer, parameters), cells in before._begun.items():
            now = layer if amending.layers is None else amending.layers.get(layer, 0)
            self._begun[run, now, amending.raw(parameters)] = np.flatnonzero(np.isin(source, cells))

    def is_plain(self, fade: Fade, scope: Scope) -> bool:
        """Whether a fade takes all of its parameters, each of one layer only, in one time."""
        return (
            scope.shared is None
            and _straight(fade)
            and fade.time_down is None
            and ((scope.jumps is None and not scope.ranged) or fade.time < AT_ONCE)
            and not np.isnan(np.frombuffer(fade.targets, "<f4")).any()
        )

    def begin(self, run: int, due: float, fade: Fade, scope: Scope) -> NDArray[np.intp]:
        """Begin a fade at `due`. The numbers of the fixtures that a move in black left alone, because they are lit.

        One that waited leaves alone what cues of its layer that have acted meanwhile have moved.
        """
        targets = np.frombuffer(fade.targets, "<f4")
        acted = due - fade.at
        outdated = self._layers.outdated(fade.layer, run, acted, scope.where) if fade.at else None
        if outdated is None and scope.shared is None and fade.only == "all" and not fade.mark:
            self._arrays.acted[scope.where] = acted
            if self.is_plain(fade, scope):
                self._activity.touch(scope.rows[:-1])
                self._arrays.holder[scope.where] = fade.layer
                self.departure.plain(run, due, Pace.of(fade), scope, targets)
            else:
                self._alone(run, due, fade.layer, Pace.of(fade), scope, targets.astype(np.float64))
            return _NONE
        entries = self.entries(scope, targets)
        if outdated is not None:
            entries = entries.where(~outdated)
        missed = _NONE
        if fade.only != "all":
            entries = self._part(run, due, fade, entries)
        if fade.mark:
            entries, missed = self._dark(due, entries)
        self._arrays.acted[entries.cells], self._arrays.run[entries.cells] = acted, run
        self.some(run, due, fade.layer, Pace.of(fade), entries)
        return missed

    def universes_of(self, fade: Fade, scope: Scope) -> NDArray[np.intp]:
        """The universes (rows) that a fade touches; what it only gives back touches none."""
        back = np.isnan(np.frombuffer(fade.targets, "<f4"))
        if not back.any():
            return scope.universes
        moved = np.arange(self._patch.count)[scope.parameters][~back]
        return np.flatnonzero(self._patch.rows(moved)[:-1] | (scope.rows[:-1] & self._activity.touched))

    def go_home(self, run: int, due: float, fade: Fade) -> NDArray[np.intp]:
        """Begin a fade of those of its parameters that are in universes that something was moved in; returns these."""
        touched = self._activity.touched
        index = self._patch.place[np.frombuffer(fade.parameters, "<i4")]
        alive = np.append(touched, False)[self._patch.home[index]]
        scope = self._cells.scope_for(fade.layer, index[alive])
        if scope.universes.size:
            entries = self.entries(scope, np.frombuffer(fade.targets, "<f4")[alive])
            self.some(run, due, fade.layer, Pace.of(fade), entries)
        return scope.universes[touched[scope.universes]]

    def fade_out(self, runs: Collection[int], due: float, time: float) -> None:
        """The intensity that these runs were the last to move sets off to 0; it stays theirs."""
        owned = np.isin(self._arrays.run, np.fromiter(runs, np.int64, len(runs)))
        index = np.flatnonzero(self._cells.intensity & owned)
        if not index.size:
            return
        scope = self._cells.scope_of(index)
        if time < AT_ONCE:
            self._motion.rest(index, 0.0)
            self._activity.stir_scope(scope)
            return
        self._motion.fall(index, self._arrays.run[index], due, time)
        self._activity.move(scope)

    def entries(self, scope: Scope, targets: NDArray[np.floating] | None = None) -> Entries:
        """All parameters of a fade; without `targets` all of them are given back."""
        every = np.arange(self._cells.count)
        cells, parameters = every[scope.where], every[scope.parameters]
        none = np.full(cells.size, -1)
        return Entries(
            cells,
            parameters,
            none if scope.shared is None else scope.shared,
            np.full(cells.size, np.nan) if targets is None else targets.astype(np.float64),
            np.zeros(cells.size, np.bool_) if scope.jumps is None else scope.jumps,
        )

    def some(self, run: int, due: float, layer: int, pace: Pace, entries: Entries) -> None:
        """These begin, each as becomes it. Silent universes in which things are only given back stay silent."""
        if not entries.cells.size:
            return
        back, alone = np.isnan(entries.targets), entries.numbers < 0
        if alone.any():
            mine = entries.where(alone)
            self._alone(run, due, layer, pace, self._scope(mine), mine.targets)
        self._activity.touch(self._patch.rows(entries.parameters[~back & ~alone])[:-1])
        nobodys = ~alone & (entries.cells == entries.parameters)
        if (nobodys & ~back).any():
            self._take_from_all(run, due, pace, entries.where(nobodys & ~back))
        if (~alone & ~nobodys & ~back).any():
            self._take(run, due, pace, entries.where(~alone & ~nobodys & ~back))
        if (~alone & back).any():
            self._give_back(run, due, pace, entries.where(~alone & back))

    def _alone(self, run: int, due: float, layer: int, pace: Pace, scope: Scope, targets: NDArray[np.float64]) -> None:
        """These are of one layer only: what it gives back goes to rest."""
        where, back = scope.where, np.isnan(targets)
        if back.any():
            moved = np.arange(self._patch.count)[where][~back]
            self._activity.touch(self._patch.rows(moved)[:-1])
            self._arrays.holder[where] = np.where(back, 0, layer)
            targets = np.where(back, self._arrays.default[where], targets)
        else:
            self._activity.touch(scope.rows[:-1])
            self._arrays.holder[where] = layer
        self.departure.all_of(run, due, pace, scope, targets, self._motion.live(where, due))

    def _scope(self, entries: Entries) -> Scope:
        scope = self._cells.scope_of(entries.cells)._replace(parameters=entries.parameters)
        return scope._replace(jumps=entries.jumps) if entries.jumps.any() else scope

    def arrest(self, due: float, layer: int, scope: Scope) -> None:
        """These stand still where a move of the layer at `due` would begin, and are the layer's."""
        entries = self.entries(scope)
        starts = self.starts(entries, due)
        shared = entries.cells != entries.parameters
        if shared.any():
            self._layers.take(entries.numbers[shared], entries.cells[shared])
        self._motion.rest(entries.cells, starts)
        self._activity.stir_scope(scope)

    def release(self, layer: int, run: int, due: float, time: float) -> int:
        """Give back all that a layer owns. How many parameters that are."""
        self._layers.released[layer] = due
        parameters = np.flatnonzero(self._arrays.holder == layer)
        parameters = np.append(parameters, self._cells.of[self._layers.owned_by(layer)])
        parameters.sort()
        self.some(run, due, layer, Pace(time, time), self.entries(self._cells.scope_for(layer, parameters)))
        return parameters.size

    def release_nobodys(self, run: int, due: float, time: float, parameters: bytes | None) -> int:
        """What no layer owns sets off to rest, of these parameters or of all. How many that are: not those that are
        at rest, or on their way there."""
        arrays, shared = self._arrays, self._cells.parameter
        own = slice(0, self._patch.count)
        astray = (arrays.holder == 0) & (arrays.target[own] != arrays.default)
        if shared.size:
            stopped = self._layers.stopped(np.arange(shared.size))
            astray[shared] |= stopped & (arrays.origin != arrays.default[shared])
            astray[shared] &= ~arrays.claimed
        if parameters is not None and astray.any():
            meant = np.zeros(astray.size, np.bool_)
            meant[self._patch.place[np.frombuffer(parameters, "<i4")]] = True
            astray &= meant
        index = np.flatnonzero(astray)
        self.some(run, due, 0, Pace(time, time), self.entries(self._cells.scope_for(0, index)))
        return index.size

    def starts(self, entries: Entries, due: float) -> NDArray[np.float64]:
        """From where these would set off."""
        found = self._layers.output(entries.parameters, due)
        shared = entries.cells != entries.parameters
        if shared.any():
            found[shared] = self._layers.starts(entries.cells[shared], found[shared], due)
        return found

    def _part(self, run: int, due: float, fade: Fade, entries: Entries) -> Entries:
        """Those that a part of a fade takes."""
        key = run, fade.layer, fade.parameters
        if fade.only == "others":
            others = np.ones(self._cells.count, np.bool_)
            others[self._begun.pop(key, _NONE)] = False
            return entries.where(others[entries.cells])
        way = entries.targets - self.starts(entries, due)
        some = entries.where(way < 0 if fade.only == "falling" else way > 0)
        if len(self._begun) >= _MOST_PARTS:
            self._begun.pop(next(iter(self._begun)))
        self._begun[key] = some.cells
        return some

    def _dark(self, due: float, entries: Entries) -> tuple[Entries, NDArray[np.intp]]:
        """Those of dark fixtures, and the numbers of the fixtures that are lit."""
        patch, intensity = self._patch, self._patch.intensities
        lit = np.zeros(int(patch.fixture.max(initial=-1)) + 1, np.bool_)
        levels = self._layers.output(intensity, due)
        aside = (levels > 0.0) & (levels <= ASIDE)
        lit[patch.fixture[intensity[(levels > _DARK) | aside]]] = True
        fixture = patch.fixture[entries.parameters]
        left = lit[fixture]
        lit[:] = False
        lit[fixture[left]] = True
        return entries.where(~left), np.flatnonzero(lit)

    def _take(self, run: int, due: float, pace: Pace, entries: Entries) -> None:
        """A layer moves shared parameters."""
        numbers, cells = entries.numbers, entries.cells
        before = self._layers.merged(numbers, due)
        starts = self._layers.starts(cells, before, due)
        self._layers.take(numbers, cells)
        jumped = self.departure.all_of(run, due, pace, self._scope(entries), entries.targets, starts)
        self._layers.settle(numbers, cells, before, due, jumped)
        stopped = self._layers.stopped(numbers)
        if stopped.any():
            after = self._layers.made(numbers[stopped], due)
            self._cross(run, due, pace, entries.where(stopped), before[stopped], after)

    def _take_from_all(self, run: int, due: float, pace: Pace, entries: Entries) -> None:
        """Nobody moves shared parameters, as a panic does: they are no layer's any more."""
        before = self._layers.merged(entries.numbers, due)
        self._layers.take_from_all(entries.numbers)
        self.departure.all_of(run, due, pace, self._scope(entries), entries.targets, before)

    def _give_back(self, run: int, due: float, pace: Pace, entries: Entries) -> None:
        """A layer gives shared parameters back: they fade to what the others make."""
        numbers = entries.numbers
        before = self._layers.merged(numbers, due)
        other = self._layers.decides(numbers, entries.cells, due)
        self._layers.give_back(numbers, entries.cells)
        after = self._layers.made(numbers, due)
        self._activity.stir_scope(self._cells.scope_of(entries.cells))
        if not other.any():
            return
        self._layers.cross(numbers[other], before[other])
        self._cross(run, due, pace, entries.where(other), before[other], after[other])

    def _cross(self, run: int, due: float, pace: Pace, entries: Entries, before: _Levels, after: _Levels) -> None:
        """These go from where they are, `before` (n,), to what layers make of them, `after` (n,) as they begin."""
        weights = self._cells.weight + entries.numbers
        scope, starts = self._scope(entries._replace(cells=weights)), self._motion.live(weights, due)
        pace, end = pace._replace(path="direct"), np.zeros(weights.size)
        # Where they go is known by the levels, not by the weight, which always falls.
        self.departure.all_of(run, due, pace, scope, end, starts, between=(before, after))

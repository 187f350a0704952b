"""Onset: which of its parameters a fade takes as it begins, and from where they set off."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.activity import Activity
from showctl.engine.cells import Cells
from showctl.engine.fade_batch import FadeBatch
from showctl.engine.fade_table import FadeTable
from showctl.engine.layers import Layers
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.motion import Levels, Motion
from showctl.engine.patch_map import PatchMap, Scope
from showctl.model.curve import Curve
from showctl.model.effect import ColourPath, Fade

AT_ONCE = 1e-6
"""A fade shorter than this, in seconds, is a jump: no clock could tell them apart."""
_DARK = 1 / 131070
"""Half a step of 16 bits: below it a fixture is dark, whatever the arithmetic says."""
_MOST_PARTS = 64
"""Fades remembered of which the other part is still to come; more would be of cues that were stopped between."""


class Pace(NamedTuple):
    """Seconds and curves, of what rises and of what falls."""

    time: float
    time_down: float
    curve: Curve = "linear"
    curve_down: Curve = "linear"
    path: ColourPath = "direct"

    @classmethod
    def of(cls, fade: Fade) -> "Pace":
        """That of a fade."""
        down = fade.time if fade.time_down is None else fade.time_down
        return cls(fade.time, down, fade.curve, fade.curve_down, fade.path)


class Entries(NamedTuple):
    """n of the parameters that a fade names."""

    cells: NDArray[np.intp]
    parameters: NDArray[np.intp]
    """Their places in the patch map."""
    numbers: NDArray[np.intp]
    """Which of the shared ones they are, -1 for none."""
    targets: NDArray[np.float64]
    """NaN: it is given back."""
    jumps: NDArray[np.bool_]

    def where(self, mask: NDArray[np.bool_]) -> "Entries":
        """Some of them."""
        return Entries(
            self.cells[mask], self.parameters[mask], self.numbers[mask], self.targets[mask], self.jumps[mask]
        )


def _in_one(fade: Fade) -> bool:
    """Whether a fade takes all that it names in one time, the straight way."""
    return fade.only == "all" and not fade.mark and fade.time_down is None and fade.path == "direct"


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
        self._patch, self._cells, self._arrays, self._fades = patch, cells, arrays, fades
        self._motion, self._layers, self._activity = motion, layers, activity
        self._begun: dict[tuple[int, int, bytes], NDArray[np.intp]] = {}
        """What the first part of a fade took, by run, layer and parameters."""

    def is_plain(self, fade: Fade, scope: Scope) -> bool:
        """Whether a fade takes all of its parameters, each of one layer only, in one time."""
        return (
            scope.shared is None
            and _in_one(fade)
            and (scope.jumps is None or fade.time < AT_ONCE)
            and not np.isnan(np.frombuffer(fade.targets, "<f4")).any()
        )

    def are_plain(self, batch: FadeBatch) -> bool:
        """Whether all of these are, and no two move the same parameter."""
        places = batch.places
        return (
            batch.apart
            and all(map(_in_one, batch.fades))
            and not (self._cells.parameter.size and bool((self._cells.shared[places] >= 0).any()))
            and not (self._patch.jumps[places] & (batch.times >= AT_ONCE)[batch.which]).any()
            and not np.isnan(batch.targets).any()
        )

    def begin(self, run: int, due: float, fade: Fade, scope: Scope) -> int:
        """Begin a fade at `due`. How many fixtures a move in black left alone, because they are lit."""
        targets = np.frombuffer(fade.targets, "<f4")
        if self.is_plain(fade, scope):
            self._activity.touch(scope.rows[:-1])
            self._arrays.holder[scope.where] = fade.layer
            self.plain(run, due, Pace.of(fade), scope, targets)
            return 0
        entries = self.entries(scope, targets)
        missed = 0
        if fade.only != "all":
            entries = self._part(run, due, fade, entries)
        if fade.mark:
            entries, missed = self._dark(due, entries)
        self.some(run, due, fade.layer, Pace.of(fade), entries)
        return missed

    def plain(self, run: int, due: float, pace: Pace, scope: Scope, targets: Levels) -> None:
        """All of these cells set off from their own levels."""
        self._arrays.run[scope.where] = run
        if pace.time < AT_ONCE:
            self._motion.rest(scope.where, targets)
            self._activity.stir(scope.first, scope.end)
            return
        self._motion.make_room(2)
        up = self._fades.add(run, due, pace.time, pace.curve)
        down = self._fades.add(run, due, pace.time, pace.curve_down) if pace.curve_down != pace.curve else up
        self._motion.set_off(scope.where, due, targets, up, down)
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
        self._activity.touch(self._cells.scope_of(entries.cells[~back]).rows[:-1])
        self._arrays.holder[entries.parameters[alone]] = np.where(back[alone], 0, layer)
        nobodys = ~alone & (entries.cells == entries.parameters)
        resting = np.where(back & alone, self._arrays.default[entries.parameters], entries.targets)
        entries = entries._replace(targets=resting)
        if alone.any():
            mine = entries.where(alone)
            self._set_off(run, due, pace, mine, self._motion.live(mine.cells, due))
        if (nobodys & ~back).any():
            self._take_from_all(run, due, pace, entries.where(nobodys & ~back))
        if (~alone & ~nobodys & ~back).any():
            self._take(run, due, pace, entries.where(~alone & ~nobodys & ~back))
        if (~alone & back).any():
            self._give_back(run, due, pace, entries.where(~alone & back))

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
        parameters = np.flatnonzero(self._arrays.holder == layer)
        parameters = np.append(parameters, self._cells.of[self._layers.owned_by(layer)])
        parameters.sort()
        self.some(run, due, layer, Pace(time, time), self.entries(self._cells.scope_for(layer, parameters)))
        return parameters.size

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
            return entries.where(~np.isin(entries.cells, self._begun.pop(key, ())))
        way = entries.targets - self.starts(entries, due)
        some = entries.where(way < 0 if fade.only == "falling" else way > 0)
        if len(self._begun) >= _MOST_PARTS:
            self._begun.pop(next(iter(self._begun)))
        self._begun[key] = some.cells
        return some

    def _dark(self, due: float, entries: Entries) -> tuple[Entries, int]:
        """Those of dark fixtures, and how many fixtures are lit."""
        intensity = self._patch.intensities
        lit = np.unique(self._patch.fixture[intensity[self._layers.output(intensity, due) > _DARK]])
        fixture = self._patch.fixture[entries.parameters]
        left = np.isin(fixture, lit)
        return entries.where(~left), np.unique(fixture[left]).size

    def _take(self, run: int, due: float, pace: Pace, entries: Entries) -> None:
        """A layer moves shared parameters."""
        numbers, cells = entries.numbers, entries.cells
        before = self._layers.merged(numbers, due)
        starts = self._layers.starts(cells, before, due)
        self._layers.take(numbers, cells)
        jumped = self._set_off(run, due, pace, entries, starts)
        self._layers.settle(numbers, cells, before, due, jumped)
        stopped = self._layers.stopped(numbers)
        if stopped.any():
            falls = self._layers.made(numbers[stopped], due) < before[stopped]
            self._cross(run, due, pace, entries.where(stopped), falls)

    def _take_from_all(self, run: int, due: float, pace: Pace, entries: Entries) -> None:
        """Nobody moves shared parameters, as a panic does: they are no layer's any more."""
        before = self._layers.merged(entries.numbers, due)
        self._layers.take_from_all(entries.numbers)
        self._set_off(run, due, pace, entries, before)

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
        # What falls is known by where it goes, not by the weight, which always falls.
        self._cross(run, due, pace, entries.where(other), after[other] < before[other])

    def _cross(self, run: int, due: float, pace: Pace, entries: Entries, falls: NDArray[np.bool_]) -> None:
        """These go from where they are to what layers make of them."""
        weights = self._cells.weight + entries.numbers
        crossing = entries._replace(cells=weights, targets=np.zeros(weights.size))
        self._set_off(run, due, pace._replace(path="direct"), crossing, self._motion.live(weights, due), falls)

    def _set_off(
        self,
        run: int,
        due: float,
        pace: Pace,
        entries: Entries,
        starts: NDArray[np.float64],
        falls: NDArray[np.bool_] | None = None,
    ) -> NDArray[np.bool_]:
        """These begin to move from `starts`. Which of them are there at once."""
        cells, targets = entries.cells, entries.targets
        self._arrays.run[cells] = run
        if falls is None:
            falls = targets < starts
        still = entries.jumps | (np.where(falls, pace.time_down, pace.time) < AT_ONCE)
        self._motion.rest(cells[still], targets[still])
        self._activity.stir_scope(self._cells.scope_of(cells))
        if not still.all():
            self._motion.make_room(2)
            up = down = -1
            if (~falls & ~still).any() or pace.path != "direct":
                up = self._fades.add(run, due, max(pace.time, AT_ONCE), pace.curve)
            if (falls & ~still).any():
                down = self._fades.add(run, due, pace.time_down, pace.curve_down)
            go = ~still
            rows = np.where(falls[go], down, up)
            self._motion.set_off(cells[go], due, targets[go], rows, rows, starts[go])
            if pace.path != "direct" and up > 0:
                whole = entries.parameters[go]
                self._arrays.colours.begin(pace.path, up, cells[go], whole, starts[go], targets[go])
            self._activity.move(self._cells.scope_of(cells[go]))
        return still

"""The state of a mixer, cell by cell, in one of another layout: fades go on where they are, bit for bit."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.activity import Activity
from showctl.engine.amending import Amending
from showctl.engine.cells import Cells
from showctl.engine.fade_table import RESTING, FadeTable
from showctl.engine.layers import Layers
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.master import Masters
from showctl.engine.master_scale import MasterScale
from showctl.engine.motion import Motion
from showctl.engine.onset import Onset
from showctl.engine.overlay import Overlay
from showctl.engine.patch_map import PatchMap
from showctl.engine.prepared import Prepared
from showctl.engine.submasters import Submasters

_NONE = -1
_SAME = 1e-9
"""Levels that are no more apart than this are the same."""
_Index = NDArray[np.intp]


class Parts(NamedTuple):
    """What a mixer works on."""

    patch: PatchMap
    cells: Cells
    arrays: LevelArrays
    fades: FadeTable
    motion: Motion
    layers: Layers
    activity: Activity
    onset: Onset
    prepared: Prepared
    masters: Masters
    submasters: Submasters
    scale: MasterScale
    overlay: Overlay


class Way(NamedTuple):
    """What becomes what. -1: nothing, it is new or gone."""

    parameters: _Index
    """Which of the program's parameters before each of those after (P after) was."""
    rows: _Index
    """Which row of universes each of those after (U after) had."""
    layers: Mapping[int, int]
    """Which layer after each of those before is; 0 where it is gone."""


class CarryOver:
    """From one mixer into a new one. Making it is for the thread that has the time; `carry` for the mixer's."""

    def __init__(self, old: Parts, new: Parts, way: Way) -> None:
        self._old, self._new, self._rows = old, new, way.rows
        self._layers = way.layers
        self._layer_now = np.zeros(len(old.cells.names) + 1, np.intp)
        for was, now in way.layers.items():
            self._layer_now[was] = now
        self._was = np.full(new.patch.count, _NONE)
        """By place in the patch map after: the place before."""
        known = np.flatnonzero(way.parameters >= 0)
        self._was[new.patch.place[known]] = old.patch.place[way.parameters[known]]
        layer_was = np.zeros(len(new.cells.names) + 1, np.intp)
        for was, now in way.layers.items():
            layer_was[now] = was if now else 0
        self._own_was = self._cells_of_layers(layer_was)
        """Of each of the layers' cells after (M after): the cell that this layer had before, where it shared the
        parameter then."""

    def _cells_of_layers(self, layer_was: _Index) -> _Index:
        old, new = self._old.cells, self._new.cells
        place = self._was[new.parameter[new.number]]
        shared = np.append(old.shared, _NONE)[place]  # of what is new: the last
        found = np.full(new.number.size, _NONE)
        key = {
            (int(n), int(layer)): old.base + m for m, (n, layer) in enumerate(zip(old.number, old.layer, strict=True))
        }
        for m, (number, layer) in enumerate(zip(shared.tolist(), layer_was[new.layer].tolist(), strict=True)):
            found[m] = key.get((number, layer), _NONE)
        return found

    def carry(self, amending: Amending, now: float) -> None:
        """Do it, when the levels of the one before are those of `now`."""
        old, new, was = self._old, self._new, self._was
        new.masters.go_on_from(old.masters, amending.names)
        new.submasters.go_on_from(old.submasters, self._layers)
        new.fades.become(old.fades)
        source = np.full(new.cells.count, _NONE)
        source[: new.patch.count] = was
        self._share(source)
        self._part(source)
        kept = source >= 0
        at = source[kept]
        for name in ("fade", "start", "change", "target", "level", "run", "acted"):
            getattr(new.arrays, name)[kept] = getattr(old.arrays, name)[at]
        self._to_new_rest(source)
        self._cross_on(now)
        new.arrays.colours.become(old.arrays.colours, _inverse(source, old.cells.count))
        new.layers.released = {
            int(self._layer_now[layer]): at for layer, at in old.layers.released.items() if self._layer_now[layer]
        }
        new.onset.go_on_from(old.onset, source, amending)
        self._universes()

    def _share(self, source: _Index) -> None:
        """Parameters that are shared now: who owns them, and where each layer has brought them."""
        old, new = self._old, self._new
        cells = new.cells
        own = self._own_was.copy()
        theirs = np.where(own >= 0, own - old.cells.base, _NONE)
        claims = np.append(old.layers.claims, False)[theirs]
        stamps = np.append(old.layers.stamps, 0)[theirs]
        place = self._was[cells.parameter]
        alone = (place >= 0) & (np.append(old.cells.shared, _NONE)[place] < 0)
        holder = np.where(alone, self._layer_now[np.append(old.arrays.holder, 0)[place]], 0)
        mine = (holder[cells.number] == cells.layer) & alone[cells.number]
        claims[mine], stamps[mine] = True, 1
        own[mine] = place[cells.number[mine]]  # what its parameter's cell was, is the layer's now
        source[cells.parameter[cells.number[mine]]] = _NONE
        source[cells.base : cells.weight] = own
        weights = np.append(old.cells.shared, _NONE)[place]
        both = (place >= 0) & (weights >= 0)
        source[cells.weight :] = np.where(both, old.cells.weight + weights, _NONE)
        new.arrays.origin[both] = old.arrays.origin[weights[both]]
        self._orphaned(source, claims)
        new.layers.claims[:], new.layers.stamps[:] = claims, stamps
        new.layers.latest = max(old.layers.latest, 1)
        new.layers.decide_all()

    def _orphaned(self, source: _Index, claims: NDArray[np.bool_]) -> None:
        """What only layers owned that are gone is nobody's: it goes on in the parameter's own cell."""
        old, new = self._old, self._new
        owned = np.zeros(new.cells.parameter.size, np.bool_)
        owned[new.cells.number[claims]] = True
        before = np.append(old.cells.shared, _NONE)[self._was[new.cells.parameter]]
        orphaned = np.flatnonzero(~owned & (before >= 0) & np.append(old.arrays.claimed, False)[before])
        for number in orphaned.tolist():
            source[new.cells.parameter[number]] = self._counting(int(before[number]))

    def _counting(self, number: int) -> int:
        """The cell before, of a layer that counts for a shared parameter: the one that is highest."""
        old = self._old
        mine = np.arange(old.cells.first[number], old.cells.first[number + 1])
        mine = mine[old.arrays.counts[mine]] + old.cells.base
        return int(mine[old.arrays.level[mine].argmax()])

    def _part(self, source: _Index) -> None:
        """Parameters that one layer moves now, or none, and who holds them."""
        old, new = self._old, self._new
        single = np.flatnonzero((new.cells.shared < 0) & (self._was >= 0))
        place = self._was[single]
        new.arrays.holder[single] = self._layer_now[old.arrays.holder[place]]
        numbers = old.cells.shared[place]
        for cell, number in zip(single[numbers >= 0].tolist(), numbers[numbers >= 0].tolist(), strict=True):
            if old.arrays.claimed[number]:
                was = source[cell] = self._counting(number)
                new.arrays.holder[cell] = self._layer_now[old.cells.layer[was - old.cells.base]]

    def _to_new_rest(self, source: _Index) -> None:
        """What is at rest, and nobody's, is where rest is now."""
        old, new = self._old, self._new
        own = slice(0, new.patch.count)
        was = np.append(old.patch.default, np.nan)[self._was]
        free = (new.arrays.holder == 0) & (new.arrays.fade[own] == RESTING) & (new.arrays.start[own] == was)
        index = np.flatnonzero(free & (was != new.patch.default))
        new.motion.rest(index, new.patch.default[index])

    def _cross_on(self, now: float) -> None:
        """What layers make otherwise now stays as it is; the difference comes as they move."""
        old, new = self._old, self._new
        new.arrays.crossing = old.arrays.crossing
        shared = new.cells.parameter
        place = self._was[shared]
        numbers = np.flatnonzero(place >= 0)
        if not numbers.size:
            return
        before = old.layers.output(place[numbers], now)
        after = new.layers.merged(numbers, now)
        other = np.abs(after - before) > _SAME
        new.layers.cross(numbers[other], before[other]) if other.any() else None

    def _universes(self) -> None:
        old, new, rows = self._old, self._new, self._rows
        touched = np.append(old.activity.touched, False)[rows]
        lit = np.zeros(new.cells.count, np.bool_)
        lit[: new.patch.count] = (new.arrays.holder > 0) & (new.arrays.target[: new.patch.count] != new.patch.default)
        lit[: new.patch.count] |= new.arrays.fade[: new.patch.count] != RESTING
        lit[new.cells.parameter] |= new.arrays.claimed
        touched |= new.patch.rows(np.flatnonzero(lit[: new.patch.count]))[:-1]
        kept = rows >= 0
        new.arrays.before[kept] = old.arrays.slots[rows[kept]]
        new.arrays.before[~kept] = 0
        new.arrays.changed[:] = np.append(old.arrays.changed, False)[rows]
        new.activity.go_on(touched, np.append(old.activity.touched, False)[rows])


def _inverse(source: _Index, count: int) -> _Index:
    """The cell after of each cell before (count,), -1 for none."""
    found = np.full(count + 1, _NONE)
    found[source] = np.arange(source.size)
    return found[:-1]

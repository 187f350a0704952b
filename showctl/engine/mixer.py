"""Levels of all parameters and the slots of all universes, as functions of the instant.

Every parameter has one cell, and one more for each layer where several move it; every cell has exactly one fade, the
latest. So all of them are evaluated in one pass.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.activity import Activity
from showctl.engine.carry_over import Parts
from showctl.engine.cells import Cells
from showctl.engine.entries import Pace
from showctl.engine.fade_batch import MANY, joined
from showctl.engine.fade_table import RESTING, FadeTable
from showctl.engine.held import Live
from showctl.engine.layer import Layer
from showctl.engine.layers import Layers
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.master_scale import MasterScale
from showctl.engine.motion import Levels, Motion
from showctl.engine.onset import Onset
from showctl.engine.overlay import Overlay, Patches
from showctl.engine.patch_map import PatchMap, Scope
from showctl.engine.prepared import Prepared
from showctl.engine.standing import Standing
from showctl.engine.submasters import Submasters
from showctl.engine.together import Together
from showctl.model.effect import Fade
from showctl.program.program import CompiledMaster, GrandMode, Parameters

PANIC_RUN = -2
"""The run that owns a panic's fade; no cue has it."""


class Mixer:
    """P parameters in U universes. Instants are seconds on one monotonic clock; levels 0..1.

    Computed is what lies between the first and the last universe in which something moves. Belongs to one thread.
    """

    def __init__(
        self,
        parameters: Parameters,
        universes: int,
        masters: Sequence[CompiledMaster] = (),
        grand: GrandMode = "scale",
        layers: Sequence[Layer] = (),
    ) -> None:
        self.patch = self._patch = PatchMap(parameters, universes)
        self._cells = Cells(self._patch, layers)
        self._arrays = LevelArrays(self._patch, self._cells)
        self._scale = MasterScale(self._patch, self._arrays, masters, grand)
        self.dark = self._scale.blacked_out()
        self.masters = self._scale.masters
        """What scales intensity at the output; `levels` follows it."""
        self.submasters = Submasters(self._patch, masters, self.masters)
        self._fades = FadeTable()
        self._motion = Motion(self._arrays, self._fades)
        self._layers = Layers(self._cells, self._arrays, self._motion)
        self._activity = Activity(universes, self._arrays.changed)
        self._onset = Onset(
            self._patch, self._cells, self._arrays, self._fades, self._motion, self._layers, self._activity
        )
        self._overlay = Overlay(self._patch)
        self._together = Together(self._patch, self._cells, self._arrays, self._motion, self._layers, self._activity)
        self._standing = Standing(self._patch, self._motion, self._layers)
        self._prepared = Prepared(self._patch, self._cells, self._arrays, self._overlay)
        self.slots = self._arrays.slots
        """U × 512 at the last `levels`; the mixer's own array, do not write into it."""
        self._now = 0.0
        self._untaken = False
        """Whether somebody looked at levels before those who send them took what changed."""
        self.missed: list[tuple[int, NDArray[np.intp]]] = []
        """Moves in black that left fixtures alone, because these are lit: run, and their numbers. Who tells of it
        empties it."""
        self.levels(0.0)
        self._arrays.changed[:] = self._untaken = False

    def prepare(self, fades: Iterable[Fade]) -> None:
        """Work out ahead what `fade` will need, off the dispatcher's path; as far as memory is worth it."""
        self._prepared.ahead(fades)

    @property
    def parts(self) -> Parts:
        """What it works on."""
        return Parts(
            self._patch,
            self._cells,
            self._arrays,
            self._fades,
            self._motion,
            self._layers,
            self._activity,
            self._onset,
            self._prepared,
            self.masters,
            self.submasters,
            self._scale,
            self._overlay,
        )

    def go_on(self, now: float) -> None:
        """All that it works on was set, as of `now`, by a `CarryOver`."""
        self._now = now
        self._count_moving()
        self._activity.stir(0, self._patch.universes)

    def fade(self, run: int, due: float, fade: Fade) -> NDArray[np.intp]:
        """Begin a fade at `due` from where its parameters are at that instant, whenever that is computed.

        Returns the universes (rows) that it touches; they are no longer silent. A time of 0 is a jump.
        """
        scope = self._prepared.scope(fade)
        if (missed := self._onset.begin(run, due, fade, scope)).size:
            self.missed.append((run, missed))
        return scope.universes[self.touched[scope.universes]]

    def universes_of(self, fade: Fade) -> NDArray[np.intp]:
        """The universes (rows) that a fade touches; what it only gives back touches none."""
        return self._onset.universes_of(fade, self._prepared.scope(fade))

    def fade_all(self, due: float, fades: Sequence[tuple[int, Fade]]) -> None:
        """Begin fades (run, fade) at `due`, as `fade` one after the other does; many small ones far faster."""
        batch = joined(fades, self._patch.place) if len(fades) >= MANY else None
        if batch is None or not self._together.can(batch):
            for run, fade in fades:
                self.fade(run, due, fade)
        else:
            self._together.begin(due, batch)

    def lay_over(self, numbers: Patches, slots: dict[int, int]) -> None:
        """From now on these numbers, and bytes by slot in universes × 512, go out in place of playback's."""
        if (rows := np.flatnonzero(self._overlay.lay(numbers, slots, self.slots))).size:
            self._activity.touch(self._overlay.rows)
            self._activity.stir(int(rows[0]), int(rows[-1]) + 1)

    def output(self, parameters: NDArray[np.int32], now: float) -> NDArray[np.float64]:
        """Levels of the program's parameters at `now`, as they are merged."""
        return self._layers.output(self._patch.place[parameters], now)

    def live(self, now: float) -> Live:
        """Output as it is at `now`."""
        return Live.of(self.levels(now), self._arrays)

    def go_home(self, run: int, due: float, fade: Fade) -> NDArray[np.intp]:
        """As `fade`, but for parameters in universes in which nothing was ever moved: these stay silent."""
        return self._onset.go_home(run, due, fade)

    def take_up(self, due: float, fades: Sequence[tuple[int, float, Fade]]) -> list[NDArray[np.intp]]:
        """Put light where these fades (run, instant of the begin, fade) bring it by `due`; they then go on.

        They count as begun at their instants, in this order, from where light is at `due`. The universes of each.
        """
        for _, _, fade in fades:
            self._onset.arrest(due, fade.layer, self._prepared.scope(fade))  # else it would be taken as it was before
        return [self.fade(run, begun, fade) for run, begun, fade in fades]

    def release_layer(self, layer: int, run: int, due: float, time: float) -> int:
        """Give back all that a layer has moved, in `time` seconds: to who else has moved it, or to rest. How many
        parameters that are.
        """
        return self._onset.release(layer, run, due, time)

    def release_nobodys(self, run: int, due: float, time: float, parameters: bytes | None = None) -> int:
        """What is nobody's goes to rest in `time` seconds: of these parameters (the program's, little-endian int32),
        else of all. How many set off; silent universes stay silent."""
        return self._onset.release_nobodys(run, due, time, parameters)

    def overtake(self, layer: int, parameters: bytes, acted: float) -> None:
        """Fades of a layer that wait since before `acted` move these parameters (the program's, little-endian int32)
        no more; what moves goes on."""
        self._arrays.acted[self._cells.scope(layer, parameters).where] = acted
        self._layers.released.pop(layer, None)

    def light_out(self, due: float, time: float) -> None:
        """Fade all intensity that is not exempt from panic to 0, of all layers. Silent universes stay silent."""
        self._onset.departure.plain(PANIC_RUN, due, Pace(time, time), self._cells.panic, 0.0)

    def fade_out(self, runs: Collection[int], due: float, time: float) -> None:
        """Fade the intensity that these runs were the last to move to 0; it stays theirs. Their masters freeze."""
        self.masters.freeze(runs, due)
        self._onset.fade_out(runs, due, time)

    def _rest(self, scope: Scope, levels: Levels) -> None:
        """These stand still at `levels`."""
        self._motion.rest(scope.where, levels)
        self._activity.stir_scope(scope)

    def freeze(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs, and masters that they move, stay where they are at `now`."""
        self.masters.freeze(runs, now)
        index = np.flatnonzero(self._fades.of(runs)[self._arrays.fade])
        self._rest(self._cells.scope_of(index), self._motion.live(index, now))

    def freeze_all(self, now: float) -> None:
        """All fading light, and all masters, stay where they are at `now`."""
        self.masters.freeze_all(now)
        index = np.flatnonzero(self._arrays.fade != RESTING)
        self._rest(self._cells.scope_of(index), self._motion.live(index, now))

    def hold(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs, and masters that they move, stand still from `now` until `release`."""
        self.masters.hold(runs, now)
        self._fades.hold(self._fades.of(runs), now)
        self._activity.stir_moving()

    def release(self, runs: Collection[int], now: float) -> None:
        """Fading light of these runs, and masters, go on from `now` as if no time had passed since `hold`."""
        self.masters.release(runs, now)
        self._fades.release(self._fades.of(runs), now)
        self._count_moving()
        self._activity.stale = True

    def levels(self, now: float) -> NDArray[np.uint8]:
        """The slots of all universes (U × 512) at `now`. The mixer's own array: good until the next call."""
        self._untaken = self.stale
        fades = self._fades
        position = fades.position(now)
        if now >= fades.next_end:
            self._arrive()
        elif self._activity.recount and self._activity.calm:
            self._count_moving()
        if self._scale.wanted():
            self._master(now)
        first, end = self._activity.span()
        if first < end:
            self._prepared.span(first, end).evaluate(position, fades.idle)
        self._now = now
        return self.slots

    def _master(self, now: float) -> None:
        """Bring masters to bear: what they change is to be computed, and moves while they do."""
        self._activity.compute(*self._scale.apply(now))
        self.submasters.follow(self, now)
        if self.masters.moving:  # each time, for light may have come to other universes since
            self._activity.moving |= self._scale.moving_rows() & self.touched
        else:
            self._activity.recount = True

    def _arrive(self) -> None:
        """What has arrived rests at its target, exactly, whatever the arithmetic says."""
        index = np.flatnonzero(self._fades.arrived[self._arrays.fade])
        self._rest(self._cells.scope_of(index), self._arrays.target[index])
        self._count_moving()

    def _count_moving(self) -> None:
        """Say exactly which rows move, and let go of fades that nothing follows any more."""
        fade = self._arrays.fade
        self._motion.keep()
        self._activity.counted(self._cells.scope_of(np.flatnonzero((fade != RESTING) & ~self._fades.held[fade])))

    @property
    def stale(self) -> bool:
        """Whether something was begun, stopped or set since the last `take_changed`, so that a frame may be due."""
        return self._untaken or self._activity.stale or self.masters.stale

    def moving(self, now: float) -> bool:
        """Whether anything fades at `now`, held light aside."""
        self.levels(now)
        fade = self._arrays.fade
        return self.masters.moving or bool(((fade != RESTING) & ~self._fades.held[fade]).any())

    def take_changed(self) -> NDArray[np.bool_]:
        """Touched universes (U,) whose slots changed, or that were touched for the first time, since the last call."""
        changed = self._arrays.changed & self.touched
        self._arrays.changed[:] = self._untaken = False
        return changed

    @property
    def values(self) -> NDArray[np.float64]:
        """Levels (P,) of all the program's parameters at the last `levels`."""
        unpatched = slice(int(self._patch.first[-2]), self._patch.count)  # frames do without them
        self._arrays.level[unpatched] = self._layers.output(unpatched, self._now)
        return self._arrays.level[self._patch.place]

    @property
    def touched(self) -> NDArray[np.bool_]:
        """Universes (U,) in which something has been moved; the others are silent (dark start)."""
        return self._activity.touched

    @property
    def moving_rows(self) -> NDArray[np.bool_]:
        """Touched universes (U,) in which something fades, held light aside; a moment too long after it stopped."""
        return self._activity.moving

    def restore(
        self, levels: NDArray[np.uint8], touched: NDArray[np.bool_], values: NDArray[np.floating] | None = None
    ) -> None:
        """Take over the slots (U × 512) of an earlier engine where `touched` (U,) says so, as if jumped there; it
        is nobody's light then.

        `values` (P,) are the parameters' levels, if they are known for this patch; else they are worked out from the
        slots, which are under this mixer's masters as they stand.
        """
        self._standing.restore(levels, touched, values, self._scale.full(self._now))
        self._activity.stir(0, self._patch.universes)
        self._activity.wake(touched)

"""One thing that is parked: which numbers hold it."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.fixture_names import FixtureNames, Target
from showctl.engine.level_arrays import LevelArrays
from showctl.engine.overlay import NOTHING, Patches
from showctl.engine.patch_map import PatchMap

INTENSITY = "intensity"


class Live(NamedTuple):
    """Output at an instant, for who parks it as it is. Arrays (P,) in the order of the patch map."""

    slots: NDArray[np.uint8]
    """U × 512."""
    numbers: NDArray[np.int32]
    """What goes out, of parameters that have a number."""
    level: NDArray[np.float64]
    """Of playback."""
    scale: NDArray[np.float64]
    """What full is, under all masters."""

    @classmethod
    def of(cls, slots: NDArray[np.uint8], arrays: LevelArrays) -> "Live":
        """As it was computed last."""
        level = arrays.output if arrays.cap is None else np.minimum(arrays.output, arrays.cap)
        return cls(slots, arrays.numbers, level, arrays.scale)


class Held(NamedTuple):
    """One thing that is parked."""

    target: Target
    level: float | None
    """As it was asked for; None: as it was."""
    shown: float
    """0..1, as people read it: of a whole fixture its intensity."""
    numbers: Patches = NOTHING
    byte: int = 0
    """Of an address."""

    def output(self, patch: PatchMap, names: FixtureNames) -> dict[str, float]:
        """Where what is held stands, 0..1, by parameter; of an address by `""`."""
        if self.target.slot >= 0:
            return {"": self.byte / 255}
        index_of = _index_of(self.target, patch, names)
        part = dict(zip(self.numbers.which.tolist(), self.numbers.number / patch.full[self.numbers.which], strict=True))
        return {name: float(part[index]) for name, index in index_of.items() if index in part}


def hold(patch: PatchMap, names: FixtureNames, target: Target, level: float | None, live: Live) -> Held:
    """Hold it at a level (0..1); or, None, as it is."""
    if target.slot >= 0:
        byte = int(live.slots.reshape(-1)[target.slot]) if level is None else int(level * 255 + 0.5)
        return Held(target, level, byte / 255, byte=byte)
    index_of = _index_of(target, patch, names)
    named = target.parameter or (INTENSITY if INTENSITY in index_of else next(iter(index_of)))
    own = index_of[named]
    dimmed = patch.dimmed[patch.dimmer == own]
    now = (
        live.level[own] * live.scale[dimmed[0]] / patch.scale[dimmed[0]]
        if dimmed.size
        else patch.dims.part(own, float(live.numbers[own]))
    )
    shown = float(now if level is None else level)
    if target.parameter and dimmed.size:  # an intensity without a slot: its colours go on
        slope = patch.scale[dimmed] * patch.response.dimming(own, shown)
        return Held(target, level, shown, Patches(dimmed, slope, np.zeros(dimmed.size)))
    which = np.array([own] if target.parameter else sorted(index_of.values()), np.intp)
    which = which[patch.numbered[which]]
    numbers = live.numbers[which].astype(np.float64)
    if level is not None:
        at = which == own
        numbers[at] = patch.response.alone(which[at], level, patch.scale)
        under = np.isin(which, dimmed)
        part = live.level[which[under]] * patch.response.dimming(own, level)
        numbers[under] = patch.response.alone(which[under], part, patch.scale, curved=False)
    return Held(target, level, shown, Patches(which, np.zeros(which.size), numbers))


def held_as(held: Held, output: Mapping[str, float], patch: PatchMap, names: FixtureNames) -> Held:
    """The same with the output that is known of it (see `Held.output`)."""
    if held.target.slot >= 0:
        byte = round(255 * output.get("", held.byte / 255))
        return held._replace(byte=byte, shown=byte / 255)
    index, slope, numbers = held.numbers.which, held.numbers.slope, held.numbers.number.copy()
    index_of = _index_of(held.target, patch, names)
    known = {index_of[name]: part for name, part in output.items() if name in index_of}
    for place, parameter in enumerate(index.tolist()):
        if parameter in known and not slope[place]:
            numbers[place] = known[parameter] * patch.full[parameter]
    shown = held.shown
    own = index_of.get(held.target.parameter or INTENSITY)
    if held.level is None and own in known and own in index:
        shown = patch.dims.part(own, known[own] * float(patch.full[own]))
    return held._replace(numbers=Patches(index, slope, numbers), shown=shown)


def _index_of(target: Target, patch: PatchMap, names: FixtureNames) -> dict[str, int]:
    """The parameters of its fixture by name."""
    places = patch.place[names.rows(target.fixture)].tolist()
    return dict(zip(names.parameters(target.fixture), places, strict=True))

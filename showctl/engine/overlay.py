"""What lies over playback at the output: numbers that are held or made otherwise, and bytes that are held."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.patch_map import PatchMap
from showctl.model.address import SLOTS


class Patches(NamedTuple):
    """Numbers that go out in place of those of playback. Parameters are those of the patch map, none twice."""

    which: NDArray[np.intp]
    """(n,)"""
    slope: NDArray[np.float64]
    """(n,) What the number is for each 1 of the parameter's level; 0 where it is held."""
    number: NDArray[np.float64]
    """(n,) What is added to that."""

    def over(self, below: "Patches") -> "Patches":
        """These where they are, those `below` elsewhere; ascending."""
        both = [np.concatenate(each) for each in zip(self, below, strict=True)]
        _, first = np.unique(both[0], return_index=True)
        return Patches(*(each[first] for each in both))


NOTHING = Patches(np.zeros(0, np.intp), np.zeros(0), np.zeros(0))


class Overlay:
    """Costs nothing while nothing lies over anything. Belongs to the mixer's thread."""

    def __init__(self, patch: PatchMap) -> None:
        self._patch = patch
        self._numbers = NOTHING
        self.slots: NDArray[np.intp] = np.zeros(0, np.intp)
        """Those in universes × 512 whose bytes are held, ascending."""
        self._bytes: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self.wanted = False
        """Whether anything lies over anything; may be put to False and back by who wants slots without."""
        self.rows: NDArray[np.bool_] = np.zeros(patch.universes, np.bool_)
        """Universes (U,) in which something does."""

    def lay(self, numbers: Patches, slots: dict[int, int], output: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """These numbers, and bytes by slot in universes × 512, in place of all before; universes (U,) it may change.
        What nothing is patched to is 0 again in `output` (U × 512)."""
        output.reshape(-1)[self.slots] = 0
        self._numbers = numbers
        self.slots = np.array(sorted(slots), np.intp)
        self._bytes = np.array([slots[slot] for slot in sorted(slots)], np.uint8)
        before = self.rows
        self.rows = self._patch.rows(numbers.which)[:-1]
        self.rows[np.unique(self.slots // SLOTS)] = True
        self.wanted = bool(numbers.which.size or self.slots.size)
        return before | self.rows

    @property
    def laid(self) -> NDArray[np.intp]:
        """The parameters whose numbers lie over those of playback."""
        return self._numbers.which

    def number(self, scaled: NDArray[np.float64], level: NDArray[np.float64], here: slice) -> None:
        """Put the numbers of the parameters `here` into `scaled` (P,), from the levels (P,)."""
        first, end = np.searchsorted(self._numbers.which, (here.start, here.stop))
        if first < end:
            which, slope = self._numbers.which[first:end], self._numbers.slope[first:end]
            scaled[which] = level[which] * slope + self._numbers.number[first:end]
            dims = self._patch.dims
            if dims.which.size and (moved := (slope > 0.0) & dims.some_of(which)).any():
                dim = which[moved]
                scaled[dim] = dims.numbers(dim, scaled[dim], level[dim], scaled[dim] > 0.0)

    def byte(self, slots: NDArray[np.uint8], first: int, end: int) -> None:
        """Put the bytes of the rows from `first` to before `end` into the slots (U · 512, flat)."""
        one, last = np.searchsorted(self.slots, (first * SLOTS, end * SLOTS))
        if one < last:
            slots[self.slots[one:last]] = self._bytes[one:last]

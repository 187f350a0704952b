"""Merge: what layers make together of the parameters that they share, in each frame."""

import numpy as np

from showctl.engine.level_arrays import LevelArrays
from showctl.engine.members import Members
from showctl.engine.patch_map import Index


class SpanMerge:
    """The shared parameters among those from `first` to before `end`, by their places in the patch map."""

    def __init__(self, arrays: LevelArrays, first: int, end: int) -> None:
        cells = arrays.cells
        one, last = (int(each) for each in np.searchsorted(cells.parameter, (first, end)))
        self.wanted = last > one
        """Whether there are any."""
        begin, stop = int(cells.first[one]), int(cells.first[last])
        self.layers = slice(cells.base + begin, cells.base + stop)
        """Their layers' cells."""
        self.weights = slice(cells.weight + one, cells.weight + last)
        self._members = Members.of(cells.first, np.arange(one, last))
        self._parameter: Index = cells.parameter[one:last]
        if self.wanted and self._parameter[-1] - self._parameter[0] == last - one - 1:
            self._parameter = slice(int(self._parameter[0]), int(self._parameter[-1]) + 1)  # many times faster
        self._arrays = arrays
        self._counts, self._claimed = arrays.counts[begin:stop], arrays.claimed[one:last]
        self._origin = arrays.origin[one:last]
        self._own, self._weight, self._levels = arrays.level[self.layers], arrays.level[self.weights], arrays.level

    def join(self) -> None:
        """Put the level of each parameter where the output looks, from the levels of its cells."""
        found = self._members.highest(np.where(self._counts, self._own, -1.0))
        found = np.where(self._claimed, found, self._levels[self._parameter])
        if self._arrays.crossing:
            found += (self._origin - found) * self._weight
        self._levels[self._parameter] = found

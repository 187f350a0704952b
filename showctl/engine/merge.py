"""Merge: what layers make together of the parameters that they share, in each frame."""

import numpy as np

from showctl.engine.level_arrays import LevelArrays


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
        self._first = cells.first[one:last] - begin
        self._parameter = cells.parameter[one:last]
        self._counts, self._claimed = arrays.counts[begin:stop], arrays.claimed[one:last]
        self._origin = arrays.origin[one:last]
        self._own, self._weight, self._levels = arrays.level[self.layers], arrays.level[self.weights], arrays.level

    def join(self) -> None:
        """Put the level of each parameter where the output looks, from the levels of its cells."""
        found = np.maximum.reduceat(np.where(self._counts, self._own, -1.0), self._first)
        found = np.where(self._claimed, found, self._levels[self._parameter])
        found += (self._origin - found) * self._weight
        self._levels[self._parameter] = found

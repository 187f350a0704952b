"""Ranges of parameters: a fade never leads from one of them into another."""

import numpy as np
from numpy.typing import NDArray

from showctl.program.program import Parameters

_Index = NDArray[np.intp] | slice


class Ranges:
    """Of P parameters in the order of the patch map."""

    def __init__(self, parameters: Parameters, order: NDArray[np.intp]) -> None:
        edges = np.frombuffer(parameters.edges, "<f8").reshape(-1, 3)
        # Tables lie 2 apart, levels 0..1 of each between: so one search finds the edge in all of them.
        self._edges = edges[:, 0] * 2.0 + edges[:, 1]
        self._range = edges[:, 2].astype(np.intp)
        self._table = np.frombuffer(parameters.ranges, "<u2")[order] if parameters.ranges else None

    def any(self, index: _Index) -> bool:
        """Whether any of these parameters has several ranges."""
        return self._table is not None and bool(self._table[index].any())

    def leaps(self, index: _Index, before: NDArray[np.float64], after: NDArray[np.float64]) -> NDArray[np.bool_] | None:
        """Which of these parameters (n,) lie in another range at a level than at the other; None: none has several."""
        if self._table is None:
            return None
        table = self._table[index]
        which = np.flatnonzero(table)
        if not which.size:
            return None
        found = np.zeros(table.size, np.bool_)
        base = table[which] * 2.0
        found[which] = self._at(base + before[which]) != self._at(base + after[which])
        return found

    def _at(self, keys: NDArray[np.float64]) -> NDArray[np.intp]:
        found: NDArray[np.intp] = self._range[np.searchsorted(self._edges, keys, "right") - 1]
        return found

"""The cells of the layers of some shared parameters, side by side."""

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

_Number = TypeVar("_Number", np.float64, np.int64)


class Members(NamedTuple):
    """m cells of n parameters, one parameter after the other."""

    which: NDArray[np.intp]
    """Among the layers' cells (m,)."""
    first: NDArray[np.intp]
    """Where each parameter begins (n,)."""
    depth: int
    """How many each parameter has, where all have as many: that is far faster. Else 0."""

    @classmethod
    def of(cls, first: NDArray[np.intp], numbers: NDArray[np.intp]) -> "Members":
        """Of these parameters; `first` (S + 1,) says where those of all shared ones begin."""
        begins = first[numbers]
        many = first[numbers + 1] - begins
        if numbers.size and (many == many[0]).all():
            depth = int(many[0])
            return cls((begins[:, None] + np.arange(depth)).ravel(), np.arange(numbers.size) * depth, depth)
        places = np.cumsum(many) - many
        return cls(np.repeat(begins - places, many) + np.arange(int(many.sum())), places, 0)

    def highest(self, values: NDArray[_Number]) -> NDArray[_Number]:
        """The highest (n,) of the values (m,) of each parameter."""
        if not self.depth:
            return np.maximum.reduceat(values, self.first) if self.first.size else values[:0]
        found = values[:: self.depth].copy()
        for nth in range(1, self.depth):
            np.maximum(found, values[nth :: self.depth], out=found)
        return found

    def spread(self, values: NDArray[_Number]) -> NDArray[_Number]:
        """Values (n,) of parameters, for each of their cells (m,)."""
        return np.repeat(values, self.depth or np.diff(np.append(self.first, self.which.size)))

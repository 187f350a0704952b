"""Intensity at the output of fixtures of which not all values dim: from levels to numbers, and back."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.dimming import ASIDE, LOWEST
from showctl.program.program import Parameters

_Floats = NDArray[np.float64]
_Index = NDArray[np.intp]


class Dims:
    """D of the parameters of a patch map, ascending."""

    def __init__(self, parameters: Parameters, place: _Index, full: _Floats) -> None:
        """`place` of the program's parameters, and the highest number of each in the patch map."""
        table = np.frombuffer(parameters.dims, "<f8").reshape(-1, 4)
        which = place[table[:, 0].astype(np.intp)]
        order = np.argsort(which)
        self.which: _Index = which[order]
        self._zero, self._dark, self._bright = table[order, 1:].T
        self._full = full

    def within(self, first: int, end: int) -> _Index:
        """Those of the parameters from `first` to before `end`."""
        return self.which[np.searchsorted(self.which, first) : np.searchsorted(self.which, end)]

    def some_of(self, index: _Index) -> NDArray[np.bool_]:
        """Which of these parameters (n,) are among them."""
        return np.isin(index, self.which)

    def numbers(self, index: _Index, light: _Floats, level: _Floats, lit: NDArray[np.bool_]) -> _Floats:
        """What goes out for these parameters (n,), all among them, where it would be `light` if all values dimmed.

        `level`: before masters and all, for values that do not dim stand aside of them; those go out as they are,
        where anything is `lit`.
        """
        at, full = np.searchsorted(self.which, index), self._full[index]
        part = light / full
        made = self._dark[at] + part * (self._bright[at] - self._dark[at])
        made = np.where(part > 0.0, made, self._zero[at])
        return np.where(lit & (level <= ASIDE), level / ASIDE, made) * full

    def undone(self, numbers: _Floats) -> _Floats:
        """Numbers (P,) as they would be if all values dimmed; what does not dim is 0."""
        if not self.which.size:
            return numbers
        way, dims = self._way(numbers)
        numbers = numbers.copy()
        numbers[self.which] = np.where(dims, np.clip(way, LOWEST, 1.0), 0.0) * self._full[self.which]
        return numbers

    def put_aside(self, level: _Floats, numbers: _Floats) -> None:
        """Levels (P,) of what does not dim, from these numbers (P,)."""
        if self.which.size:
            which = self.which
            aside = ~self._way(numbers)[1] & ~self._is_zero(numbers)
            level[which[aside]] = numbers[which[aside]] / self._full[which[aside]] * ASIDE

    def part(self, index: int, number: float) -> float:
        """How much light, 0..1, a number of a parameter is: of what does not dim its part of all values."""
        part = number / float(self._full[index])
        at = int(np.searchsorted(self.which, index))
        if at == self.which.size or self.which[at] != index:
            return part
        numbers = np.zeros(self._full.size)
        numbers[index] = number
        dims = bool(self._way(numbers)[1][at])
        return float(self.undone(numbers)[index] / self._full[index]) if dims or self._is_zero(numbers)[at] else part

    def _way(self, numbers: _Floats) -> tuple[_Floats, NDArray[np.bool_]]:
        full = self._full[self.which]
        slack = 0.5 / full
        part = numbers[self.which] / full
        way = (part - self._dark) / (self._bright - self._dark)
        low, high = np.minimum(self._dark, self._bright) - slack, np.maximum(self._dark, self._bright) + slack
        return way, (part >= low) & (part <= high) & ~self._is_zero(numbers)

    def _is_zero(self, numbers: _Floats) -> NDArray[np.bool_]:
        full = self._full[self.which]
        found: NDArray[np.bool_] = np.abs(numbers[self.which] / full - self._zero) < 0.5 / full
        return found

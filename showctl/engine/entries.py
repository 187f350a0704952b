"""What a fade begins with: how fast, and which parameters it names."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.curve import Curve
from showctl.model.effect import ColourPath, Fade

AT_ONCE = 1e-6
"""A fade shorter than this, in seconds, is a jump: no clock could tell them apart."""


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

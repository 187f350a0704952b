"""Curves: how far a change is when a part of its time is over. Formulas from the lighting model's table of curves."""

from typing import Any

import numpy as np

from showctl.model.curve import Curve

STEEPNESS = 4.0
"""k of the exponential curve: after half of the time it is at 12 %."""


def shaped(curve: Curve, x: Any) -> Any:
    """The value (0..1) of a curve at x (0..1): a float for a float, an array for an array.

    0 at 0 and 1 at 1, exactly; the named curves never fall.
    """
    match curve:
        case "linear":
            return x
        case "s":
            return x * x * (3.0 - 2.0 * x)
        case "sine":
            return 0.5 - 0.5 * np.cos(np.pi * x)
        case "exponential":
            return np.expm1(STEEPNESS * x) / np.expm1(STEEPNESS)
        case "square":
            return x * x
    times, values = zip(*curve, strict=True)
    return np.clip(np.interp(x, times, values), 0.0, 1.0)  # straight lines overshoot by a rounding error

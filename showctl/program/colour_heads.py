"""The heads of a fixture that mix colour, for fades that go from colour to colour as one."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from showctl.model.parameter_kind import SUBTRACTIVE, head_of

HEAD_PLACES = np.array((True, True, True, True, False))
"""Which columns of a head are places of parameters."""
_ADDITIVE = ("red", "green", "blue")
_WHITES = ("white", "cool white", "warm white")
"""The first of these that a head has is its white."""


def colour_heads(names: Iterable[str]) -> NDArray[np.int32]:
    """For each head (H, 5) the places of what mixes its colours, of the white that takes the common part (-1: none),
    and whether they take light away.
    """
    heads: dict[str, dict[str, int]] = {}
    for place, name in enumerate(names):
        heads.setdefault(head_of(name), {})[name.rpartition("/")[2]] = place
    found = []
    for own in heads.values():
        if all(name in own for name in _ADDITIVE):
            white = next((own[name] for name in _WHITES if name in own), -1)
            found.append((*(own[name] for name in _ADDITIVE), white, 0))
        elif all(name in own for name in SUBTRACTIVE):
            found.append((*(own[name] for name in SUBTRACTIVE), -1, 1))
    return np.array(found, np.int32).reshape(-1, 5)

"""The patch as arrays: which parameter ends in which bytes of which universe."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import SLOTS
from showctl.program.program import Parameters

Index = NDArray[np.intp] | slice
"""Ascending indices, or the slice that means the same; numpy is several times faster with a slice."""

EXEMPT_FROM_PANIC = 4


def as_run(index: NDArray[np.intp]) -> Index:
    """The slice that selects the same, where there is one."""
    if index.size < 2:
        return index
    step = int(index[1] - index[0])
    if step < 1 or int(index[-1] - index[0]) != step * (index.size - 1) or (np.diff(index) != step).any():
        return index
    return slice(int(index[0]), int(index[-1]) + 1, step)


class PatchMap:
    """Parameters 0..P-1 of a program, decoded once. `universes` is U, the number of rows."""

    def __init__(self, parameters: Parameters, universes: int) -> None:
        self.universes = universes
        self.row = np.frombuffer(parameters.row, "<i4").astype(np.intp)
        self.count = self.row.size
        self.slots = np.frombuffer(parameters.slots, "<i4").astype(np.intp).reshape(self.count, 3)
        self.dimmer = np.frombuffer(parameters.dimmer, "<i4").astype(np.intp)
        self.default = np.frombuffer(parameters.default, "<f4").astype(np.float64)
        self.panics = (np.frombuffer(parameters.intensity, np.uint8) != 0) & (
            np.frombuffer(parameters.exempt, np.uint8) & EXEMPT_FROM_PANIC == 0
        )
        self.patched = (self.row >= 0) & (self.slots[:, 0] >= 0)
        depth = (self.slots >= 0).sum(axis=1)
        self.scale = 256.0 ** np.maximum(depth, 1) - 1.0
        """Full as a number: 255, 65535 or 16777215."""
        self.dimmed = np.flatnonzero(self.dimmer >= 0)
        # One entry for each byte that goes out, in the order of the slots.
        parameter, place = np.nonzero((self.slots >= 0) & self.patched[:, None])
        at = self.row[parameter] * SLOTS + self.slots[parameter, place]
        order = np.argsort(at, kind="stable")
        self.byte_parameter = parameter[order]
        self.byte_place = (depth[parameter] - 1 - place)[order]
        """Which byte of the number, the least significant is 0."""
        self.byte_at = at[order]
        """Index into universes × 512, flat."""

    def spread(self, moved: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Parameters whose output moves when these move: themselves, and those that they dim."""
        if not self.dimmed.size:
            return moved
        spread = moved.copy()
        spread[self.dimmed] |= moved[self.dimmer[self.dimmed]]
        return spread

    def rows(self, parameters: NDArray[np.bool_] | Index) -> NDArray[np.bool_]:
        """Universes (U,) in which these parameters have a slot."""
        rows = np.zeros(self.universes + 1, np.bool_)
        rows[self.row[parameters]] = True
        return rows[:-1]  # row -1 is the one cut off

    def unrender(self, levels: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Levels of all parameters (P,) that give these slots (U × 512).

        Where a dimmer multiplies others, many do; the strongest parameter under it is taken to be at full. What has no
        slot and dims nothing is at its default.
        """
        number = np.zeros(self.count)
        weight = 256.0**self.byte_place
        np.add.at(number, self.byte_parameter, levels.reshape(-1)[self.byte_at] * weight)
        value = np.where(self.patched, number / self.scale, self.default)
        lit = self.dimmed[self.patched[self.dimmed]]
        virtual = np.zeros(self.count)
        np.maximum.at(virtual, self.dimmer[lit], value[lit])
        dimmers = np.setdiff1d(self.dimmer[lit], np.flatnonzero(self.patched))
        value[dimmers] = virtual[dimmers]
        brightness = value[self.dimmer[lit]]
        dark = brightness <= 0
        value[lit] = np.where(dark, self.default[lit], value[lit] / np.where(dark, 1.0, brightness))
        return np.clip(value, 0.0, 1.0)

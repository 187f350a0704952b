"""Switched slots at the output: each shows the parameter that its trigger asks for."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import SLOTS
from showctl.program.program import Parameters


class Switches:
    """K stretches of triggers, each with the byte that a slot is there. Of one slot just one counts at a time.

    What the fixture does follows the number that it gets: a trigger that is parked, or scaled, counts as it goes out.
    """

    def __init__(self, parameters: Parameters, has_slot: NDArray[np.bool_]) -> None:
        """`has_slot` (P,) of the program's parameters: a trigger that goes nowhere decides nothing."""
        table = np.frombuffer(parameters.switches, "<i4").astype(np.intp).reshape(-1, 9)
        table = table[has_slot[table[:, 2]]]
        table = table[np.argsort(table[:, 0] * SLOTS + table[:, 1], kind="stable")]
        self.row, self.at = table[:, 0], table[:, 0] * SLOTS + table[:, 1]
        """Universe, and index into universes × 512."""
        self.trigger, self.parameter = table[:, 2], table[:, 6]
        """The program's parameters; -1: the slot is not used there."""
        # Half a step below the first value and above the last: numbers of any resolution lie clearly between.
        self.low, self.high = (table[:, 3] - 0.5) / table[:, 5], (table[:, 4] + 0.5) / table[:, 5]
        self.nth, self.depth = table[:, 7], table[:, 8]
        """Which byte of the parameter, the most significant is 0; how many it has."""


class SpanSwitches:
    """Those of the rows from `first` to before `end`."""

    def __init__(
        self, switches: Switches, place: NDArray[np.intp], full: NDArray[np.float64], first: int, end: int
    ) -> None:
        """`place` of the program's parameters in arrays (P,), and their highest numbers `full` there."""
        here = slice(*np.searchsorted(switches.at, (first * SLOTS, end * SLOTS)).tolist())
        self._at, self._trigger = switches.at[here], place[switches.trigger[here]]
        self._full = full[self._trigger]
        self._low, self._high = switches.low[here], switches.high[here]
        parameter = switches.parameter[here]
        self._used = parameter >= 0
        where = place[parameter]
        depth = np.round(np.log2(full[where] + 1) / 8).astype(np.intp)
        self._from = np.where(self._used, where * 4 + depth - 1 - switches.nth[here], 0)
        self.wanted = bool(self._at.size)
        """Whether `apply` does anything."""

    def apply(self, numbers: NDArray[np.int32], data: NDArray[np.uint8], slots: NDArray[np.uint8]) -> None:
        """Put their bytes into the slots (U · 512, flat), from the numbers (P,) and these as bytes (4 · P)."""
        level = numbers[self._trigger] / self._full
        on = (level >= self._low) & (level < self._high)
        slots[self._at[on]] = np.where(self._used[on], data[self._from[on]], 0)

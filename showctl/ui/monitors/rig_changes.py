"""What all lamps of a rig do, worked out anew only for those of which a slot has changed. No widgets."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.ui.monitors.rig_light import Lamp, Lit, from_slots, lit

_Of = Callable[[int], NDArray[np.uint8]]


class RigChanges:
    """Remembers the lamps that it was asked of last, and what their slots were."""

    def __init__(self) -> None:
        self._lamps: Sequence[Lamp] = ()
        self._lit: list[Lit] = []
        self._slots: dict[int, tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.uint8]]] = {}

    def lit(self, lamps: Sequence[Lamp], of: _Of) -> list[Lit]:
        """`of` gives the levels (512,) of a universe."""
        if lamps is not self._lamps:
            self._begin(lamps, of)
            return self._lit
        changed: set[int] = set()
        for universe, (slots, owners, before) in self._slots.items():
            now = of(universe)[slots]
            differs = np.flatnonzero(now != before)
            if differs.size:
                changed.update(owners[differs].tolist())
                self._slots[universe] = (slots, owners, now)
        if changed:
            self._lit = self._lit.copy()
            for at in changed:
                self._lit[at] = lit(lamps[at], from_slots(lamps[at], of))
        return self._lit

    def _begin(self, lamps: Sequence[Lamp], of: _Of) -> None:
        self._lamps = lamps
        self._lit = [lit(lamp, from_slots(lamp, of)) for lamp in lamps]
        found: dict[int, list[tuple[int, int]]] = {}
        for at, lamp in enumerate(lamps):
            for places in lamp.slots.values():
                for universe, slot in places:
                    found.setdefault(universe, []).append((slot - 1, at))
        self._slots = {}
        for universe, pairs in found.items():
            slots, owners = np.array(pairs, np.intp).T
            self._slots[universe] = (slots, owners, of(universe)[slots])

"""The arrays of a mixer: what all of it works on."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.cells import Cells
from showctl.engine.colour_fades import ColourFades
from showctl.engine.fade_table import RESTING
from showctl.engine.patch_map import PatchMap
from showctl.model.address import SLOTS


class LevelArrays:
    """The state of P parameters, in the order of the patch map, of their N cells, and of the slots of U universes.

    level = start + change · position of its fade; at rest change is 0. The arrays are never replaced: spans hold views.
    """

    def __init__(self, patch: PatchMap, cells: Cells) -> None:
        self.cells = cells
        self.default = patch.default
        self.fade = np.full(cells.count, RESTING, np.intp)
        self.colours = ColourFades(patch.heads, self.fade)
        """Cells whose levels are made otherwise while they fade."""
        self.start = np.append(patch.default[cells.of[: cells.weight]], np.zeros(cells.parameter.size))
        self.change = np.zeros(cells.count)
        self.target = self.start.copy()
        self.level = self.start.copy()
        """As of the last evaluation; of a shared parameter, what its layers make together."""
        self.output = self.level[: patch.count]
        """That of the parameters (P,)."""
        self.run = np.zeros(cells.count, np.int64)
        """The run that was the last to move each cell, whether it moves still or not."""
        self.acted = np.full(cells.count, -np.inf)
        """When the cue acted that was the last to move each cell. A delay keeps nothing from cues that acted later."""
        self.holder = np.zeros(patch.count, np.int16)
        """The layer that was the last to move each parameter that is not shared; 0 when it was given back."""
        self.counts = np.zeros(cells.number.size, np.bool_)
        """Which of the layers' cells (M,) count."""
        self.claimed = np.zeros(cells.parameter.size, np.bool_)
        """Whether any layer's cell of each shared parameter (S,) does."""
        self.crossing = False
        """Whether any weight may be above 0; if not, their levels are not looked at."""
        self.origin = np.zeros(cells.parameter.size)
        """From where each shared parameter (S,) is on its way, as far as its weight says."""
        self.scaled = np.zeros(patch.count)
        self.scale = patch.scale.copy()
        """Full as a number, under all masters."""
        self.cap: NDArray[np.float64] | None = None
        """No level counts as more than this (P,) at the output; None: there is no such limit."""
        self.capped = np.zeros(patch.count)
        self.numbers = np.zeros(patch.count, "<i4")
        self.slots = np.zeros((patch.universes, SLOTS), np.uint8)
        self.before = self.slots.copy()
        """The slots of the evaluation before."""
        self.changed = np.zeros(patch.universes, np.bool_)
        """Universes whose slots have changed; whoever reads it resets it."""

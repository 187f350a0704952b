"""What an entry of the patch makes of the levels of its fixtures on their way out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showctl.model.curve import Curve
from showctl.model.patch import PatchEntry
from showctl.model.problem import Path, Problem
from showctl.program.mode_layout import ModeLayout

MOST_CURVES = 255
"""Different ones in a patch: one byte says which."""


@dataclass(frozen=True, slots=True)
class EntryResponse:
    """For the n parameters of a layout. A curve is one of intensity."""

    swapped: NDArray[np.intp] | None
    """Whose slots each parameter has; None: its own."""
    factor: NDArray[np.float64]
    """What full is, of 1: on intensity, or on what a virtual intensity dims."""
    inverted: NDArray[np.bool_]
    curve: Curve


def response(entry: PatchEntry, layout: ModeLayout, path: Path, problems: list[Problem]) -> EntryResponse:
    """The response that an entry asks for. What the fixture cannot do is added to `problems`."""
    kind = f"'{layout.fixture}' in mode '{layout.mode}'"

    def lacks(key: str, what: str) -> None:
        problems.append(Problem((*path, key), f"{kind} has no {what}", f"remove {key}"))

    axes = [name.rpartition("/")[2] for name in layout.names]
    inverted = np.array([axis in entry.invert for axis in axes], np.bool_)
    for axis in entry.invert:
        if axis not in axes:
            lacks("invert", axis)
    swapped = _swapped(layout) if entry.swap else None
    if entry.swap and swapped is None:
        lacks("swap", "pan and tilt")
    if not layout.intensity.any():
        for key, written in (("proportional", entry.proportional != 1.0), ("curve", entry.curve != "linear")):
            if written:
                lacks(key, "intensity")
    scaled = layout.intensity.copy()
    scaled[layout.dimmer >= 0] = True
    has_slot = layout.slots[:, 0] >= 0
    # What is dimmed by an intensity with a slot of its own is scaled by that one already.
    scaled &= has_slot & ~((layout.dimmer >= 0) & has_slot[layout.dimmer])
    factor = np.where(scaled, entry.proportional, 1.0)
    return EntryResponse(swapped, factor, inverted, entry.curve)


def _swapped(layout: ModeLayout) -> NDArray[np.intp] | None:
    """Each pan with the slots of the tilt of its head, and the other way round."""
    order = np.arange(len(layout.names))
    found = False
    for name, place in layout.index.items():
        head, slash, axis = name.rpartition("/")
        other = layout.index.get(f"{head}{slash}tilt") if axis == "pan" else None
        if other is not None:
            order[place], order[other] = other, place
            found = True
    return order if found else None

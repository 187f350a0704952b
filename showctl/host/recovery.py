"""Going on from the levels of an engine that was lost."""

import numpy as np

from showctl.engine.level_store import Stored
from showctl.engine.mixer import Mixer
from showctl.engine.port import FrameOutput
from showctl.model.address import SLOTS
from showctl.program.program import Program

_FAR = 128
"""Half the circle of sequence numbers. A receiver drops a packet whose number is up to 20 behind the last one (E1.31
§6.7.2), and nobody knows the lost engine's last one: of two numbers half a circle apart it takes at least one."""


def restore(stored: Stored, program: Program, mixer: Mixer, frames: tuple[FrameOutput, ...]) -> None:
    """Take over the levels by universe, and send them at once. Nothing else is using mixer and outputs yet."""
    row = {universe: index for index, universe in enumerate(stored.universes)}
    kept = np.array([row.get(universe, -1) for universe in program.universes], np.intp)
    touched = np.append(stored.touched, False)[kept]
    levels = np.zeros((kept.size, SLOTS), np.uint8)
    levels[touched] = stored.levels[kept[touched]]
    same_patch = stored.digest == program.digest and stored.universes == program.universes
    mixer.restore(levels, touched, stored.values if same_patch and stored.values.size else None)
    rows = np.flatnonzero(touched)
    if rows.size:
        for output in frames:
            output.send(rows, levels)
            output.go_on_from({stream: (number + _FAR) % 256 for stream, number in output.streams().items()})

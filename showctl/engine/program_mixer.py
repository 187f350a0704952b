"""The mixer of a program."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.engine.layer import layers_of
from showctl.engine.mixer import Mixer
from showctl.model.effect import Fade
from showctl.program.program import Program


def mixer_for(program: Program, left: Mapping[str, NDArray[np.intp]] | None = None) -> Mixer:
    """A mixer that has worked out ahead what all fades of the program need; may take a moment. For `left` see
    `layers_of`."""
    mixer = Mixer(program.parameters, len(program.universes), program.masters, program.grand, layers_of(program, left))
    mixer.prepare(effect for cue in program.cues.values() for effect in cue.effects if isinstance(effect, Fade))
    mixer.prepare(program.panic_look)
    return mixer

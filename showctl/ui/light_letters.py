"""Letters for how a light cue tracks, as it is written: M marks, B blocks, C cue only, P parts, A asserts."""

from showctl.cues.light import LightCue
from showctl.model.cue import Cue
from showctl.ui.tongue import tr


def light_letters(cue: Cue) -> dict[str, str]:
    """By letter what it stands for, in words; nothing for most cues."""
    if not isinstance(cue, LightCue):
        return {}
    light, said = cue.light, {}
    if light.mark:
        said["M"] = tr("mark: what it lights from dark moves into place before")
    if light.block:
        said["B"] = (
            tr("block: no intensity tracks in") if light.block == "intensity" else tr("block: nothing tracks in")
        )
    if light.cue_only:
        said["C"] = tr("cue only: what it moves goes back with the next light cue")
    if light.parts:
        count = len(light.parts)
        said["P"] = tr("%n part(s) with times of their own", "", count)
    if light.assert_:
        said["A"] = tr("assert: what tracks in is played as if it moved it")
    return said

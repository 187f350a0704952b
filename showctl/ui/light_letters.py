"""Letters for how a light cue tracks, as it is written: M marks, B blocks, C cue only, P parts, A asserts."""

from showctl.cues.light import LightCue
from showctl.model.cue import Cue


def light_letters(cue: Cue) -> dict[str, str]:
    """By letter what it stands for, in words; nothing for most cues."""
    if not isinstance(cue, LightCue):
        return {}
    light, said = cue.light, {}
    if light.mark:
        said["M"] = "mark: what it lights from dark moves into place before"
    if light.block:
        said["B"] = f"block: {'no intensity' if light.block == 'intensity' else 'nothing'} tracks in"
    if light.cue_only:
        said["C"] = "cue only: what it moves goes back with the next light cue"
    if light.parts:
        count = len(light.parts)
        said["P"] = f"{count} {'part' if count == 1 else 'parts'} with times of their own"
    if light.assert_:
        said["A"] = "assert: what tracks in is played as if it moved it"
    return said

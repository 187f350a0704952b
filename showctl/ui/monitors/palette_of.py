"""Which palette a level of a cue comes from. No widgets."""

from collections.abc import Iterator, Mapping

import numpy as np

from showctl.cues.light import LightCue
from showctl.model.cue import Cue
from showctl.model.look import FixtureLook, Look
from showctl.model.parameter_kind import KINDS, kind_of_name
from showctl.model.selection import expand
from showctl.model.setting import Word
from showctl.model.show import Show
from showctl.program.program import Program


def palette_of(show: Show, program: Program, cue: Cue, fixture: str, parameter: str) -> str:
    """The name of the palette that a light cue takes a parameter of a fixture from; empty: it says the level itself.
    Where two lines of a look speak of the same, the later one counts."""
    if not isinstance(cue, LightCue):
        return ""
    light, found = cue.light, ""
    for look in (light.look, *(part.look for part in light.parts)):
        for entry in _entries(look, program, fixture):
            said = _named(show, program, entry, fixture, parameter)
            found = found if said is None else said
    return found


def _entries(look: Look, program: Program, fixture: str) -> Iterator[FixtureLook]:
    for selection, entry in look.items():
        group = program.fixtures.groups.get(selection)
        if group is None:
            if fixture in expand(selection):
                yield entry
        elif any(program.fixtures.names[at] == fixture for at in np.frombuffer(group, "<i4")):
            yield entry


def _named(show: Show, program: Program, entry: FixtureLook, fixture: str, parameter: str) -> str | None:
    """The palette that a line of a look takes it from, empty for a level of its own; None: it says nothing of it."""
    if parameter in (entry.__pydantic_extra__ or {}):
        return ""
    category = KINDS[kind_of_name(parameter)].category
    every: Mapping[str, tuple[object, Mapping[str, object]]] = {
        "intensity": (entry.intensity, show.palettes.intensity),
        "colour": (entry.colour, show.palettes.colour),
        "position": (entry.position, show.palettes.position),
        "beam": (entry.beam, show.palettes.beam),
    }
    word, palettes = every.get(category, (None, {}))
    if word is not None:
        return str(word) if isinstance(word, Word) and str(word) in palettes else ""
    if not isinstance(entry.palette, Word):
        return None
    mixed = show.palettes.mixed.get(str(entry.palette))
    if mixed is None:
        return None
    within = [_named(show, program, each, fixture, parameter) for each in _entries(mixed, program, fixture)]
    return str(entry.palette) if any(each is not None for each in within) else None

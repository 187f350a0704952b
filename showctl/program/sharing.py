"""Programs of one state of a show after another share what is the same in both."""

from typing import Any

from msgspec import structs

from showctl.model.cue import CueId
from showctl.program.program import CompiledCue, Program


def shared(before: Program | None, program: Program) -> Program:
    """The same program, made of the objects of the one before wherever these are equal: then comparing two states looks
    at what differs, and at nothing else.
    """
    if before is None:
        return program
    cues: dict[CueId, CompiledCue] = {}
    for key, cue in program.cues.items():
        known = before.cues.get(key)
        cues[key] = known if known is not None and known == cue else cue
    same: dict[str, Any] = {}
    for name in program.__struct_fields__:
        value = getattr(before, name)
        if name != "cues" and value == getattr(program, name):
            same[name] = value
    if "lists" not in same:
        lists = {each: each for each in before.lists}
        same["lists"] = tuple(lists.get(each, each) for each in program.lists)
    return structs.replace(program, cues=cues, **same)

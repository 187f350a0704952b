"""Where the first GO of a run goes, as the command line has it: words for what would surprise."""

from collections.abc import Collection

from showctl.engine.command import TakeFrom
from showctl.engine.standby import Orders
from showctl.model.cue import MAIN, CueId
from showctl.program.program import Program
from showctl.showfile.suggest import suggestion


def standby_refusal(program: Program, cue: CueId, take: TakeFrom | None = None) -> str:
    """Why a cue cannot be put in standby at the start, and what to do; empty if it can."""
    if take is not None and take.cue != cue:
        return f"a take puts its own cue in standby; leave out --standby {cue}"
    if cue not in program.cues:
        remedy = suggestion(cue, program.cues, "write the number of a cue, or list/number for one of another list")
        return f"there is no cue '{cue}'; {remedy}"
    if cue not in Orders(program, {}).list_of:
        return f"cue {cue} cannot be in standby; write a cue that GO goes to, such as its group"
    return ""


def loaded_elsewhere(
    program: Program, loaded: Collection[CueId], standby: CueId | None = None, take: TakeFrom | None = None
) -> str:
    """What to say where cues are loaded and the first GO of the main list goes to another; else empty."""
    cue = take.cue if take is not None else standby
    if cue is None or program.cues[cue].list != MAIN:
        cue = Orders(program, {}).lists[MAIN].standby
    if not loaded or cue in loaded:
        return ""
    first = next(iter(loaded))
    goes = f"GO goes to {cue}" if cue is not None else "there is nothing for GO"
    return f"cue {first} is loaded, but {goes}; to begin there, add --standby {first}"

"""What is known of an engine that was lost, for its successor and for the operator."""

import time
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from showctl.engine.snapshot import Evening, Snapshot
from showctl.link.message import Recover
from showctl.model.cue import CueId
from showctl.program.program import CompiledCue
from showctl.program.renaming import Renaming

NOBODY: Mapping[CueId, CueId] = MappingProxyType({})


def recover_from(last: Snapshot | None, renamed: Mapping[CueId, CueId] = NOBODY) -> Recover:
    """What the next engine is told: standby as last seen, the evening's arming and flags, and what was active; by the
    ids that cues have now, where they are `renamed` since.

    Nothing of it is fired again.
    """
    if last is None:
        return Recover({}, ())

    def now(cues: Iterable[CueId]) -> tuple[CueId, ...]:
        return tuple(dict.fromkeys(renamed.get(cue, cue) for cue in cues))

    interrupted = now((*last.interrupted, *(cue.cue for cue in last.active)))
    names = Renaming(renamed)
    lists = ((names.now("list", each.name), each.standby) for each in last.lists)
    standby = {name: cue and renamed.get(cue, cue) for name, cue in lists if name is not None}
    said = last.evening
    evening = Evening(now(said.armed), now(said.disarmed), now(said.flagged), now(said.unflagged))
    return Recover(standby, interrupted, last.day, last.rehearsed, last.rehearsal, evening)


def lost_text(last: Snapshot | None, cues: Mapping[CueId, CompiledCue], wall: float) -> str:
    """`Engine lost at 20:04:22. …`, in the operator's local time; `wall` is Unix time."""
    said = [f"Engine lost at {time.strftime('%H:%M:%S', time.localtime(wall))}. Levels hold"]
    if last is not None:
        interrupted = _numbers(dict.fromkeys(cue.cue for cue in last.active), cues)
        standby = _numbers([each.standby for each in last.lists if each.standby is not None], cues)
        said += [f"{interrupted} interrupted"] if interrupted else []
        said += [f"{standby} in standby"] if standby else []
    return f"{'; '.join(said)}; nothing is fired again. Starting a new one."


def _numbers(ids: Mapping[CueId, None] | list[CueId], cues: Mapping[CueId, CompiledCue]) -> str:
    numbers = [cues[cue].number if cue in cues else cue for cue in ids]
    return f"{', '.join(numbers)} {'is' if len(numbers) == 1 else 'are'}" if numbers else ""

"""What is known of an engine that was lost, for its successor and for the operator."""

import time
from collections.abc import Mapping

from showctl.engine.snapshot import Snapshot
from showctl.link.message import Recover
from showctl.model.cue import CueId
from showctl.program.program import CompiledCue


def recover_from(last: Snapshot | None) -> Recover:
    """What the next engine is told: standby as last seen, the evening's arming and flags, and what was active.

    Nothing of it is fired again.
    """
    if last is None:
        return Recover({}, ())
    interrupted = dict.fromkeys((*last.interrupted, *(cue.cue for cue in last.active)))
    return Recover({each.name: each.standby for each in last.lists}, tuple(interrupted), last.segments, last.evening)


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

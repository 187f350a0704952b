"""What holds for a cue this evening, whatever the show file says, as a snapshot tells it."""

from collections.abc import Callable, Mapping, Sequence

from showctl.engine.snapshot import Snapshot
from showctl.model.cue import Cue, CueId
from showctl.model.effect import Effect
from showctl.program.program import Program
from showctl.ui.describe import DepartmentLine, department_lines, lookless
from showctl.ui.reading import counted
from showctl.ui.tongue import tr


def armed_now(snapshot: Snapshot | None, identity: CueId, cue: Cue) -> bool:
    """Whether a cue itself is armed."""
    if snapshot is None:
        return cue.armed
    return identity in snapshot.armed or (cue.armed and identity not in snapshot.disarmed)


def unarmed_said(snapshot: Snapshot | None, identity: CueId, cue: Cue) -> str:
    """What to say of a cue that is not armed; empty for one that is."""
    if armed_now(snapshot, identity, cue):
        return ""
    since = tr("Disarmed this evening") if cue.armed else tr("Not armed")
    return tr("{since}: it keeps its waits and does nothing.").format(since=since)


def loaded_said(snapshot: Snapshot | None, identity: CueId | None) -> str:
    """Where the next start of a cue begins, if it is loaded; else nothing."""
    loaded = {each.cue: each.at for each in snapshot.loaded} if snapshot is not None else {}
    return tr("Loaded: GO begins at {time}").format(time=counted(loaded[identity])) if identity in loaded else ""


def taking_said(snapshot: Snapshot | None) -> str:
    """From which cue the show is just being taken; empty when it is not."""
    taking = snapshot.taking if snapshot is not None else None
    if taking is None:
        return ""
    paused = tr(", paused") if taking.paused_at is not None else ""
    return tr("Taking from {cue} …{paused}{then}").format(
        cue=taking.cue.rpartition("/")[2], paused=paused, then=tr(", then GO") if taking.go else ""
    )


def lines_said(
    cues: Mapping[CueId, Cue], program: Program, played: Sequence[CueId], unarmed: Callable[[CueId], object]
) -> list[DepartmentLine]:
    """What the departments do on GO, by the cues that it plays."""
    back = [cues[each] for each in played if lookless(cues[each]) and not lookless(cues[each], effects(program, each))]
    return department_lines([cues[each] for each in played], [cues[each] for each in played if unarmed(each)], back)


def effects(program: Program, cue: CueId) -> tuple[Effect, ...]:
    """What a cue does in its list; nothing where it is not there yet."""
    return program.cues[cue].effects if cue in program.cues else ()

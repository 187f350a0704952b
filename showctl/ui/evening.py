"""What holds for a cue this evening, whatever the show file says, as a snapshot tells it."""

from showctl.engine.snapshot import Snapshot
from showctl.model.cue import Cue, CueId
from showctl.ui.reading import counted


def armed_now(snapshot: Snapshot | None, identity: CueId, cue: Cue) -> bool:
    """Whether a cue itself is armed."""
    if snapshot is None:
        return cue.armed
    return identity in snapshot.armed or (cue.armed and identity not in snapshot.disarmed)


def unarmed_said(snapshot: Snapshot | None, identity: CueId, cue: Cue) -> str:
    """What to say of a cue that is not armed; empty for one that is."""
    if armed_now(snapshot, identity, cue):
        return ""
    since = "Disarmed this evening" if cue.armed else "Not armed"
    return f"{since}: it keeps its waits and does nothing."


def loaded_said(snapshot: Snapshot | None, identity: CueId | None) -> str:
    """Where the next start of a cue begins, if it is loaded; else nothing."""
    loaded = {each.cue: each.at for each in snapshot.loaded} if snapshot is not None else {}
    return f"Loaded: GO begins at {counted(loaded[identity])}" if identity in loaded else ""


def taking_said(snapshot: Snapshot | None) -> str:
    """From which cue the show is just being taken; empty when it is not."""
    taking = snapshot.taking if snapshot is not None else None
    if taking is None:
        return ""
    paused = ", paused" if taking.paused_at is not None else ""
    return f"Taking from {taking.cue.rpartition('/')[2]} …{paused}{', then GO' if taking.go else ''}"

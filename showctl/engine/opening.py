"""What a group starts when it acts, and what comes next in a playlist."""

from collections.abc import Container, Iterable

from showctl.engine.picks import Picks
from showctl.engine.run import Run
from showctl.model.cue import Continue, CueId
from showctl.program.program import Child, CompiledCue
from showctl.timing.cue_times import CueTimes
from showctl.timing.group_time import hand_over_at


def opening(group: Run, picks: Picks) -> Iterable[Child]:
    """The cues that start by the group's own action, with their offsets from it."""
    cue = group.cue
    match cue.mode:
        case "timeline":
            return cue.children
        case "random":
            return (Child(picks.one(cue), 0.0),)
        case "playlist":
            group.loops = cue.loop
            group.queue.clear()
            group.queue.extend(picks.order(cue))
            return (Child(group.queue.popleft(), 0.0),)
        case _:
            return cue.children[:1]


def next_in(playlist: Run, picks: Picks) -> CueId | None:
    """The cue whose turn it is in a playlist; None after the last."""
    if not playlist.queue and playlist.loops:
        playlist.queue.extend(picks.order(playlist.cue))
        playlist.lap += 1
    return playlist.queue.popleft() if playlist.queue else None


def what_follows(
    cue: CompiledCue, due: float, times: CueTimes, group: Run | None, leading: Container[CueId]
) -> tuple[float | None, Continue]:
    """When the next cue starts by itself, and what that depends on: in a playlist not on the cue alone.

    `times` are those of a start at `due`; `leading` the cues that lead to another when they continue.
    """
    if group is None or group.cue.mode != "playlist":
        return (times.next_at if cue.id in leading else None), cue.continue_
    if not group.queue and not group.loops:
        return None, Continue.NONE
    if cue.continue_ is Continue.AUTO_CONTINUE:
        return times.next_at, Continue.AUTO_CONTINUE
    # Nobody knows when a cue that repeats will be broken out of.
    at = hand_over_at(cue, due, group.cue.crossfade) if cue.repeat == 1 else times.done_at
    return at, Continue.AUTO_CONTINUE if at < times.done_at else Continue.AUTO_FOLLOW

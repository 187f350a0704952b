"""What a group starts when it acts, and what comes next in a playlist."""

from collections.abc import Iterable

from showctl.engine.picks import Picks
from showctl.engine.run import Run
from showctl.model.cue import CueId
from showctl.program.program import Child


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
    return playlist.queue.popleft() if playlist.queue else None

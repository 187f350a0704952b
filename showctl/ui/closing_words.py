"""What the engine goes on doing when the console is closed, in words."""

from collections.abc import Mapping

from showctl.engine.snapshot import Snapshot
from showctl.model.cue import Cue, CueId
from showctl.ui.tongue import tr

MOST = 3
"""Cues that are named; the rest is counted."""


def goes_on(snapshot: Snapshot, cues: Mapping[CueId, Cue], standby: CueId | None) -> str:
    """`The engine is playing. Left so, 38 and 34 go on, light holds and 39 stays in standby; …`"""
    running = [cues[each.cue].number for each in snapshot.active if each.cue in cues and each.parent is None]
    named = running[:MOST] + ([tr("{count} more").format(count=len(running) - MOST)] if len(running) > MOST else [])
    said = tr(" and ").join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    parts = [tr("{cues} (goes|go) on", "", len(running)).format(cues=said)] if running else []
    parts.append(tr("light holds"))
    if standby is not None and standby in cues:
        parts.append(tr("{number} stays in standby").format(number=cues[standby].number))
    does = tr(" and ").join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
    return tr("The engine is playing. Left so, {does}; a console that opens this show has it again.").format(does=does)

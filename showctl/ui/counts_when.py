"""When an edit of a cue that is active counts: at its next start, for what it does now it began as it was."""

from collections.abc import Iterable

from showctl.model.cue import Cue, CueId
from showctl.model.show import Show
from showctl.ui.tongue import tr

_AT_ONCE = {
    "number", "id", "label", "notes", "colour", "armed", "flagged", "hotkey", "starts_segment", "continue_", "cues"
}  # fmt: skip
"""Fields that nothing waits for, or that are of other cues."""
_MOST_NAMED = 3


def counts_when(before: Show, after: Show, active: Iterable[CueId]) -> str:
    """A sentence about the active cues that were changed in what they do; empty where none was."""
    ids = dict.fromkeys(active)
    if not ids or before is after:
        return ""
    old, new = ({cue: each for cue, each in show.walk() if cue in ids} for show in (before, after))
    changed = [cue for cue in ids if cue in old and cue in new and _plays(old[cue]) != _plays(new[cue])]
    if not changed:
        return ""
    if len(changed) == 1:
        return tr("{changed} is running: it counts at its next start.").format(changed=changed[0])
    more = tr(" and {count} more").format(count=len(changed) - _MOST_NAMED) if len(changed) > _MOST_NAMED else ""
    return tr("{changed}{more} are running: it counts at their next start.").format(
        changed=", ".join(changed[:_MOST_NAMED]), more=more
    )


def _plays(cue: Cue) -> dict[str, object]:
    fields = type(cue).model_fields
    return {"type": type(cue), **{name: getattr(cue, name) for name in fields if name not in _AT_ONCE}}

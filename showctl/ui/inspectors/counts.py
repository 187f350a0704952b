"""When an edit of a cue counts that runs just now (docs/console.md has the whole table)."""

from collections.abc import Collection

from showctl.ui.tongue import tr


def when_it_counts(kinds: Collection[str], running: int) -> str:
    """`kinds`: the types of the selected cues that are active; `running`: how many these are."""
    if not running:
        return ""
    if set(kinds) == {"group"}:
        if running == 1:
            return tr("Runs now: edits count at once for what inside has not begun, else from the next start")
        return tr(
            "%n of them run now: edits of those count at once for what inside has not begun, else from the next start",
            "",
            running,
        )
    if running == 1:
        return tr("Runs now: edits count from the next start")
    return tr("%n of them run now: edits of those count from the next start", "", running)

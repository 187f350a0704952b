"""What to say when writing a show back could not keep all that its author wrote beside it."""

from showctl.showfile.report import plain
from showctl.showfile.splice import written
from showctl.showfile.tree import Mapping, where

_MOST_NAMED = 3


def lost_comments(root: Mapping) -> str:
    """A sentence if something was written anew of which only a part was edited, so that its comments may be lost; else
    nothing. Raises Unwritable.
    """
    rewritten = written(root).rewritten
    if not rewritten:
        return ""
    if () in rewritten:
        return "The whole file was written anew, its comments are gone; the file before is among the backups."
    named = [plain(where(root, path)) for path in rewritten[:_MOST_NAMED]]
    more = len(rewritten) - len(named)
    said = ", ".join(named) + (f" and {more} more" if more else "")
    return f"Written anew, with what stood there in comments lost: {said}; the file before is among the backups."

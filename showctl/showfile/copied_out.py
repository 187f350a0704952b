"""What to say when texts that were repeated (*a) say different things after an edit."""

from collections import Counter

from showctl.showfile.splice import written
from showctl.showfile.tree import Mapping

_MOST_NAMED = 3


def copies(root: Mapping) -> dict[int, str]:
    """Names of repeats that edits made texts of their own, by where they stood in the text that was read. Costs nothing
    in a file without repeats, or of the tree that was written last. Raises Unwritable.
    """
    origin = root.base.origin if root.base is not None else None
    return dict(written(root).copied_out) if origin is not None and origin.repeats else {}


def copied_out(known: dict[int, str], root: Mapping) -> str:
    """A sentence if there are more than those that were known before an edit; else nothing. Raises Unwritable."""
    names = Counter(name for at, name in copies(root).items() if known.get(at) != name)
    if not names:
        return ""
    said = [f"*{name}" if count == 1 else f"*{name} ({count} times)" for name, count in names.most_common(_MOST_NAMED)]
    more = len(names) - len(said)
    words = ", ".join(said) + (f" and {more} more names" if more else "")
    return f"Written out where it stood, since it does not all say the same any more: {words}."

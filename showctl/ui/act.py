"""One thing that the console does by key, as a line of the table."""

from dataclasses import dataclass
from typing import Literal

from showctl.ui.mode import Mode

When = Literal["anywhere", "not typing", "list", "window", "part"]
"""Where a key works: in text fields, too; while no text is typed; while the cue list has the keyboard; in each of the
console's windows, unless a field has a use for it; or only in the part that the words name."""
ALL = (Mode.EDIT, Mode.REHEARSE, Mode.SHOW)


@dataclass(frozen=True, slots=True)
class Act:
    """`keys` as Qt writes them; the first is the one that is shown."""

    id: str
    words: str
    group: str
    keys: tuple[str, ...] = ()
    mode: tuple[Mode, ...] = ALL
    when: When = "window"
    fixed: bool = False
    """Its keys cannot be others: fingers have to find them on every machine, or they are not the table's to give."""

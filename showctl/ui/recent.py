"""The shows that were opened on this machine, the last one first."""

import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings

KEY = "recent/shows"
MOST = 12


class Recent(NamedTuple):
    """One of them. `opened`: Unix time."""

    path: Path
    opened: float


def recent_shows(settings: QSettings) -> list[Recent]:
    """As they are kept; what cannot be read is left out."""
    kept = settings.value(KEY, [])
    lines = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    found = []
    for line in lines:
        at, _, path = str(line).partition(" ")
        if path and at.isdecimal():
            found.append(Recent(Path(path), float(at)))
    return found


def remember(settings: QSettings, show: Path, now: float | None = None) -> None:
    """A show was opened."""
    path = show.resolve()
    others = [each for each in recent_shows(settings) if each.path != path]
    all_of_them = [Recent(path, time.time() if now is None else now), *others][:MOST]
    settings.setValue(KEY, [f"{int(each.opened)} {each.path}" for each in all_of_them])


def forget(settings: QSettings, show: Path) -> None:
    """Take one off the list; the file stays."""
    settings.setValue(KEY, [f"{int(each.opened)} {each.path}" for each in recent_shows(settings) if each.path != show])

"""What the path of a show file that is being typed may become."""

import os
from pathlib import Path
from typing import NamedTuple

SHOWS = (".yaml", ".yml", ".zip")
_MOST = 20_000
"""Entries of a folder that are looked at."""


class PathCompletion(NamedTuple):
    """The path carried on as far as there is one way to go on, and the names that there are from there."""

    text: str
    names: tuple[str, ...]


def completed_path(text: str, folder: Path, endings: tuple[str, ...] = SHOWS) -> PathCompletion:
    """`folder`: where a path begins that is not absolute; `endings`: of files that are meant, none for all. Reads the
    disk: not for the window's thread. Raises OSError."""
    head, slash, last = text.rpartition("/")
    place = folder / Path(head + slash).expanduser()
    names: list[str] = []
    with os.scandir(place) as entries:
        for _, entry in zip(range(_MOST), entries, strict=False):
            if entry.name.startswith(last) and (last[:1] == "." or entry.name[:1] != "."):
                if entry.is_dir():
                    names.append(f"{entry.name}/")
                elif not endings or entry.name.lower().endswith(endings):
                    names.append(entry.name)
    first, last_of = min(names, default=""), max(names, default="")
    further = first[: next((at for at, c in enumerate(first) if last_of[at : at + 1] != c), len(first))]
    return PathCompletion(head + slash + (further or last), tuple(sorted(names)))

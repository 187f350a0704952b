"""Where a show can go that cannot be saved at its place."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import platformdirs


def second_place(target: Path, size: int, *, other_disk: bool) -> Path:
    """A file that is not there yet, called so that it says what it is: `gala, saved aside 2026-11-23 19.30.05.yaml`.

    In the user's documents, home, or else the system's folder for temporary files: the first that can be written and
    has room for `size` bytes; `other_disk`: on another disk than `target`, if there is such a one.
    """
    folders = [
        folder for folder in _folders(target) if os.access(folder, os.W_OK | os.X_OK) and _has_room(folder, size)
    ]
    if other_disk:
        device = _device(target.parent)
        folders.sort(key=lambda folder: _device(folder) == device)  # stable: the better folder first
    folder = folders[0] if folders else Path(tempfile.gettempdir())
    name = f"{target.stem[:60]}, saved aside {time.strftime('%Y-%m-%d %H.%M.%S')}"
    place, number = folder / f"{name}{target.suffix or '.yaml'}", 1
    while place.exists():
        number += 1
        place = folder / f"{name} ({number}){target.suffix or '.yaml'}"
    return place


def _folders(target: Path) -> list[Path]:
    wished = [platformdirs.user_documents_path(), Path(os.path.expanduser("~")), Path(tempfile.gettempdir())]
    return [folder for folder in wished if folder.is_dir() and folder != target.parent]


def _has_room(folder: Path, size: int) -> bool:
    try:
        return shutil.disk_usage(folder).free > size
    except OSError:
        return False


def _device(folder: Path) -> int:
    """0 where it cannot be told."""
    try:
        return os.stat(folder).st_dev
    except OSError:
        return 0

"""Where console and engine of a show meet: files in a folder that nobody else can read or write."""

import hashlib
import os
import stat
import warnings
from pathlib import Path
from typing import NamedTuple

import platformdirs

NAME = "showctl"


class UnsafeFolder(Exception):
    """Others could read or change the files by which console and engine meet. Says what to do."""


class Place(NamedTuple):
    """The files of one show. All but `lock` may be missing."""

    lock: Path
    """Locked as long as the show's engine lives."""
    meeting: Path
    """How to reach the engine."""
    levels: Path
    """The level store."""


def place_of(show: Path) -> Place:
    """The files of the show with this path, wherever it is written from. Raises UnsafeFolder."""
    name, folder = key_of(show), runtime_folder()
    return Place(*(folder / f"{name}.{kind}" for kind in ("lock", "json", "levels")))


def runtime_folder() -> Path:
    """The folder of the meeting files: ours, and closed to others. Made when missing; raises UnsafeFolder."""
    folder = _folder("user_runtime_path")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnsafeFolder(
            f"{folder} cannot be made ({error.strerror}); set XDG_RUNTIME_DIR to a folder of yours"
        ) from None
    if hasattr(os, "getuid"):  # on Windows the folder lies in the user's profile, which its access list closes
        refuse_unsafe(folder)
    return folder


def log_path(show: Path) -> Path:
    """Where the engine of a show writes when it has no terminal. Its folder is made when missing."""
    return _made("user_log_path") / f"engine-{show.stem}-{key_of(show)[:8]}.log"


def data_folder() -> Path:
    """The folder of what an installation keeps for good, made when missing."""
    return _made("user_data_path")


def settings_folder() -> Path:
    """The folder of the user's settings, made when missing."""
    return _made("user_config_path")


def cache_folder(name: str) -> Path:
    """A folder of what can be made again: ours, and closed to others. Made when missing; raises UnsafeFolder."""
    try:
        folder = _made("user_cache_path") / name
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise UnsafeFolder(f"no cache folder can be made ({error}); set XDG_CACHE_HOME to a folder of yours") from None
    if hasattr(os, "getuid"):
        refuse_unsafe(folder, "XDG_CACHE_HOME")
    return folder


def key_of(show: Path) -> str:
    """What the files of a show are named by: the same however its path is written."""
    return hashlib.sha256(os.fsencode(os.path.realpath(show))).hexdigest()[:16]


def _made(kind: str) -> Path:
    folder = _folder(kind)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _folder(kind: str) -> Path:
    with warnings.catch_warnings():  # that there is no XDG_RUNTIME_DIR: the folder taken instead is checked below
        warnings.simplefilter("ignore")
        path: Path = getattr(platformdirs.PlatformDirs(NAME, appauthor=False), kind)
    return path


def refuse_unsafe(folder: Path, variable: str = "XDG_RUNTIME_DIR") -> None:
    """The folder has to be ours and closed; who could rename it, the owner of its parent, has to be us or root.

    `variable`: that of the environment which names another folder.
    """
    found, above = folder.lstat(), folder.parent.stat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise UnsafeFolder(f"{folder} is not a folder of yours; remove it, or set {variable}")
    if found.st_mode & 0o077:
        raise UnsafeFolder(f"{folder} is open to other users; run: chmod 700 '{folder}'")
    if above.st_uid not in {0, os.getuid()} or (above.st_mode & 0o022 and not above.st_mode & stat.S_ISVTX):
        raise UnsafeFolder(f"{folder.parent} lets other users replace what is in it; set {variable}")

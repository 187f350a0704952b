"""A show opened from its bundle: in a folder of our own, by the bundle's content, to be read and not to be edited."""

import contextlib
import os
import shlex
import shutil
import stat
import tempfile
from pathlib import Path

from showctl.link.place import UnsafeFolder, cache_folder
from showctl.showfile.bundle import FIXTURES, Bundle, read_bundle
from showctl.showfile.device_profile import FOLDER as PROFILES
from showctl.showfile.report import Unreadable
from showctl.showfile.text import digest

ENDING = ".zip"
_FOLDER = "bundles"


def from_bundle(path: Path) -> Path:
    """The show file that a path means: itself, or that in a bundle, which is unpacked. Raises Unreadable, BadBundle and
    UnsafeFolder.

    The same bundle is always the same file, wherever it lies, so that a console finds its engine.
    """
    if not is_bundle(path):
        return path
    bundle = read_bundle(path)
    folder = cache_folder(_FOLDER) / _name(bundle)
    if not folder.is_dir():
        _unpack(bundle, folder)
    if wrong := _wrong(folder, bundle):
        _mend(bundle, folder, wrong)
    return folder / bundle.show


def is_bundle(path: Path) -> bool:
    """Whether a path is that of a bundle, by its name."""
    return path.suffix.lower() == ENDING and not path.is_dir()


def unbundle_first(path: Path) -> str:
    """What is said to who wants to change a bundle, or looks for what it has not."""
    said = f"showctl unbundle {shlex.quote(str(path))} FOLDER"
    return f"{path} is a bundle, which stays as it is; unpack it first, and use the show file there: {said}"


def is_from_bundle(show: Path) -> bool:
    """Whether a show file is one that `from_bundle` made, which is not to be written."""
    with contextlib.suppress(UnsafeFolder):  # then nothing was unpacked there
        return Path(os.path.realpath(show)).is_relative_to(cache_folder(_FOLDER).resolve())
    return False


def unbundle(path: Path, folder: Path) -> Path:
    """Unpack a bundle for good, into a folder that is not there or empty; the show file. Raises Unreadable, BadBundle,
    and FileExistsError if there is something in the folder."""
    bundle = read_bundle(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FileExistsError(f"there is something in {folder} already, and nothing is written over; name another")
        _write(bundle, folder, 0o666)
    except FileExistsError:
        raise
    except OSError as error:
        raise Unreadable(f"{folder}: it cannot be written ({error.strerror}); name another folder") from None
    return folder / bundle.show


def _name(bundle: Bundle) -> str:
    """By what is in it, not by how that was packed."""
    return digest("\n".join(f"{digest(data)} {name}" for name, data in sorted(bundle.files.items())).encode())[:16]


def _unpack(bundle: Bundle, folder: Path) -> None:
    """All or nothing: two consoles may open the same bundle at once."""
    draft = Path(tempfile.mkdtemp(prefix="new-", dir=folder.parent))
    try:
        _write(bundle, draft, 0o444)
        os.replace(draft, folder)
    except OSError as error:
        if not folder.is_dir():  # else somebody was faster
            raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _mend(bundle: Bundle, folder: Path, wrong: set[str]) -> None:
    """Put each wrong file right by itself: a console may have the show open, with its lock and edits beside it."""
    draft = Path(tempfile.mkdtemp(prefix="new-", dir=folder.parent))
    try:
        _write(bundle, draft, 0o444)
        for name in sorted(wrong):
            file = folder / name
            if name not in bundle.files:
                file.unlink(missing_ok=True)
                continue
            if file.is_dir() and not file.is_symlink():
                shutil.rmtree(file)
            file.parent.mkdir(parents=True, exist_ok=True)
            os.replace(draft / name, file)
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _unwritable(folder: Path, error: OSError) -> Unreadable:
    return Unreadable(f"{folder}: it cannot be written ({error.strerror}); make room there")


def _write(bundle: Bundle, folder: Path, mode: int) -> None:
    """Names were looked at when it was read: none leads out of the folder."""
    for name, data in bundle.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), mode)
        with open(descriptor, "wb") as opened:
            opened.write(data)


def _wrong(folder: Path, bundle: Bundle) -> set[str]:
    """Files that are not as in the bundle, and profiles that are not in it: somebody may have edited them, or cleared
    half of a cache."""
    there = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
    wrong = {name for name, data in bundle.files.items() if name not in there or not _holds(there[name], data)}
    for name, file in there.items():
        is_folder = stat.S_ISDIR(file.lstat().st_mode)
        if name.partition("/")[0] in (FIXTURES, PROFILES) and not is_folder and name not in bundle.files:
            wrong.add(name)
    return wrong


def _holds(file: Path, data: bytes) -> bool:
    return stat.S_ISREG(file.lstat().st_mode) and file.read_bytes() == data

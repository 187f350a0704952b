"""Passcodes of devices: kept on this machine for the host and port that they are for, and in no show.

In the system's keyring where there is one that works, else in a file of the user's settings that nobody else can read.
By destination and not by show: a show that names another machine gets no passcode of this one's, and several shows
share what they share.
"""

import contextlib
import os
import stat
from pathlib import Path
from typing import Protocol

import msgspec

from showctl.link.place import UnsafeFolder, settings_folder

SERVICE = "showctl"
FILE = "passcodes.json"
LONGEST = 256
"""Characters."""


class Keyring(Protocol):
    """What is used of the library `keyring`."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class NotKept(Exception):
    """A passcode could not be kept, and why."""


def passcode_of(to: str) -> str | None:
    """The passcode for a host and port, `10.0.0.7:53000`; None if none is kept. Raises UnsafeFolder where others can
    read the file of passcodes. May wait for a keyring that asks its owner to unlock it."""
    if (known := _in_file().get(to)) is not None:
        return known
    ring = system_keyring()
    with contextlib.suppress(*_ring_errors()):
        return ring.get_password(SERVICE, to) if ring is not None else None
    return None


def keep(to: str, passcode: str, *, in_file: bool = False) -> str:
    """Keep it; where, in words. `in_file`: not in the keyring, for engines that run where nobody has logged in.

    Raises NotKept and UnsafeFolder.
    """
    if not passcode or len(passcode) > LONGEST or not passcode.isprintable():
        raise NotKept(f"a passcode has 1 to {LONGEST} letters, digits and signs")
    ring = None if in_file else system_keyring()
    if ring is not None:
        with contextlib.suppress(*_ring_errors()):
            ring.set_password(SERVICE, to, passcode)
            _write({name: code for name, code in _in_file().items() if name != to})
            return "in the system's keyring"
    _write({**_in_file(), to: passcode})
    return f"in {settings_folder() / FILE}"


def forget(to: str) -> bool:
    """Keep it no more; whether there was any. Raises NotKept and UnsafeFolder."""
    found = _in_file()
    there = found.pop(to, None) is not None
    if there:
        _write(found)
    ring = system_keyring()
    if ring is not None:
        with contextlib.suppress(*_ring_errors()):
            ring.delete_password(SERVICE, to)
            there = True
    return there


def system_keyring() -> Keyring | None:
    """The keyring of the system, if the library is there and has one that works."""
    try:
        import keyring
        from keyring.backends import fail
    except ImportError:
        return None
    found = keyring.get_keyring()
    return None if isinstance(found, fail.Keyring) or found.priority <= 0 else found


def _ring_errors() -> tuple[type[Exception], ...]:
    try:
        from keyring.errors import KeyringError
    except ImportError:
        return (OSError,)
    return (KeyringError, OSError, RuntimeError)


def _in_file() -> dict[str, str]:
    """All that the file has; nothing where there is none, or none that can be understood."""
    path = settings_folder() / FILE
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return {}
    with open(descriptor, "rb") as file:
        _refuse_open(path, os.fstat(descriptor))
        try:
            return msgspec.json.decode(file.read(), type=dict[str, str])
        except (msgspec.MsgspecError, RecursionError):
            return {}


def _write(passcodes: dict[str, str]) -> None:
    """All or nothing, and for our eyes only; no file where there is nothing to keep."""
    path = settings_folder() / FILE
    try:
        if not passcodes:
            path.unlink(missing_ok=True)
            return
        draft = path.with_suffix(f".{os.getpid()}")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with open(descriptor, "wb") as file:
            file.write(msgspec.json.encode(passcodes))
            file.flush()
            os.fsync(descriptor)
        os.replace(draft, path)
    except OSError as error:
        raise NotKept(f"{path} cannot be written: {error.strerror}") from None


def _refuse_open(path: Path, found: os.stat_result) -> None:
    if not hasattr(os, "getuid"):
        return  # on Windows the folder lies in the user's profile, which its access list closes
    if not stat.S_ISREG(found.st_mode) or found.st_uid != os.getuid():
        raise UnsafeFolder(f"{path} is not a file of yours; remove it, and keep the passcodes anew")
    if found.st_mode & 0o077:
        raise UnsafeFolder(f"{path} is open to other users; run: chmod 600 '{path}', and change those passcodes")

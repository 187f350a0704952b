"""Who is at this program: what others are told of us."""

import getpass
import os
import socket
import time
from typing import NamedTuple

from showctl.showfile.report import plain


class Person(NamedTuple):
    user: str
    host: str
    pid: int

    def __str__(self) -> str:
        return plain(f"{self.user} on {self.host}")  # it may have come from a file of anybody's


def whoami() -> Person:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers; Windows without one
        user = f"user {os.getuid()}" if hasattr(os, "getuid") else "somebody"
    return Person(in_unicode(user), in_unicode(socket.gethostname()), os.getpid())


def in_unicode(name: str) -> str:
    """A name from the system that may be no text, as it can be written into a file."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def day_and_time(when: float) -> str:
    """Unix time, for people: `2026-11-23 19:30:05`, on this machine's clock."""
    try:
        return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(when))
    except (OverflowError, ValueError, OSError):  # out of a file that somebody mended
        return "at some time"

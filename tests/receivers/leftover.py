"""Finds processes that tests have started, however they were detached, by a mark in their environment."""

import os
import signal
import time
import uuid
from pathlib import Path

MARK = "SHOWCTL_TEST_RUN"


def mark_this_process() -> None:
    """Every process that this one starts from now on carries the mark, unless it is given another environment."""
    os.environ[MARK] = uuid.uuid4().hex


def living() -> dict[int, str]:
    """Command line by pid of all processes but this one that carry our mark, and of our children; zombies apart."""
    mark = f"{MARK}={os.environ[MARK]}".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        pid = int(folder.name)
        try:
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            # The initial environment of this process has no mark; that of a child which never called exec neither.
            ours = mark in (folder / "environ").read_bytes().split(b"\0") or int(parent) == os.getpid()
            if ours and pid != os.getpid() and state != "Z":
                found[pid] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
        except OSError:  # ended meanwhile, or another user's
            continue
    return found


def end(pids: set[int]) -> None:
    """Ends the processes by pid: SIGTERM, and SIGKILL for those that are there 2 s later."""
    for number, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 2.0)):
        for pid in pids & living().keys():
            os.kill(pid, number)
        deadline = time.monotonic() + patience
        while pids & living().keys() and time.monotonic() < deadline:
            time.sleep(0.02)

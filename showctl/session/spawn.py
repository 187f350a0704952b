"""Starting an engine process that lives on without us: no terminal, no Ctrl-C, no closed window reaches it; and ending
one that hangs."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from showctl.link.meeting import Meeting, find
from showctl.link.place import log_path

_DETACHED_ON_WINDOWS = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


class Engine:
    """A process that we started. It is waited for in the background, so that it leaves no zombie."""

    def __init__(self, show: Path, *, outputs_off: bool, osc_port: int | None, recover: bool) -> None:
        """Raises OSError when it cannot be started."""
        command = [sys.executable, "-m", "showctl", "engine", os.path.realpath(show)]
        command += ["--outputs-off"] if outputs_off else []
        command += ["--osc-port", "off" if osc_port < 0 else str(osc_port)] if osc_port is not None else []
        command += ["--recover"] if recover else []
        self.complaints = log_path(show).with_suffix(".err")
        """What it wrote that did not go through its log: the reason, if it ends at once."""
        with self.complaints.open("wb") as complaints:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=complaints,
                stderr=complaints,
                start_new_session=sys.platform != "win32",
                creationflags=_DETACHED_ON_WINDOWS,
            )
        threading.Thread(target=self._process.wait, name="engine process", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        return self._process.returncode is not None

    @property
    def last_words(self) -> str:
        """The last line that it wrote before it ended."""
        try:
            lines = self.complaints.read_text("utf-8", "replace").split("\n")
        except OSError:
            lines = []
        said = [line.strip() for line in lines if line.strip()]
        return said[-1].removeprefix("showctl: ") if said else f"exit code {self._process.returncode}"


def end_silent(show: Path, meeting: Meeting) -> None:
    """An engine that hangs would hold on to the show. That it holds the lock proves that the pid is its own."""
    there = find(show)
    if there is not None and there.token == meeting.token:
        with contextlib.suppress(ProcessLookupError):
            os.kill(meeting.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

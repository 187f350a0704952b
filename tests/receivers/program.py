"""A started program: its lines of output with the instant each came, and an end that leaves nothing behind."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from tests.receivers.wait import wait_until


class Line(NamedTuple):
    time: float  # of its arrival here, time.monotonic() in seconds
    text: str


class Program:
    """Runs with standard output and error read as one stream of lines, ended by LF or by CR."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        user: str | None = None,
        pass_fds: Sequence[int] = (),
        keep: Callable[[str], bool] = lambda text: True,
    ) -> None:
        """`env` adds to this process's; `user` needs root; lines that `keep` refuses are dropped."""
        self.lines: list[Line] = []
        self._keep = keep
        self._process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            user=user,
            group="nogroup" if user else None,
            extra_groups=[] if user else None,
            pass_fds=pass_fds,
        )
        self._reader = threading.Thread(target=self._read, name=f"output of {argv[0]}", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in list(self.lines))

    def find(self, pattern: str) -> re.Match[str] | None:
        """The first line that has the pattern."""
        return next((match for line in list(self.lines) if (match := re.search(pattern, line.text))), None)

    def wait_for(self, pattern: str, timeout: float = 10.0) -> re.Match[str]:
        """The first line that has the pattern; fails at once if the program ends without."""

        def has_come() -> object:
            return self.find(pattern) or not self.is_running

        wait_until(has_come, f"{pattern!r} in the output of {self._process.args!r}", timeout)
        self._reader.join(0 if self.is_running else 2.0)
        match = self.find(pattern)
        assert match, f"{self._process.args!r} ended ({self._process.returncode}) without {pattern!r}:\n{self.text}"
        return match

    def stop(self) -> int:
        """SIGTERM, SIGKILL 5 s later; the exit code."""
        if self.is_running:
            self._process.terminate()
        try:
            self._process.wait(5.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(2.0)  # a grandchild that holds the pipe must not hold the test as well
        return self._process.returncode

    def _read(self) -> None:
        assert self._process.stdout
        with self._process.stdout as stream:
            rest = b""
            while chunk := os.read(stream.fileno(), 65536):
                now = time.monotonic()
                *parts, rest = re.split(rb"[\r\n]", rest + chunk)
                texts = (part.decode("utf-8", "replace") for part in parts if part)
                self.lines.extend(Line(now, text) for text in texts if self._keep(text))


@contextmanager
def running(program: Program) -> Iterator[Program]:
    """Ends the program whatever happens."""
    try:
        yield program
    finally:
        program.stop()

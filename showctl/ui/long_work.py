"""Long work in a process of its own: its steps are told, and it can be ended at any time."""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal
from shiboken6 import isValid

from showctl.ui.tongue import tr

Result = dict[str, Any]


class LongWork(QObject):
    """Imports and exports (cli/console_work.py), one at a time. The process writes nothing but drafts in a folder that
    goes with it: what is cancelled leaves nothing behind."""

    stepped = Signal(str, int, int)
    """What is done now, which step that is, and of how many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._drafts: tempfile.TemporaryDirectory[str] | None = None
        self._said: Result = {}
        self._kept = b""
        self._then: Callable[[Result], None] = lambda _: None

    @property
    def busy(self) -> bool:
        return self._process is not None

    @property
    def drafts(self) -> Path:
        """The folder of what is under way."""
        return Path(self._drafts.name if self._drafts is not None else "")

    def begin(self, asked: Result, then: Callable[[Result], None]) -> None:
        """`then` is given what came of it; `failed` in it says why nothing did. What was under way is ended."""
        self.cancel()
        self._said, self._kept, self._then = {}, b"", then
        self._drafts = tempfile.TemporaryDirectory(prefix="showctl-work-")
        process, drafts = QProcess(), self._drafts
        self._process = process
        self.destroyed.connect(lambda: _end_unwatched(process, drafts))
        process.setProgram(sys.executable)
        process.setArguments(["-m", "showctl.cli.console_work"])
        process.readyReadStandardOutput.connect(lambda: self._read(process))
        process.finished.connect(lambda *_: self._end(process))
        process.errorOccurred.connect(
            lambda error: self._end(process) if error == QProcess.ProcessError.FailedToStart else None
        )
        process.start()
        process.write(json.dumps({**asked, "drafts": self._drafts.name}).encode())
        process.closeWriteChannel()

    def cancel(self) -> bool:
        """End it. Whether there was anything to end."""
        process, self._process = self._process, None
        if process is None:
            return False
        _end_unwatched(process, self._drafts)
        self._drafts = None
        return True

    def _read(self, process: QProcess) -> None:
        *lines, self._kept = (self._kept + process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            self._said = json.loads(line)
            if "step" in self._said:
                self.stepped.emit(self._said["what"], self._said["step"], self._said["of"])

    def _end(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._read(process)
        last = bytes(process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()[-1:]
        self._process = None
        self._clear()
        failed = {
            "failed": tr("it ended before it was done{what}; try again").format(what=f" ({last[0]})" if last else "")
        }
        self._then(failed if not self._said or "step" in self._said else self._said)

    def _clear(self) -> None:
        if self._drafts is not None:
            self._drafts.cleanup()
            self._drafts = None


def _end_unwatched(process: QProcess, drafts: tempfile.TemporaryDirectory[str] | None) -> None:
    """Nobody is told of it any more."""
    if not isValid(process):  # the program ends
        return
    process.blockSignals(True)
    if process.state() != QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished(1000)
    if drafts is not None:
        drafts.cleanup()

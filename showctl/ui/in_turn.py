"""Work beside the window that comes one after the other, in the order in which it was asked for."""

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from showctl.session.refusals import REFUSALS
from showctl.ui.beside import Failed
from showctl.ui.tongue import tr
from showctl.ui.unforeseen import Unforeseen

T = TypeVar("T")


class _Work(NamedTuple):
    do: Callable[[], object]
    then: Callable[[object], None]
    failed: Failed


class InTurn(QObject):
    """One thread while there is anything to do. What comes of each work is taken up in the window's thread."""

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._waiting: deque[_Work] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.pending = 0
        """Works that nobody has taken up yet."""
        self._ended.connect(self._take_up)

    def begin(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        """`failed` is given a sentence, where the work raises what reading, checking, editing and saving raise."""
        self.pending += 1
        with self._lock:
            self._waiting.append(_Work(work, then, failed))  # type: ignore[arg-type]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> None:
        """Until all is done, but no longer than that."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                work = self._waiting.popleft()
            self._do(work)

    def _do(self, work: _Work) -> None:
        with Unforeseen() as met:
            try:
                found = work.do()
            except REFUSALS as error:
                text = str(error)
                self._end(lambda: work.failed(text))
            else:
                self._end(lambda: work.then(found))
        if met.error is not None:  # what comes after it is done all the same
            met.log()
            self._end(lambda: work.failed(tr("The console failed at it, {said}").format(said=met.said)))

    def _end(self, act: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the console was closed in the meantime, and this is no more
            self._ended.emit(act)

    def _take_up(self, act: Callable[[], None]) -> None:
        self.pending -= 1
        act()

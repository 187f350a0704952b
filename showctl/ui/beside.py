"""Work that takes long, beside the window: GO never waits for a disk or for a comparison."""

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from showctl.program.opening import without_collecting
from showctl.session.refusals import REFUSALS
from showctl.ui.tongue import tr
from showctl.ui.unforeseen import Unforeseen

Failed = Callable[[str], None]
T = TypeVar("T")
_LONG = 0.2
"""Seconds; what takes less makes little."""


def _uncollected(work: Callable[[], T]) -> T:
    """Do it, and count what it has made among what stays: else Python would look it through all at once to find
    garbage, for half a second with a few states of 5,000 cues, and hear no key meanwhile."""
    with without_collecting():
        began = time.monotonic()
        found = work()
        if time.monotonic() - began > _LONG:
            gc.freeze()
        return found


class Beside(QObject):
    """Each work has a thread of its own, and what comes of it is taken up in the window's. Of several that were begun
    only the last counts."""

    _ended = Signal(int, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._serial = 0
        self._busy = False
        self._ended.connect(self._take_up)

    @property
    def busy(self) -> bool:
        """Whether something is under way that still counts."""
        return self._busy

    def begin(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        """`failed` is given a sentence, where the work raises what reading, checking, editing and saving raise."""
        self._serial += 1
        self._busy = True
        Thread(target=self._run, args=(self._serial, work, then, failed), name=self._name, daemon=True).start()

    def forget(self) -> None:
        """What is under way counts no more."""
        self._serial += 1
        self._busy = False

    def _run(self, serial: int, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        with Unforeseen() as met:
            try:
                found = _uncollected(work)
            except REFUSALS as error:
                text = str(error)
                self._end(serial, lambda: failed(text))
            else:
                self._end(serial, lambda: then(found))
        if met.error is not None:
            met.log()
            self._end(serial, lambda: failed(tr("The console failed at it, {said}").format(said=met.said)))

    def _end(self, serial: int, act: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the console was closed in the meantime, and this is no more
            self._ended.emit(serial, act)

    def _take_up(self, serial: int, act: Callable[[], None]) -> None:
        if serial == self._serial:
            self._busy = False
            act()

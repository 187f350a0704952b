"""Keeps the machine and its screen awake while a show is on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QObject, Signal

from showctl.ui.tongue import marked

NOT_AWAKE = marked("This machine may fall asleep during the show.")
REMEDY = marked("The system offers no way to hold it awake. Switch sleep and screen saver off in its settings.")
Holding = Callable[[], AbstractContextManager[bool]]


@contextmanager
def screen_awake() -> Iterator[bool]:
    """Neither sleep nor screen saver nor lock as long as it is open; whether the system grants it."""
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        yield bool(mode.active)


class Awake(QObject):
    """Asks the system in a thread of its own, which stays as long as it is to hold: D-Bus may take its time, and
    Windows counts by threads."""

    failed = Signal()
    """The system does not grant it. Said once."""

    def __init__(self, holding: Holding = screen_awake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holding = holding
        self._let_go: threading.Event | None = None
        self._told = False

    @property
    def holds(self) -> bool:
        """Whether it is asked for."""
        return self._let_go is not None

    def hold(self, awake: bool) -> None:
        """Begin or end it; returns at once."""
        if awake and self._let_go is None:
            self._let_go = threading.Event()
            threading.Thread(target=self._hold, args=(self._let_go,), name="awake", daemon=True).start()
        elif not awake and self._let_go is not None:
            self._let_go.set()
            self._let_go = None

    def _hold(self, let_go: threading.Event) -> None:
        with self._holding() as granted:
            if not granted and not self._told:
                self._told = True
                self.failed.emit()
            let_go.wait()

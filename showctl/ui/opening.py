"""A show is opened beside the window, however big it is; and not after all, if that is wanted."""

import threading
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from showctl.session.refusals import REFUSALS
from showctl.session.session import Session
from showctl.session.unpacked import from_bundle
from showctl.ui.beside import Beside


class Opening(QObject):
    """One show at a time: who chooses another one does not want the first."""

    done = Signal(object, bool)
    """The session, and whether the tour is to begin."""
    failed = Signal(Path, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beside = Beside("opening", self)
        self._wanted: object = None
        self._lock = threading.Lock()

    def begin(self, path: Path, tour: bool) -> None:
        """Open it. A show that nobody wants any more when it is open is closed again, with nothing changed."""
        wanted = self._wanted = object()

        def work() -> Session | None:
            session = Session(from_bundle(path))
            with self._lock:
                if self._wanted is wanted:
                    return session
            with suppress(*REFUSALS):
                session.close(stop_engine=False)
            return None

        def take(session: Session | None) -> None:
            if session is not None:
                self.done.emit(session, tour)

        self._beside.begin(work, take, lambda why: self.failed.emit(path, why))

    def cancel(self) -> None:
        """Whatever is being opened is not wanted."""
        with self._lock:
            self._wanted = None
        self._beside.forget()

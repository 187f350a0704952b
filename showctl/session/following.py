"""The engine follows the open document: the newest state goes to it, whoever made it."""

import threading
from collections.abc import Callable, Mapping

from showctl.model.cue import CueId
from showctl.program.opening import Opened
from showctl.session.document import Document


class Following:
    """Compiles in a thread of its own, from its making on. Of states that come faster than that the newest counts."""

    def __init__(self, document: Document, amend: Callable[[Opened, Mapping[CueId, CueId]], None]) -> None:
        """`amend`: what is done with a state, in that thread: it is given the cues whose ids are others than in the one
        before, too."""
        self._document = document
        self._amend = amend
        self._changed = threading.Event()
        self._ending = False
        self._followed = document.serial
        self._thread = threading.Thread(target=self._run, name="following", daemon=True)
        self._thread.start()

    def changed(self) -> None:
        """The document has come to another state."""
        self._changed.set()

    @property
    def is_behind(self) -> bool:
        """Whether a state waits to be compiled and handed over."""
        return self._followed != self._document.serial

    def close(self, timeout: float) -> None:
        """End, once what is being compiled is."""
        self._ending = True
        self._changed.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        while True:
            self._changed.wait()
            if self._ending:
                return
            self._changed.clear()
            serial = self._document.serial
            if serial != self._followed:
                opened, renamed = self._document.to_play()
                self._amend(opened, renamed)
                self._followed = serial

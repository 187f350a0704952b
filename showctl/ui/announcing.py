"""What those who do not see the console are told unasked: a new standby, and errors; at most once a second."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.messages import Messages
from showctl.ui.tongue import tr

EVERY = 1.0
"""Seconds from one announcement to the next: a screen reader that is spoken over says nothing whole."""


class Announcing(QObject):
    """One for the console. Errors go first; of several standbys the last one is told."""

    announced = Signal(str)

    def __init__(self, window: QWidget, desk: Desk, messages: Messages) -> None:
        super().__init__(window)
        self._window, self._desk, self._messages = window, desk, messages
        self._standby = desk.standby
        self._error = ""
        self._waiting: dict[str, str] = {}
        """What is to be told yet, by kind."""
        self._last = float("-inf")
        desk.ticked.connect(self._tick)
        messages.changed.connect(self._look)

    def _look(self) -> None:
        top = self._messages.top
        error = f"{top.fact} {top.effect}".strip() if top is not None and top.level == "error" else ""
        if error and error != self._error:
            self._waiting["error"] = error
        self._error = error

    def _tick(self, now: float) -> None:
        if self._desk.standby != self._standby:
            self._standby = self._desk.standby
            cue = self._desk.cues.get(self._standby or "")
            self._waiting["standby"] = (
                tr("Standby {cue}").format(cue=called(cue)) if cue is not None else tr("End of list")
            )
        if not self._waiting or now - self._last < EVERY:
            return
        self._last = now
        kind = "error" if "error" in self._waiting else "standby"
        text = self._waiting.pop(kind)
        event = QAccessibleAnnouncementEvent(self._window, text)
        if kind == "error":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self.announced.emit(text)

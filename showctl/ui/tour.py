"""The guided tour: which of its steps are done is read from the show and from what the engine says."""

from PySide6.QtCore import QObject, Signal

from showctl.engine.event import AnyEvent, CueStarted
from showctl.model.selection import expand
from showctl.model.show import Show
from showctl.ui.desk import Desk
from showctl.ui.mode import Mode
from showctl.ui.tour_steps import STEPS

FIXTURES = 4
CUES = 3


class Tour(QObject):
    """Begins when somebody asks for it. Steps tick themselves, in any order."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._started = self._locked = False
        self.done = (False,) * len(STEPS)
        desk.document_changed.connect(lambda _: self._look())
        desk.happened.connect(self._hear)
        desk.modes.changed.connect(self._follow_mode)
        self._look()

    @property
    def next(self) -> int:
        """The first step that is not done; the number of steps where all are."""
        return self.done.index(False) if False in self.done else len(STEPS)

    def _hear(self, event: AnyEvent) -> None:
        if isinstance(event, CueStarted) and not self._started:
            self._started = True
            self._look()

    def _follow_mode(self, mode: Mode) -> None:
        self._locked = self._locked or mode is Mode.SHOW
        self._look()

    def _look(self) -> None:
        done = (*steps_of(self._desk.session.document.state.show), self._started, self._locked)
        if done != self.done:
            self.done = done
            self.changed.emit()


def steps_of(show: Show) -> tuple[bool, bool, bool]:
    """Of a show as it is written: whether it has a device, four fixtures, three cues."""
    fixtures = sum(len(expand(entry.id)) for entry in show.patch)
    return bool(show.devices), fixtures >= FIXTURES, sum(1 for _ in show.walk()) >= CUES

"""What the operator has selected: cues in the list, fixtures in the rig, the patch and the look editor."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from showctl.model.cue import CueId


class Selection(QObject):
    """One for the console; whoever shows cues or fixtures sets it and follows it."""

    cues_changed = Signal()
    fixtures_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cues: tuple[CueId, ...] = ()
        """In the order of the list."""
        self.fixtures: tuple[str, ...] = ()
        """In the order in which they were selected."""

    def select_cues(self, cues: Iterable[CueId]) -> None:
        chosen = tuple(cues)
        if chosen != self.cues:
            self.cues = chosen
            self.cues_changed.emit()

    def select_fixtures(self, fixtures: Iterable[str]) -> None:
        chosen = tuple(dict.fromkeys(fixtures))
        if chosen != self.fixtures:
            self.fixtures = chosen
            self.fixtures_changed.emit()

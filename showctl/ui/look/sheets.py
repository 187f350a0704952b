"""The tracking sheets of the selected cues, worked out beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from showctl.fixtures.folders import fixture_library
from showctl.model.cue import CueId
from showctl.model.show import Show
from showctl.program.patch_table import PatchTable, patch_table
from showctl.program.program import Program
from showctl.ui.desk import Desk
from showctl.ui.in_turn import InTurn
from showctl.ui.look.sheet import Sheet, sheet_of


class Sheets(QObject):
    """Only the newest that was asked for is told."""

    made = Signal(object)
    """A Sheet."""
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = InTurn("tracking sheet", self)
        self._patch: object = None
        self._table: PatchTable | None = None
        self._asked = 0

    @property
    def pending(self) -> int:
        """Sheets that are under way."""
        return self._turn.pending

    def ask(self, cue: CueId, apart: frozenset[str] = frozenset()) -> None:
        """Of this cue, in the show as the desk has it; `apart`: fixtures with rows of their own."""
        self._asked += 1
        asked, show, program, path = self._asked, self._desk.show, self._desk.program, self._desk.session.path

        def take(sheet: Sheet | None) -> None:
            if sheet is not None and asked == self._asked:
                self.made.emit(sheet)

        def make() -> Sheet | None:
            return self._make(show, program, path, cue, apart) if asked == self._asked else None

        self._turn.begin(make, take, self.failed.emit)

    def _make(
        self, show: Show, program: Program, path: Path, cue: CueId, apart: frozenset[str] = frozenset()
    ) -> Sheet | None:
        if cue not in program.cues:
            return None
        if self._table is None or self._patch is not show.patch:
            self._table, self._patch = patch_table(show.patch, fixture_library(path), None, []), show.patch
        return sheet_of(show, program, self._table, cue, apart)

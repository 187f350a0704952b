"""How the document is getting on, in two or three words that are always in sight: edited, kept, saved."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from showctl.session.notice import Notice
from showctl.session.state import DocumentState
from showctl.ui.desk import Desk
from showctl.ui.reading import time_of_day
from showctl.ui.tongue import tr

Level = Literal["well", "edited", "bad"]


@dataclass(frozen=True, slots=True)
class Mark:
    """`text` where there is room, else `short`; both empty while the show is as it was opened."""

    text: str = ""
    short: str = ""
    level: Level = "well"


class DocumentMark(QObject):
    """Says `changed` when it reads differently."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.mark = Mark()
        self._kept_at = self._saved_at = ""
        self._kept = -1
        """The serial of the newest state that was kept."""
        desk.document_changed.connect(self._take)
        desk.noticed.connect(self._note)
        desk.show_changed.connect(self.changed)
        if desk.document is not None:
            self._take(desk.document)

    @property
    def title(self) -> str:
        """For the window."""
        parts = (self._desk.show.info.title, self.mark.text, "showctl")
        return " · ".join(part for part in parts if part)

    def _now(self, *, seconds: bool) -> str:
        return time_of_day(self._desk.wall(), self._desk.zone, seconds=seconds)

    def _note(self, notice: Notice) -> None:
        if notice.kind == "saved":
            self._saved_at = self._now(seconds=False)
            if self._desk.document is not None:
                self._take(self._desk.document)

    def _take(self, state: DocumentState) -> None:
        if state.is_kept and state.serial != self._kept:
            self._kept, self._kept_at = state.serial, self._now(seconds=True)
        mark = self._read(state)
        if mark != self.mark:
            self.mark = mark
            self.changed.emit()

    def _read(self, state: DocumentState) -> Mark:
        if state.read_only:
            return Mark("read-only", "read-only")
        if state.trouble:
            return Mark(tr("edited · NOT KEPT"), tr("NOT KEPT"), "bad")
        if state.is_saving:
            return Mark("saving …", "saving …", "edited")
        if state.is_dirty and not state.is_kept:
            return Mark(tr("edited · not kept yet"), tr("edited"), "edited")
        if state.is_dirty:
            return Mark(tr("edited · kept {kept_at}").format(kept_at=self._kept_at), tr("edited · kept"), "edited")
        return Mark(tr("saved {saved_at}").format(saved_at=self._saved_at), tr("saved")) if self._saved_at else Mark()

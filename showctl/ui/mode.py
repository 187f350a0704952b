"""Edit, Rehearse, Show: what the operator may change in each."""

import hashlib
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from showctl.engine.snapshot import Snapshot
from showctl.session.change import Changing
from showctl.session.edit import Remove, Set, Several
from showctl.ui.tongue import marked, tr

LOCKED = marked("Locked for the show. Hold the badge to edit")
REHEARSING = marked("Only times, labels and notes change in a rehearsal. Edit mode changes the rest")

CORRECTED = frozenset({
    "label", "notes",
    "pre-wait", "post-wait", "at", "wait", "time", "duration", "fade", "crossfade", "delay",
    "up", "down", "colour", "position", "beam",
})  # fmt: skip
"""Fields that a rehearsal corrects: words, and times of every kind. The last five are the times of a light cue."""
_TIMES_OF_LIGHT = frozenset({"colour", "position", "beam"})
"""Also what is written in a look: a time only where they stand under `time` or `delay`."""


class Mode(Enum):
    """Values are the words in settings; `words` those on the badge."""

    EDIT = "edit"
    REHEARSE = "rehearse"
    SHOW = "show"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {Mode.EDIT: marked("EDIT"), Mode.REHEARSE: marked("REHEARSE"), Mode.SHOW: marked("SHOW")}


class Modes(QObject):
    """The mode of the console. It opens in Edit; beside an engine that has sent something, as it was left."""

    changed = Signal(Mode)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = Mode.EDIT
        self._settings: QSettings | None = None
        self._key = ""
        self._decided = False

    def keep_in(self, settings: QSettings, show: Path) -> None:
        """Where the mode of this show is kept."""
        self._settings = settings
        self._key = f"mode/{hashlib.sha256(str(show.resolve()).encode()).hexdigest()[:16]}"

    @property
    def locked(self) -> bool:
        """Whether nothing of the show can be changed."""
        return self.mode is Mode.SHOW

    def may_edit(self, kind: str = "") -> str:
        """Why an edit is refused; empty: it is not. `kind`: the field, as it is written, or what else it is, such as
        `delete`."""
        if self.mode is Mode.EDIT or (self.mode is Mode.REHEARSE and kind in CORRECTED):
            return ""
        return tr(LOCKED) if self.locked else tr(REHEARSING)

    @property
    def may_undo(self) -> str:
        """Why undo and redo are refused; empty: they are not."""
        return tr(LOCKED) if self.locked else ""

    def refusal(self, edit: Changing | None) -> str:
        """The same for an edit; None: for undo and redo. May be asked from any thread."""
        if edit is None:
            return self.may_undo
        edits = edit.edits if isinstance(edit, Several) else (edit,)
        return next((refused for each in edits if (refused := self.may_edit(kind_of(each)))), "")

    def enter(self, mode: Mode) -> None:
        """Come to a mode; it is kept for the next start."""
        self._decided = True
        if self._settings is not None:
            self._settings.setValue(self._key, mode.value)
        self._come_to(mode)

    def take(self, snapshot: Snapshot) -> None:
        """The first of an engine tells whether this console comes to a show that is under way."""
        if self._decided:
            return
        self._decided = True
        if snapshot.anything_sent and self._settings is not None:
            kept = self._settings.value(self._key, Mode.EDIT.value)
            self._come_to(next((mode for mode in Mode if mode.value == kept), Mode.EDIT))

    def _come_to(self, mode: Mode) -> None:
        if mode is not self.mode:
            self.mode = mode
            self.changed.emit(mode)


def kind_of(edit: Changing) -> str:
    """What `may_edit` is asked: the field of an edit of one, else what kind of edit it is."""
    if not isinstance(edit, Set | Remove):
        return type(edit).__name__.lower()
    words = [str(each) for each in edit.field]
    last = words[-1] if words else ""
    if last in _TIMES_OF_LIGHT and not {"time", "delay"} & set(words):
        return tr("level of {last}").format(last=last)
    return last or tr("all of it")

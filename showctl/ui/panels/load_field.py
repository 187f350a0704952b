"""Where the time is written at which a cue shall begin: a line over the list, which covers nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.load_time import load_said, parse_load
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.panels.close_button import close_button
from showctl.ui.reading import clock_count
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font

HEIGHT = 52


class LoadField(QWidget):
    """Opened by the operator alone. Enter loads, Ctrl+W closes it; GO is Ctrl+Space while it has the keyboard."""

    left = Signal()
    """The keyboard goes back to where it was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: CueRow | None = None
        self._touched = 0.0
        self.setFixedHeight(HEIGHT)
        self.setObjectName("load")
        self._title, self._reading = QLabel(), QLabel()
        self._title.setFont(font(15, MEDIUM))
        self._reading.setFont(font(14))
        self._reading.setObjectName("reading")
        self.field = QLineEdit()
        self.field.setFont(font(18, MEDIUM))
        self.field.setFixedSize(130, 44)
        self.field.setPlaceholderText("1:30")
        self.field.setAccessibleName(tr("Load to"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self.field)
        row.addWidget(self._reading, 1)
        row.addWidget(close_button(tr("Close load to a time"), self.close_opened))
        self.field.textEdited.connect(self._read)
        self.field.returnPressed.connect(self._load)
        self.field.installEventFilter(self)
        desk.ticked.connect(self._tick)
        self.hide()

    @property
    def open_for(self) -> CueRow | None:
        """The cue that it would load."""
        return self._row if self.isVisible() else None

    def open(self, row: CueRow) -> None:
        """Ask for the time of a cue, and take the keyboard: the operator has asked for it."""
        self._row = row
        self._touched = self._desk.clock()
        self._title.setText(tr("Load {cue} to").format(cue=called(row.cue))[:48])
        self.field.setText(clock_count(row.loaded) if row.loaded is not None else "")
        self._read(self.field.text())
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_opened(self) -> bool:
        """Put it away, nothing is loaded. Whether it was open."""
        was = self.isVisible()
        had_keyboard = self.field.hasFocus()
        self.hide()
        if had_keyboard:
            self.left.emit()
        return was

    def _read(self, text: str) -> None:
        try:
            self._say(tr("{load_said} · Enter").format(load_said=load_said(parse_load(text))), wrong=False)
        except ValueError as wrong:
            self._say(str(wrong), wrong=True)

    def _say(self, text: str, *, wrong: bool) -> None:
        self._reading.setText(text)
        self._reading.setProperty("wrong", wrong)
        self._reading.style().unpolish(self._reading)
        self._reading.style().polish(self._reading)

    def _load(self) -> None:
        if self._row is None:
            return
        try:
            at = parse_load(self.field.text())
        except ValueError:
            return  # said below the field already
        self._desk.load(self._row.id, at)
        self.close_opened()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.FocusIn):
            self._touched = self._desk.clock()
        return False

    def _tick(self, now: float) -> None:
        if self._desk.hand_back.gives(self.field, self._touched):
            self.left.emit()

"""The message log: what was sent and what came in, when it was due and how late it left."""

from datetime import datetime

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from showctl.ui.context import Context
from showctl.ui.in_turn import InTurn
from showctl.ui.models.log_lines import LogLines
from showctl.ui.monitors.log_filter import KINDS, Filter, Kind
from showctl.ui.panels.chips import Chips
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font, mono

ROW = 26
EVERY = 0.1
"""Seconds between two looks at what is new: nobody reads faster."""
_WIDE = (28, 190, 72, 0, 104, 104, 80)
"""Of columns; what is left is the message's."""


class LogPage(QWidget):
    """Newest at the bottom, and in sight while the last one was."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        desk = context.desk
        self._at = -1.0
        self._turn = InTurn("message log", self)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = LogLines(desk.session.log, desk.zone, context.theme, self)
        self.table = LogTable(self.model)
        self.kind = Chips(tr("Kind of message"), KINDS)
        self.kind.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)  # no word of them is cut off
        self.device = QLineEdit()
        self.device.setFont(font(14))
        self.device.setFixedHeight(44)
        self.device.setFixedWidth(112)
        self.device.setPlaceholderText(tr("All devices"))
        self.device.setClearButtonEnabled(True)
        self.device.setAccessibleName(tr("Messages of which device"))
        self.device.setToolTip(tr("Messages of this device alone: type the first letters (Tab, ↑ ↓)"))
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.device.setCompleter(completer)
        self.text = QLineEdit()
        self.text.setFont(font(14))
        self.text.setFixedHeight(44)
        self.text.setPlaceholderText(tr("Words of the message"))
        self.text.setAccessibleName(tr("Words of the message"))
        self.text.setToolTip(tr("Only messages with all of these words (Tab)"))
        self.text.setClearButtonEnabled(True)
        self.pause = self._button(tr("Pause"), tr("Let the list stand; what comes meanwhile is kept (Tab, Enter)"))
        self.pause.setCheckable(True)
        self.copy = self._button(tr("Copy"), tr("Copy the selected rows, or all that are shown (Ctrl+C)"))
        self.save = self._button(tr("Save"), tr("Write all that are shown to a file beside the show (Tab, Enter)"))
        self.clear = self._button(tr("Clear"), tr("Take all off the list (Tab, Enter)"))
        self.count = QLabel()
        self.count.setFont(font(13))
        self.count.setObjectName("caption")
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addWidget(self.device)
        head.addWidget(self.text, 1)
        for button in (self.pause, self.copy, self.save, self.clear):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        self.kind.picked.connect(lambda _: self._choose())
        self.device.textChanged.connect(lambda _: self._choose())
        self.text.textChanged.connect(lambda _: self._choose())
        self.pause.toggled.connect(self._paused)
        self.copy.clicked.connect(self.table.copy)
        self.save.clicked.connect(self._save)
        self.clear.clicked.connect(self._clear)
        desk.ticked.connect(self._tick)
        desk.show_changed.connect(self._list_devices)
        self.first = self.table  # it gets the keyboard with the page
        self._list_devices()
        self._choose()

    def refresh(self) -> None:
        """Bring in what is new, unless the list stands still."""
        if not self.pause.isChecked():
            bar = self.table.verticalScrollBar()
            follows = bar.value() >= bar.maximum() - 1
            snapshot = self._context.desk.snapshot
            if snapshot is not None:
                self.model.wall_at_zero = snapshot.wall - snapshot.instant
            self.model.take()
            if follows:
                self.table.scrollToBottom()
        waiting = (
            tr(", {waiting} more since the pause").format(waiting=self.model.waiting) if self.pause.isChecked() else ""
        )
        out = self._context.desk.session.log.left_out
        lost = tr(", {out} not listed: too many at once").format(out=out) if out else ""
        text = tr("{count} messages{waiting}{lost}").format(count=len(self.model.lines), waiting=waiting, lost=lost)
        if text != self.count.text():
            self.count.setText(text)

    def _tick(self, now: float) -> None:
        if self.isVisible() and not 0 <= now - self._at < EVERY:
            self._at = now
            self.refresh()

    def _choose(self) -> None:
        kind: Kind = self.kind.chosen  # type: ignore[assignment]  # a key of KINDS
        self.model.choose(Filter(kind, self._named, self.text.text()))
        self.table.scrollToBottom()
        self.refresh()

    @property
    def _named(self) -> str:
        """The device that is typed, or the first whose name begins so; what is no device's matches nothing."""
        typed, names = self.device.text().strip().casefold(), self._offered.stringList()
        found = [name for name in names if name.casefold().startswith(typed)]
        return next((name for name in found if name.casefold() == typed), found[0] if found else typed) if typed else ""

    def _list_devices(self) -> None:
        self._offered.setStringList([lamp.name for lamp in self._context.devices.lamps])

    def _save(self) -> None:
        """Write what is shown beside the show, as a table with tabs; the message row says where."""
        desk = self._context.desk
        stamp = datetime.fromtimestamp(desk.wall(), desk.zone).strftime("%Y-%m-%d %H.%M.%S")
        path = desk.session.path.with_name(
            tr("{stem} messages {stamp}.tsv").format(stem=desk.session.path.stem, stamp=stamp)
        )
        text = f"{self.model.head}\n{self.model.text(range(len(self.model.lines)))}\n"
        count = len(self.model.lines)

        def write() -> None:
            path.write_text(text, "utf-8")

        def written(_: object) -> None:
            desk.said.emit(tr("%n message(s) saved as {path}.", "", count).format(path=path))

        self._turn.begin(write, written, lambda why: desk.said.emit(tr("Not saved: {why}.").format(why=why)))

    def _paused(self, on: bool) -> None:
        self.pause.setText(tr("Go on") if on else tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self.refresh()

    def _clear(self) -> None:
        self._context.desk.session.log.clear()
        self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._context.desk.session.listen(True)
        self.refresh()
        self.table.scrollToBottom()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._context.desk.session.listen(False)

    def _button(self, words: str, explained: str) -> QPushButton:
        button = QPushButton(words)
        button.setFont(font(14, MEDIUM))
        button.setFixedHeight(44)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(explained)
        return button


class LogTable(QTableView):
    """Rows that can be copied."""

    def __init__(self, model: LogLines) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setAccessibleName(tr("Messages"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFont(mono(13))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, wide in enumerate(_WIDE):
            if wide:
                self.setColumnWidth(column, wide)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def copy(self) -> None:
        """The selected rows, or all, as text."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        QApplication.clipboard().setText(self._lines.text(rows or range(len(self._lines.lines))))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):  # else the cues would be copied
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

"""Fixtures without a position, in a row at the edge of the rig: clicked they are selected, dragged they get a place."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from showctl.model.patch import PatchEntry
from showctl.model.selection import expand
from showctl.ui.context import Context
from showctl.ui.mode import Mode
from showctl.ui.panels.rig_view import FIXTURES
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font


class RigEdge(QWidget):
    """Enter on one selects it; Ctrl+Enter puts it into the middle of the plan."""

    wanted = Signal(str)
    """This entry is to be put into the middle."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.said = QLabel()
        self.said.setObjectName("caption")
        self.said.setFont(font(13))
        self.said.setWordWrap(True)
        self.buttons: list[Unplaced] = []
        self.hide()
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(56)
        scroll.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.said)
        layout.addWidget(scroll)
        context.desk.modes.changed.connect(self._say)

    def follow(self, entries: Sequence[PatchEntry]) -> None:
        """Those that have no position."""
        if [button.entry for button in self.buttons] == [entry.id for entry in entries]:
            return
        while self._row.count():
            item = self._row.takeAt(0)
            if item is not None and (gone := item.widget()) is not None:
                gone.deleteLater()
        self.buttons = [Unplaced(entry.id) for entry in entries]
        for button in self.buttons:
            button.clicked.connect(lambda _=False, entry=button.entry: self._select(entry))
            button.put.connect(self.wanted)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setVisible(bool(entries))
        self._say(self._context.desk.modes.mode)

    def _select(self, entry: str) -> None:
        self._context.selection.select_fixtures(expand(entry))

    def _say(self, mode: Mode) -> None:
        how = tr("drag them to where they are, or Ctrl+Enter") if mode is Mode.EDIT else tr("Edit mode places them")
        self.said.setText(tr("%n without a position: {how}", "", len(self.buttons)).format(how=how))


class Unplaced(QPushButton):
    """An entry of the patch."""

    put = Signal(str)

    def __init__(self, entry: str) -> None:
        super().__init__(entry)
        self.entry = entry
        self._from: QPoint | None = None
        self.setProperty("chip", True)
        self.setFont(font(13, MEDIUM))
        self.setFixedHeight(44)
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("{fixtures}, without a position").format(fixtures=entry))
        self.setToolTip(tr("Select (Enter); drag it into the plan, or Ctrl+Enter puts it in the middle"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put.emit(self.entry)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._from is None or (at - self._from).manhattanLength() < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self._from = None
        self.setDown(False)
        drag, data = QDrag(self), QMimeData()
        data.setData(FIXTURES, QByteArray(self.entry.encode()))
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

"""Taking the show from a cue: what will be sent, a tick for each device, and the two ways to do it.

It stands where the day is, takes nothing from GO, and sends nothing before one of its buttons is pressed.
"""

from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from showctl.model.cue import Cue, CueId
from showctl.program.chase import Chase
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.ink import RIGHT, broken_lines, draw_text, draw_wrapped, fill_rounded, outline_rounded, width
from showctl.ui.measure import Measures
from showctl.ui.models.devices import DevicesModel
from showctl.ui.models.take import TAKE_ROLE, TakeLine, TakeModel
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font, metrics

GROUP, MESSAGE = 40, 24
BOX = 20
NOTE = 13
EXPLAINED = marked(
    "Stops everything that is active. Then light and devices come to where the cues before it leave them."
)
WORKING = marked("Working out what the cues before it leave …")
NOTHING = marked("The cues before it leave nothing to bring back.")


class TakeDelegate(QStyledItemDelegate):
    """Paints the lines."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: TakeLine = index.data(TAKE_ROLE)
        if line.kind == "note":
            lines = broken_lines(line.text, NOTE, self._view.viewport().width() - 28)
            return QSize(0, len(lines) * metrics(NOTE).height() + 12)
        return QSize(0, GROUP if line.kind == "group" else MESSAGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: TakeLine = index.data(TAKE_ROLE)
        t, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "note":
            draw_shape(painter, "warning", QPointF(box.left() + 10, box.top() + 15), 15, t.over)
            draw_wrapped(painter, box.adjusted(28, 6, 0, 0), line.text, NOTE, t.text_2)
        elif line.kind == "message":
            used = width(line.detail, 13) + 12
            token = t.text_2 if line.ticked else t.text_3
            draw_text(painter, box.adjusted(32, 0, -used, 0), line.text, 13, token, struck=not line.ticked)
            draw_text(painter, box.adjusted(0, 0, -4, 0), line.detail, 13, t.text_3, align=RIGHT)
        else:
            self._paint_group(painter, box, line, self._view.currentIndex() == index and self._view.hasFocus())
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRectF, line: TakeLine, focused: bool) -> None:
        t = self._theme
        fill_rounded(painter, box.adjusted(0, 4, 0, 0), 6, t.raised)
        tick = QRectF(box.left() + 8, box.center().y() + 2 - BOX / 2, BOX, BOX)
        fill_rounded(painter, tick, 4, t.text if line.ticked else t.input)
        outline_rounded(painter, tick, 4, t.text if line.ticked else t.line_control, 1.5)
        if line.ticked:
            draw_shape(painter, "done", tick.center(), 15, t.app)
        words = box.adjusted(40, 4, -8, 0)
        token = t.text if line.ticked else t.text_3
        words.setLeft(words.left() + draw_text(painter, words, line.text, 15, token, weight=SEMIBOLD) + 10)
        left_out = tr("left alone") if not line.ticked else line.broken or line.detail
        draw_text(painter, words, left_out, 13, t.broken.colour if line.broken and line.ticked else t.text_2)
        if focused:
            outline_rounded(painter, box.adjusted(0, 4, 0, 0), 6, t.focus, 2)


class TakeView(QListView):
    """The lines. Enter ticks; Space is GO, as everywhere."""

    confirmed = Signal(bool)
    """Ctrl+Enter; with Shift: and GO."""

    def __init__(self, theme: Theme, model: TakeModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.empty = tr(WORKING)
        self.setModel(model)
        self.setItemDelegate(TakeDelegate(theme, self))
        self.setObjectName("take")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._model.toggle(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit(bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            self._model.toggle(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.lines:
            painter = QPainter(self.viewport())
            box = QRectF(self.viewport().rect()).adjusted(4, 12, -4, 0)
            draw_wrapped(painter, box, self.empty, 14, self._theme.text_3)


class TakePanel(QWidget):
    """One for the console; `open` shows it for a cue, `done` says that it is to be put away."""

    done = Signal()
    worked_out = Signal(str, object)
    """A cue, and its Chase: from the thread that has worked it out."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._desk, self._devices, self._theme = desk, devices, theme
        self._cue: CueId | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = TakeModel(self)
        self.view = TakeView(theme, self.model)
        self.setFocusProxy(self.view)
        self._title, self._explained = QLabel(), QLabel(tr(EXPLAINED))
        self._title.setFont(font(18, SEMIBOLD))
        self._explained.setFont(font(13))
        for label in (self._title, self._explained):
            label.setWordWrap(True)
        self.set_up = self._button(tr("Set up"), "Ctrl+Enter", tr("Bring everything there and put the cue in standby"))
        self.go = self._button(
            tr("Set up and GO"), "Ctrl+Shift+Enter", tr("And start the cue, as a GO, once all that is out")
        )
        self.leave = self._button(tr("Close"), "Ctrl+W", tr("Send nothing"))
        self._lay_out()
        self.set_up.clicked.connect(lambda: self._confirm(False))
        self.go.clicked.connect(lambda: self._confirm(True))
        self.leave.clicked.connect(self.done)
        self.view.confirmed.connect(self._confirm)
        self.worked_out.connect(self._show)
        desk.show_changed.connect(self._follow)

    def _button(self, text: str, key: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(14, MEDIUM))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{tip} ({key})")
        button.setObjectName(text.lower())
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.set_up, self.go):
            buttons.addWidget(button, 1)
        buttons.addWidget(self.leave)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        for part in (self._title, self._explained):
            self._column.addWidget(part)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(buttons)

    def set_measures(self, measures: Measures) -> None:
        self._column.setContentsMargins(measures.padding, 12, measures.padding, 12)
        self.go.setText(tr("Set up + GO") if measures.narrow else tr("Set up and GO"))

    def open(self, cue: CueId, written: Cue) -> None:
        """Show it for a cue. What will be sent is worked out beside: that takes a while in a long show."""
        self._cue = cue
        self._title.setText(tr("Take the show from {cue}").format(cue=called(written)))
        self.setAccessibleName(self._title.text())
        self.view.empty = tr(WORKING)
        self.model.take(None)
        self._enable(False)
        Thread(target=self._work_out, args=(cue,), name="chase", daemon=True).start()

    def close_opened(self) -> bool:
        """Put it away, nothing is sent. Whether it was open."""
        was = self.isVisible()
        if was:
            self.done.emit()
        return was

    def _follow(self) -> None:
        """The show was edited: what would be sent may be another, and the cue may be gone."""
        if self._cue is None or not self.isVisible():
            return
        if self._cue in self._desk.cues:
            self.open(self._cue, self._desk.cues[self._cue])
        else:
            self._cue = None
            self.done.emit()

    def _work_out(self, cue: CueId) -> None:
        try:
            found = self._desk.session.chase(cue)
        except KeyError:  # deleted in the meantime: the panel is put away
            return
        with suppress(RuntimeError):  # the console was closed in the meantime, and the panel is no more
            self.worked_out.emit(cue, found)

    def _show(self, cue: CueId, chase: Chase) -> None:
        if cue != self._cue:
            return  # another was asked for in the meantime
        self.view.empty = tr(NOTHING)
        self.model.take(chase, self._devices.why)
        self.view.setCurrentIndex(self.model.index(0))
        self._enable(True)

    def _enable(self, ready: bool) -> None:
        self.set_up.setEnabled(ready)
        self.go.setEnabled(ready)

    def _confirm(self, go: bool) -> None:
        if self._cue is not None and self.set_up.isEnabled():
            self._desk.take_from(self._cue, go=go, without=self.model.without, light=self.model.light)
            self.done.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 3), colour(self._theme.text_2))

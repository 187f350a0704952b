"""The rows of a timeline: bars are dragged, or moved by keys; each move is told once, when it is over."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from showctl.ui.models.timeline import BAR_ROLE, Bar, TimelineModel, end_of
from showctl.ui.panels.timeline_row import HEAD, INSET, TimelineRow
from showctl.ui.theme import Theme, colour
from showctl.ui.time_scale import FINER, Scale, fitted, snapped, stepped
from showctl.ui.tongue import tr

REACH = 8.0
"""Pixels within which a bar holds on to an edge."""
GRIP = 4.0
"""Pixels beside a bar that are still the bar."""
ZOOM = 1.25
"""One step of the wheel or a key."""
_ALT, _CONTROL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
_ARROWS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
_ZOOMS = {
    int(Qt.Key.Key_Plus): ZOOM, int(Qt.Key.Key_Equal): ZOOM, int(Qt.Key.Key_Minus): 1 / ZOOM,
}  # fmt: skip


class TimelineView(QListView):
    """One row a cue."""

    moved = Signal(str, float)
    """A cue is to have this offset."""
    scaled = Signal()
    """`scale` is another."""
    refused = Signal(str)
    """Nothing can be moved, and why."""

    def __init__(self, model: TimelineModel, theme: Theme, refusal: Callable[[], str]) -> None:
        super().__init__()
        self._model, self._theme, self._refusal = model, theme, refusal
        self.row = TimelineRow(theme, self)
        self.row.refused = refusal
        self.playhead: float | None = None
        self._held: tuple[Bar, float] | None = None
        """The bar in the pointer's hand, and where it is held: seconds after its offset."""
        self._keyed = False
        self._edge: float | None = None
        self._fit = True
        self.setModel(model)
        self.setItemDelegate(self.row)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Timeline"))

    # What is in sight ----------------------------------------------------------------------------------------------

    @property
    def scale(self) -> Scale:
        return self.row.scale

    @property
    def lane(self) -> float:
        """Pixels from 0 s to the right edge."""
        return max(self.viewport().width() - HEAD - INSET, 1.0)

    def set_scale(self, scale: Scale, *, fit: bool = False) -> None:
        self._fit = fit
        if scale != self.row.scale:
            self.row.scale = scale
            self.viewport().update()
            self.scaled.emit()

    def fit(self) -> None:
        """All of it."""
        self.set_scale(fitted(end_of(self._model.bars), self.lane), fit=True)

    def zoom(self, factor: float, about: float | None = None) -> None:
        """About a pixel of the lane, else about the bar that is selected, else the middle."""
        bar = self.current
        if about is None and bar is not None and 0 <= self.scale.x(bar.at) <= self.lane:
            about = self.scale.x(bar.at)
        self.set_scale(self.scale.zoomed(factor, self.lane / 2 if about is None else about))

    def refit(self) -> None:
        """Other bars, another width: where all was in sight, it stays so."""
        if self._fit:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()
        self.scaled.emit()

    def set_playhead(self, at: float | None) -> None:
        if at != self.playhead:
            self.playhead = at
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for at, token, line in (
            (self._edge, self._theme.focus, Qt.PenStyle.DashLine),
            (self.playhead, self._theme.running.colour, Qt.PenStyle.SolidLine),
        ):
            x = HEAD + INSET + self.scale.x(at) if at is not None else -1.0
            if x >= HEAD:
                painter.setPen(QPen(colour(token), 2, line))
                painter.drawLine(QPointF(x, 0), QPointF(x, self.viewport().height()))

    # Moving --------------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Bar | None:
        index = self.currentIndex()
        bar: Bar | None = index.data(BAR_ROLE) if index.isValid() else None
        return bar

    def settle(self) -> None:
        """What is written is what is shown, but for what is in hand."""
        held = self._held[0].id if self._held is not None else None
        self.row.moved = {each: at for each, at in self.row.moved.items() if each == held}
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        bar: Bar | None = index.data(BAR_ROLE) if index.isValid() else None
        if bar is None or event.button() != Qt.MouseButton.LeftButton or event.position().x() < HEAD:
            return
        box = self.row.box(bar, QRectF(self.visualRect(index))).adjusted(-GRIP, -5, GRIP, 5)
        if not box.contains(event.position()):
            return
        if refused := self._refusal():
            self.refused.emit(refused)
        else:
            self._held = bar, self._seconds(event) - bar.at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            index = self.indexAt(event.position().toPoint())
            bar: Bar | None = index.data(BAR_ROLE) if index.isValid() else None
            over = bar is not None and self.row.box(bar, QRectF(self.visualRect(index))).contains(event.position())
            free = over and event.position().x() >= HEAD and not self._refusal()
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if free else Qt.CursorShape.ArrowCursor)
            return
        bar, hold = self._held
        at = max(self._seconds(event) - hold, 0.0)
        self._edge = None
        if event.modifiers() & _ALT:
            at = round(at, 3)
        else:
            others = [edge for each in self._model.bars if each.id != bar.id for edge in each.edges]
            edges = [*others, *([self.playhead] if self.playhead is not None else [])]
            at, self._edge = snapped(at, bar.parts, edges, self.scale.grid, REACH / self.scale.rate)
        self.row.moved[bar.id] = at
        self.set_scale(self.scale.in_sight(self._seconds(event), self.lane), fit=self._fit)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._held is not None and event.button() == Qt.MouseButton.LeftButton:
            bar, self._held, self._edge = self._held[0], None, None
            self._tell(bar)

    def _seconds(self, event: QMouseEvent) -> float:
        return self.scale.at(event.position().x() - HEAD - INSET)

    def _tell(self, bar: Bar) -> None:
        at = self.row.moved.get(bar.id, bar.at)
        if at == bar.at:
            self.row.moved.pop(bar.id, None)
        else:
            self.moved.emit(bar.id, at)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key, held = self.current, event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and bar is not None and not held & (_ALT | _CONTROL):
            if refused := self._refusal():
                self.refused.emit(refused)
                return
            step = self.scale.grid / (FINER if held & _SHIFT else 1)
            at = stepped(self.row.moved.get(bar.id, bar.at), max(step, 0.001), _ARROWS[key])
            self.row.moved[bar.id], self._keyed = at, True
            self.set_scale(self.scale.in_sight(at, self.lane), fit=self._fit)
            self.viewport().update()
        elif key in _ZOOMS and not held & (_ALT | _CONTROL):
            self.zoom(_ZOOMS[key])
        elif key == Qt.Key.Key_0 and not held:
            self.fit()
        else:
            self._end_keys()
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self._end_keys()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end_keys()
        super().focusOutEvent(event)

    def _end_keys(self) -> None:
        """However long an arrow was held, it is one edit."""
        bar = self.current
        if self._keyed and bar is not None:
            self._keyed = False
            self._tell(bar)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120 or event.angleDelta().x() / 120
        if event.modifiers() & _CONTROL:
            self.zoom(ZOOM**steps, event.position().x() - HEAD - INSET)
            event.accept()
        elif event.modifiers() & _SHIFT:
            self.set_scale(self.scale.begun_at(self.scale.start - steps * self.lane / 8 / self.scale.rate))
            event.accept()
        else:
            super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.viewport().unsetCursor()
        super().leaveEvent(event)

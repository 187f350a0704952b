"""Active cues: a card each, the one that started last on top."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from showctl.engine.command import Seek, SkipWait
from showctl.engine.snapshot import Snapshot
from showctl.model.cue import CueId
from showctl.ui.desk import Desk
from showctl.ui.ink import CENTRE, draw_text
from showctl.ui.measure import TABS, Measures
from showctl.ui.models.active_cues import CARD_ROLE, ActiveCuesModel, Card
from showctl.ui.motion import Pace
from showctl.ui.panels.card_delegate import (
    GAP,
    LINE,
    CardDelegate,
    bar_box,
    may_move,
    part_at,
    pause_box,
    scrub_box,
    skip_box,
    stop_box,
    waits,
)
from showctl.ui.panels.heading import Heading
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

MOVE_AGAIN = 0.25
"""Seconds after which a cue is moved again whose move nobody has answered."""
LAST = 0.05
"""Seconds before its end beyond which a cue is not moved: there it would be over."""
_STEPS = {int(Qt.Key.Key_Left): -1.0, int(Qt.Key.Key_Right): 1.0}
"""Seconds."""


class CardView(QListView):
    """Cards; pause and stop are places in them, so that 200 active cues cost what 5 cost."""

    def __init__(self, desk: Desk, theme: Theme, model: ActiveCuesModel) -> None:
        super().__init__()
        self._desk, self._theme, self._model = desk, theme, model
        self._delegate = CardDelegate(theme, self)
        self._delegate.folded = self._folded
        self._open = 0
        self._pace = Pace()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("active")
        self.setAccessibleName(tr("Active cues"))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrubbed: CueId | None = None
        """The cue whose handle is held."""
        self._keyed: CueId | None = None
        """The cue that was moved by keys last."""
        self._moved_run, self._moved_at = 0, -MOVE_AGAIN
        model.rowsInserted.connect(self._fold)
        model.rowsInserted.connect(self._keep_current)
        model.rowsRemoved.connect(self._fold)
        model.dataChanged.connect(self._fold)

    def set_measures(self, measures: Measures) -> None:
        self._delegate.measures = measures
        self.viewport().update()

    def tick(self, now: float) -> None:
        """Time counts in all cards; only those in sight are painted."""
        self._delegate.now = now
        if self._model.cards and self._pace.due(now):
            self.viewport().update()

    def _folded(self, row: int) -> bool:
        return row >= self._open

    def _fold(self, *_: object) -> None:
        """As many cards open as fit above the lines of the others; the newest always."""
        heights = [CardDelegate.height(card) for card in self._model.cards]
        room = self.viewport().height()
        fits = 0
        for row in range(len(heights)):
            lines = len(heights) - row - 1
            if sum(heights[: row + 1]) + lines * LINE > room + (0 if lines else GAP):
                break
            fits = row + 1
        fits = max(fits, 1)
        if fits != self._open:
            self._open = fits
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.cards:
            painter = QPainter(self.viewport())
            box = QRectF(self.viewport().rect()).adjusted(0, 24, 0, 0)
            box.setHeight(24)
            draw_text(painter, box, tr("Nothing is active"), 14, self._theme.text_3, align=CENTRE)

    # The operator's hands ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._folded(index.row()) and event.button() == Qt.MouseButton.LeftButton:
            card: Card = index.data(CARD_ROLE)
            box = QRectF(self.visualRect(index)).adjusted(0, 0, 0, -GAP)
            if pause_box(box).contains(event.position()):
                self._toggle(card)
            elif stop_box(box).contains(event.position()):
                self._desk.stop(card.active.cue)
            elif waits(card.active, self._delegate.now) and skip_box(box).contains(event.position()):
                self._skip(card)
            elif may_move(card) and scrub_box(box).contains(event.position()):
                self._scrubbed = card.active.cue
                self._scrub(card, box, event.position().x())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._card(self._scrubbed)
        if found is not None:
            self._scrub(*found, event.position().x(), last=True)
        self._scrubbed = None
        super().mouseReleaseEvent(event)

    def _card(self, cue: CueId | None) -> tuple[Card, QRectF] | None:
        """The card of a cue, and where it is: moved, it is another run and has another card."""
        for row, card in enumerate(self._model.cards):
            if cue is not None and card.active.cue == cue and may_move(card):
                return card, QRectF(self.visualRect(self._model.index(row))).adjusted(0, 0, 0, -GAP)
        return None

    def _scrub(self, card: Card, box: QRectF, x: float, *, last: bool = False) -> None:
        """To where the pointer is. Not more often than the engine can say that it is done, but always to the last."""
        bar, now = bar_box(box), self._desk.clock()
        part = min(max((x - bar.left()) / bar.width(), 0.0), 1.0)
        if last or card.active.run != self._moved_run or now - self._moved_at > MOVE_AGAIN:
            self._move(card, part * part_at(card.active)[1])

    def _move(self, card: Card, at: float) -> None:
        total = part_at(card.active)[1]
        self._moved_run, self._moved_at = card.active.run, self._desk.clock()
        self._desk.send(Seek(run=card.active.run, at=min(max(at, 0.0), max(total - LAST, 0.0))))

    def _skip(self, card: Card) -> None:
        self._desk.send(SkipWait(run=card.active.run))

    def _toggle(self, card: Card) -> None:
        (self._desk.resume if card.active.paused_at is not None else self._desk.pause)(card.active.cue)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._delegate.hovered = QPointF(event.position())
        found = self._card(self._scrubbed)
        if found is not None:
            self._scrub(*found, event.position().x())
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._delegate.hovered = None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index: QModelIndex = self.currentIndex()
        card: Card | None = index.data(CARD_ROLE) if index.isValid() else None
        if event.key() == Qt.Key.Key_S and card is not None and not event.isAutoRepeat():
            self._desk.stop(card.active.cue)
        elif event.key() == Qt.Key.Key_P and card is not None and not event.isAutoRepeat():
            self._toggle(card)
        elif event.key() == Qt.Key.Key_K and card is not None and not event.isAutoRepeat():
            self._skip(card)
        elif event.key() in _STEPS and card is not None and may_move(card):
            step = _STEPS[event.key()] * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            self._keyed = card.active.cue
            self._move(card, part_at(card.active)[0] + step)
        else:
            super().keyPressEvent(event)

    def _keep_current(self) -> None:
        """Who moves a cue by keys has its card on, though that is another."""
        row = next((i for i, card in enumerate(self._model.cards) if card.active.cue == self._keyed), None)
        if row is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(row))


class ActiveCuesPanel(QWidget):
    """The cards under their heading."""

    counted = Signal(int)
    """How many cues are active, those inside groups too."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ActiveCuesModel(desk.cues, self)
        self.view = CardView(desk, theme, self.model)
        self.setFocusProxy(self.view)
        self.count = 0
        self._heading = Heading(theme, tr("Active cues"), TABS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.view)
        desk.show_changed.connect(lambda: self.model.follow(desk.cues))
        desk.happened.connect(self.model.note)
        desk.snapshot_changed.connect(self._take)
        desk.ticked.connect(self.view.tick)

    def set_measures(self, measures: Measures) -> None:
        self._heading.setHidden(measures.tabbed)  # the tab says it
        self.view.set_measures(measures)

    def _take(self, snapshot: Snapshot) -> None:
        self.model.take(snapshot)
        cards = self.model.cards
        self.count = len(cards) + sum(len(card.inside) for card in cards)
        self._heading.set_note(str(self.count) if self.count else "")
        self.counted.emit(self.count)

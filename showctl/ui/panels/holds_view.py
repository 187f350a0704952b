"""The list of what is parked and highlighted, with what lets go of each at its right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from showctl.ui.ink import CENTRE, draw_text, draw_wrapped, fill_rounded, outline_rounded
from showctl.ui.models.holds import HOLD_ROLE, HoldsModel
from showctl.ui.rig import Hold
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD

ROW, BUTTON = 52, 76
"""Buttons are 44 high, and 8 apart."""
WORDS = {"parked": marked("Unpark"), "highlighted": marked("Off")}
SHAPES = {"parked": "square slash", "highlighted": "disc"}
EMPTY = marked("Nothing is parked or highlighted. Type a fixture, a group, spot1/pan or an address such as 1.7 above.")


def button_box(row: QRectF) -> QRectF:
    """Where the button of a row is."""
    return QRectF(row.right() - BUTTON, row.top() + 4, BUTTON, row.height() - 8)


class HoldDelegate(QStyledItemDelegate):
    """Shape, name, how it is held, and the button."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t, hold = self._theme, index.data(HOLD_ROLE)
        box = QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            fill_rounded(painter, box, 6, t.selected)
            outline_rounded(painter, box, 6, t.focus, 1)
        draw_shape(painter, SHAPES[hold.kind], QPointF(box.left() + 14, box.center().y()), 15, t.standby.colour)
        room = box.adjusted(30, 0, -BUTTON - 8, 0)
        top, below = QRectF(room), QRectF(room)
        top.setBottom(room.center().y() + 1)
        below.setTop(room.center().y() + 1)
        draw_text(painter, top.adjusted(0, 7, 0, 0), hold.what, 14, t.text, weight=MEDIUM, elide="middle")
        draw_text(painter, below.adjusted(0, -1, 0, -7), hold.said, 12, t.text_2)
        button = button_box(box)
        fill_rounded(painter, button, 8, t.raised)
        outline_rounded(painter, button, 8, t.line_strong, 1)
        draw_text(painter, button, tr(WORDS[hold.kind]), 13, t.text, weight=SEMIBOLD, align=CENTRE)


class HoldsView(QListView):
    """Enter or the button lets go of one; Shift+Enter wants to let go of all that is parked."""

    ended = Signal(object)
    """The Hold that shall end."""
    all_wanted = Signal()
    """Pressed once more: it is meant."""
    moved = Signal()
    """Another row was chosen."""

    def __init__(self, theme: Theme, model: HoldsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.setModel(model)
        self.setItemDelegate(HoldDelegate(theme, self))
        self.setObjectName("holds")
        self.setAccessibleName(tr("Parked and highlighted"))
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            if button_box(QRectF(self.visualRect(index))).contains(event.position()):
                self._end(index.data(HOLD_ROLE))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick presses would be on the row that has moved up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.isAutoRepeat():
                return
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.all_wanted.emit()
            elif self.currentIndex().isValid():
                self._end(self.currentIndex().data(HOLD_ROLE))
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
            self.moved.emit()
        else:
            event.ignore()

    def _end(self, hold: Hold) -> None:
        self.ended.emit(hold)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.holds:
            painter = QPainter(self.viewport())
            box = QRectF(self.viewport().rect()).adjusted(4, 12, -4, 0)
            draw_wrapped(painter, box, tr(EMPTY), 14, self._theme.text_3)

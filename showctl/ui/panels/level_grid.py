"""The 512 levels of a universe as a grid: one image, copied together from pictures of the values."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from showctl.model.address import SLOTS
from showctl.ui.ink import RIGHT, draw_text
from showctl.ui.monitors.cells import Changes, columns_for, laid, moved
from showctl.ui.monitors.level_text import Format
from showctl.ui.panels.level_atlas import GAP, level_atlas
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr

LABELS = 34
ROW = 21 + GAP
LEAST = 27
"""Width of a cell in which 255 can be read."""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LevelGrid(QWidget):
    """Pointer and arrows ask about a slot; the keyboard's stays until the pointer is on another."""

    asked = Signal(int)
    """About this slot (1..512)."""
    clicked = Signal(int, bool)
    """This slot; and whether it is to be added to what is selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Levels of the universe"))
        self.setToolTip("")
        self.slot = 1
        self.columns = 16
        self.room = 0
        """Height that can be seen at once."""
        self._form: Format = "255"
        self._levels = np.zeros(SLOTS, np.uint8)
        self._fresh = np.zeros(SLOTS, np.bool_)
        self._changes = Changes()
        self._selected: list[int] = []
        self._atlas: NDArray[np.uint32] | None = None
        self._pixels: NDArray[np.uint32] | None = None
        self.empty = False
        """Nothing is known of the levels."""

    def show_levels(self, levels: NDArray[np.uint8], now: float) -> None:
        """Levels (512,) at an instant; repaints only if anything looks different."""
        fresh = self._changes.take(levels, now)
        if self._pixels is not None and (levels == self._levels).all() and (fresh == self._fresh).all():
            return
        self._levels, self._fresh = levels.copy(), fresh
        self._renew()

    def forget(self) -> None:
        """Levels of another universe come next: none of them has changed."""
        self._changes.forget()

    def set_form(self, form: Format) -> None:
        self._form = form
        self._atlas = None
        self._renew()

    def set_selected(self, slots: list[int]) -> None:
        """Slots that are outlined."""
        if slots != self._selected:
            self._selected = slots
            self.update()

    def ask(self, slot: int) -> None:
        """Go to a slot."""
        if slot != self.slot:
            self.slot = slot
            self.update()
        self.asked.emit(slot)

    def place_of(self, slot: int) -> QRect:
        """Where its cell is."""
        down, across = divmod(slot - 1, self.columns)
        return QRect(LABELS + across * self._wide, down * ROW, self._wide, ROW)

    def slot_at(self, point: QPoint) -> int:
        """The slot there; 0: none."""
        across, down = (point.x() - LABELS) // self._wide, point.y() // ROW
        inside = 0 <= across < self.columns and 0 <= down < SLOTS // self.columns and point.x() >= LABELS
        return down * self.columns + across + 1 if inside else 0

    # Qt --------------------------------------------------------------------------------------------------------------

    @property
    def _wide(self) -> int:
        return max((self.width() - LABELS) // self.columns, 8)

    def sizeHint(self) -> QSize:
        return QSize(LABELS + 16 * LEAST, SLOTS // self.columns * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(LABELS + 8 * LEAST, SLOTS // self.columns * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = columns_for(self.width() - LABELS, self.room or self.height(), LEAST, ROW)
        if columns != self.columns:
            self.columns = columns
            self.setFixedHeight(SLOTS // columns * ROW)
            self.updateGeometry()
        self._atlas = None
        self._renew()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._atlas = None
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        slot = self.slot_at(event.position().toPoint())
        if slot:
            self.ask(slot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        slot = self.slot_at(event.position().toPoint())
        if slot:
            self.ask(slot)
            self.clicked.emit(slot, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.ask(moved(self.slot, self.columns, *_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ask(1 if key == Qt.Key.Key_Home else SLOTS)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.slot, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.asked.emit(self.slot)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for down in range(SLOTS // self.columns):
            box = QRectF(0, down * ROW, LABELS - 8, ROW - GAP)
            draw_text(painter, box, str(down * self.columns + 1), 12, self._theme.text_3, align=RIGHT)
        if self._pixels is not None:
            high, wide = self._pixels.shape
            image = QImage(self._pixels.data, wide, high, wide * 4, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(self.devicePixelRatioF())
            if self.empty:
                painter.setOpacity(0.4)
            painter.drawImage(QPointF(LABELS, 0), image)
            painter.setOpacity(1.0)
        painter.setPen(QPen(colour(self._theme.focus), 1))
        painter.drawRects([self.place_of(slot).adjusted(0, 0, -GAP - 1, -GAP - 1) for slot in self._selected])
        at = self.place_of(self.slot).adjusted(0, 0, -GAP, -GAP)
        painter.setPen(QPen(colour(self._theme.focus if self.hasFocus() else self._theme.text_2), 2))
        painter.drawRect(at.adjusted(1, 1, -1, -1))

    def _renew(self) -> None:
        if self._atlas is None:
            size = QSize(self._wide, ROW)
            self._atlas = level_atlas(size, self.devicePixelRatioF(), self._form, self._theme)
        self._pixels = laid(self._atlas, self._levels + 256 * self._fresh.astype(np.intp), self.columns)
        self.update()

"""A painted button for a strip: acts as it goes down, and says when it comes up, whatever becomes of the window."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from showctl.ui.ink import CENTRE, draw_text, fill_rounded, outline_rounded
from showctl.ui.theme import Theme
from showctl.ui.typeface import SEMIBOLD

SIZE = QSize(76, 44)
LINE = 17
"""Height of a line of its words; there is room for two."""


class FlashButton(QWidget):
    """`pressed` once for each press, then `released` once: on release, when it is hidden, when the window loses the
    keyboard. Takes no focus."""

    pressed = Signal()
    released = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self._held = self._on = False
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)

    def show_on(self, on: bool, text: str) -> None:
        """Whether what it does is done at present."""
        if (on, text) != (self._on, self._text):
            self._on, self._text = on, text
            self.update()

    @property
    def text(self) -> str:
        """What it reads, in one line or two."""
        return self._text

    def let_go(self) -> None:
        """As if the finger had come off."""
        if self._held:
            self._held = False
            self.released.emit()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self._held = True
            self.pressed.emit()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # the second of two quick presses is one as well

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            if not self.isEnabled():
                self.let_go()
            self.update()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.let_go()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self._theme, QRectF(self.rect())
        ground = t.text if self._on else t.track if self._held else t.raised
        token = t.app if self._on else t.text if self.isEnabled() else t.text_3
        fill_rounded(painter, box, 8, ground)
        outline_rounded(painter, box, 8, t.text if self._on else t.line_strong, 1)
        lines = self._text.split("\n")
        line = QRectF(4, box.center().y() - len(lines) * LINE / 2, box.width() - 8, LINE)
        for each in lines:
            draw_text(painter, line, each, 13, token, weight=SEMIBOLD, align=CENTRE)
            line.translate(0, LINE)

"""A list of choices, painted like a field: Enter opens it, ↑ ↓ go on without opening. The wheel does nothing."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from showctl.ui.icon import draw_icon
from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import font, metrics


class ChoiceBox(QComboBox):
    """As wide as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.wrong = self.faint = False
        self.empty = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # who scrolls the page does not mean to change it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        words = metrics(14)
        widest = max((words.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        self.view().setMinimumWidth(min(max(widest + 40, self.width()), 560))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self.wrong or self.hasFocus()
        edge = t.broken.colour if self.wrong else t.focus if self.hasFocus() else t.line_control
        painter.setPen(QPen(colour(edge if self.isEnabled() else t.line), 2 if thick else 1))
        painter.setBrush(colour(t.input if self.isEnabled() else t.panel))
        inset = 1 if thick else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        words = self.empty or self.currentText()
        painter.setFont(font(14))
        dim = bool(self.empty) or self.faint or not self.isEnabled()
        painter.setPen(colour(t.text_3 if dim else t.text))
        box = QRect(9, 0, self.width() - 34, self.height())
        elided = metrics(14).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        draw_icon(painter, "caret-down-bold", QRectF(self.width() - 26, 0, 20, self.height()), t.text_2, 13)

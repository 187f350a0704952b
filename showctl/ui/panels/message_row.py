"""The message row in the bottom bar: one message at a time, never over anything."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from showctl.ui.ink import RIGHT, draw_text, draw_wrapped, fill_rounded, width
from showctl.ui.messages import Messages
from showctl.ui.panels.details import show_details
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font


class MessageRow(QWidget):
    """Painted, with one button for what only needs to be seen."""

    def __init__(self, messages: Messages, theme: Theme) -> None:
        super().__init__()
        self._messages, self._theme = messages, theme
        self.setObjectName("message")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(44)
        self.seen = QPushButton(tr("Seen"))
        self.seen.setProperty("inset", True)
        self.seen.setToolTip(tr("Put the warning away (Tab, Enter)"))
        self.seen.setFont(font(13, MEDIUM))
        self.seen.setAutoDefault(True)  # Enter presses it; Space is GO
        self.seen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.seen.clicked.connect(messages.seen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.seen)
        messages.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        top = self._messages.top
        self.seen.setVisible(top is not None and top.level == "warning")
        self.setAccessibleName(f"{top.fact} {top.effect}" if top is not None else tr("No message"))
        lines = [f"{message.fact} {message.effect}" for message in (top, *self._messages.more) if message is not None]
        self.setToolTip("\n".join(lines))
        self.setCursor(Qt.CursorShape.PointingHandCursor if top is not None else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        show_details(self, self.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self._messages.top
        if top is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self._theme, QRectF(self.rect())
        shape, token, ground = {
            "error": ("broken", t.broken.colour, t.broken.tint),
            "warning": ("warning", t.over, t.standby.tint),
            "denied": ("warning", t.over, t.raised),
            "info": ("done", t.text_2, t.raised),
        }[top.level]
        fill_rounded(painter, box, 8, ground)
        draw_shape(painter, shape, QPointF(22, box.center().y()), 16, token)
        right = self.seen.x() - 10 if self.seen.isVisible() else box.right() - 14
        more = len(self._messages.more)
        if more:
            word = tr("{more} more").format(more=more)
            draw_text(painter, QRectF(right - 80, box.top(), 80, box.height()), word, 13, t.text_2, align=RIGHT)
            right -= width(word, 13) + 12
        line = QRectF(42, box.top(), right - 42, box.height())
        if top.effect and width(top.fact, 14, SEMIBOLD) + 8 + width(top.effect, 14) > line.width():
            if max(width(top.fact, 14, SEMIBOLD), width(top.effect, 13)) > line.width():
                draw_wrapped(painter, line.adjusted(0, 4, 0, -4), f"{top.fact} {top.effect}", 13, t.text)
                return
            half = line.adjusted(0, 3, 0, -line.height() / 2)
            draw_text(painter, half, top.fact, 14, t.text, weight=SEMIBOLD)
            draw_text(painter, half.translated(0, half.height()), top.effect, 13, t.text_2)
            return
        if width(top.fact, 14, SEMIBOLD) > line.width():
            draw_wrapped(painter, line.adjusted(0, 4, 0, -4), top.fact, 13, t.text, SEMIBOLD)
            return
        used = draw_text(painter, line, top.fact, 14, t.text, weight=SEMIBOLD)
        draw_text(painter, line.adjusted(used + 8, 0, 0, 0), top.effect, 14, t.text_2)

"""Hue across, saturation down to white: painted once, a press or drag chooses."""

from colorsys import hsv_to_rgb, rgb_to_hsv

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr

_HUES, _SATURATIONS = 180, 64
_STEP = 0.01


class HueField(QWidget):
    """A drag is told when it is let go; the arrows go by a hundredth, Enter takes it."""

    chosen = Signal(str)
    """`#rrggbb`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._at: QPointF | None = None
        self._image = _painted()
        self.setMinimumSize(160, 90)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Hue and saturation"))
        self.setToolTip(tr("Across the hue, down to white; a drag, or the arrows and Enter"))

    def show_colour(self, rgb: str) -> None:
        """Where the ring stands; empty: nowhere."""
        self._at = None
        if rgb:
            hue, saturation, _ = rgb_to_hsv(*(int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)))
            self._at = QPointF(hue, 1 - saturation)
        self.update()

    @property
    def rgb(self) -> str:
        """The colour under the ring, as bright as can be."""
        if self._at is None:
            return ""
        parts = hsv_to_rgb(self._at.x(), 1 - self._at.y(), 1.0)
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.rgb)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            int(Qt.Key.Key_Left): (-_STEP, 0.0), int(Qt.Key.Key_Right): (_STEP, 0.0),
            int(Qt.Key.Key_Up): (0.0, -_STEP), int(Qt.Key.Key_Down): (0.0, _STEP),
        }  # fmt: skip
        if event.key() in steps:
            across, down = steps[event.key()]
            at = self._at or QPointF(0, 1)
            self._move(QPointF((at.x() + across) * self.width(), (at.y() + down) * self.height()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.chosen.emit(self.rgb)
        else:
            super().keyPressEvent(event)

    def _move(self, at: QPointF) -> None:
        across, down = at.x() / max(self.width(), 1), at.y() / max(self.height(), 1)
        self._at = QPointF(min(max(across, 0.0), 0.999), min(max(down, 0.0), 1.0))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        painter.drawImage(QRectF(self.rect()), self._image)
        if self.hasFocus():
            painter.setPen(QPen(colour(self._theme.focus), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self._at is not None:
            centre = QPointF(self._at.x() * self.width(), self._at.y() * self.height())
            for ink, wide in (("#000000", 4), ("#ffffff", 2)):
                painter.setPen(QPen(colour(ink), wide))
                painter.setBrush(QColor(self.rgb))
                painter.drawEllipse(centre, 8, 8)


def _painted() -> QImage:
    hue = np.linspace(0, 6, _HUES, endpoint=False)
    full = np.stack([np.clip(np.abs((hue + shift) % 6 - 3) - 1, 0, 1) for shift in (0, 4, 2)], -1)
    white = np.linspace(0, 1, _SATURATIONS)[:, None, None]
    data = np.ascontiguousarray((full[None] * (1 - white) + white) * 255, np.float32).astype(np.uint8)
    return QImage(data.tobytes(), _HUES, _SATURATIONS, 3 * _HUES, QImage.Format.Format_RGB888).copy()

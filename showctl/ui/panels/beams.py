"""Beams of light behind the welcome window: painted once for each size, and still."""

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap, QPolygonF

from showctl.ui.theme import Theme, colour

_BEAMS = (
    (0.055, 0.01, -0.06, 0.13, "broken", 0.72),
    (0.150, 0.01, -0.02, 0.10, "standby", 0.80),
    (0.115, 0.01, 0.25, 0.14, "post_wait", 0.86),
    (0.220, 0.01, 0.10, 0.16, "running", 0.84),
    (0.330, 0.01, 0.15, 0.17, "pre_wait", 0.92),
    (0.222, 0.01, 0.33, 0.13, "disarmed", 0.80),
)
"""Each as parts of the width: where it starts, half its width there, where it ends, half its width there; the state
whose colour it has; and how far down it goes, as a part of the height."""
_STRENGTH, _STRENGTH_ON_LIGHT = 0.36, 0.14
"""On a light ground words stand on them: these keep their contrast."""


def beams(size: QSizeF, scale: float, theme: Theme) -> QPixmap:
    """The background of the window."""
    picture = QPixmap((size * scale).toSize())
    picture.setDevicePixelRatio(scale)
    picture.fill(colour(theme.app))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dark = colour(theme.app).lightness() < 128
    mode = (
        QPainter.CompositionMode.CompositionMode_Screen if dark else QPainter.CompositionMode.CompositionMode_Multiply
    )
    painter.setCompositionMode(mode)
    strength = _STRENGTH if dark else _STRENGTH_ON_LIGHT
    w, h = size.width(), size.height()
    for start, narrow, end, wide, state, reach in _BEAMS:
        bottom = h * reach
        gradient = QLinearGradient(0, 0, 0, bottom)
        light = QColor(colour(getattr(theme, state).colour))
        for at, part in ((0.0, strength), (0.45, strength * 0.75), (1.0, 0.0)):
            stop = QColor(light)
            stop.setAlphaF(part)
            gradient.setColorAt(at, stop)
        corners = ((start - narrow, 0), (start + narrow, 0), (end + wide, bottom), (end - wide, bottom))
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(gradient)
        painter.drawPolygon(QPolygonF([QPointF(x * w, y) for x, y in corners]))
    painter.end()
    return picture

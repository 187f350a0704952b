"""States as shapes, painted as paths in a 16 × 16 field: colour is never the only sign."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from showctl.ui.theme import colour


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _rectangles(*boxes: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for box in boxes:
        path.addRoundedRect(QRectF(*box), 0.8, 0.8)
    return path


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), radius, radius)
    return path


def _half(start: int) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(8, 8)
    path.arcTo(QRectF(2.5, 2.5, 11, 11), start, 180)
    path.closeSubpath()
    return path


def _lines(*points: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for x1, y1, x2, y2 in points:
        path.moveTo(x1, y1)
        path.lineTo(x2, y2)
    return path


def _both(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    path = QPainterPath(one)
    path.addPath(other)
    return path


def _octagon() -> QPainterPath:
    a, b = 5.2, 10.8
    octagon = _polygon((a, 1.5), (b, 1.5), (14.5, a), (14.5, b), (b, 14.5), (a, 14.5), (1.5, b), (1.5, a))
    cross = _lines((5.6, 5.6, 10.4, 10.4), (10.4, 5.6, 5.6, 10.4))
    return octagon.subtracted(_stroked(cross, 1.9))


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(path)


_TRIANGLE = ((3.5, 2.0), (14.0, 8.0), (3.5, 14.0))
_RING = _circle(5.5)
_MARK = _rectangles((7.2, 5.8, 1.6, 4.2), (7.2, 11, 1.6, 1.7))
# shape: (filled path or None, outlined path or None, dashed)
_SHAPES: dict[str, tuple[QPainterPath | None, QPainterPath | None, bool]] = {
    "standby": (_polygon((2, 3.5), (9.5, 3.5), (14.5, 8), (9.5, 12.5), (2, 12.5)), None, False),
    "running": (_polygon(*_TRIANGLE), None, False),
    "paused": (_rectangles((3.5, 2.5, 3.2, 11), (9.3, 2.5, 3.2, 11)), None, False),
    "pre-wait": (_half(90), _RING, False),
    "post-wait": (_half(270), _RING, False),
    "broken": (_octagon(), None, False),
    "disarmed": (None, _both(_RING, _lines((4.2, 11.8, 11.8, 4.2))), False),
    "done": (None, _lines((3.2, 8.6, 6.4, 11.8), (6.4, 11.8, 12.8, 4.6)), False),
    "disc": (_circle(5), None, False),
    "ring": (None, _circle(5), False),
    "dashed ring": (None, _circle(5.2), True),
    "half ring": (_half(90), _RING, False),
    "square slash": (None, _lines((2.5, 2.5, 13.5, 2.5), (13.5, 2.5, 13.5, 13.5), (13.5, 13.5, 2.5, 13.5),
                                  (2.5, 13.5, 2.5, 2.5), (4.5, 11.5, 11.5, 4.5)), False),
    "diamond": (_polygon((8, 3), (13, 8), (8, 13), (3, 8)), None, False),
    "warning": (_polygon((8, 1.8), (15, 14), (1, 14)).subtracted(_MARK), None, False),
}  # fmt: skip


@cache
def _pen(rgba: int, dashed: bool) -> QPen:
    pen = QPen(QColor.fromRgba(rgba), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([1.6, 1.6])
    return pen


def draw_shape(painter: QPainter, shape: str, centre: QPointF, size: float, token: str) -> None:
    """Draw a shape around a point, `size` pixels wide, in a colour."""
    filled, outlined, dashed = _SHAPES[shape]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre.x() - size / 2, centre.y() - size / 2)
    painter.scale(size / 16, size / 16)
    if filled is not None:
        painter.fillPath(filled, colour(token))
    if outlined is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(colour(token).rgba(), dashed))
        painter.drawPath(outlined)
    painter.restore()

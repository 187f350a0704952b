"""The field of a fade's curve: its name or points, and what it looks like."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from showctl.model.curve import Curve, parse_curve
from showctl.session.change import EditRefused, value_of
from showctl.timing.curve import shaped
from showctl.ui.fields.field import HEIGHT
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.line_field import LineField
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr

_WIDE = 44
_STEPS = 32


class CurveField(LineField):
    """The drawing is of what stands there; of what counts where nothing does, in grey."""

    def __init__(self, caption: str, kind: Kind, theme: Theme) -> None:
        super().__init__(caption, kind, theme)
        self.drawing = Drawing(theme)
        self._like: CurveField | None = None
        self._followers: list[CurveField] = []
        self._layout.removeWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.drawing)
        self._layout.insertLayout(1, row)

    def set_default(self, text: str) -> None:
        super().set_default(text)
        self._say()

    def follow(self, other: "CurveField") -> None:
        """Where nothing stands here, what the other draws counts."""
        self._like = other
        other._followers.append(self)
        self._say()

    def _say(self) -> None:
        super()._say()
        several = self.several and self._draft is None
        counts = self._like.drawing.curve if self._like is not None and not self.value() else None
        own = None if several else counts or curve_of(self.value() or self._default)
        self.drawing.show_curve(own, bool(self.value()))
        for each in self._followers:
            each._say()


def curve_of(text: str) -> Curve | None:
    """What is written, as a curve; None for what is none."""
    try:
        found = value_of(text)
        plain = {"points": [list(pair) for pair in found["points"]]} if hasattr(found, "keys") else str(found)
        return parse_curve(plain)
    except (ValueError, KeyError, TypeError, EditRefused):
        return None


class Drawing(QWidget):
    """Time across, how far the fade is upwards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.curve: Curve | None = None
        self._own = False
        self.setFixedSize(_WIDE, HEIGHT)
        self.setToolTip(tr("How far the fade is, upwards, against its time"))

    def show_curve(self, curve: Curve | None, own: bool) -> None:
        """`own`: it is written, and not only what counts without."""
        if (curve, own) != (self.curve, self._own):
            self.curve, self._own = curve, own
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.curve is None:
            return
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour(theme.line), 1))
        painter.setBrush(colour(theme.input))
        painter.drawRoundedRect(box, 4, 4)
        box.adjust(4, 5, -4, -5)
        points = [(at / _STEPS, float(shaped(self.curve, at / _STEPS))) for at in range(_STEPS + 1)]
        painter.setPen(QPen(colour(theme.text if self._own else theme.text_3), 1.6))
        painter.drawPolyline(
            QPolygonF([QPointF(box.left() + x * box.width(), box.bottom() - y * box.height()) for x, y in points])
        )

"""A lamp a device: grey when sent and nobody confirms, green only where somebody does."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from showctl.ui.desk import Desk
from showctl.ui.ink import CENTRE, draw_text, fill_rounded
from showctl.ui.measure import WIDE, Measures
from showctl.ui.models.devices import UNKNOWN, DevicesModel, Lamp
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.typeface import SEMIBOLD

LAMP_WIDTH, LAMP_HEIGHT = 62, 44


def lamp_shape(state: str, theme: Theme) -> tuple[str, str]:
    """Shape and colour of a device's state."""
    return {
        "unused": ("ring", theme.text_3),
        "sent": ("disc", theme.text_3),
        "answering": ("disc", theme.running.colour),
        "open": ("disc", theme.running.colour),
        "silent": ("dashed ring", theme.text_2),
        "missing": ("dashed ring", theme.text_2),
        "error": ("broken", theme.broken.colour),
        "off": ("square slash", theme.standby.colour),
        UNKNOWN: ("dashed ring", theme.text_3),
    }[state]


class Lamps(QWidget):
    """Lamps side by side, in the order of the show; when there are too many the worst come first."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._desk, self._theme, self._devices = desk, theme, devices
        self._most = WIDE.lamps
        self.setObjectName("lamps")
        self.setMouseTracking(True)
        devices.dataChanged.connect(self._refresh)
        self._refresh()

    def set_measures(self, measures: Measures) -> None:
        self._most = measures.lamps
        self._refresh()

    @property
    def shown(self) -> list[Lamp]:
        lamps = self._devices.lamps
        return lamps if len(lamps) <= self._most else self._devices.worst_first()[: self._most]

    def _refresh(self, *_: object) -> None:
        self.setFixedSize(self.sizeHint())
        bad = [lamp.name for lamp in self._devices.lamps if lamp.state in ("error", "silent", "missing")]
        self.setAccessibleName(f"Devices: {', '.join(bad)} not well" if bad else "Devices")
        self.update()

    def sizeHint(self) -> QSize:
        more = 36 if len(self._devices.lamps) > self._most else 0
        return QSize(len(self.shown) * LAMP_WIDTH + more, LAMP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._theme
        for i, lamp in enumerate(self.shown):
            box = QRectF(i * LAMP_WIDTH, 0, LAMP_WIDTH, LAMP_HEIGHT)
            shape, token = lamp_shape(lamp.state, t)
            error = lamp.state == "error"
            if error:
                fill_rounded(painter, box.adjusted(2, 0, -2, 0), 6, t.broken.tint)
            draw_shape(painter, shape, QPointF(box.center().x(), box.top() + 14), 14, token)
            name = QRectF(box.left() + 4, box.top() + 23, box.width() - 8, 18)
            if error:
                draw_text(painter, name, lamp.name, 12, t.text, weight=SEMIBOLD, align=CENTRE)
            else:
                draw_text(painter, name, lamp.name, 12, t.text_2, align=CENTRE)
        hidden = len(self._devices.lamps) - len(self.shown)
        if hidden > 0:
            box = QRectF(len(self.shown) * LAMP_WIDTH, 0, 36, LAMP_HEIGHT)
            draw_text(painter, box, f"+{hidden}", 13, t.text_2, align=CENTRE)

    def lamp_at(self, x: float) -> Lamp | None:
        at = int(x // LAMP_WIDTH)
        return self.shown[at] if 0 <= at < len(self.shown) else None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lamp = self.lamp_at(event.pos().x())
            QToolTip.showText(event.globalPos(), lamp.tip if lamp is not None else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        lamp = self.lamp_at(event.position().x())
        if lamp is not None:
            self._desk.said.emit(lamp.tip.replace("\n", ". ") + ".")

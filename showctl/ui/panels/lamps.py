"""A lamp a device: grey when sent and nobody confirms, green only where somebody does."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from showctl.ui.ink import CENTRE, draw_text, fill_rounded
from showctl.ui.measure import WIDE, Measures
from showctl.ui.models.devices import OVERRIDDEN, UNKNOWN, DevicesModel, Lamp
from showctl.ui.panels.details import show_details
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD

LAMP_WIDTH, LAMP_HEIGHT = 62, 44
MORE_WIDTH = 36


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
        OVERRIDDEN: ("square slash", theme.standby.colour),
        UNKNOWN: ("dashed ring", theme.text_3),
    }[state]


class Lamps(QWidget):
    """Lamps side by side, in the order of the show; when there are too many the worst come first."""

    picked = Signal(str)
    """A device that was clicked; of those that are only counted the worst."""

    def __init__(self, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._theme, self._devices = theme, devices
        self._measured = WIDE.lamps
        self._room = 10_000.0
        self.setObjectName("lamps")
        self.setMouseTracking(True)
        devices.dataChanged.connect(self._refresh)
        devices.modelReset.connect(self._refresh)
        self._refresh()

    def set_measures(self, measures: Measures) -> None:
        self._measured = measures.lamps
        self._refresh()

    def set_room(self, room: float) -> None:
        """Take no more than so many pixels: rather fewer lamps than one that is cut."""
        if room != self._room:
            self._room = room
            self._refresh()

    @property
    def wanted(self) -> int:
        """Pixels for all lamps, as far as the layout has them."""
        return self._wide(self._measured)

    def _wide(self, most: int) -> int:
        count = len(self._devices.lamps)
        return count * LAMP_WIDTH if count <= most else most * LAMP_WIDTH + MORE_WIDTH

    @property
    def _most(self) -> int:
        return self._measured if self.wanted <= self._room else max(int(self._room - MORE_WIDTH) // LAMP_WIDTH, 1)

    @property
    def shown(self) -> list[Lamp]:
        lamps = self._devices.lamps
        return lamps if len(lamps) <= self._most else self._devices.worst_first()[: self._most]

    @property
    def hidden(self) -> list[Lamp]:
        """Those that are only counted."""
        return self._devices.worst_first()[self._most :] if len(self._devices.lamps) > self._most else []

    def _refresh(self, *_: object) -> None:
        self.setFixedSize(self.sizeHint())
        bad = [lamp.name for lamp in self._devices.lamps if lamp.state in ("error", "silent", "missing")]
        self.setAccessibleName(tr("Devices: {bad} not well").format(bad=", ".join(bad)) if bad else tr("Devices"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._most), LAMP_HEIGHT)

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
        if self.hidden:
            box = QRectF(len(self.shown) * LAMP_WIDTH, 0, MORE_WIDTH, LAMP_HEIGHT)
            draw_text(painter, box, f"+{len(self.hidden)}", 13, t.text_2, align=CENTRE)

    def details_at(self, x: float) -> str:
        """All that is known of the device there; a line for each of those that are only counted."""
        shown, at = self.shown, int(x // LAMP_WIDTH)
        if 0 <= at < len(shown):
            return shown[at].tip
        return "\n".join(lamp.tip.partition("\n")[0] for lamp in self.hidden)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_details(event.pos().x())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().x() // LAMP_WIDTH)
        lamps = [*self.shown, *self.hidden[:1]]
        if self.rect().contains(event.position().toPoint()) and 0 <= at < len(lamps):
            self.picked.emit(lamps[at].name)

    def _show_details(self, x: float) -> None:
        lamp = QRect(int(x // LAMP_WIDTH) * LAMP_WIDTH, 0, LAMP_WIDTH, LAMP_HEIGHT)
        show_details(self, self.details_at(x), lamp)

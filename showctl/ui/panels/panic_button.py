"""PANIC: outlined, never filled, far from GO. While a panic fade runs its outline counts down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from showctl.ui.desk import Desk
from showctl.ui.ink import CENTRE, draw_text, outline_rounded, width
from showctl.ui.motion import Pace
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, MEDIUM

WIDTH, HEIGHT = 134, 44


class PanicButton(QAbstractButton):
    """Acts on press, like GO."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._was_running = False
        self._pace = Pace()
        self._key = "Esc"
        self.setObjectName("panic")
        self.setAccessibleName(tr("Panic"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(WIDTH, HEIGHT)
        self._follow()
        desk.show_changed.connect(self._follow)
        self.pressed.connect(desk.panic)
        desk.ticked.connect(self._tick)
        desk.engine_changed.connect(self._take_engine)

    def _follow(self) -> None:
        light = self._desk.show.info.panic.light
        what = {"hold": tr("light is held"), "out": tr("light goes out")}.get(
            str(light), "light goes to its panic look"
        )
        self.setToolTip(
            tr("Stop everything in every list; {what}. Again while it runs: at once (Esc)").format(what=what)
        )

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    @property
    def left(self) -> float:
        """Seconds of the panic fade that are left."""
        snapshot = self._desk.snapshot
        if snapshot is None or not self._desk.in_touch:
            return 0.0
        return max(snapshot.panic_until - self._desk.clock(), 0.0)

    def _take_engine(self, _: object) -> None:
        self.setAccessibleName(tr("Panic") if self._desk.in_touch else tr("Panic, no engine"))
        self.update()

    def _tick(self, now: float) -> None:
        running = self.left > 0
        if running != self._was_running or (running and self._pace.due(now)):
            self.update()
        self._was_running = running

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self._theme, QRectF(self.rect())
        left, time = self.left, self._desk.program.panic_time
        token = t.broken.colour
        if left > 0 and time > 0:
            outline_rounded(painter, box, 8, t.track, 3)
            around = 2 * (box.width() + box.height()) - 24
            pen = QPen(colour(token), 3)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([max(min(left / time, 1) * around / 3, 0.01), around / 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
            draw_text(painter, box, tr("Again: at once"), 14, token, weight=MEDIUM, align=CENTRE)
            return
        token = token if self._desk.in_touch else t.text_3  # without an engine it reaches nobody
        outline_rounded(painter, box, 8, token, 2 if self._desk.in_touch else 1)
        gap, key_wide = 8, width(self._key, 12) + 12
        whole = width(tr("PANIC"), 15, BOLD) + gap + key_wide
        word = QRectF(box.center().x() - whole / 2, box.top(), whole, box.height())
        used = draw_text(painter, word, tr("PANIC"), 15, token, weight=BOLD)
        key = QRectF(word.left() + used + gap, box.center().y() - 10, key_wide, 20)
        outline_rounded(painter, key, 4, token, 1)
        draw_text(painter, key, self._key, 12, token, align=CENTRE)

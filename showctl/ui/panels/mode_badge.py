"""The mode of the console, in the top bar: what may be changed, at a glance. No colour, three shapes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication

from showctl.ui.desk import Desk
from showctl.ui.icon import draw_icon
from showctl.ui.ink import draw_text, fill_rounded, outline_rounded, width
from showctl.ui.mode import Mode, Modes
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import BOLD

HOLD = 1.0
"""Seconds that leaving Show mode takes."""
ICON = {Mode.EDIT: "pencil-simple-fill", Mode.REHEARSE: "record-fill", Mode.SHOW: "lock-simple-fill"}
HEIGHT = 44
TEXT = 16
TOLD = {
    Mode.EDIT: marked("Edit: everything can be changed.\nClick: Show mode, nothing can be changed (Ctrl+Shift+L)"),
    Mode.REHEARSE: marked("Rehearse: times, labels and notes can be changed.\nClick: Show mode (Ctrl+Shift+L)"),
    Mode.SHOW: marked("Show: nothing can be changed.\nHold for a second: Edit mode (hold Ctrl+Shift+L)"),
}


class ModeBadge(QAbstractButton):
    """A press enters Show mode; held for a second it leaves it."""

    held = Signal(float)
    """How much of the second is over, 0 to 1; 0 when it was let go."""

    def __init__(self, desk: Desk, modes: Modes, theme: Theme) -> None:
        super().__init__()
        self._desk, self._modes, self._theme = desk, modes, theme
        self._since: float | None = None
        self._coming_up = False
        self.setObjectName("mode")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        modes.changed.connect(self._refresh)
        desk.ticked.connect(self._tick)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self.let_go)
        self._refresh()

    @property
    def wanted(self) -> int:
        return width(tr(self._modes.mode.words), TEXT, BOLD) + 58

    def sizeHint(self) -> QSize:
        return QSize(self.wanted, HEIGHT)

    @property
    def fraction(self) -> float:
        """How much of the second it has been held."""
        return 0.0 if self._since is None else min((self._desk.clock() - self._since) / HOLD, 1.0)

    def press(self) -> None:
        """By pointer or key. In Show mode the second begins, else Show mode."""
        self._coming_up = False
        if self._modes.locked:
            self._since = self._desk.clock()
            self.update()
        else:
            self._modes.enter(Mode.SHOW)

    def stay(self) -> None:
        """It is held still."""
        self._coming_up = False

    def come_up(self) -> None:
        """The key came up, or the keyboard says so while it repeats a held one: the next tick tells."""
        self._coming_up = True

    def let_go(self, *_: object) -> None:
        """Before the second is over: nothing has happened."""
        if self._since is not None:
            self._since = None
            self.held.emit(0.0)
            self.update()

    def _tick(self, now: float) -> None:
        if self._since is None:
            return
        if self._coming_up:
            self._desk.said.emit(tr("Hold it for {hold:.0f} s to leave Show mode.").format(hold=HOLD))
            self.let_go()
        elif now - self._since >= HOLD:
            self.let_go()
            self._modes.enter(Mode.EDIT)
        else:
            self.held.emit(self.fraction)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._since is not None:
            self.come_up()

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)

    def _refresh(self, *_: object) -> None:
        mode = self._modes.mode
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("Mode: {words}").format(words=tr(mode.words).capitalize()))
        self.setToolTip(tr(TOLD[mode]))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, mode, box = self._theme, self._modes.mode, QRectF(self.rect())
        token = t.app if mode is Mode.SHOW else t.text
        if mode is Mode.SHOW:
            fill_rounded(painter, box, 8, t.text)
        elif mode is Mode.REHEARSE:
            pen = QPen(colour(t.text), 2)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        else:
            outline_rounded(painter, box, 8, t.line_strong, 1)
        place = QRectF(box.left() + 12, box.top(), 22, box.height())
        if self._since is not None:
            self._paint_ring(painter, place.center(), token)
        else:
            draw_icon(painter, ICON[mode], place, token, 18)
        draw_text(painter, box.adjusted(42, 0, 0, 0), tr(mode.words), TEXT, token, weight=BOLD)

    def _paint_ring(self, painter: QPainter, centre: QPointF, token: str) -> None:
        """It fills clockwise while it is held."""
        box = QRectF(centre.x() - 9, centre.y() - 9, 18, 18)
        pen = QPen(colour(self._theme.line_control), 4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(colour(token))
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -int(self.fraction * 360 * 16))

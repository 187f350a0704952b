"""GO: the largest thing on the screen. Acts on press; shows in place why a press did nothing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication

from showctl.engine.snapshot import Snapshot
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.ink import CENTRE, draw_text, fill_rounded, outline_rounded
from showctl.ui.keys import typing
from showctl.ui.measure import WIDE, Measures
from showctl.ui.motion import calm
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, MEDIUM

PRESSED = 0.08
"""Seconds that the darker fill of a press stays."""
FLASH = 0.09
"""Seconds of each of the two flashes of a refusal, and between them."""
STEADY = 0.6
"""Seconds of its mark where motion is reduced."""
SETTLED = 0.5
"""Seconds after another layout has made it another size, in which the pointer was on its way to something else."""
REASON = 1.0
"""Seconds that the reason of a refusal is shown."""
RADIUS = 14


class GoButton(QAbstractButton):
    """The button and its states: ready, pressed, guard, refused, end of list, no engine."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._measures = WIDE
        self._pressed_at = self._refused_at = self._placed_at = float("-inf")
        self._reason = ""
        self._keys = ("Space", "Ctrl+Space")
        """Its key, and the one while text is typed."""
        self._was_moving = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("go")
        self.setToolTip(tr("Start the standby cue (Space)"))
        self.pressed.connect(desk.go)
        desk.pressed.connect(self._show_press)
        desk.refused.connect(self._show_refusal)
        desk.snapshot_changed.connect(self._describe)
        desk.engine_changed.connect(lambda _: self._describe(desk.snapshot))
        desk.list_changed.connect(lambda _: self._describe(desk.snapshot))
        desk.ticked.connect(self._tick)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._caption_again)  # where text is typed its key is another
        self._describe(None)

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        size = QSize(measures.go_width, measures.strip)
        if self.isVisible() and size != self.size():
            self._placed_at = self._desk.clock()
        self.setFixedSize(size)

    def sizeHint(self) -> QSize:
        return QSize(self._measures.go_width, self._measures.strip)

    @property
    def state(self) -> str:
        """What it shows: lost, refused, end of list, guard, pressed, settling (looks ready; keys are GO) or ready."""
        now = self._desk.clock()
        if now - self._refused_at < REASON:
            return "refused"
        if not self._desk.attached:
            return "lost"
        if self._desk.standby is None:
            return "end of list"
        if self._guard_left(now) > 0:
            return "guard"
        if now - self._pressed_at < PRESSED:
            return "pressed"
        return "settling" if now - self._placed_at < SETTLED else "ready"

    @property
    def caption(self) -> str:
        """The line under GO."""
        match self.state:
            case "refused":
                return self._reason
            case "lost":
                return self._desk.why_not
            case "end of list":
                return tr("end of list")
            case "guard":
                return f"{self._guard_left(self._desk.clock()):.1f} s"
        key = self._keys[1 if typing() else 0]
        return f"{self._desk.list_said} · {key}" if self._desk.list_said else key

    def _guard_left(self, now: float) -> float:
        return self._desk.guard_until - now

    def name_keys(self, plain: str, typing: str) -> None:
        """The keys that are GO on this machine."""
        self._keys = (plain, typing)
        self.setToolTip(tr("Start the standby cue ({plain})").format(plain=plain))
        self.update()

    def _caption_again(self, *_: object) -> None:
        self.update()

    def _show_press(self) -> None:
        self._pressed_at = self._desk.clock()
        self.update()

    def _show_refusal(self, reason: str) -> None:
        self._refused_at, self._reason = self._desk.clock(), reason
        self.update()

    def _describe(self, snapshot: Snapshot | None) -> None:
        standby = self._desk.cues.get(self._desk.standby or "")
        where = tr(" of {list_said}").format(list_said=self._desk.list_said) if self._desk.list_said else ""
        said = tr("standby {cue}").format(cue=called(standby)) if standby is not None else tr("no standby")
        self.setAccessibleName(tr("GO{where}, {said}").format(where=where, said=said))
        self.update()

    def _tick(self, now: float) -> None:
        moving = now - self._refused_at < REASON or now - self._pressed_at < PRESSED or self._guard_left(now) > 0
        if moving or self._was_moving:
            self.update()
        self._was_moving = moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._desk.clock() - self._placed_at < SETTLED:
            self._desk.refused.emit(tr("layout has changed"))
            return
        super().mousePressEvent(event)

    # Painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box, state = self._theme, QRectF(self.rect()), self.state
        fill, edge, text, caption = {
            "ready": (t.go, t.go_edge, t.go_text, t.go_text),
            "settling": (t.go, t.go_edge, t.go_text, t.go_text),
            "pressed": (t.go_pressed, t.go_edge, t.go_text, t.go_text),
            "guard": (t.go_guard, t.track, t.text, t.text),
            "refused": (t.go_guard, t.go_guard, t.text, t.text),
            "end of list": (t.raised, t.line_strong, t.text_3, t.text_2),
            "lost": (t.broken.tint, t.broken.colour, t.broken.colour, t.broken.colour),
        }[state]
        if state == "lost" and self._desk.engine is not None and self._desk.engine.kind == "starting":
            fill, edge, text, caption = t.raised, t.line_strong, t.text_3, t.text_2
        fill_rounded(painter, box, RADIUS, fill)
        outline_rounded(painter, box, RADIUS, edge, 3)
        if state == "guard":
            self._paint_guard(painter, box)
        elif state == "refused" and self._flash_on():
            outline_rounded(painter, box, RADIUS, t.broken.colour, 4)
            outline_rounded(painter, box.adjusted(4, 4, -4, -4), RADIUS - 4, t.text, 6)
        self._paint_words(painter, box, text, caption)

    def _flash_on(self) -> bool:
        since = self._desk.clock() - self._refused_at
        return since < STEADY if calm() else int(since / FLASH) in (0, 2)

    def _paint_guard(self, painter: QPainter, box: QRectF) -> None:
        """A ring that runs out clockwise: the part of the outline that is left."""
        guard = self._desk.program.go_guard
        left = min(self._guard_left(self._desk.clock()) / guard, 1.0) if guard > 0 else 0.0
        inside = box.adjusted(3, 3, -3, -3)
        around = 2 * (inside.width() + inside.height()) - 8 * RADIUS + 2 * 3.14159 * RADIUS
        line = 6.0
        pen = QPen(colour(self._theme.broken.colour), line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([max(left * around / line, 0.01), around / line])
        pen.setDashOffset(-(1 - left) * around / line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRoundedRect(inside, RADIUS - 3, RADIUS - 3)

    def _paint_words(self, painter: QPainter, box: QRectF, text: str, caption: str) -> None:
        pixels = self._measures.go_text
        small = 14 if self._measures.narrow else 15
        word = QRectF(
            box.left(), box.center().y() - pixels * (0.88 if self._measures.edit else 0.78), box.width(), pixels * 1.2
        )
        draw_text(painter, word, tr("GO"), pixels, text, weight=BOLD, align=CENTRE)
        under = QRectF(box.left() + 8, word.bottom() - pixels * 0.05, box.width() - 16, small * 1.6)
        draw_text(painter, under, self.caption, small, caption, weight=MEDIUM, align=CENTRE)

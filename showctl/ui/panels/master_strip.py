"""One master: its name, what it does to light, where it stands, a fader, and a button to flash it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from showctl.engine.snapshot import MasterState
from showctl.model.master import GRAND
from showctl.ui.ink import CENTRE, RIGHT, draw_bar, draw_text, draw_wrapped, fill_rounded, outline_rounded, width
from showctl.ui.masters import Masters
from showctl.ui.panels.flash_button import FlashButton
from showctl.ui.reading import percent
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD

HEIGHT = 88
STEP, FINE = 0.01, 0.1
"""Of a master's way for a notch of the wheel; how much less everything moves with Shift."""
NOTCH = 120
"""What Qt counts as one step of a wheel."""
CAP = QSize(18, 26)
LINE, BELOW = 30, 26
"""Heights of what stands over the fader, and under it, with 8 pixels to the frame of the one in hand."""
PADDING = 10
MODES = {"inhibitive": "×", "additive": "+", "limit": "limit"}
SAID = {
    "inhibitive": marked("multiplies intensity"),
    "additive": marked("adds its look"),
    "limit": marked("no intensity above it"),
}


class MasterStrip(QWidget):
    """Dragging moves it from where it is, by as much as the pointer goes: a click alone changes nothing."""

    taken = Signal()
    """A hand is on it."""

    def __init__(self, masters: Masters, theme: Theme, name: str) -> None:
        super().__init__()
        self._masters, self._theme, self.name = masters, theme, name
        self._grip: tuple[float, float] | None = None
        """Where the pointer is while it drags, and the level that belongs to it, which may lie beyond the ends."""
        self._state: MasterState | None = None
        self._why_not = ""
        self._seen: object = None
        """What was said last."""
        self.current = False
        """Whether keys move this one."""
        self.setFixedHeight(HEIGHT)
        self.flash = FlashButton(theme, tr("Blackout") if name == GRAND else tr("Flash"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, PADDING, 0)
        row.addStretch(1)
        row.addWidget(self.flash)
        if name == GRAND:
            self.flash.pressed.connect(masters.toggle_blackout)
        else:
            self.flash.pressed.connect(lambda: masters.flash(name))
            self.flash.released.connect(lambda: masters.let_go(name))
        self.flash.pressed.connect(self.taken)

    def take(self, state: MasterState | None, can: bool, why_not: str = "") -> None:
        """How it is; whether anybody would take a command; why nothing is known of it."""
        label, said = self._masters.label(self.name), self._masters.moved_by(self.name)
        self._why_not = why_not if state is None else ""
        seen = (state, can, said, self._masters.blackout, self._why_not, label)
        if seen == self._seen:
            return
        self._seen, self._state = seen, state
        self.setEnabled(can and state is not None)
        level = percent(state.level) if state is not None else tr("no data")
        mode = tr(SAID[state.mode]) if state is not None else ""
        grand = self.name == GRAND
        if grand:
            self.flash.show_on(
                self._masters.blackout, tr("End\nblackout") if self._masters.blackout else tr("Blackout")
            )
        else:
            self.flash.show_on(state is not None and state.flash, tr("Flash"))
        self.flash.setAccessibleName(
            self.flash.text.replace("\n", " ") if grand else tr("Flash {label}").format(label=label)
        )
        self.flash.setToolTip(
            tr("Blackout, and back (B)") if grand else tr("{label} at full while it is held (F)").format(label=label)
        )
        parts = (label, level, mode, self._why_not, said, self._flashed)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(f"{label}: {mode or self._why_not}.\n{said}".strip() if mode or self._why_not else label)
        self.update()

    @property
    def _flashed(self) -> str:
        return tr("flash") if self._state is not None and self._state.flash else ""

    @property
    def track(self) -> QRectF:
        """Where the middle of the cap goes, left: out, right: full."""
        right = self.flash.x() - PADDING - CAP.width() / 2
        left = PADDING + CAP.width() / 2
        return QRectF(left, LINE, max(right - left, 1.0), HEIGHT - LINE - BELOW - 3)

    # The operator's hands ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._masters.at(self.name)
        self.taken.emit()
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._grip = event.position().x(), at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        x, level = self._grip
        way = (event.position().x() - x) / self.track.width()
        level += way * (FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0)
        self._grip = event.position().x(), level
        self._masters.set_level(self.name, level)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves it once it is in hand; before that the wheel scrolls, so that nobody brushes against a master."""
        if not self.current:
            event.ignore()
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        turned = event.angleDelta().y() or event.angleDelta().x()  # with Shift some systems turn it sideways
        self._masters.step(STEP * (FINE if fine else 1.0) * turned / NOTCH, self.name)
        event.accept()

    # Painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box = self._theme, QRectF(self.rect())
        if self.current:
            fill_rounded(painter, box.adjusted(1, 1, -1, -1), 6, t.selected)
            outline_rounded(painter, box.adjusted(1, 1, -1, -1), 6, t.focus, 2)
        self._draw_words(painter)
        state, track = self._state, self.track
        if state is None:
            return
        middle = track.center().y()
        groove = QRectF(track.left() - CAP.width() / 2, middle - 3, track.width() + CAP.width(), 6)
        draw_bar(painter, groove, state.level, t.track, self._token(t.text_3, t.standby.fill))
        x = track.left() + track.width() * state.level
        cap = QRectF(x - CAP.width() / 2, middle - CAP.height() / 2, CAP.width(), CAP.height())
        fill_rounded(painter, cap, 4, t.text if self.isEnabled() else t.text_3)
        painter.fillRect(QRectF(x - 1, cap.top() + 5, 2, cap.height() - 10), colour(t.panel))

    def _token(self, usual: str, takes_away: str) -> str:
        """Amber where light is taken away."""
        state = self._state
        return takes_away if state is not None and state.level < 1.0 and state.mode != "additive" else usual

    def _draw_words(self, painter: QPainter) -> None:
        t, state = self._theme, self._state
        wide = self.track.right() + CAP.width() / 2 - PADDING
        line = QRectF(PADDING, 9, wide, LINE - 9)
        level = percent(state.level) if state is not None else tr("no data")
        token = t.text_3 if state is None else self._token(t.text, t.standby.colour)
        used = draw_text(painter, line, level, 15, token, weight=SEMIBOLD, align=RIGHT)
        line.adjust(0, 0, -used - 8, 0)
        named = t.text if self.isEnabled() else t.text_3
        draw_text(painter, line, self._masters.label(self.name), 14, named, weight=MEDIUM, elide="middle")
        line = QRectF(PADDING, HEIGHT - BELOW, wide, 17)
        if state is None:
            draw_wrapped(painter, QRectF(PADDING, LINE + 4, wide, HEIGHT - LINE - 8), self._why_not, 12, t.text_2)
            return
        mode = MODES[state.mode]
        tag = QRectF(line.left(), line.top(), max(width(mode, 12, SEMIBOLD) + 12, 22), line.height())
        outline_rounded(painter, tag, 4, t.line_control, 1)
        draw_text(painter, tag, mode, 12, t.text_2, weight=SEMIBOLD, align=CENTRE)
        line.adjust(tag.width() + 8, 0, 0, 0)
        said = self._flashed or self._masters.moved_by(self.name)
        draw_text(painter, line, said or tr(SAID[state.mode]), 12, t.text if said else t.text_3)

"""The grand master in the top bar: its level, blackout, and a hand on it for who gives it the keyboard."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent

from showctl.ui.ink import draw_bar, outline_rounded
from showctl.ui.masters import Masters
from showctl.ui.panels.readout import PADDING, Readout, Tag, Words
from showctl.ui.reading import percent
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import SEMIBOLD

LEAST = 128
STEP, LEAP = 0.01, 0.1
_KEYS = {
    int(Qt.Key.Key_Up): STEP,
    int(Qt.Key.Key_Right): STEP,
    int(Qt.Key.Key_Down): -STEP,
    int(Qt.Key.Key_Left): -STEP,
    int(Qt.Key.Key_PageUp): LEAP,
    int(Qt.Key.Key_PageDown): -LEAP,
    int(Qt.Key.Key_Home): 1.0,
}
_EFFECTS = {
    False: marked("intensity of all fixtures that are not exempt goes out times this level"),
    True: marked("no intensity goes out above this level, but that of exempt fixtures"),
}
_NOTCH = 120
"""What Qt counts as one step of a wheel."""


class GrandMaster(Readout):
    """A readout; keys and wheel move it only while it has the keyboard, so that nobody brushes against it."""

    held = Signal()
    """It has got or lost the keyboard."""
    left = Signal()
    """Enter: the keyboard is wanted elsewhere again."""

    def __init__(self, masters: Masters, theme: Theme) -> None:
        super().__init__(theme, tr("Grand master"), least=LEAST)
        self._masters = masters
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        masters.changed.connect(self.refresh)
        self.refresh()

    @property
    def needed(self) -> bool:
        """Whether it must be seen, however little room there is."""
        grand = self._masters.grand
        lowered = grand is not None and grand < 1.0
        return lowered or self._masters.blackout or bool(self._masters.lowered) or self.hasFocus()

    def refresh(self) -> None:
        """Say how masters are."""
        t, grand, lowered = self._theme, self._masters.grand, self._masters.lowered
        token = t.text_3 if grand is None else t.text if grand >= 1.0 else t.standby.colour
        level = tr("no data") if grand is None else percent(grand)
        tag = Tag("BLACKOUT", t.standby.fill, t.on_standby) if self._masters.blackout else None
        below = ""
        if lowered:
            name, at = lowered[0]
            more = f" +{len(lowered) - 1}" if len(lowered) > 1 else ""
            below = f"{name if len(name) <= 14 else name[:13] + '…'} {percent(at)}{more}"
        words = Words(below, 12, t.standby.colour) if lowered else Words(tr("grand master"), 12, t.text_3)
        self.show_lines((Words("GM", 12, t.text_3), Words(level, 15, token, SEMIBOLD)), (words,), tag=tag)
        said = "".join(f"\n{name}: {percent(at)}" for name, at in lowered)
        self.setToolTip(
            tr(
                "Grand master: {effects}.\nB: blackout. Shift+B, then ↑ ↓ PageUp PageDown: moves it; "
                "Home: full; Enter: done.{said}"
            ).format(effects=tr(_EFFECTS[self._masters.limits]), said=said)
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _KEYS:
            self._masters.step(_KEYS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._masters.step(STEP * event.angleDelta().y() / _NOTCH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.held.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.held.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, box, grand = self._theme, QRectF(self.rect()), self._masters.grand
        if grand is not None:
            bar = QRectF(PADDING, box.bottom() - 7, box.width() - 2 * PADDING, 3)
            draw_bar(painter, bar, grand, t.track, t.text_3 if grand >= 1.0 else t.standby.fill)
        if self.hasFocus():
            outline_rounded(painter, box.adjusted(2, 3, -2, -1), 4, t.focus, 2)

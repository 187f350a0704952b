"""The key of the Show lock: pressed it locks, held for a second it unlocks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from showctl.ui.panels.mode_badge import ModeBadge

KEY = Qt.Key.Key_L
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def lock_key(badge: ModeBadge, here: Callable[[], bool]) -> Callable[[QKeyEvent], bool]:
    """Takes each key that is pressed or comes up; whether it was this one. `here`: whether keys are this console's."""
    down = False

    def take(event: QKeyEvent) -> bool:
        nonlocal down
        if event.key() != KEY:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _HELD
        if event.type() == QEvent.Type.KeyPress and held and here():
            down = True
            if event.isAutoRepeat():
                badge.stay()
            else:
                badge.press()
            return True
        if event.type() == QEvent.Type.KeyRelease and down and not event.isAutoRepeat():
            down = False
            badge.come_up()
        return False

    return take

"""What keys ask for the cue that is meant, in lists and carts alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from showctl.ui.acts import ARM, FLAG, LOAD, MENU, PAUSE, START, STOP, TAKE

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (int(key), held): what
    for key, held, what in (
        (Qt.Key.Key_V, _NONE, START),
        (Qt.Key.Key_P, _NONE, PAUSE),
        (Qt.Key.Key_S, _NONE, STOP),
        (Qt.Key.Key_L, _NONE, LOAD),
        (Qt.Key.Key_T, _NONE, TAKE),
        (Qt.Key.Key_A, _SHIFT, ARM),
        (Qt.Key.Key_F, _SHIFT, FLAG),
        (Qt.Key.Key_Menu, _NONE, MENU),
        (Qt.Key.Key_F10, _SHIFT, MENU),
    )
}


def asked_by(event: QKeyEvent) -> str | None:
    """What a key asks for, if anything; a held key asks once."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return None if event.isAutoRepeat() else _KEYS.get((event.key(), held))

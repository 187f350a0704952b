"""What keys ask for the cue that is meant, in lists and carts alike."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from showctl.ui.actions import Actions
from showctl.ui.acts import MENU, TABLE

ASKED = {name: act for act, name in TABLE.items()}
"""By act of the table of keys what is asked of the cue."""
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_MENU = ((int(Qt.Key.Key_Menu), _NONE), (int(Qt.Key.Key_F10), _SHIFT))
AskedBy = Callable[[QKeyEvent], str | None]


def asked_by(actions: Actions) -> AskedBy:
    """What a key asks for, if anything; a held key asks once."""

    def asked(event: QKeyEvent) -> str | None:
        if event.isAutoRepeat():
            return None
        if (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) in _MENU:
            return MENU
        return ASKED.get(actions.pressed(event, "list"))

    return asked


def nothing(event: QKeyEvent) -> str | None:
    """Before anybody has said which keys there are."""
    return None

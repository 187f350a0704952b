"""Keys as numbers that can be compared, and as people read them."""

from functools import cache

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from showctl.model.hotkey import NAMED

_CHARACTERS = 0x0100_0000
"""Below this Qt's number of a key is the character that it writes."""
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_TURNS_AWAY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_HELD_KEYS = {
    int(key)
    for key in (
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_unknown,
    )
}  # fmt: skip
_SHOWN = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down"
}  # fmt: skip


@cache
def number(key: str) -> int:
    """Of a key as Qt writes it (`Ctrl+Shift+Z`); 0 for what is none."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return 0
    combination: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs leave it out
    return combination.toCombined()


def numbers(event: QKeyEvent) -> tuple[int, ...]:
    """All that a press may mean. Shift and AltGr are part of writing a sign: where they are needed differs from
    keyboard to keyboard."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    key = int(Qt.Key.Key_Return) if event.key() == Qt.Key.Key_Enter else event.key()
    found = [held.value | key]
    if 0x20 < key < _CHARACTERS and not chr(key).isalnum():
        found.append((held & ~_SHIFT).value | key)
        if not held & _TURNS_AWAY:
            found.append((held & ~_SHIFT & ~_ALT).value | key)
    return tuple(dict.fromkeys(found))


def named(event: QKeyEvent) -> str:
    """The key of a press as it is kept: `Ctrl+D`; empty while only Shift and the like are down."""
    if event.key() in _HELD_KEYS:
        return ""
    return QKeySequence(numbers(event)[-1]).toString(QKeySequence.SequenceFormat.PortableText)


def shown(key: str) -> str:
    """As people read it: `Ctrl+→`."""
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-1].split("+")[:-1], "+"]
    return "+".join((*held, _SHOWN.get(last, last)))


def of_hotkey(hotkey: str) -> int:
    """The number of a cue's hotkey; 0 for one of the number pad, which is no other key."""
    *_, last = hotkey.split("+")
    return 0 if last.startswith("Num ") and last not in NAMED else number(hotkey)

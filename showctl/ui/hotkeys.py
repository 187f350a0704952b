"""Hotkeys: keys of the show's own that start cues of any list. A start, and no GO: standby stays."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from showctl.model.cue import Cue, CueId
from showctl.model.hotkey import MODIFIERS, NAMED, Hotkey

_MODIFIERS = dict(
    zip(
        MODIFIERS,
        (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.MetaModifier,
        ),
        strict=True,
    )
)
_KEYS = {int(Qt.Key[f"Key_{name}"].value): name for name in NAMED}
_CHARACTERS = 0x0100_0000
"""Below this Qt's number of a key is the character that it writes."""


def hotkeys(cues: Mapping[CueId, Cue]) -> dict[str, CueId]:
    """The cue that each key starts, by the key as the show file says it."""
    return {cue.hotkey: identity for identity, cue in cues.items() if cue.hotkey}


def started_by(event: QKeyEvent, cues: Mapping[str, CueId]) -> CueId | None:
    """The cue that a key starts. A key of the number pad is its own (`Num 1`), or else what it writes."""
    return next((cues[name] for name in names_of(event) if name in cues), None)


def names_of(event: QKeyEvent) -> list[str]:
    """What a key may be called in a show file, the likeliest first; none for Shift and the like."""
    code, held = event.key(), event.modifiers()
    character = chr(code) if 0x20 < code < _CHARACTERS else ""
    name = character or _KEYS.get(code, "")
    if not name:
        return []
    # Shift is part of writing a sign: where it is needed differs from keyboard to keyboard.
    sign = bool(character) and not character.isalnum()
    modifiers = tuple(m for m, flag in _MODIFIERS.items() if held & flag and not (sign and m == "Shift"))
    names = [str(Hotkey(modifiers, name))]
    if character and held & Qt.KeyboardModifier.KeypadModifier:
        names.insert(0, str(Hotkey(modifiers, f"Num {character}")))
    return names

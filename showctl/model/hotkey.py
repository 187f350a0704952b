"""Hotkeys: the key that starts a cue, as it is written in the show, and the keys that the console keeps for itself."""

import re
import unicodedata
from dataclasses import dataclass

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
"""In the order in which they are written."""
NAMED = (*(f"F{n}" for n in range(1, 25)), "Insert", "Delete", "Backspace", "Pause", "Menu")
"""Keys with a name that may start a cue, besides those that write one character and those of the number pad."""
_PAD = "0123456789+-*/."
_TAKEN = (
    "Space", "Esc", "Tab", "Enter", "Home", "End", "PageUp", "PageDown", "Left", "Right", "Up", "Down", "[", "]"
)  # fmt: skip
"""The console's with any modifier."""
CONSOLE_KEYS = {
    **dict.fromkeys(_TAKEN, ""),
    "P": "pauses and resumes",
    "S": "stops",
    "L": "loads to a time",
    "T": "takes the show from a cue",
    "V": "starts the selected cue",
    "Shift+A": "arms and disarms",
    "Shift+F": "flags",
    "B": "is blackout",
    "Shift+B": "is the grand master",
    "M": "shows the masters",
    "F": "flashes a master",
    "H": "highlights and parks",
    **dict.fromkeys(("Menu", "Shift+F10"), "shows what can be done with a cue"),
    "Ctrl+Q": "closes the console",
    ":": "opens the command line",
    "Ctrl+Z": "takes an edit back",
    "Ctrl+Shift+Z": "makes it again",
    "Alt+Z": "lists the edits",
    "Ctrl+D": "duplicates the selected cues",
    "Ctrl+W": "closes what is open",
    "Ctrl+Shift+D": "compares the show",
    **dict.fromkeys(("Ctrl+S", "Ctrl+Shift+S"), "saves the show"),
    **dict.fromkeys((f"Alt+{letter}" for letter in "ACEGHIKLMNOPRSTUVWXY"), "answers questions"),
    **dict.fromkeys((f"Alt+{digit}" for digit in range(1, 10)), "shows a cue list"),
}
"""What the console does itself, by key: the table of docs/console.md."""
SHARED_KEYS = {
    **dict.fromkeys(("F5", "F6", "F7", "F9", "Shift+F9", "Ctrl+,"), "shows a page"),
    **dict.fromkeys(("Ctrl+Shift+F6", "Ctrl+Shift+F7", "Ctrl+Shift+F9"), "shows a page in a window of its own"),
    **dict.fromkeys((f"Ctrl+{digit}" for digit in range(10)), "makes a new cue"),
    **dict.fromkeys(("Ctrl+A", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+Shift+V", "Delete"), "edits the selected cues"),
    **dict.fromkeys(("Ctrl+G", "Ctrl+Shift+G", "Ctrl+R", "C", "Ctrl+I"), "edits the selected cues"),
    **dict.fromkeys(("Ctrl+F", "Ctrl+H"), "finds cues"),
    **dict.fromkeys(("Ctrl+N", "Ctrl+O", "Alt+F", "Ctrl+Shift+O", "Ctrl+Shift+E"), "opens or writes a file"),
    "N": "opens a note of the day",
    **dict.fromkeys(("W", "Shift+W"), "says what was done about logistics"),
    **dict.fromkeys(("Alt+Shift+N", "Alt+Shift+S", "Alt+Shift+W"), "says what holds of a segment tonight"),
    **dict.fromkeys(("Alt++", "Alt+=", "Alt+-"), "gives the segment a minute, or takes one"),
    "Alt+Shift+T": "shows the timers",
    "K": "ends a wait",
    "Shift+V": "sends what the selected cue sends",
    "Ctrl+Shift+I": "shows the devices",
    "Ctrl+B": "shows the side panel",
    "F11": "is full screen",
    "F12": "shows the caller view",
    **dict.fromkeys(("Ctrl++", "Ctrl+=", "Ctrl+-"), "sets the size of text"),
    "Ctrl+Shift+R": "begins and ends a rehearsal",
    "Ctrl+Shift+L": "locks for the show",
    "?": "shows the keys",
    "Ctrl+K": "runs a command by its name",
}
"""What a key does in the console as long as no cue of the show has it: a hotkey goes first."""
_SPELT = {
    "control": "Ctrl", "strg": "Ctrl", "option": "Alt", "cmd": "Meta", "command": "Meta", "win": "Meta",
    "super": "Meta", "escape": "Esc", "return": "Enter", "del": "Delete", "ins": "Insert",
    "pgup": "PageUp", "pgdn": "PageDown",
    "page up": "PageUp", "page down": "PageDown", "plus": "+", "minus": "-",
}  # fmt: skip
_NAMES = {name.casefold(): name for name in (*MODIFIERS, *NAMED, *_TAKEN)}


@dataclass(frozen=True, slots=True)
class Hotkey:
    """A key with its modifiers, in their order. `key`: `F1`, `Q`, `;`, `Num 1`."""

    modifiers: tuple[str, ...]
    key: str

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))


def parse_hotkey(text: str) -> Hotkey:
    """`F1`, `q`, `Ctrl+Shift+F1`, `Num 5`. ValueError, in words: no key, or one of the console's own."""
    *held, key = _parts(text)
    names = [_name(part) for part in held]
    strange = next((part for part, name in zip(held, names, strict=True) if name not in MODIFIERS), None)
    if strange is not None:
        raise ValueError(f"'{strange}' cannot be held with a hotkey; write for example Ctrl+F1 or Shift+F1")
    hotkey = Hotkey(tuple(each for each in MODIFIERS if each in names), _key(key, text))
    if hotkey.key in _TAKEN or str(hotkey) in CONSOLE_KEYS:
        use = CONSOLE_KEYS.get(str(hotkey), "")
        raise ValueError(f"{hotkey} is a key of the console{': it ' + use if use else ''}; take another such as F1")
    if hotkey.modifiers and hotkey.key.isdigit() and "Shift" in hotkey.modifiers:
        raise ValueError(f"{hotkey} writes another character on each keyboard; write that character, or take F1")
    return hotkey


def _parts(text: str) -> list[str]:
    """What is held, then the key, which may itself be a plus."""
    parts = []
    left, plus, right = text.strip().partition("+")
    while plus and left and right:
        parts.append(left.strip())
        text = right.strip()
        left, plus, right = text.partition("+")
    return [*parts, text.strip()]


def _name(part: str) -> str:
    return _NAMES.get(part.casefold(), _SPELT.get(part.casefold(), part))


def _key(part: str, text: str) -> str:
    pad = re.fullmatch(r"(?i)num *(.)", part)
    if pad and pad[1] in _PAD:
        return f"Num {pad[1]}"
    name = _name(part)
    if name in NAMED or name in _TAKEN:
        return name
    if len(name) == 1 and not name.isspace() and unicodedata.category(name)[0] in "LNPS":
        return name.upper() if len(name.upper()) == 1 else name
    raise ValueError(f"'{text}' is no key; write for example F1, Q, Ctrl+F1 or Num 1")


def canonical(text: str) -> str:
    """A hotkey as the console says it; empty for none. Raises ValueError as `parse_hotkey`."""
    return str(parse_hotkey(text)) if text.strip() else ""

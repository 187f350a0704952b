"""Values of a show as people say them: short, in the house style, one line."""

from typing import Any

from showctl.model.level_text import format_level

TEXTS = {"label", "notes", "title", "venue", "owner", "contact", "location", "memo", "source name", "layer"}
"""Keys whose value is text for people: it stands in quotes."""
_LONGEST = 70
"""Characters of one value; of longer text what differs is shown."""
_AROUND = 16
"""Characters of what is the same that stand beside what differs."""
_ELLIPSIS = "…"


def value_words(path: tuple[str, ...], value: Any) -> str:
    """A value of the field at a path: `5s`, `up 3s, down 6s`, `"Walk-in"`, `12, 13`. Empty for nothing."""
    if value is None or value == "" or value == {} or value == []:
        return ""
    key = path[-1] if path else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return one_line(f'"{value}"' if key in TEXTS or path[:1] == ("notes",) else value)
    if isinstance(value, float):
        return format_level(value) if key in {"level", "to", "from"} and 0 <= value <= 1 else f"{value:.9g}"
    if isinstance(value, dict):
        return _mapping(path, value)
    if isinstance(value, list | tuple):
        return ", ".join(_inside(path, item) for item in value)
    return str(value)


def shortened(before: str, after: str) -> tuple[str, str]:
    """Two values, long ones cut down to where they differ."""
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    same = next(
        (i for i, (x, y) in enumerate(zip(before, after, strict=False)) if x != y), min(len(before), len(after))
    )
    start = max(0, same - _AROUND) if same > _AROUND + 8 else 0
    return _cut(before, start), _cut(after, start)


def one_line(text: str) -> str:
    """Printable, in one line."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """Without what a terminal would obey: names and labels of a show may hold anything."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return (_ELLIPSIS if start else "") + text[start:end] + (_ELLIPSIS if len(text) > end else "")


def _mapping(path: tuple[str, ...], value: dict[str, Any]) -> str:
    written = {key: inside for key, inside in value.items() if inside not in (None, {}, [], ())}
    if set(written) in ({"up"}, {"cue"}):  # a time for all kinds; cues without a condition
        return value_words(path, next(iter(written.values())))
    return ", ".join(f"{key} {_inside((*path, key), inside)}".rstrip() for key, inside in written.items())


def _inside(path: tuple[str, ...], value: Any) -> str:
    words = value_words(path, value)
    return f"({words})" if isinstance(value, dict | list) and ", " in words else words

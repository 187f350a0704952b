"""Levels and times of USITT ASCII as a show file writes them."""

import re
from functools import lru_cache

from showctl.model.unit import DAY, format_seconds

_CLOCK = re.compile(r"(?:(?:([0-9]{1,3}):)?([0-9]{1,4}):)?([0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})")
_FULL = {"f", "fl", "ff", "full"}


def whole(text: str) -> int | None:
    """A whole number of at most nine digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


@lru_cache(maxsize=4096)
def level(text: str) -> str | None:
    """`50` is percent, `H80` is 128 of 255, `FL` is full; None: no level.

    Desks that count in percent write the nearest of 255: what can come of a whole percentage is written as that.
    """
    word = text.casefold()
    if word in _FULL:
        return "full"
    if re.fullmatch(r"h[0-9a-f]{1,2}", word):
        return of_255(int(word[1:], 16))
    if re.fullmatch(r"h[0-9a-f]{3,4}", word):
        return of_255(round(int(word[1:], 16) / 65_535 * 255))
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,3})?", word) and float(word) <= 100:
        return percent(float(word))
    return None


def of_255(value: int) -> str:
    """A level of so many of 255."""
    near = round(value / 255 * 100)
    return percent(near) if round(near / 100 * 255) == value else f"dmx {value}"


def percent(value: float) -> str:
    """A level of 0 to 100."""
    return "full" if value >= 100 else "out" if value <= 0 else f"{value:g}%"


def seconds(text: str) -> float | None:
    """A length of time: `5`, `2.5`, `1:30`, `1:00:00`. None: no time, as `M` for by hand."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hours, minutes, rest = found.groups()
    total = int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)
    return total if total <= DAY else None


def written(time: float) -> str:
    """A time as a show file has it."""
    return format_seconds(round(time, 3))

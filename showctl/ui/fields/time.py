"""Lengths of time: `3`, `3s`, `1:30`; and places in a cue, which may be before its end: `-10s`."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.model.unit import format_place, format_seconds, parse_place, parse_seconds
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.names import Names
from showctl.ui.tongue import tr

PLAIN = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
"""A number that says no unit."""


def spoken(seconds: float) -> str:
    """As people say it: `3 s`, `1 min 30 s`, `2 h 5 min`."""
    if seconds < 60:
        return f"{seconds:.3f}".rstrip("0").rstrip(".") + " s"
    hours, rest = divmod(round(seconds, 3), 3600)
    minutes, left = divmod(rest, 60)
    words = [f"{hours:.0f} h" if hours else "", f"{minutes:.0f} min" if minutes else ""]
    words.append(f"{left:.3f}".rstrip("0").rstrip(".") + " s" if left else "")
    return " ".join(filter(None, words))


@dataclass(frozen=True)
class TimeKind(Kind):
    """A length of time."""

    span: ClassVar[int] = 1

    def said(self, text: str, names: Names) -> str:
        said = spoken(parse_seconds(text))
        as_written = text.strip().replace(" ", "")
        return "" if said.replace(" ", "") in (as_written, f"{as_written}s") else said

    def unit(self, text: str) -> str:
        return "s" if PLAIN.fullmatch(text.strip()) else ""

    def hint(self, words: str) -> str:
        return tr("try 3, 3s or 1:30") if "is not a time" in words else super().hint(words)

    def default(self, value: Any) -> str:
        return spoken(value) if isinstance(value, int | float) else ""

    def range(self, texts: Sequence[str]) -> str:
        found: list[float] = []
        for text in texts:
            with suppress(ValueError):
                found.append(parse_seconds(text) if text else 0.0)
        return tr("{least} to {most}").format(least=spoken(min(found)), most=spoken(max(found))) if found else ""

    def step(self, text: str, steps: int) -> str:
        with suppress(ValueError):
            now = parse_seconds(text) if text.strip() else 0.0
            return format_seconds(round(max(0.0, now + steps * (0.1 if now < 1 or (now == 1 and steps < 0) else 1)), 3))
        return text


@dataclass(frozen=True)
class PlaceKind(Kind):
    """An instant of a cue."""

    span: ClassVar[int] = 1

    def said(self, text: str, names: Names) -> str:
        at = parse_place(text)
        if at < 0:
            return tr("{time} before its end").format(time=spoken(-at))
        return tr("{time} after its GO").format(time=spoken(at))

    def step(self, text: str, steps: int) -> str:
        with suppress(ValueError):
            return format_place(parse_place(text) + steps)
        return text

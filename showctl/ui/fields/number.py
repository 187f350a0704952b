"""Numbers: whole ones and others, with a unit; levels; notes of MIDI; how often."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.model.midi import parse_note
from showctl.model.unit import parse_level
from showctl.ui.fields.kind import Kind, Widget
from showctl.ui.fields.names import Names
from showctl.ui.fields.time import PLAIN
from showctl.ui.tongue import tr

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_NOTES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


@dataclass(frozen=True)
class NumberKind(Kind):
    """A number. The range is what ↑ and ↓ keep to."""

    span: ClassVar[int] = 1
    least: float = float("-inf")
    most: float = float("inf")

    def default(self, value: Any) -> str:
        return f"{value:g}" if isinstance(value, int | float) else ""

    def said(self, text: str, names: Names) -> str:
        return (
            tr("{least} to {most}").format(least=f"{self.least:g}", most=f"{self.most:g}")
            if self.most < float("inf")
            else ""
        )

    def range(self, texts: Sequence[str]) -> str:
        found = [float(text) for text in texts if _NUMBER.fullmatch(text)]
        return tr("{least} to {most}").format(least=f"{min(found):g}", most=f"{max(found):g}") if found else ""

    def step(self, text: str, steps: int) -> str:
        if not text.strip() and self.least > float("-inf"):
            return f"{self.least:g}"
        with suppress(ValueError):
            return f"{min(max(float(text) + steps, self.least), self.most):g}"
        return text


@dataclass(frozen=True)
class LevelKind(Kind):
    """A level: `50%`, `full`."""

    widget: ClassVar[Widget] = "slide"
    span: ClassVar[int] = 2

    def portion(self, text: str) -> float | None:
        with suppress(ValueError):
            return parse_level(text)
        return None

    def at(self, portion: float) -> str:
        return f"{round(100 * portion)}%"

    def unit(self, text: str) -> str:
        return "%" if PLAIN.fullmatch(text.strip()) else ""

    def said(self, text: str, names: Names) -> str:
        return f"{100 * parse_level(text):g} %"

    def default(self, value: Any) -> str:
        return f"{100 * value:g} %" if isinstance(value, int | float) else ""

    def range(self, texts: Sequence[str]) -> str:
        found: list[float] = []
        for text in texts:
            with suppress(ValueError):
                found.append(100 * parse_level(text))
        return tr("{least} to {most}").format(least=f"{min(found):g}", most=f"{max(found):g} %") if found else ""

    def step(self, text: str, steps: int) -> str:
        with suppress(ValueError):
            return f"{min(max(100 * parse_level(text or 'out') + 5 * steps, 0.0), 100.0):g}%"
        return text


@dataclass(frozen=True)
class NoteKind(NumberKind):
    """A note of MIDI, by number or by name."""

    least: float = 0
    most: float = 127

    def said(self, text: str, names: Names) -> str:
        note = parse_note(text)
        return f"{_NOTES[note % 12]}{note // 12 - 1}, " + tr("note {note}").format(note=note)


@dataclass(frozen=True)
class TimesKind(Kind):
    """How often: a whole number, or forever."""

    span: ClassVar[int] = 1

    def said(self, text: str, names: Names) -> str:
        word = text.strip()
        if word == "forever":
            return tr("until it is stopped")
        return tr("once") if word == "1" else tr("{count} times").format(count=word)

    def offers(self, names: Names) -> Sequence[str]:
        return ("1", "2", "3", "forever")

    def default(self, value: Any) -> str:
        return tr("once") if value == 1 else str(value)

"""An argument of a device profile's command: its range, its unit, its choices, by the parser of the profile."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.model.fader import LAWS, parse_decibel
from showctl.model.profile_argument import Argument
from showctl.model.unit import parse_flag, parse_level
from showctl.ui.fields.kind import Choices, Kind, Widget
from showctl.ui.fields.names import Names
from showctl.ui.fields.number import LevelKind, NumberKind
from showctl.ui.fields.time import PLAIN, TimeKind
from showctl.ui.tongue import tr

_DB = "dB"
_FEW = 200
"""Whole numbers from which a slider helps: channels and scenes are typed."""


@dataclass(frozen=True)
class ArgumentKind(Kind):
    """Made for one argument."""

    span: ClassVar[int] = 1
    argument: Argument

    def shown(self, node: Any) -> str:
        if self.argument.flag is not None and node is not None:
            try:
                return "yes" if parse_flag(node) else "no"
            except ValueError:
                return str(node)
        return super().shown(node)

    def wrong(self, text: str, names: Names) -> str:
        try:
            self.argument.value(text)
        except ValueError as error:
            return str(error)
        return ""

    def said(self, text: str, names: Names) -> str:
        return self.argument.wanted

    def unit(self, text: str) -> str:
        if self.argument.decibel is not None:
            return _DB if PLAIN.fullmatch(text.strip()) else ""
        return self._alike.unit(text) if self._alike is not None else ""

    def choices(self, names: Names) -> Choices:
        if self.argument.flag is not None:
            return (("yes", tr("Yes")), ("no", tr("No")))
        return tuple((word, word) for word in self.argument.choice or ())

    def default(self, value: Any) -> str:
        return self.argument.default or (tr("not sent") if self.argument.optional else "")

    def range(self, texts: Sequence[str]) -> str:
        alike = self._alike
        return alike.range(texts) if alike is not None else ""

    def step(self, text: str, steps: int) -> str:
        if self.argument.decibel is not None:
            number = text.removesuffix(_DB).strip()
            stepped = NumberKind().step(number or "0", steps)
            return stepped if self.wrong(stepped, Names()) == "" else text
        alike = self._alike
        stepped = alike.step(text, steps) if alike is not None else text
        return stepped if self.wrong(stepped, Names()) == "" else text

    @property
    def _alike(self) -> Kind | None:
        span = self.argument.whole or self.argument.number
        if span is not None:
            return NumberKind(span[0], span[1])
        if self.argument.level is not None:
            return LevelKind()
        return TimeKind() if self.argument.seconds is not None else None


@dataclass(frozen=True)
class ArgumentChoice(ArgumentKind):
    """One of its words, or yes and no."""

    widget: ClassVar[Widget] = "choice"
    span: ClassVar[int] = 2


@dataclass(frozen=True)
class ArgumentSlide(ArgumentKind):
    """A value of a range that is not only a few numbers."""

    widget: ClassVar[Widget] = "slide"
    span: ClassVar[int] = 2

    @property
    def _ends(self) -> tuple[float, float]:
        found = self.argument.decibel or self.argument.number or self.argument.whole or (0.0, 100.0)
        return LAWS[found][1:] if isinstance(found, str) else found

    def portion(self, text: str) -> float | None:
        low, high = self._ends
        with suppress(ValueError):
            if self.argument.level is not None:
                return parse_level(text)
            number = parse_decibel(text) if self.argument.decibel is not None else float(text)
            return min(max((number - low) / (high - low), 0.0), 1.0)
        return None

    def at(self, portion: float) -> str:
        low, high = self._ends
        value = low + portion * (high - low)
        if self.argument.level is not None:
            return f"{round(value)}%"
        if self.argument.decibel is not None:
            return f"{round(value, 1):g} dB"
        return f"{round(value)}" if self.argument.whole is not None else f"{round(value, 3):g}"


@dataclass(frozen=True)
class ArgumentText(ArgumentKind):
    """Text for the device."""

    free: ClassVar[bool] = True
    span: ClassVar[int] = 3


def kind_of(argument: Argument) -> ArgumentKind:
    """The field of an argument."""
    if argument.choice is not None or argument.flag is not None:
        return ArgumentChoice(argument)
    whole = argument.whole
    few = whole is not None and whole[1] - whole[0] < _FEW
    if argument.decibel is not None or argument.level is not None or argument.number or (whole and not few):
        return ArgumentSlide(argument)
    return ArgumentText(argument) if argument.text is not None else ArgumentKind(argument)

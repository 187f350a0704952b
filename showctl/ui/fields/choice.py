"""One of some words: fixed ones, yes and no, names of the show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.model.curve import CURVE_NAMES
from showctl.model.unit import parse_flag
from showctl.ui.fields.kind import Choices, Kind, Widget
from showctl.ui.fields.names import Names
from showctl.ui.tongue import marked, tr


@dataclass(frozen=True)
class ChoiceKind(Kind):
    """`options`: what is written, and the words for it."""

    widget: ClassVar[Widget] = "choice"
    options: Choices = ()

    def choices(self, names: Names) -> Choices:
        return tuple((word, tr(said)) for word, said in self.options)

    def default(self, value: Any) -> str:
        return dict(self.choices(Names())).get(str(value), str(value))


def one_of(*words: str) -> ChoiceKind:
    """Words that say what they mean."""
    return ChoiceKind(tuple((word, word[:1].upper() + word[1:]) for word in words))


@dataclass(frozen=True)
class FlagKind(Kind):
    """Yes or no."""

    widget: ClassVar[Widget] = "choice"
    span: ClassVar[int] = 1
    yes: str = marked("Yes")
    no: str = marked("No")
    unwritten: str = ""
    """What counts where neither is written, where that is a third thing: words for it."""

    def shown(self, node: Any) -> str:
        try:
            return "" if node is None else "yes" if parse_flag(node) else "no"
        except ValueError:
            return str(node)

    def choices(self, names: Names) -> Choices:
        return (("yes", tr(self.yes)), ("no", tr(self.no)))

    def default(self, value: Any) -> str:
        return tr(self.unwritten or (self.yes if value else self.no))


@dataclass(frozen=True)
class CurveKind(Kind):
    """A curve by name, or points of one's own."""

    widget: ClassVar[Widget] = "curve"
    span: ClassVar[int] = 1

    def offers(self, names: Names) -> Sequence[str]:
        return CURVE_NAMES


@dataclass(frozen=True)
class DeviceKind(Kind):
    """A device that speaks one of these protocols; `profiled`: that has a profile."""

    widget: ClassVar[Widget] = "choice"
    protocols: tuple[str, ...] = ("osc", "midi")
    profiled: bool = False

    def choices(self, names: Names) -> Choices:
        found = [name for name, type_ in names.devices.items() if type_ in self.protocols]
        if self.profiled and names.profiles:
            return tuple((name, f"{name}, {names.profiles[name].name}") for name in found if name in names.profiles)
        return tuple((name, f"{name}, {names.devices[name].upper()}") for name in found)


@dataclass(frozen=True)
class MasterKind(Kind):
    """A master."""

    widget: ClassVar[Widget] = "choice"

    def choices(self, names: Names) -> Choices:
        return tuple((name, f"{name}, {label}" if label else name) for name, label in names.masters.items())


@dataclass(frozen=True)
class SegmentKind(Kind):
    """A segment of the run of show."""

    widget: ClassVar[Widget] = "choice"

    def choices(self, names: Names) -> Choices:
        return tuple((name, title or name) for name, title in names.segments.items())

    def default(self, value: Any) -> str:
        return tr("none")

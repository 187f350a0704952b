"""What one line of a look means to the fixtures of one layout: levels by parameter."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.colour import Rgb, White
from showctl.model.parameter_kind import KINDS
from showctl.model.problem import Path, Problem, Question
from showctl.model.setting import RELEASE, Fan, Setting, Value, Word
from showctl.program.colour_space import mired, rgb_of_white
from showctl.program.fixture_colour import Wanted, fixture_colour, head_colour, heads_with_colour
from showctl.program.mode_layout import ModeLayout
from showctl.program.setting_level import counts_percent, level_of
from showctl.showfile.desk_words import parameter_meant
from showctl.showfile.level_question import less_than_a_percent
from showctl.showfile.suggest import suggestion

Level = float | NDArray[np.float64]
"""One level for all F fixtures, or one (F,) each."""
_FLASHING = ("strobe", "shutter", "pulse")
"""Names under which looks mean the parameter that flashes, whatever it is called."""


class Context(NamedTuple):
    """One of the F fixtures of a layout, for problems, and where what is wrong goes."""

    layout: ModeLayout
    name: str
    problems: list[Problem]
    questions: list[Question]

    @property
    def called(self) -> str:
        """`'spot1' (generic/moving-spot, 16bit)`."""
        return f"'{self.name}' ({self.layout.fixture}, {self.layout.mode})"


def places_of(layout: ModeLayout, key: str) -> tuple[str, ...]:
    """The parameters that a key of a look means: that of this name, else that of every head, in order; none if there
    is nothing of the kind."""
    if key in layout.index:
        return (key,)
    heads = tuple(name for name in layout.names if name.rpartition("/")[2] == key)
    if heads or key not in _FLASHING:
        return heads
    return tuple(name for name in layout.names if layout.profile.kind(name) in {"strobe", "shutter"})[:1]


def released(layout: ModeLayout, category: str | None) -> dict[str, Level]:
    """All parameters of a category given back, or all."""
    return {n: np.nan for n in layout.names if category in (None, KINDS[layout.profile.kind(n)].category)}


def setting_levels(
    key: str, setting: Setting, spread: Callable[[], NDArray[np.float64]], path: Path, context: Context
) -> dict[str, Level]:
    """The levels of what a key means. `spread` says how far each parameter (F, c) is on the way of a fan."""
    layout = context.layout
    names = places_of(layout, key)
    if not names:
        context.problems.append(_missing(key, path, context))
        return {}
    if key == "pulse" and isinstance(setting, Value) and setting != RELEASE:
        setting = Word(f"pulse {setting}")
    found: dict[str, Level] = {}
    for place, name in enumerate(names):
        try:
            if isinstance(setting, Fan):
                found[name] = _fanned(setting, spread()[:, place], layout, name)
            else:
                found[name] = level_of(setting, layout, name)
        except ValueError as error:
            what = Problem.of(path, str(error))
            context.problems.append(Problem(path, f"{context.called}: {what.what}", what.remedy))
            return {}
        if place == 0:
            _ask(setting, name, path, context)
    return found


def _fanned(fan: Fan, way: NDArray[np.float64], layout: ModeLayout, name: str) -> NDArray[np.float64]:
    """Between the levels of both ends; quantities that only ranges measure one by one, for they may lie in several."""
    first, last = fan
    if first.unit == last.unit and first.unit not in {"level", "number", "dmx", "deg"}:
        numbers = first.number + (last.number - first.number) * way
        return np.array([level_of(Value(float(number), first.unit), layout, name) for number in numbers], np.float64)
    start, end = level_of(first, layout, name), level_of(last, layout, name)
    return start + (end - start) * way


def _missing(key: str, path: Path, context: Context) -> Problem:
    names = context.layout.names
    if key == "intensity":
        return Problem(path, f"{context.called} has no intensity", f"it has {', '.join(names)}")
    meant = parameter_meant(key)
    remedy = f"did you mean '{meant}'?" if meant else suggestion(key, names, f"write one of {', '.join(names)}")
    return Problem(path, f"{context.called} has no parameter '{key}'", remedy)


def _ask(setting: Setting, name: str, path: Path, context: Context) -> None:
    ends = setting if isinstance(setting, Fan) else (setting,)
    for end in ends:
        if isinstance(end, Value) and counts_percent(end, context.layout, name) and 0 < end.number < 1:
            context.questions.append(less_than_a_percent(end.number, path))
            return


def colour_parts(layout: ModeLayout) -> int:
    """How many colours a fixture of this layout can have at once: one, or one a head."""
    return len(heads_with_colour(layout))


def colour_levels_of(wanted: Wanted, path: Path, context: Context) -> dict[str, Level] | None:
    """The levels of one colour; None for fixtures that cannot make any."""
    made = fixture_colour(wanted, context.layout)
    if made is None:
        return None
    if made.far:
        context.questions.append(Question(path, f"{context.called}: {made.far}", "write that if it will do"))
    return dict(made.levels)


def colour_fan(first: Wanted, last: Wanted, way: NDArray[np.float64], layout: ModeLayout) -> dict[str, Level]:
    """The levels of colours spread over F fixtures, (F, heads): whites evenly by temperature, all else evenly in red,
    green and blue as a fade between the two would."""
    found: dict[str, Level] = {}
    for place, head in enumerate(heads_with_colour(layout)):
        columns: dict[str, list[float]] = {}
        for part in way[:, place]:
            made = head_colour(_between(first, last, float(part)), layout, head)
            for name, level in made.levels.items() if made is not None else ():
                columns.setdefault(name, []).append(min(max(level, 0.0), 1.0))
        found |= {name: np.array(levels) for name, levels in columns.items() if len(levels) == len(way)}
    return found


def _between(first: Wanted, last: Wanted, part: float) -> Wanted:
    if isinstance(first, White) and isinstance(last, White):
        return White(1e6 / (mired(first.kelvin) + (mired(last.kelvin) - mired(first.kelvin)) * part))
    ends = [
        rgb_of_white(end) if isinstance(end, White) else end if isinstance(end, Rgb) else end.rgb
        for end in (first, last)
    ]
    return Rgb(*(a + (b - a) * part for a, b in zip(*ends, strict=True)))

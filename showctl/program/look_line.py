"""A line of a look while it is worked out: what it says of each of its fixtures, and what is wrong with it."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from showctl.model.look import FixtureLook
from showctl.model.parameter_kind import KINDS
from showctl.model.problem import Path, Problem, Question
from showctl.model.setting import Setting
from showctl.program.entry_level import (
    Context,
    Level,
    colour_fan,
    colour_levels_of,
    colour_parts,
    places_of,
    released,
    setting_levels,
)
from showctl.program.fixture_colour import Wanted
from showctl.program.moves import Part
from showctl.program.palette_table import Palette
from showctl.program.selected import Alike, Selected
from showctl.showfile.suggest import listed

_MOST_NAMED = 3
"""So many fixtures are named; of more it says how many."""


class LookLine:
    """What the line that stands at `path` says of the selected fixtures; `within` is the palette that it stands in, if
    it does. A palette for all fixtures says nothing of those that lack what it is about.
    """

    def __init__(self, selected: Selected, path: Path, within: Palette | None, for_all: bool) -> None:
        self.selected, self.path, self.within, self.for_all = selected, path, within, for_all
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self._palettes: list[Part] = []
        self._columns: list[dict[str, Level]] = [{} for _ in selected.alike]

    @property
    def asked(self) -> list[Question]:
        """The questions, each once: several kinds of fixture may raise the same."""
        return list(dict.fromkeys(self.questions))

    @property
    def kind(self) -> str:
        """The kind of the palette that it stands in; empty where that may hold anything, or there is none."""
        return self.within.kind if self.within is not None and self.within.kind != "mixed" else ""

    def any_has(self, key: str) -> bool:
        """Whether a fixture has a parameter of this name."""
        return any(places_of(alike.layout, key) for alike in self.selected.alike)

    def has_ranges(self, key: str) -> bool:
        """Whether such a parameter has names for its levels."""
        layouts = (alike.layout for alike in self.selected.alike)
        return any(layout.parameter(name).ranges for layout in layouts for name in places_of(layout, key))

    def set(self, key: str, setting: Setting) -> None:
        """A parameter, of the fixtures themselves or of all of their heads."""
        counts = [len(places_of(alike.layout, key)) for alike in self.selected.alike]
        for number, alike in enumerate(self.selected.alike):
            if self.for_all and not counts[number]:
                continue

            def spread(number: int = number) -> NDArray[np.float64]:
                return self.selected.spread(counts)[number]

            levels = setting_levels(key, setting, spread, (*self.path, key), self._context(alike))
            self._put(number, alike, levels, key)

    def release(self, category: str | None) -> None:
        """All parameters of a category, or all, given back."""
        for number, alike in enumerate(self.selected.alike):
            self._put(number, alike, released(alike.layout, category), "release")

    def colour(self, wanted: Wanted) -> None:
        """A colour, of the fixtures that can make one; the others are asked about."""
        unable = []
        for number, alike in enumerate(self.selected.alike):
            levels = colour_levels_of(wanted, (*self.path, "colour"), self._context(alike))
            if levels is None:
                unable.append(alike)
            else:
                self._put(number, alike, levels, "colour")
        self._without_colour(unable)

    def colour_fan(self, first: Wanted, last: Wanted) -> None:
        """Colours spread over the fixtures, and over the heads of each, that can make any."""
        counts = [colour_parts(alike.layout) for alike in self.selected.alike]
        spread = self.selected.spread(counts)
        for number, alike in enumerate(self.selected.alike):
            if counts[number]:
                self._put(number, alike, colour_fan(first, last, spread[number], alike.layout), "colour")
        self._without_colour([a for a, count in zip(self.selected.alike, counts, strict=True) if not count])

    def add(self, parts: Iterable[Part]) -> None:
        """What a palette says; what the line itself says counts more."""
        self._palettes += parts

    def ask_of(self, palette: Palette, parts: Iterable[Part], key: str) -> None:
        """Ask about the fixtures of which a palette says nothing. If that are all of them it is a problem."""
        rows = np.concatenate([np.zeros(0, np.int32), *(part.parameters for part in parts)])
        names = []
        for alike in self.selected.alike:
            without = ~np.isin(alike.rows(), rows).any(axis=1)
            names += [self.selected.names[place] for place in alike.places[without]]
        if len(names) == len(self.selected.names) and names:
            what = f"{palette} says nothing of {_some(names)}"
            self.problems.append(Problem((*self.path, key), what, f"add it under palettes: {palette.kind}:"))
        elif names:
            left, them = ("is left as it is", "it") if len(names) == 1 else ("are left as they are", "them")
            what = f"{palette} says nothing of {_some(names)}, which {left}"
            remedy = f"add {them} to the palette, or leave {them} out here"
            self.questions.append(Question((*self.path, key), what, remedy))

    def parts(self, entry: FixtureLook) -> list[Part]:
        """All that it moves, what counts more last; what is wrong with it is in `problems`, and moves nothing."""
        time, delay = (math.nan if each is None else each for each in (entry.time, entry.delay))
        rows, targets = [np.zeros(0, np.int32)], [np.zeros(0, np.float32)]
        for alike, columns in zip(self.selected.alike, self._columns, strict=True):
            places = np.array([alike.layout.index[name] for name in columns], np.int32)
            rows.append((alike.firsts[:, None] + places).ravel())
            matrix = np.empty((len(alike.firsts), len(columns)), np.float32)
            for column, level in enumerate(columns.values()):
                matrix[:, column] = level
            targets.append(matrix.ravel())
        which = np.concatenate(rows)
        order = np.argsort(which)
        own = [Part(which[order], np.concatenate(targets)[order], time, delay)] if len(which) else []
        return [*(part._replace(time=time, delay=delay) for part in self._palettes), *own]

    def _context(self, alike: Alike) -> Context:
        return Context(alike.layout, alike.name, self.problems, self.questions)

    def _put(self, number: int, alike: Alike, levels: dict[str, Level], key: str) -> None:
        """Take levels of the fixtures of a layout, if they are of the kind of the palette that they stand in."""
        for name in levels if self.kind else ():
            category = KINDS[alike.layout.profile.kind(name)].category
            if category != self.kind and (self.kind, category) != ("beam", "control"):
                what = f"'{name}' is a matter of {category}, and this palette is one of {self.kind}"
                self.problems.append(
                    Problem((*self.path, key), what, f"write it under palettes: {category}: or mixed:")
                )
                return
        for name in levels:
            self._columns[number].pop(name, None)
        self._columns[number].update(levels)

    def _without_colour(self, unable: list[Alike]) -> None:
        if self.for_all or not unable:
            return
        path = (*self.path, "colour")
        if len(unable) == len(self.selected.alike):
            for alike in unable:
                called = self._context(alike).called
                what = f"{called} cannot make this colour" if _makes_any(alike) else f"{called} cannot mix colours"
                self.problems.append(Problem(path, what, "remove the colour, or leave this fixture out"))
            return
        names = [self.selected.names[place] for alike in unable for place in alike.places]
        one = len(names) == 1
        what = f"{_some(names)} cannot make this colour and {'is left as it is' if one else 'are left as they are'}"
        them, own = ("it", "its") if one else ("them", "their")
        self.questions.append(Question(path, what, f"leave {them} out, or name {them} in a line of {own} own"))


def _makes_any(alike: Alike) -> bool:
    return colour_parts(alike.layout) > 0


def _some(names: list[str]) -> str:
    few = [f"'{name}'" for name in names[:_MOST_NAMED]]
    return listed(few if len(names) <= _MOST_NAMED else [*few, f"{len(names) - _MOST_NAMED} more"], "and")

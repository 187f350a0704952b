"""What people name when they park or highlight: fixtures, groups, ranges, parameters of fixtures, addresses."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.address import SLOTS
from showctl.model.selection import expand, range_meant
from showctl.program.program import Program

_ADDRESS = re.compile(r"([0-9]{1,5})[./]([0-9]{1,3})")


class NotThere(ValueError):
    """What is named is not there: a sentence for people. `name` is what of it is missing, among `choices`."""

    def __init__(self, text: str, name: str = "", choices: Iterable[str] = ()) -> None:
        super().__init__(text)
        self.name, self.choices = name, tuple(choices)


class Target(NamedTuple):
    """One thing that can be parked. A fixture: `parameter` is empty. An address: `fixture` is below 0."""

    what: str
    """Its name as people write it."""
    fixture: int
    """Index in the table of fixtures."""
    parameter: str = ""
    slot: int = -1
    """Index into universes × 512, flat."""


class FixtureNames:
    """The fixtures of a program. Indices of parameters are the program's. Making one costs nothing."""

    def __init__(self, program: Program) -> None:
        self._table = program.fixtures
        self._universes, self._parameters = program.universes, program.parameters

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: index for index, name in enumerate(self._table.names)}

    @cached_property
    def _first(self) -> NDArray[np.int32]:
        return np.frombuffer(self._table.first, "<i4")

    @cached_property
    def _layout(self) -> NDArray[np.int32]:
        return np.frombuffer(self._table.layout, "<i4")

    def name(self, fixture: int) -> str:
        """The name of a fixture."""
        return self._table.names[fixture]

    def selected(self, selection: str) -> tuple[int, ...]:
        """The fixtures of a fixture's name, a group's, or a range of either, each once, in order. Raises NotThere."""
        try:
            names = expand(selection)
        except ValueError as error:
            raise NotThere(str(error)) from None
        found: dict[int, None] = {}
        for name in names:
            if name in self._place:
                found[self._place[name]] = None
            elif name in self._table.groups:
                found |= dict.fromkeys(np.frombuffer(self._table.groups[name], "<i4").tolist())
            else:
                if meant := range_meant(name):
                    raise NotThere(f"there is no fixture or group '{name}'; write {meant}")
                choices = (*self._table.groups, *self._table.names)
                raise NotThere(f"there is no fixture or group '{name}'", name, choices)
        return tuple(found)

    def targets(self, what: str) -> tuple[Target, ...]:
        """What a text names that is to be parked. Raises NotThere."""
        what = what.strip()
        name, _, parameter = what.partition("/")
        if what not in self._place and (match := _ADDRESS.fullmatch(what)) and name not in self._place:
            return (self._address(what, int(match[1]), int(match[2])),)
        fixtures = self.selected(name.strip())
        parameter = parameter.strip()
        for fixture in fixtures:
            names = self.parameters(fixture)
            if parameter and parameter not in names:
                text = f"'{self.name(fixture)}' has no parameter '{parameter}'; it has {', '.join(names)}"
                raise NotThere(text, parameter, names)
        suffix = f"/{parameter}" if parameter else ""
        return tuple(Target(self.name(fixture) + suffix, fixture, parameter) for fixture in fixtures)

    def _address(self, what: str, universe: int, slot: int) -> Target:
        if universe not in self._universes or not 1 <= slot <= SLOTS:
            sent = ", ".join(map(str, self._universes)) or "none"
            raise NotThere(f"there is no address {what}; fixtures are patched in universes {sent}, addresses 1 to 512")
        return Target(f"{universe}.{slot}", -1, "", self._universes.index(universe) * SLOTS + slot - 1)

    def parameters(self, fixture: int) -> tuple[str, ...]:
        """The names of its parameters, in their order."""
        names: tuple[str, ...] = self._table.layouts[int(self._layout[fixture])].names
        return names

    def rows(self, fixture: int) -> slice:
        """Where its parameters are in the table of parameters."""
        first = int(self._first[fixture])
        return slice(first, first + len(self.parameters(fixture)))

    def slots(self, target: Target) -> set[int]:
        """What a target moves, as indices into universes × 512, flat; none of what is not patched."""
        if target.slot >= 0:
            return {target.slot}
        rows = self.rows(target.fixture)
        if target.parameter:
            first = rows.start + self.parameters(target.fixture).index(target.parameter)
            rows = slice(first, first + 1)
        universe = np.frombuffer(self._parameters.row, "<i4")[rows]
        slots = np.frombuffer(self._parameters.slots, "<i4").reshape(-1, 3)[rows]
        used = (slots >= 0) & (universe >= 0)[:, None]
        return set((universe[:, None] * SLOTS + slots)[used].tolist())

    def highlights(self, fixtures: Iterable[int]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """All parameters (n,) of these fixtures, and their levels when highlighted; NaN: as they are."""
        wanted = np.fromiter(fixtures, np.intp)
        parameters, levels = [np.zeros(0, np.intp)], [np.zeros(0)]
        for which in np.unique(self._layout[wanted]).tolist():
            own = np.frombuffer(self._table.layouts[which].highlight, "<f4").astype(np.float64)
            firsts = self._first[wanted[self._layout[wanted] == which]].astype(np.intp)
            parameters.append((firsts[:, None] + np.arange(own.size)).ravel())
            levels.append(np.tile(own, firsts.size))
        return np.concatenate(parameters), np.concatenate(levels)

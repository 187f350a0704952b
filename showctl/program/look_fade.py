"""Looks become moves and fades: which parameters go to which levels."""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import Fade
from showctl.model.look import FixtureLook, Look, Value
from showctl.model.problem import Path, Problem, Problems, Question
from showctl.model.selection import expand
from showctl.program.colour_mix import colour_levels_of_heads
from showctl.program.mode_layout import ModeLayout
from showctl.program.moves import Merging, Moves, Part
from showctl.program.patch_table import PatchedFixture, PatchTable
from showctl.showfile.suggest import suggestion

_Key = tuple[object, ...]


class _Alike(NamedTuple):
    """Selected fixtures of one layout: the name of one of them, and the first parameter of each."""

    layout: ModeLayout
    name: str
    firsts: NDArray[np.int32]


class LookFades:
    """Turns the looks of a show into fades. Equal work is done once: shows repeat themselves.

    With `whole` false, fixtures and groups that are not there are passed over.
    What is to be asked of a look is added to `questions`, with the path that a problem would have.
    """

    def __init__(
        self,
        table: PatchTable,
        groups: Mapping[str, Iterable[str]],
        whole: bool = True,
        questions: list[Question] | None = None,
    ) -> None:
        self._fixtures = table.fixtures
        self._broken = table.broken
        self._whole = whole
        self._questions = questions if questions is not None else []
        self._groups = {name: tuple(selections) for name, selections in groups.items()}
        self._merging = Merging(table.fixtures.values(), len(table.parameters.default) // 4)
        self._selections: dict[str, tuple[_Alike, ...]] = {}
        self._parts: dict[_Key, Part] = {}
        self._moves: dict[_Key, Moves] = {}
        self._fades: dict[tuple[float, int], tuple[Fade, ...]] = {}

    def moves(self, look: Look, path: Path) -> Moves:
        """What a look moves; equal looks give the same object. Raises Problems with everything that is wrong with it.

        `path` is where the look stands.
        """
        problems: list[Problem] = []
        keys = tuple((selection, *_key(entry)) for selection, entry in look.items())
        if keys in self._moves:
            return self._moves[keys]
        parts = []
        for key, (selection, entry) in zip(keys, look.items(), strict=True):
            if key not in self._parts:
                try:
                    self._parts[key] = self._part(selection, entry, (*path, selection))
                except Problems as wrong:
                    problems += wrong.problems
                    continue
            parts.append(self._parts[key])
        if problems:
            raise Problems(problems)
        self._moves[keys] = moves = self._merging.moves(parts)
        return moves

    def fade(self, look: Look, time: float, path: Path) -> tuple[Fade, ...]:
        """The fade to a look in one time, none if the look is empty; before it one at once of what does not fade:
        wheels, modes of a shutter. Raises Problems as `moves`.
        """
        moves = self.moves(look, path)
        known = (time, id(moves))  # it is kept in _moves, so nothing else gets its id
        if known not in self._fades:
            self._fades[known] = _fades(moves, time)
        return self._fades[known]

    def intensity(self, selection: str, path: Path) -> NDArray[np.int32]:
        """The intensity parameters of the fixtures of a selection; of those that have none, nothing."""
        found = [
            alike.firsts + alike.layout.index["intensity"]
            for alike in self._selected(selection, path)
            if "intensity" in alike.layout.index
        ]
        return np.concatenate(found) if found else np.zeros(0, np.int32)

    def _part(self, selection: str, entry: FixtureLook, path: Path) -> Part:
        """What one line of a look moves."""
        problems: list[Problem] = []
        parameters, targets = [np.zeros(0, np.int32)], [np.zeros(0, np.float32)]
        for alike in self._selected(selection, path):
            levels = _levels(entry, alike.layout, alike.name, path, problems)
            places = np.array([alike.layout.index[name] for name in levels], np.int32)
            parameters.append((alike.firsts[:, None] + places).ravel())
            targets.append(np.tile(np.fromiter(levels.values(), np.float32, len(levels)), len(alike.firsts)))
        if problems:
            raise Problems(problems)
        which = np.concatenate(parameters)
        order = np.argsort(which)
        time, delay = (math.nan if each is None else each for each in (entry.time, entry.delay))
        return Part(which[order], np.concatenate(targets)[order], time, delay)

    def _selected(self, selection: str, path: Path) -> tuple["_Alike", ...]:
        """The fixtures that a fixture, a group or a range of either stands for, each once."""
        if selection not in self._selections:
            by_layout: dict[ModeLayout, list[PatchedFixture]] = {}
            for fixture in self._collected(selection, path):
                by_layout.setdefault(fixture.layout, []).append(fixture)
            self._selections[selection] = tuple(
                _Alike(layout, alike[0].name, np.array([fixture.first for fixture in alike], np.int32))
                for layout, alike in by_layout.items()
            )
        return self._selections[selection]

    def fixtures(self, selection: str, path: Path) -> Iterable[PatchedFixture]:
        """The fixtures that a fixture, a group or a range of either stands for, each once. Raises Problems."""
        return self._collected(selection, path)

    def _collected(self, selection: str, path: Path) -> Iterable[PatchedFixture]:
        """Each group is opened once, so that groups in groups in groups cost no more than they are long."""
        found: dict[str, PatchedFixture] = {}
        opened: set[str] = set()
        waiting = [selection]
        while waiting:
            for name in expand(waiting.pop()):
                if name in self._fixtures:
                    found[name] = self._fixtures[name]
                elif name in self._groups:
                    if name not in opened:
                        opened.add(name)
                        waiting += self._groups[name]
                elif self._whole and name not in self._broken:
                    choices = (*self._groups, *self._fixtures)
                    remedy = suggestion(name, choices, "write a fixture of the patch or a group")
                    raise Problems([Problem(path, f"there is no fixture or group '{name}'", remedy)])
        return found.values()


def _fades(moves: Moves, time: float) -> tuple[Fade, ...]:
    jumps = moves.snap if time else np.zeros(len(moves.snap), np.bool_)
    return tuple(
        Fade(0.0, within, moves.parameters[which].tobytes(), moves.targets[which].tobytes())
        for within, which in ((0.0, jumps), (time, ~jumps))
        if which.any()
    )


def _key(entry: FixtureLook) -> _Key:
    return (entry.intensity, entry.colour, entry.time, entry.delay, *entry.parameters.items())


def _levels(entry: FixtureLook, layout: ModeLayout, name: str, path: Path, problems: list[Problem]) -> dict[str, float]:
    """What an entry means to the fixtures of one layout, by parameter. `name` is one of them, for problems."""
    kind = f"'{name}' ({layout.fixture}, {layout.mode})"
    levels: dict[str, float] = {}
    if entry.intensity is not None:
        if "intensity" in layout.index:
            levels["intensity"] = entry.intensity
        else:
            has = ", ".join(layout.names)
            problems.append(Problem((*path, "intensity"), f"{kind} has no intensity", f"it has {has}"))
    if entry.colour is not None:
        mixed = colour_levels_of_heads(entry.colour, layout.names)
        if mixed is None:
            what = f"{kind} cannot mix colours"
            problems.append(Problem((*path, "colour"), what, "remove the colour, or leave this fixture out"))
        else:
            levels.update(mixed)
    for parameter, value in entry.parameters.items():
        if parameter not in layout.index:
            remedy = suggestion(parameter, layout.names, f"write one of {', '.join(layout.names)}")
            problems.append(Problem((*path, parameter), f"{kind} has no parameter '{parameter}'", remedy))
            continue
        try:
            levels[parameter] = _level(value, layout.parameter(parameter).degrees, parameter)
        except ValueError as error:
            problems.append(Problem.of((*path, parameter), str(error)))
    return levels


def _level(value: Value, degrees: tuple[float, float] | None, parameter: str) -> float:
    """A level 0..1 of a value as written: a plain number is degrees where the parameter has them, else percent."""
    if value.unit == "level":
        return value.number
    if degrees is None:
        if not 0 <= value.number <= 100:
            raise ValueError(f"{parameter} {value.number:g} is not between 0 and 100 percent; write 0% to 100%")
        return value.number / 100
    start, end = degrees
    if not min(degrees) <= value.number <= max(degrees):
        raise ValueError(
            f"{parameter} {value.number:g} is beyond what the fixture can do; write {start:g} to {end:g} degrees"
        )
    return (value.number - start) / (end - start) if end != start else 0.0

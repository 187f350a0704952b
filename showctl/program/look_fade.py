"""Looks become moves and fades: which parameters go to which levels."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import Fade
from showctl.model.look import FixtureLook, Look
from showctl.model.palette import Palettes
from showctl.model.problem import Path, Problem, Problems, Question
from showctl.program.entry_part import EntryParts, Parts, entry_key
from showctl.program.moves import Merging, Moves
from showctl.program.palette_table import PaletteTable
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.patch_table import PatchedFixture, PatchTable
from showctl.program.selected import Selections

_NO_PALETTES = Palettes()
_MOST_PARTS = 2_000
"""Lines of looks whose parts are kept for equal ones: a kilobyte each."""
_Said = TypeVar("_Said", bound=Problem)


class LookFades:
    """Turns the looks of a show into moves and fades. Equal work is done once: shows repeat themselves.

    With `whole` false, fixtures and groups that are not there are passed over, with `all_palettes` false palettes.
    What is to be asked of a look is added to `questions`, with the path that a problem would have.
    """

    def __init__(
        self,
        table: PatchTable,
        groups: Mapping[str, Iterable[str]],
        whole: bool = True,
        questions: list[Question] | None = None,
        palettes: Palettes = _NO_PALETTES,
        all_palettes: bool = True,
    ) -> None:
        self._selections = Selections(table, groups, whole)
        self._questions = questions if questions is not None else []
        count = len(table.parameters.default) // 4
        self.sorts = ParameterSorts(table.fixtures, count)
        """What the parameters are."""
        self._merging = Merging(count)
        self._entries = EntryParts(self._selections, PaletteTable(palettes, all_palettes), count, whole)
        self._parts: dict[tuple[object, ...], Parts] = {}
        self._moves: dict[object, tuple[Moves, list[Question], list[Problem]]] = {}
        """With what is to be asked and what is wrong, paths from the look."""
        self._fades: dict[tuple[float, int], tuple[Fade, ...]] = {}

    def moves(self, look: Look, path: Path, left_out: list[Problem] | None = None) -> Moves:
        """What a look moves; equal looks give the same object. Raises Problems with everything that is wrong with it;
        or adds that to `left_out`, if given, and gives what of the look can be made.

        `path` is where the look stands.
        """
        keys = tuple((selection, *entry_key(entry)) for selection, entry in look.items())
        if keys not in self._moves:
            found = [
                (selection, self._parts_of(key, selection, entry, (*path, selection)))
                for key, (selection, entry) in zip(keys, look.items(), strict=True)
            ]
            self._moves[keys] = (
                self._merging.moves([part for _, parts in found for part in parts.parts]),
                [_under((selection,), asked) for selection, parts in found for asked in parts.questions],
                [_under((selection,), wrong) for selection, parts in found for wrong in parts.problems],
            )
        moves, questions, problems = self._moves[keys]
        if problems and left_out is None:
            raise Problems([_under(path, problem) for problem in problems])
        if left_out is not None:
            left_out += [_under(path, problem) for problem in problems]
        self._questions += [_under(path, asked) for asked in questions]
        return moves

    def fade(self, look: Look, time: float, path: Path, left_out: list[Problem] | None = None) -> tuple[Fade, ...]:
        """The fade to a look in one time, none if the look is empty; before it one at once of what does not fade:
        wheels, modes of a shutter. Raises Problems, or leaves out, as `moves`.
        """
        moves = self.moves(look, path, left_out)
        known = (time, id(moves))  # it is kept in _moves, so nothing else gets its id
        if known not in self._fades:
            self._fades[known] = self._made(moves, time)
        return self._fades[known]

    def forget(self) -> None:
        """Let go of what equal looks would share. Who keeps anything by the identity of moves has to forget it too."""
        self._parts.clear()
        self._moves.clear()
        self._fades.clear()

    def intensity(self, selection: str, path: Path) -> NDArray[np.int32]:
        """The intensity parameters of the fixtures of a selection; of those that have none, nothing."""
        found = [
            alike.firsts + alike.layout.index["intensity"]
            for alike in self._selections.of(selection, path).alike
            if "intensity" in alike.layout.index
        ]
        return np.concatenate(found) if found else np.zeros(0, np.int32)

    def fixtures(self, selection: str, path: Path) -> Iterable[PatchedFixture]:
        """The fixtures that a fixture, a group or a range of either stands for, each once, in order."""
        return self._selections.of(selection, path).fixtures

    def check_palettes(self, problems: list[Problem], playing: bool) -> None:
        """Look through all palettes. What is wrong with what they say by fixture is added to `problems`; `playing`: it
        breaks the cues that name them, and else is said of the palettes alone. What is to be asked is asked here too.
        """
        self._questions += self._entries.check_palettes(problems, playing)

    def _parts_of(self, key: tuple[object, ...], selection: str, entry: FixtureLook, path: Path) -> Parts:
        if key not in self._parts:
            if len(self._parts) >= _MOST_PARTS:
                self._parts.clear()
            self._parts[key] = self._entries.of(selection, entry, path)
        return self._parts[key]

    def _made(self, moves: Moves, time: float) -> tuple[Fade, ...]:
        jumps = self.sorts.snaps[moves.parameters] & (time > 0)
        return tuple(
            Fade(0.0, within, moves.parameters[which].tobytes(), moves.targets[which].tobytes())
            for within, which in ((0.0, jumps), (time, ~jumps))
            if which.any()
        )


def _under(path: Path, said: _Said) -> _Said:
    """The same, where its own path starts at `path`."""
    return dataclasses.replace(said, path=(*path, *said.path))

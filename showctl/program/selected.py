"""Selections: the fixtures that a fixture, a group or a range of either stands for, in order."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.problem import Path, Problem, Problems
from showctl.model.selection import expand, range_meant
from showctl.program.mode_layout import ModeLayout
from showctl.program.patch_table import PatchedFixture, PatchTable
from showctl.showfile.suggest import suggestion


class Alike(NamedTuple):
    """The F selected fixtures of one layout."""

    layout: ModeLayout
    name: str
    """The name of one of them, for problems."""
    firsts: NDArray[np.int32]
    """The first parameter (F,) of each."""
    places: NDArray[np.int32]
    """The place (F,) of each in the selection, from 0."""

    def rows(self) -> NDArray[np.int32]:
        """All their parameters (F, n), as rows of the parameter table."""
        count = np.arange(len(self.layout.names), dtype=np.int32)
        return np.asarray(self.firsts[:, None] + count, np.int32)


class Selected:
    """The fixtures of a selection, each once, those of a layout together."""

    def __init__(self, fixtures: Iterable[PatchedFixture]) -> None:
        by_layout: dict[ModeLayout, list[tuple[int, PatchedFixture]]] = {}
        self.fixtures = tuple(fixtures)
        self.names = [fixture.name for fixture in self.fixtures]
        for place, fixture in enumerate(self.fixtures):
            by_layout.setdefault(fixture.layout, []).append((place, fixture))
        self.alike = tuple(
            Alike(
                layout,
                members[0][1].name,
                np.array([fixture.first for _, fixture in members], np.int32),
                np.array([place for place, _ in members], np.int32),
            )
            for layout, members in by_layout.items()
        )

    @cached_property
    def rows(self) -> NDArray[np.int32]:
        """All parameters of all of them, ascending."""
        every = [alike.rows().ravel() for alike in self.alike]
        return np.sort(np.concatenate(every)) if every else np.zeros(0, np.int32)

    def spread(self, counts: Sequence[int]) -> list[NDArray[np.float64]]:
        """Where on the way from 0 to 1 each part of each fixture is, in order of the selection: for each layout (F, c),
        where its fixtures have c parts. A single one is at 0.
        """
        parts = np.zeros(len(self.names), np.int64)
        for alike, count in zip(self.alike, counts, strict=True):
            parts[alike.places] = count
        before = np.cumsum(parts) - parts
        steps = max(int(parts.sum()) - 1, 1)
        return [
            (before[alike.places][:, None] + np.arange(count)) / steps
            for alike, count in zip(self.alike, counts, strict=True)
        ]


class Selections:
    """Looks them up, each once. With `whole` false, fixtures and groups that are not there are passed over."""

    def __init__(self, table: PatchTable, groups: Mapping[str, Iterable[str]], whole: bool) -> None:
        self._fixtures, self._broken, self._whole = table.fixtures, table.broken, whole
        self._groups = {name: tuple(selections) for name, selections in groups.items()}
        self._known: dict[str, Selected] = {}

    @cached_property
    def kinds(self) -> tuple[PatchedFixture, ...]:
        """One fixture of each layout in the patch."""
        return tuple({fixture.layout: fixture for fixture in reversed(self._fixtures.values())}.values())[::-1]

    @property
    def complete(self) -> bool:
        """Whether no fixture of the patch was left out."""
        return self._whole and not self._broken

    def of(self, selection: str, path: Path) -> Selected:
        """The fixtures of a selection. Raises Problems for what is not there."""
        if selection not in self._known:
            missing: list[str] = []
            found = Selected(self._collected(selection, missing))
            if missing:
                raise Problems([self._missing(missing[0], path)])
            self._known[selection] = found
        return self._known[selection]

    def there(self, selection: str) -> Selected:
        """Those of its fixtures that there are."""
        return self._known.get(selection) or Selected(self._collected(selection, []))

    def _missing(self, name: str, path: Path) -> Problem:
        choices, meant = (*self._groups, *self._fixtures), range_meant(name)
        remedy = f"write {meant}" if meant else suggestion(name, choices, "write a fixture of the patch or a group")
        return Problem(path, f"there is no fixture or group '{name}'", remedy)

    def _collected(self, selection: str, missing: list[str]) -> Iterable[PatchedFixture]:
        """In the order written; names that are not there are added to `missing`. Each group is opened once, so that
        groups in groups in groups cost no more than they are long.
        """
        found: dict[str, PatchedFixture] = {}
        opened: set[str] = set()
        waiting = [selection]
        while waiting:
            names = expand(waiting.pop())
            if len(names) > 1:
                waiting += reversed(names)
                continue
            (name,) = names
            if name in self._fixtures:
                found[name] = self._fixtures[name]
            elif name in self._groups:
                if name not in opened:
                    opened.add(name)
                    waiting += reversed(self._groups[name])
            elif self._whole and name not in self._broken:
                missing.append(name)
        return found.values()

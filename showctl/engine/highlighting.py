"""Highlight: fixtures shown to who looks for them, as their profiles say."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from showctl.engine.fixture_names import FixtureNames, NotThere
from showctl.engine.level_store import MOST_NOTE
from showctl.engine.overlay import NOTHING, Patches
from showctl.engine.patch_map import PatchMap
from showctl.model.selection import expand
from showctl.program.renaming import Renaming

_HEAD = 32
"""Bytes in the note of the level store besides names: 5 for each of these, and what frames the note."""


def selection_now(selection: str, names: Renaming) -> tuple[str, ...]:
    """What fixtures, groups and ranges of them are called that were named so: a range where that is one."""
    try:
        members = expand(selection)
    except ValueError:
        return (selection,)
    found = [_now(member, names) for member in members]
    kept = [member for member in found if member is not None]
    if kept == [*members] or len(kept) < 2:
        return (selection,) if kept == [*members] else tuple(kept)
    together = f"{kept[0]}..{kept[-1]}"
    try:
        return (together,) if [*expand(together)] == kept else tuple(kept)
    except ValueError:
        return tuple(kept)


def _now(name: str, names: Renaming) -> str | None:
    """A fixture and a group share no name: at most one of the two goes by another."""
    fixture = names.now("fixture", name)
    return names.now("group", name) if fixture == name else fixture


class Highlighting:
    """What is highlighted, as it was asked for."""

    def __init__(self, patch: PatchMap, names: FixtureNames) -> None:
        self._patch, self._names = patch, names
        self._fixtures: dict[str, tuple[int, ...]] = {}

    def know(self, fixtures: FixtureNames, names: Renaming) -> None:
        """The same fixtures, and perhaps other groups of them, or groups by other names."""
        self._names = fixtures
        now = ((selection_now(each, names), which) for each, which in self._fixtures.items())
        self._fixtures = {words[0]: which for words, which in now if words}

    @property
    def asked(self) -> tuple[str, ...]:
        """Names of fixtures, groups and ranges."""
        return tuple(self._fixtures)

    def show(self, selections: Iterable[str], on: bool) -> None:
        """Highlight these too, or no more; off with none: nothing is highlighted. Raises NotThere."""
        wanted = {selection.strip(): self._names.selected(selection) for selection in selections}
        then = {**self._fixtures, **wanted} if on else self._without(wanted) if wanted else {}
        if sum(len(name.encode()) + _HEAD for name in then) > MOST_NOTE // 2 - _HEAD:
            raise NotThere("so many cannot be highlighted one by one; highlight a group, or fewer")
        self._fixtures = then

    def shows(self, selections: Iterable[str]) -> bool:
        """Whether all of these are highlighted. Raises NotThere."""
        shown = {fixture for fixtures in self._fixtures.values() for fixture in fixtures}
        return all(shown.issuperset(self._names.selected(selection)) for selection in selections)

    def _without(self, wanted: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        ended = {fixture for fixtures in wanted.values() for fixture in fixtures}
        if not any(ended.intersection(fixtures) for fixtures in self._fixtures.values()):
            raise NotThere(f"{', '.join(wanted)} is not highlighted")
        left: dict[str, tuple[int, ...]] = {}
        for name, fixtures in self._fixtures.items():
            if not ended.intersection(fixtures):
                left[name] = fixtures
            else:  # what is left of a group is named one by one
                left |= {self._names.name(fixture): (fixture,) for fixture in fixtures if fixture not in ended}
        return left

    def go_on_from(self, asked: Iterable[str]) -> list[str]:
        """Highlight what others had highlighted; sentences about what is gone."""
        gone = []
        for name in asked:
            try:
                self.show((name,), True)
            except NotThere:
                gone.append(f"'{name}' is not there any more, and is no longer highlighted")
        return gone

    def numbers(self, dark: NDArray[np.bool_]) -> Patches:
        """The numbers that show them; of the parameters (P,) that are `dark`, because of blackout, 0."""
        if not self._fixtures:
            return NOTHING
        patch = self._patch
        rows, levels = self._names.highlights({f for fixtures in self._fixtures.values() for f in fixtures})
        wanted = np.full(patch.count, np.nan)
        wanted[patch.place[rows]] = levels
        dimmer = np.full(patch.count, -1)
        dimmer[patch.dimmed] = patch.dimmer
        # What the profile says nothing of stays as it is; under a dimmer without a slot it is seen at that one's level.
        lit = (dimmer >= 0) & ~np.isnan(wanted[dimmer])
        under = np.where(lit, np.nan_to_num(wanted[dimmer]), 1.0)
        index = np.flatnonzero(patch.numbered & (lit | ~np.isnan(wanted)))
        level, full = wanted[index], patch.scale[index]
        follows = np.isnan(level)
        share = np.where(dark[index], 0.0, under[index])
        shown = np.nan_to_num(level) * share
        number = np.where(follows, 0.0, patch.response.alone(index, shown, patch.scale, curved=False))
        return Patches(index, np.where(follows, full, 0.0) * share, number)

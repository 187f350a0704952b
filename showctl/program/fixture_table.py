"""Fixtures by name, for the engine: what people park and highlight is named as in the show file."""

from collections.abc import Iterable, Mapping

import numpy as np

from showctl.model.selection import expand
from showctl.program.mode_layout import ModeLayout
from showctl.program.patch_table import PatchedFixture
from showctl.program.program import FixtureLayout, FixtureTable


def fixture_table(fixtures: Mapping[str, PatchedFixture], groups: Mapping[str, Iterable[str]]) -> FixtureTable:
    """The table of a patch. Names in groups that are not there are passed over: they are a problem elsewhere."""
    layouts: dict[ModeLayout, int] = {}
    which = [layouts.setdefault(fixture.layout, len(layouts)) for fixture in fixtures.values()]
    place = {name: index for index, name in enumerate(fixtures)}
    return FixtureTable(
        tuple(fixtures),
        np.array([fixture.first for fixture in fixtures.values()], "<i4").tobytes(),
        np.array(which, "<i4").tobytes(),
        tuple(FixtureLayout(layout.names, _highlight(layout)) for layout in layouts),
        {name: np.array(_members(name, place, groups), "<i4").tobytes() for name in groups},
    )


def _highlight(layout: ModeLayout) -> bytes:
    profile = layout.profile
    levels = [(name, profile.highlight(name)) for name in layout.names]
    return np.array(
        [np.nan if level is None else profile.light(name, level) for name, level in levels], "<f4"
    ).tobytes()


def _members(group: str, place: Mapping[str, int], groups: Mapping[str, Iterable[str]]) -> list[int]:
    """Each fixture once; each group is opened once, so that circles end."""
    found: dict[int, None] = {}
    opened = {group}
    waiting = list(groups[group])[::-1]
    while waiting:
        for name in expand(waiting.pop()):
            if name in place:
                found[place[name]] = None
            elif name in groups and name not in opened:
                opened.add(name)
                waiting += list(groups[name])[::-1]
    return list(found)

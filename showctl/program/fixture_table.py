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
    members = _members(groups, {name: index for index, name in enumerate(fixtures)})
    return FixtureTable(
        tuple(fixtures),
        np.array([fixture.first for fixture in fixtures.values()], "<i4").tobytes(),
        np.array(which, "<i4").tobytes(),
        tuple(FixtureLayout(layout.names, _highlight(layout)) for layout in layouts),
        {name: np.array(list(members[name]), "<i4").tobytes() for name in groups},
    )


def _highlight(layout: ModeLayout) -> bytes:
    profile = layout.profile
    levels = [(name, profile.highlight(name)) for name in layout.names]
    return np.array(
        [np.nan if level is None else profile.light(name, level) for name, level in levels], "<f4"
    ).tobytes()


def _members(groups: Mapping[str, Iterable[str]], place: Mapping[str, int]) -> dict[str, dict[int, None]]:
    """Of each group each fixture once, in order. Groups inside come first, so that what they have is looked for once;
    of a circle, which is a problem elsewhere, a part.
    """
    names = {group: [name for each in written for name in expand(each)] for group, written in groups.items()}
    found: dict[str, dict[int, None]] = {}
    opened: set[str] = set()
    waiting = [*names][::-1]
    while waiting:
        group = waiting[-1]
        opened.add(group)
        inside = [name for name in names[group] if name in names and name not in place and name not in opened]
        if inside:
            waiting += inside[::-1]
            continue
        waiting.pop()
        if group not in found:
            members = found[group] = {}
            for name in names[group]:
                if name in place:
                    members[place[name]] = None
                else:
                    members |= found.get(name, {})
    return found

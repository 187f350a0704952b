"""The patch as the engine has it: every fixture at its slots, every parameter a row of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from showctl.model.address import DmxAddress
from showctl.model.fixture import FixtureProfile
from showctl.model.patch import PatchEntry
from showctl.model.problem import Problem, Problems
from showctl.model.selection import expand
from showctl.program.address_map import Addresses
from showctl.program.mode_layout import ModeLayout
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, EXEMPT_FROM_PANIC, Parameters
from showctl.showfile.suggest import suggestion

_EXEMPT = {"grand master": EXEMPT_FROM_GRAND, "blackout": EXEMPT_FROM_BLACKOUT, "panic": EXEMPT_FROM_PANIC}


class FixtureProfiles(Protocol):
    """Where fixture profiles come from. Raises Problems for a name that is not there."""

    def get(self, name: str) -> FixtureProfile: ...


@dataclass(frozen=True, slots=True, eq=False)
class PatchedFixture:
    """One fixture. `first` is the row of its first parameter in the table; `at` None when it is not patched."""

    name: str
    layout: ModeLayout
    first: int
    at: DmxAddress | None
    exempt: int


@dataclass(frozen=True, slots=True)
class PatchTable:
    """All fixtures by name, the table of their parameters, and the universes that they are in, ascending."""

    fixtures: dict[str, PatchedFixture]
    parameters: Parameters
    universes: tuple[int, ...]
    broken: frozenset[str]
    """Names of fixtures whose profile is a problem already."""


def patch_table(
    patch: Iterable[PatchEntry], profiles: FixtureProfiles, sent: Iterable[int] | None, problems: list[Problem]
) -> PatchTable:
    """Lay out the patch. What is wrong is added to `problems`.

    `sent`: the universes that some sACN device sends; None if that is not known.
    """
    entries = tuple(patch)
    layouts = _layouts(entries, profiles, problems)
    fixtures: dict[str, PatchedFixture] = {}
    broken: set[str] = set()
    addresses = Addresses(frozenset(sent) if sent is not None else None)
    row = 0
    for index, (entry, layout) in enumerate(zip(entries, layouts, strict=True)):
        if layout is None:
            broken.update(expand(entry.id))
            continue
        placed = []
        for fixture in _fixtures(entry, layout, row):
            if fixture.name in fixtures:
                what = f"fixture '{fixture.name}' is patched twice"
                problems.append(Problem(("patch", index, "id"), what, "give it another id"))
                continue
            fixtures[fixture.name] = replace(fixture, first=row)  # what is patched twice has no rows
            row += len(layout.names)
            placed.append((fixture.name, fixture.at))
        if entry.at is not None:
            addresses.place(("patch", index, "at"), placed, layout.footprint)
    problems += addresses.problems()
    universes = tuple(sorted({f.at.universe for f in fixtures.values() if f.at is not None}))
    return PatchTable(fixtures, _parameters(fixtures.values(), universes), universes, frozenset(broken))


def _layouts(
    entries: Iterable[PatchEntry], profiles: FixtureProfiles, problems: list[Problem]
) -> list[ModeLayout | None]:
    """The layout of each entry; entries of the same kind share one."""
    known: dict[tuple[str, str | None], ModeLayout] = {}
    layouts: list[ModeLayout | None] = []
    for index, entry in enumerate(entries):
        kind = (entry.fixture, entry.mode)
        if kind not in known:
            try:
                profile = profiles.get(entry.fixture)
            except Problems as wrong:
                problems += [Problem(("patch", index, "fixture"), p.what, p.remedy) for p in wrong.problems]
                layouts.append(None)
                continue
            mode = entry.mode if entry.mode is not None else next(iter(profile.modes))
            if mode not in profile.modes:
                remedy = suggestion(mode, profile.modes, f"write one of {', '.join(profile.modes)}")
                problems.append(Problem(("patch", index, "mode"), f"'{entry.fixture}' has no mode '{mode}'", remedy))
                layouts.append(None)
                continue
            known[kind] = ModeLayout(entry.fixture, mode, profile, profile.modes[mode])
        layouts.append(known[kind])
    return layouts


def _fixtures(entry: PatchEntry, layout: ModeLayout, row: int) -> Iterator[PatchedFixture]:
    """The fixtures of an entry, at consecutive addresses; past the end of the universe the slot is above 512."""
    exempt = sum(_EXEMPT[what] for what in set(entry.exempt))
    for place, name in enumerate(expand(entry.id)):
        at = DmxAddress(entry.at.universe, entry.at.slot + place * layout.footprint) if entry.at is not None else None
        yield PatchedFixture(name, layout, row + place * len(layout.names), at, exempt)


def _parameters(fixtures: Iterable[PatchedFixture], universes: tuple[int, ...]) -> Parameters:
    row_of = {universe: row for row, universe in enumerate(universes)}
    row, slots, dimmer, default, intensity, exempt = ([] for _ in range(6))
    for fixture in fixtures:
        layout = fixture.layout
        count = len(layout.names)
        own = layout.slots
        if fixture.at is None:
            own = np.full_like(own, -1)
            row.append(np.full(count, -1))
        else:
            row.append(np.where(own[:, 0] >= 0, row_of[fixture.at.universe], -1))
            own = np.where(own >= 0, own + fixture.at.slot - 1, -1)
        slots.append(own)
        dimmer.append(np.where(layout.dimmer >= 0, layout.dimmer + fixture.first, -1))
        default.append(layout.default)
        intensity.append(np.array([name == "intensity" for name in layout.names]))
        exempt.append(np.full(count, fixture.exempt))

    def packed(arrays: list[np.ndarray], kind: str) -> bytes:
        return np.concatenate(arrays).astype(kind).tobytes() if arrays else b""

    return Parameters(
        row=packed(row, "<i4"),
        slots=packed(slots, "<i4"),
        dimmer=packed(dimmer, "<i4"),
        default=packed(default, "<f4"),
        intensity=packed(intensity, "u1"),
        exempt=packed(exempt, "u1"),
    )

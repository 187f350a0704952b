"""The patch as the engine has it: every fixture at its slots, every parameter a row of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from showctl.model.curve import Curve
from showctl.model.fixture import FixtureProfile
from showctl.model.patch import PatchEntry
from showctl.model.problem import Problem, Problems
from showctl.model.selection import expand
from showctl.program.address_map import Addresses
from showctl.program.mode_layout import ModeLayout
from showctl.program.parameter_table import ParameterTable
from showctl.program.patch_places import Blocks, Placing, placed
from showctl.program.patch_response import MOST_CURVES, response
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, EXEMPT_FROM_PANIC, Parameters
from showctl.showfile.suggest import suggestion

_EXEMPT = {"grand master": EXEMPT_FROM_GRAND, "blackout": EXEMPT_FROM_BLACKOUT, "panic": EXEMPT_FROM_PANIC}


class FixtureProfiles(Protocol):
    """Where fixture profiles come from. Raises Problems for a name that is not there."""

    def get(self, name: str) -> FixtureProfile: ...


@dataclass(frozen=True, slots=True, eq=False)
class PatchedFixture:
    """One fixture. `first` is the row of its first parameter in the table; `places` the addresses of its blocks, for
    each place where it is: none when it is not patched. `index` is that of its entry in the patch.
    """

    name: str
    layout: ModeLayout
    first: int
    places: tuple[Blocks, ...]
    exempt: int
    index: int


@dataclass(frozen=True, slots=True)
class PatchTable:
    """All fixtures by name, the table of their parameters, and the universes that they are in, ascending."""

    fixtures: dict[str, PatchedFixture]
    parameters: Parameters
    universes: tuple[int, ...]
    broken: frozenset[str]
    """Names of fixtures whose profile is a problem already."""
    addresses: Addresses
    """Who has which slots."""


def patch_table(
    patch: Iterable[PatchEntry], profiles: FixtureProfiles, sent: Iterable[int] | None, problems: list[Problem]
) -> PatchTable:
    """Lay out the patch. What is wrong is added to `problems`.

    `sent`: the universes that some sACN device sends; None if that is not known.
    """
    entries = tuple(patch)
    layouts = _layouts(entries, profiles, problems)
    names: dict[str, None] = {}
    broken: set[str] = set()
    placings: list[Placing] = []
    for index, (entry, layout) in enumerate(zip(entries, layouts, strict=True)):
        if layout is None:
            broken.update(expand(entry.id))
            continue
        placing = Placing(index, entry, layout.footprints, [], [], [])
        for order, name in enumerate(expand(entry.id)):
            if name in names:
                what = f"fixture '{name}' is patched twice"
                problems.append(Problem(("patch", index, "id"), what, "give it another id"))
                continue
            names[name] = None
            placing.names.append(name)
            placing.order.append(order)
        placings.append(placing)
    addresses = Addresses(frozenset(sent) if sent is not None else None)
    placed(placings, addresses, problems)
    universes = sorted({at.universe for each in placings for at in each.taken()})
    table = ParameterTable(universes)
    curves: set[Curve] = set()
    fixtures: dict[str, PatchedFixture] = {}
    row = 0
    for each in placings:
        exempt, layout = sum(_EXEMPT[what] for what in set(each.entry.exempt)), layouts[each.index]
        assert layout is not None
        curves.add(each.entry.curve)
        if len(curves) > MOST_CURVES:
            what = f"there are more than {MOST_CURVES} different curves in the patch"
            problems.append(Problem(("patch", each.index, "curve"), what, "write the same for several"))
            break
        table.add(layout, each.places, exempt, response(each.entry, layout, ("patch", each.index), problems))
        for name, places in zip(each.names, each.places, strict=True):
            fixtures[name] = PatchedFixture(name, layout, row, places, exempt, each.index)
            row += len(layout.names)
    return PatchTable(fixtures, table.table(), tuple(universes), frozenset(broken), addresses)


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

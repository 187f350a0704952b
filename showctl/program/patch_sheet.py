"""The patch of a show file on paper: who is where, what is free, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from showctl.fixtures.folders import fixture_library
from showctl.model.patch import PatchEntry, Triple
from showctl.model.problem import Problem
from showctl.model.sacn_device import SacnDevice
from showctl.model.selection import expand
from showctl.program.address_map import Addresses
from showctl.program.patch_table import PatchedFixture, patch_table
from showctl.showfile.load import Loaded, load
from showctl.showfile.report import LocatedProblem, Refused


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One fixture, with the entry that it is from. `patched` None: its profile is not there."""

    name: str
    entry: PatchEntry
    patched: PatchedFixture | None
    position: Triple | None


@dataclass(frozen=True, slots=True)
class PatchSheet:
    """The fixtures in the order of the file, and who has which slots."""

    rows: tuple[SheetRow, ...]
    addresses: Addresses
    sent: frozenset[int] | None
    """Universes that some sACN device sends; None if that is not known."""
    problems: tuple[LocatedProblem, ...]
    """Of the patch only."""


def patch_sheet(path: Path) -> PatchSheet:
    """Read a show file and lay out its patch. Raises Unreadable, and Refused if it cannot be read as a show."""
    try:
        loaded, problems = load(path), []
    except Refused as refused:
        if not isinstance(refused.rest, Loaded):
            raise
        loaded = refused.rest
        problems = [problem for problem in refused.problems if problem.path[:1] == ("patch",)]
    show = loaded.show
    sent = frozenset(u for d in show.devices.values() if isinstance(d, SacnDevice) for u in d.universes)
    known = None if problems and not sent else sent
    found: list[Problem] = []
    table = patch_table(show.patch, fixture_library(path), known, found)
    seen = {(problem.line, problem.column) for problem in problems}
    for problem in found:
        _, index, *rest = problem.path
        located = loaded.source.located(replace(problem, path=("patch", loaded.patch[int(index)], *rest)))
        problems += [located] if (located.line, located.column) not in seen else []
    rows = tuple(_rows(show.patch, table.fixtures))
    return PatchSheet(rows, table.addresses, known, tuple(sorted(problems, key=lambda p: (p.line, p.column))))


def _rows(patch: tuple[PatchEntry, ...], fixtures: dict[str, PatchedFixture]) -> Iterator[SheetRow]:
    for index, entry in enumerate(patch):
        names = expand(entry.id)
        for name, position in zip(names, entry.positions(len(names)), strict=True):
            patched = fixtures.get(name)
            if patched is None or patched.index == index:
                yield SheetRow(name, entry, patched, position)

"""The tracking sheet of one cue: what is selected in it, all other fixtures, and where each kind comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.cues.light import LightCue
from showctl.model.cue import CueId, cue_id
from showctl.model.effect import Fade
from showctl.model.light import LightAction
from showctl.model.palette import Palettes
from showctl.model.parameter_kind import CATEGORIES
from showctl.model.selection import ranges
from showctl.model.show import Show
from showctl.program.light_order import light_order
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.patch_table import PatchedFixture, PatchTable
from showctl.program.program import Program
from showctl.program.selected import Selections
from showctl.ui.look.level import Dot, Levels, Values, level_said, point_of, values_of
from showctl.ui.look.said import LOOK_KINDS, LookKind, Said, palettes_of, said, written_of

How = Literal["set", "tracked", "block", "unmoved", "none"]
"""Set in this cue; tracked from an earlier one; given back because nothing tracks in; nothing has moved it; the fixture
has no such parameter."""
Line = tuple[str | int, ...]
"""Where a line of a look stands, below its cue."""


class SheetCell(NamedTuple):
    """One kind of a row. `source`: the cue that it comes from; empty: none."""

    words: str
    how: How
    source: CueId = ""
    rgb: str = ""


Cells = tuple[SheetCell, ...]
OwnLine = tuple[str, Line, tuple[str, ...], dict[str, object]]
"""The selection of a line, where it stands, its fixtures, and what it says."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What is selected in the cue, or fixtures alike in a row. `lines`: where the cue says something of them, or would.
    `values`: of the first of them."""

    name: str
    fixtures: tuple[str, ...]
    lines: tuple[Line, ...]
    cells: Cells
    """In the order of LOOK_KINDS."""
    values: Values
    dots: tuple[Dot, ...] = ()
    """Where each of them points, in their order."""
    dims: tuple[tuple[str, float], ...] = ()
    """The intensity of each that has one, 0 to 1."""
    palette: str = ""
    """The mixed palette that its line names."""

    @property
    def from_cue(self) -> str:
        """The last column: this cue, with a word if it blocks, and those that the rest is tracked from."""
        here = [cell for cell in self.cells if cell.how in ("set", "block")]
        blocks = any(cell.how == "block" for cell in here)
        own = [f"{here[0].source} block" if blocks else here[0].source] if here else []
        sources = dict.fromkeys(cell.source for cell in self.cells if cell.source and cell.how == "tracked")
        return "  ".join(own + ([f"← {', '.join(sources)}"] if sources else []))


@dataclass(frozen=True, slots=True)
class Sheet:
    """`left_out`: the cue is not played in order, so nothing is known of what tracks into it."""

    cue: CueId
    rows: tuple[SheetRow, ...]
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many cues name a palette, by kind and name."""
    left_out: bool = False


def sheet_of(show: Show, program: Program, table: PatchTable, cue: CueId, apart: frozenset[str] = frozenset()) -> Sheet:
    """The sheet of a light cue. Reads the list up to it: not for the window's thread. `apart`: fixtures that have a row
    of their own beside that of what they are selected with."""
    return _Maker(show, program, table, cue, apart).sheet()


class _Maker:
    def __init__(self, show: Show, program: Program, table: PatchTable, cue: CueId, apart: frozenset[str]) -> None:
        self._apart = apart
        self._show, self._program, self._table, self._cue = show, program, table, cue
        count = len(program.parameters.default) // 4
        self._sorts = ParameterSorts(table.fixtures, count)
        self._selections = Selections(table, show.groups, whole=False)
        name = program.cues[cue].list
        walked = show.cue_lists[name].walk()
        self._actions = {cue_id(name, each.number): each.light for each in walked if isinstance(each, LightCue)}
        self._list = name
        self._levels = np.full(count, np.nan, np.float32)
        self._source = np.full(count, -1, np.int32)
        self._blocked = np.zeros(count, np.bool_)
        self._rest = np.frombuffer(program.parameters.default, "<f4")
        self._stands: dict[str, dict[str, float]] = {}
        self._steps: list[CueId] = []
        self._said: dict[CueId, dict[tuple[str, LookKind], Said]] = {}

    def sheet(self) -> Sheet:
        played = self._fold()
        lines = list(self._lines(self._actions[self._cue]))
        taken = {name for _, _, names, _ in lines for name in names}
        rows = [row for line in lines for row in self._own_rows(lines, *line)]
        rows += self._other_rows([name for name in self._ordered() if name not in taken])
        return Sheet(self._cue, tuple(rows), used_in(self._show), not played)

    def _fold(self) -> bool:
        """What the cues up to this one leave, each parameter with its cue; whether they lead to it in order."""
        top = (cue_id(self._list, cue.number) for cue in self._show.cue_lists[self._list].cues)
        for number, step in enumerate(light_order(self._program.cues, self._list, top, self._actions)):
            self._steps.append(step.cue)
            if step.released:
                self._levels[:] = np.nan
            for fade in self._program.cues[step.cue].effects:
                if isinstance(fade, Fade):
                    which, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
                    self._levels[which], self._source[which] = targets, number
                    if step.cue == self._cue and step.action.block:
                        self._blocked[which] = np.isnan(targets)
            if step.cue == self._cue:
                return True
        self._levels[:] = np.nan
        return False

    def _ordered(self) -> list[str]:
        return [self._sorts.name(number) for number in range(self._sorts.fixtures)]

    def _lines(self, action: LightAction) -> Iterator[OwnLine]:
        part = -1
        for look, own in action.looks:
            part += own is not None
            above: Line = ("light", "look") if own is None else ("light", "parts", part, "look")
            for selection, entry in look.items():
                names = tuple(self._selections.there(selection).names)
                yield selection, (*above, selection), names, written_of(entry)

    def _own_rows(
        self, lines: list[OwnLine], name: str, line: Line, fixtures: tuple[str, ...], written: dict[str, object]
    ) -> Iterator[SheetRow]:
        """That of a line, and those of fixtures apart: what they are given is a line of their own, below it."""
        yield self._own_row(name, line, fixtures, written)
        for each in fixtures if len(fixtures) > 1 else ():
            own = (*line[:-1], each)
            if each in self._apart and all(own != other for _, other, _, _ in lines):
                yield self._own_row(each, own, (each,), written)

    def _own_row(self, name: str, line: Line, fixtures: tuple[str, ...], written: dict[str, object]) -> SheetRow:
        cells = []
        for kind in LOOK_KINDS:
            found = said(written, kind, self._show.palettes)
            if found is not None:
                cells.append(SheetCell(found.words, "set", self._cue, found.rgb))
            else:
                each = list(dict.fromkeys(self._tracked(fixture, kind) for fixture in fixtures))
                cells.append(_one_of(each))
        return replace(self._row(name, fixtures, (line,), tuple(cells)), palette=str(written.get("palette", "")))

    def _other_rows(self, fixtures: list[str]) -> Iterator[SheetRow]:
        groups = {frozenset(self._selections.there(name).names): name for name in reversed(self._show.groups)}
        cells = {name: tuple(self._tracked(name, kind) for kind in LOOK_KINDS) for name in fixtures}
        fixed = self._table.fixtures
        for (_, alike, _), run in groupby(
            fixtures, lambda name: (fixed[name].layout, cells[name], name if name in self._apart else "")
        ):
            names = tuple(run)
            group = groups.get(frozenset(names))
            said_as = group or ranges(names)
            lines: list[Line] = [("light", "look", each) for each in said_as.split(", ")]
            yield self._row(said_as, names, tuple(lines), alike)

    def _own(self, fixture: PatchedFixture) -> slice:
        return slice(fixture.first, fixture.first + len(fixture.layout.names))

    def _tracked(self, name: str, kind: LookKind) -> SheetCell:
        own = self._own(self._table.fixtures[name])
        which = own.start + np.flatnonzero(self._sorts.kind[own] == CATEGORIES.index(kind))
        if not which.size:
            return SheetCell("–", "none")
        if self._blocked[which].any():
            return SheetCell("rest", "block", self._cue)
        known = which[~np.isnan(self._levels[which])]
        if not known.size:
            return SheetCell("–", "unmoved")
        source = self._steps[int(self._source[known].max())]
        found = self._said_by(source).get((name, kind)) or level_said(kind, self._levels_at(known))
        return SheetCell(found.words, "tracked", source, found.rgb)

    def _said_by(self, cue: CueId) -> dict[tuple[str, LookKind], Said]:
        """What a cue says in words, by fixture and kind: of several lines the last counts."""
        if cue not in self._said:
            self._said[cue] = {}
            for _, _, names, written in self._lines(self._actions[cue]) if cue in self._actions else ():
                for kind in LOOK_KINDS:
                    if (found := said(written, kind, self._show.palettes)) is not None:
                        self._said[cue].update({(name, kind): found for name in names})
        return self._said[cue]

    def _levels_at(self, which: NDArray[np.intp]) -> Levels:
        return {
            self._sorts.parameter(p)[1]: (float(self._levels[p]), self._sorts.words(p, float(self._levels[p])))
            for p in which.tolist()
        }

    def _row(self, name: str, fixtures: tuple[str, ...], lines: tuple[Line, ...], cells: Cells) -> SheetRow:
        dots, dims = [], []
        for fixture in fixtures:
            layout, levels = self._table.fixtures[fixture].layout, self._standing(fixture)
            pan, tilt = point_of(layout, levels, "pan"), point_of(layout, levels, "tilt")
            if pan is not None and tilt is not None:
                dots.append(Dot(fixture, pan, tilt))
            own = [name for name, is_one in zip(layout.names, layout.intensity.tolist(), strict=True) if is_one][:1]
            dims += [(fixture, max(0.0, min(levels[name], 1.0))) for name in own]
        return SheetRow(name, fixtures, lines, cells, self._values(fixtures), tuple(dots), tuple(dims))

    def _standing(self, name: str) -> dict[str, float]:
        """The levels of a fixture by parameter, those of rest where nothing has moved it."""
        if name not in self._stands:
            fixture = self._table.fixtures[name]
            own = self._own(fixture)
            levels = np.where(np.isnan(self._levels[own]), self._rest[own], self._levels[own])
            self._stands[name] = dict(zip(fixture.layout.names, levels.tolist(), strict=True))
        return self._stands[name]

    def _values(self, fixtures: tuple[str, ...]) -> Values:
        if not fixtures:
            return Values()
        fixture = self._table.fixtures[fixtures[0]]
        levels = np.array(list(self._standing(fixtures[0]).values()), np.float32)
        return values_of(fixture.layout, levels, lambda at, level: self._sorts.words(fixture.first + at, level))


def _one_of(cells: list[SheetCell]) -> SheetCell:
    """The cell of fixtures that may not be alike."""
    if len(cells) == 1:
        return cells[0]
    sources = {cell.source for cell in cells}
    return (
        SheetCell("several", "tracked", sources.pop() if len(sources) == 1 else "") if cells else SheetCell("", "none")
    )


def used_in(show: Show) -> Counter[tuple[str, str]]:
    """How many cues name each palette, by kind and name."""
    return Counter(found for _, cue in show.walk() for found in _named(cue, show.palettes))


def _named(cue: object, palettes: Palettes) -> Iterable[tuple[str, str]]:
    if not isinstance(cue, LightCue):
        return ()
    named = {
        found for look, _ in cue.light.looks for entry in look.values() for found in palettes_of(written_of(entry))
    }
    return {(kind, name) for kind, name in named if name in palettes.of_kind(kind)}

"""The tracking sheet in words, and as a table for a spreadsheet."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from showctl.model.parameter_kind import head_of
from showctl.model.selection import ranges
from showctl.model.unit import format_seconds
from showctl.paperwork.delimited import guarded
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.tracking_sheet import Cell, SheetCue

LEGEND = "moved  (tracked)  - given back  [moved where nothing tracks in]  <moved in black for a later cue>"


def track_lines(cues: Iterable[SheetCue], sorts: ParameterSorts, only: Collection[int] | None) -> Iterator[str]:
    """Cue by cue, fixtures alike in one line. `only`: numbers of the fixtures that are wanted; None: all."""
    for each in cues:
        yield f"cue {_head(each)}"
        fixtures: dict[int, list[str]] = {}
        for parameter in sorted(each.cells, key=lambda p: (sorts.fixture[p], not sorts.intensity[p], p)):
            number, cell = int(sorts.fixture[parameter]), each.cells[parameter]
            if only is None or number in only:
                fixtures.setdefault(number, []).append(_said(parameter, cell, sorts))
        rows = [(", ".join(said), sorts.name(number)) for number, said in fixtures.items()]
        alike = [(said, ranges([name for _, name in row])) for said, row in groupby(rows, key=lambda row: row[0])]
        width = max((len(names) for _, names in alike), default=0)
        yield from (f"  {names:{min(width, 32)}}  {said}" for said, names in alike)


def track_csv(cues: Iterable[SheetCue], sorts: ParameterSorts, only: Collection[int] | None) -> str:
    """A row for each cue, a column for each parameter that any of them moves. No number or label is a formula."""
    every = list(cues)
    moved = sorted({parameter for each in every for parameter in each.cells})
    columns = [p for p in moved if only is None or int(sorts.fixture[p]) in only]
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["cue", "label", *(" ".join(sorts.parameter(p)) for p in columns)])
    for each in every:
        cells = (each.cells.get(p) for p in columns)
        words = (
            _framed(cell, sorts.words(p, cell.level)) if cell else "" for p, cell in zip(columns, cells, strict=True)
        )
        table.writerow([guarded(each.cue.id), guarded(each.cue.label), *words])
    return text.getvalue()


def _head(each: SheetCue) -> str:
    action = each.action
    said = [f"{each.cue.id}  {each.cue.label}".rstrip()]
    if not each.in_order:
        why = "nothing leads to it in order" if each.cue.armed else "it is not armed"
        why = f"it is broken: {each.cue.broken}" if each.cue.broken else why
        return f"{said[0]}: left out, {why}"
    flags = {"cue only": action.cue_only, "assert": action.assert_, "mark": action.mark}
    flags |= {"block": action.block is True, "block intensity": action.block == "intensity"}
    said += [format_seconds(each.cue.duration), *(name for name, set_ in flags.items() if set_)]
    return ", ".join(said)


def _said(parameter: int, cell: Cell, sorts: ParameterSorts) -> str:
    _, name = sorts.parameter(parameter)
    words = sorts.words(parameter, cell.level)
    return _framed(cell, words if name == "intensity" and not head_of(name) else f"{name} {words}")


def _framed(cell: Cell, words: str) -> str:
    match cell.how:
        case "tracked":
            return f"({words})"
        case "marked":
            return f"<{words}>"
    return f"[{words}]" if cell.blocked else words

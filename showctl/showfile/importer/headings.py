"""Which row of a table has the headings, what the table is about, and which column is what."""

import difflib
from dataclasses import dataclass

from showctl.showfile.importer.column_map import ColumnMap
from showctl.showfile.importer.columns import COLUMNS, NEEDED, SUBJECTS, TELLING, Column, Subject, column_of, sureness
from showctl.showfile.importer.columns import plain_heading as plain
from showctl.showfile.importer.cue_row import is_type
from showctl.showfile.importer.report import ImportReport
from showctl.showfile.importer.table import Row, Table

_SEARCHED = 20
"""Rows in which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Headings:
    """What the columns of a table are. `columns`: by key the numbers of the columns that it is made of."""

    subject: Subject
    row: int
    """The index of the row of headings among the table's rows."""
    columns: dict[str, tuple[int, ...]]
    constants: dict[str, str]


def headings(table: Table, mapped: ColumnMap, report: ImportReport) -> Headings | None:
    """What the columns of a table are; None if it cannot be seen, which is then told as a mistake."""
    candidates = [(index, row) for index, row in enumerate(table.rows[:_SEARCHED])]
    if mapped.header:
        candidates = [(index, row) for index, row in enumerate(table.rows) if row.number == mapped.header]
        if not candidates:
            report.mistake(table.place(mapped.header), "this row has no headings", "it is empty", "mend header:")
            return None
    subjects = (mapped.subject,) if mapped.subject is not None else SUBJECTS
    best: tuple[int, Headings] | None = None
    for index, row in candidates:
        fitting = [found for subject in subjects if not _lacking(subject, found := _of(subject, index, row, mapped))]
        score = max((_score(found) for found in fitting), default=0)
        if fitting and (best is None or score > best[0]):
            best = score, max(fitting, key=lambda each: _score(each) + _sure(each, table))
    if best is None:
        _say_lacking(table, candidates, subjects, mapped, report)
        return None
    _say_unknown(table, best[1], mapped, report)
    return best[1]


def _score(found: Headings) -> int:
    return len(found.columns) + 3 * len(TELLING[found.subject] & found.columns.keys())


def _sure(found: Headings, table: Table) -> int:
    """What it counts for a subject of a row of headings that a column of cue numbers is there, and for cues that the
    types of most rows are those of cues: LX, SND, memo.
    """
    sure = sureness(found.subject, table.rows[found.row].cells)
    if found.subject != "cues" or "type" not in found.columns:
        return sure
    column = found.columns["type"][0]
    below = table.rows[found.row + 1 : found.row + 1 + _SEARCHED]
    said = [text for row in below if (text := row.cell(column).strip())]
    return sure + 3 if said and 2 * sum(map(is_type, said)) > len(said) else sure


def _of(subject: Subject, index: int, row: Row, mapped: ColumnMap) -> Headings:
    columns: dict[str, list[int]] = {}
    by_heading = {plain(cell): number for number, cell in reversed(list(enumerate(row.cells))) if cell.strip()}
    for key, said in mapped.columns.items():
        columns[key] = [by_heading[plain(each)] for each in said if plain(each) in by_heading]
    taken = {number for numbers in columns.values() for number in numbers}
    for exact in (True, False):
        for number, cell in enumerate(row.cells):
            column = column_of(subject, cell) if cell.strip() and number not in taken else None
            if column is not None and column.key not in columns and (_is_key(column, cell) or not exact):
                columns[column.key] = [number]
                taken.add(number)
    found = {key: tuple(numbers) for key, numbers in columns.items() if numbers}
    return Headings(subject, index, found, dict(mapped.constants))


def _is_key(column: Column, cell: str) -> bool:
    return plain(cell) == plain(column.key)


def _lacking(subject: Subject, found: Headings) -> list[tuple[str, ...]]:
    there = found.columns.keys() | found.constants.keys()
    return [needed for needed in NEEDED[subject] if not there & set(needed)]


def _say_lacking(
    table: Table,
    candidates: list[tuple[int, Row]],
    subjects: tuple[Subject, ...],
    mapped: ColumnMap,
    report: ImportReport,
) -> None:
    row = max(
        (row for _, row in candidates), key=lambda row: sum(1 for cell in row.cells if cell.strip()), default=None
    )
    if row is None:
        return
    there = [cell.strip() for cell in row.cells if cell.strip()]
    for subject in subjects if len(subjects) == 1 else ("cues",):
        for needed in _lacking(subject, _of(subject, 0, row, mapped)):
            words = " or ".join(needed)
            near = difflib.get_close_matches(needed[0], there, 1, 0.5)
            do = f"head a column {needed[0]}, or name it in a mapping (--map): columns: {{{needed[0]}: "
            do += f"{near[0] if near else '…'}}}"
            what = f"no column {words}" if len(subjects) == 1 else "no row of headings that is known"
            report.mistake(table.place(row), what, f"there are {', '.join(there[:12])}", do)


def _say_unknown(table: Table, found: Headings, mapped: ColumnMap, report: ImportReport) -> None:
    row = table.rows[found.row]
    taken = {number for numbers in found.columns.values() for number in numbers}
    known = [column.key for column in COLUMNS[found.subject]]
    headed = {plain(cell) for cell in row.cells}
    for key, said in mapped.columns.items():
        for each in said:
            if plain(each) not in headed:
                near = difflib.get_close_matches(each, [cell for cell in row.cells if cell.strip()], 1, 0.5)
                do = f"did you mean '{near[0]}'?" if near else "write a heading of this row in the mapping"
                report.mistake(table.place(row), f"no column '{each}' for {key}", "", do)
    for number, cell in enumerate(row.cells):
        if not cell.strip() or number in taken:
            continue
        place = table.place(row, number)
        if (column := column_of(found.subject, cell)) is not None:
            report.leave_out(place, f"column '{cell.strip()}'", f"{column.key} is read from another column")
            continue
        near = difflib.get_close_matches(plain(cell), known, 1, 0.75)
        do = f"did you mean '{near[0]}'?" if near else "name it in a mapping (--map) if it belongs to the show"
        report.leave_out(place, f"column '{cell.strip()}'", "no such column is known", do)

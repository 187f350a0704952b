"""Files of separated values: CSV with commas, semicolons or bars, TSV. Encoding and separator are seen from the text.

A cell that begins with an apostrophe and then with what could begin a formula loses the apostrophe: so `showctl export`
and others guard such text.
"""

import csv
import re
from collections import Counter

from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.table import GUARDED, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Row, Table

SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 30
"""Records in which the separator shows itself."""


def read_delimited(data: bytes, most: int = MOST_ROWS) -> Table:
    """The table of a text file, of so many rows. Raises NotImported."""
    text = decoded(data)
    separator = separator_of(text)
    table = Table("")
    first = last = 0
    lines = _lines(text)
    reader = csv.reader(lines, delimiter=separator)
    csv.field_size_limit(16 * 1024 * 1024)
    try:
        for record in reader:
            first, last = last + 1, reader.line_num
            if len(record) > MOST_COLUMNS:
                raise NotImported(f"line {first} has {len(record)} cells, at most {MOST_COLUMNS} are read")
            cells = tuple(_unguarded(cell, first) for cell in record)
            if not any(cell.strip() for cell in cells):
                continue
            table.rows.append(Row(first, cells))
            if len(table.rows) > most:
                raise NotImported(f"it has more than {most} rows; import what belongs to the show")
    except csv.Error as error:
        raise NotImported(f"line {reader.line_num}: the table breaks off here ({error}); export it again") from None
    _refuse_open_quote(lines[max(0, first - 1) :], max(1, first), separator)
    if table.rows and len(table.rows[0].cells) == 1 and re.fullmatch(r"sep=.", table.rows[0].cells[0].strip()):
        del table.rows[0]
    return table


def _refuse_open_quote(lines: list[str], first: int, separator: str) -> None:
    """Turn down a last record of which a quote is not closed: all that follows the quote would be one cell.

    `lines`: of this record, which begins in line `first`.
    """
    try:
        for _ in csv.reader(lines, delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        if "end of data" not in str(error):
            return
    else:
        return
    cell = next(csv.reader(lines, delimiter=separator))[-1]
    at = first + len(lines) - max(1, len(_lines(cell)))
    raise NotImported(f"line {at}: a quote begins here and does not end; close it, or take it away")


def _unguarded(cell: str, line: int) -> str:
    if len(cell) > LONGEST_CELL:
        raise NotImported(f"line {line} has a cell of {len(cell)} characters; is a quote open there?")
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in GUARDED else cell


def _lines(text: str) -> list[str]:
    """Lines with their ends, so that ends inside quotes stay as they are."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def decoded(data: bytes) -> str:
    """Text in UTF-8, UTF-16 with or without its mark, or else in Windows' western encoding."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if len(data) > 3 and data[1] == 0 and data[3] == 0 and data[0]:
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def separator_of(text: str) -> str:
    """The separator that cuts all of the first lines into equally many cells, whatever is in their text; else most."""
    first = text.split("\n", 1)[0].strip()
    if found := re.fullmatch(r"sep=(.)", first):
        return found[1]
    start = _lines(text[:65_536])
    return max(SEPARATORS, key=lambda separator: _cut(start, separator))


def _cut(lines: list[str], separator: str) -> tuple[bool, int, int]:
    counts: Counter[int] = Counter()
    whole = 0
    try:
        for record in csv.reader(lines, delimiter=separator):
            if len(record) > 1:
                counts[len(record)] += 1
            elif any(cell.strip() for cell in record):
                whole += 1
            if counts.total() >= _LOOKED_AT:
                break
    except csv.Error:
        return False, 0, 0
    width, often = max(counts.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return len(counts) == 1 and not whole, often, width

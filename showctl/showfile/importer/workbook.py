"""Sheets of an Excel workbook as tables: only texts, formulas as the value that they last had.

The workbook is a zip of XML from a stranger. Before openpyxl sees it, the parts are counted, their size is limited, and
XML with a document type is turned down, so that no entity of its own can grow.
"""

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import ParseError

from showctl.model.unit import format_seconds
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Row, Table

LARGEST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all parts together. 100,000 rows of 20 cells have some 120 million."""
MOST_PARTS = 2_000
MOST_SHEETS = 100
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, LookupError, ValueError, TypeError, AttributeError,
    AssertionError, ArithmeticError, NotImplementedError, RecursionError, RuntimeError,
)  # fmt: skip
"""What openpyxl and the zip module raise at files that are cut short or made up (found by fuzzing)."""
_EPOCH = dt.datetime(1899, 12, 31)  # noqa: DTZ001 - a cell has no time zone


def read_workbook(data: bytes) -> list[Table]:
    """The sheets that have anything in them. Raises NotImported."""
    _look_over(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(action="ignore"):  # of print areas, styles and extensions, which are not cells
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                sheets = [sheet for sheet in book.worksheets[:MOST_SHEETS] if hasattr(sheet, "iter_rows")]
                tables = [table for sheet in sheets if (table := _table(sheet)).rows]
            finally:
                book.close()
            _mark_unknown(data, tables)
            return tables
    except _BROKEN as error:
        raise NotImported(f"the workbook is broken ({type(error).__name__}); save it again, as .xlsx") from None


def _look_over(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            total = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or total > LARGEST_UNPACKED:
                raise NotImported(f"the workbook unpacks to {total >> 20} MB in {len(parts)} parts; it is not read")
            for part in parts:
                if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
                    with packed.open(part) as opened:
                        _refuse_document_type(opened.read(part.file_size + 1), part.filename)
    except _BROKEN as error:
        raise NotImported(f"the workbook is broken ({type(error).__name__}); save it again, as .xlsx") from None


def _refuse_document_type(xml: bytes, part: str) -> None:
    if b"<!DOCTYPE" in xml.replace(b"\0", b"") or b"<!ENTITY" in xml.replace(b"\0", b""):
        raise NotImported(f"{part} in the workbook declares a document type, which Excel never does; it is not read")
    if re.match(rb"\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"'](?!utf-8|us-ascii)", xml, re.IGNORECASE):
        raise NotImported(
            f"{part} in the workbook is in another encoding than UTF-8, as Excel never is; it is not read"
        )


def _table(sheet: Any) -> Table:
    """`sheet`: a read-only worksheet of openpyxl."""
    sheet.reset_dimensions()  # what the file says of its size is not believed
    table = Table(sheet.title)
    for number, found in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        cells = tuple(_cell(cell) for cell in found)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if len(cells) > MOST_COLUMNS:
            raise NotImported(f"{sheet.title}!{number} has more than {MOST_COLUMNS} cells")
        if any(cell.strip() for cell in cells):
            table.rows.append(Row(number, cells))
        if len(table.rows) > MOST_ROWS or number > 1_048_576:
            raise NotImported(f"{sheet.title} has more than {MOST_ROWS} rows; import what belongs to the show")
    return table


def _mark_unknown(data: bytes, tables: list[Table]) -> None:
    """Say of formulas that no program has reckoned out since they were written where they stand."""
    from openpyxl import load_workbook

    if not _has_formulas(data):
        return
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        for table in tables:
            rows = {row.number: row for row in table.rows}
            sheet = book[table.name]
            sheet.reset_dimensions()
            for number, found in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
                row = rows.get(number, Row(number, ()))
                columns = [column for column, cell in enumerate(found) if cell.data_type == "f"]
                table.unknown.extend((number, column) for column in columns if not row.cell(column))
    finally:
        book.close()


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(re.search(rb"<(?:\w+:)?f[ />]", packed.read(name)) for name in names)


def _cell(cell: Any) -> str:
    """A cell as it is to be read: a number that is shown as a percentage is one. `cell`: of openpyxl."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and _is_percentage(cell.number_format):
        return f"{value * 100:.12g}%"
    return text_of(value)


@lru_cache(maxsize=256)
def _is_percentage(number_format: str) -> bool:
    """Whether a format has a percent sign that is neither quoted nor escaped."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", number_format or "")


def text_of(value: object) -> str:
    """A cell's value as a show file writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}"
        case dt.datetime() if value.time() == dt.time() and value.date() > _EPOCH.date():
            return value.date().isoformat()
        case dt.datetime() if value.date() <= _EPOCH.date():
            return f"{value.time():%H:%M:%S}".removesuffix(":00")
        case dt.datetime():
            return value.isoformat(" ", "seconds")
        case dt.time():
            return f"{value:%H:%M:%S}"
        case dt.timedelta():
            return format_seconds(max(0.0, round(value.total_seconds(), 3)))
    text = str(value)
    if len(text) > LONGEST_CELL:
        raise NotImported(f"a cell has {len(text)} characters, at most {LONGEST_CELL} are read")
    return text

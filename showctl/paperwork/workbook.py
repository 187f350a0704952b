"""Tables as an Excel workbook: every cell is text, so that none is a formula and no number of a cue becomes a date."""

import io
import re

from showctl.paperwork.sheet import Sheet
from showctl.showfile.importer.table import LONGEST_CELL, letters

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDEST = 60


def workbook_bytes(sheets: list[Sheet]) -> tuple[bytes, list[str]]:
    """The file, and what did not fit into it: texts longer than a cell holds, characters that XML has not."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book, lost = Workbook(write_only=True), []
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.freeze_panes = "A2"
        for number in range(len(sheet.headings)):
            texts = [sheet.headings[number], *(row[number] for row in sheet.rows[:200])]
            page.column_dimensions[letters(number)].width = min(_WIDEST, max(8, *map(len, texts)) + 2)
        for index, row in enumerate([sheet.headings, *sheet.rows], 1):
            cells = []
            for number, text in enumerate(row):
                fits = len(text) <= LONGEST_CELL
                if not fits:
                    place = f"{sheet.title}!{letters(number)}{index}"
                    lost.append(f"{place}: {len(text)} characters, a cell holds {LONGEST_CELL}; export it as CSV")
                elif _NOT_IN_XML.search(text) or "\r" in text:
                    place = f"{sheet.title}!{letters(number)}{index}"
                    lost.append(f"{place}: has characters that a workbook cannot hold; they are left out")
                cell = WriteOnlyCell(page, _NOT_IN_XML.sub("", text).replace("\r", "") if fits else "")
                cell.data_type = "s"
                cell.quotePrefix = text[:1] in ("=", "+", "-", "@")
                if index == 1:
                    cell.font = Font(bold=True)
                cells.append(cell)
            page.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), lost

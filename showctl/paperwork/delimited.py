"""A table as CSV that a spreadsheet opens without running anything in it.

UTF-8 with a mark, so that Excel sees the encoding; commas; CRLF (RFC 4180).
"""

import csv
import io
import re

from showctl.paperwork.sheet import Sheet
from showctl.showfile.importer.table import GUARDED

_NUMBER = re.compile(r"[+-][0-9][0-9.,:]*( ?[A-Za-z%°]{1,4})?")
"""What begins with a sign and is a number all the same, as -5 dB: it stays as it is read."""


def csv_bytes(sheet: Sheet) -> bytes:
    """The file. Text that may be taken for a formula has an apostrophe before it, which an import takes off."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def guarded(cell: str) -> str:
    """A cell that is text and nothing else."""
    if cell.startswith(GUARDED) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell

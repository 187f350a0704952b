"""Cells of a table that no column of ours has: told one by one, so that nothing is lost without a word."""

from showctl.showfile.importer.headings import Headings
from showctl.showfile.importer.report import ImportReport
from showctl.showfile.importer.table import Table


def say_unread(table: Table, told: Headings, report: ImportReport) -> None:
    """Tell of what stands above the headings, of cells without a heading, and of formulas without a value.

    A column with a heading that is not known is told as a whole, by its heading.
    """
    head = table.rows[told.row]
    for row in table.rows[: told.row]:
        words = " ".join(filter(None, (cell.strip() for cell in row.cells)))
        report.leave_out(table.place(row), f"'{words}'", "it stands above the headings")
    for row in table.rows[told.row + 1 :]:
        for column, cell in enumerate(row.cells):
            if cell.strip() and not head.cell(column).strip():
                do = "write a heading above it, or see whether a separator is too many"
                report.leave_out(table.place(row, column), f"'{cell.strip()}'", "it has no heading", do)
    read = {column for columns in told.columns.values() for column in columns}
    for number, column in table.unknown:
        if number > head.number and column in read:
            do = "open the workbook in the program that it is from, and save it again"
            report.mistake(table.place(number, column), "formula", "the file does not have its value", do)

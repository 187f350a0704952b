"""A table of texts, from a file of separated values or from a sheet of a workbook."""

from dataclasses import dataclass, field

MOST_ROWS = 100_000
MOST_COLUMNS = 500
LONGEST_CELL = 32_767
"""Characters: as many as a cell of Excel holds."""
GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")
"""With these a cell of a text file may begin a formula, or hide that it does: an apostrophe stands before it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number`: its line in a text file, its row in a sheet."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Counted from 0; empty where the row has ended."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


@dataclass(slots=True)
class Table:
    """Rows in their order, the empty ones left out. `name`: of the sheet; empty for a text file."""

    name: str
    rows: list[Row] = field(default_factory=list)
    unknown: list[tuple[int, int]] = field(default_factory=list)
    """Row and column (from 0) of formulas of which the file does not have the value."""

    def place(self, row: Row | int, column: int | None = None) -> str:
        """`Sheet1!C14`, or `line 14, column C`, or the row alone."""
        number = row if isinstance(row, int) else row.number
        if self.name:
            return f"{self.name}!{letters(column)}{number}" if column is not None else f"{self.name}!{number}"
        return f"line {number}, column {letters(column)}" if column is not None else f"line {number}"


def letters(column: int) -> str:
    """What a spreadsheet calls a column that is counted from 0: A, Z, AA."""
    word = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        word = chr(65 + rest) + word
    return word

"""Every level table holds, row by row."""

from pathlib import Path

import pytest

from tests.golden.level_table import FOLDER, played, table_of

WITHIN = 0.05
"""Percent: half of the last digit that is written."""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_levels_are_as_worked_out_by_hand(path: Path) -> None:
    program, columns, rows = table_of(path.read_text(encoding="utf-8"))
    wrong = []
    for row, levels in zip(rows, played(program, columns, rows), strict=True):
        off = [
            written != "~" and abs(float(written) - level) > WITHIN
            for written, level in zip(row.written, levels, strict=True)
        ]
        if any(off):
            wrong.append(f"{row.line}\n    is {' '.join(f'{level:.4g}' for level in levels)}")
    assert not wrong, "\n".join(wrong)

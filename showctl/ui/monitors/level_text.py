"""Levels as the monitors write them: 0–255, percent, hexadecimal."""

from typing import Literal

from showctl.ui.tongue import marked

Format = Literal["255", "%", "hex"]
FORMATS: tuple[tuple[Format, str, str], ...] = (
    ("255", "0–255", marked("Levels from 0 to 255")),
    ("%", "%", marked("Levels in percent")),
    ("hex", marked("Hex"), marked("Levels in hexadecimal, 00 to FF")),
)
"""Each with its word and its explanation."""


def level_text(byte: int, form: Format) -> str:
    """A byte as it is written in a cell."""
    if form == "%":
        return str(round(byte * 100 / 255))
    return f"{byte:02X}" if form == "hex" else str(byte)


def address_text(universe: int, slot: int) -> str:
    """`1.001`: slots in three figures, so that they stand below each other."""
    return f"{universe}.{slot:03}"

"""What a panel of the look editor wants written: values of a line of the sheet, or of one fixture of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from showctl.ui.look.sheet import SheetRow
from showctl.ui.look.spread import as_line


class Given(NamedTuple):
    """`at`: the number of the row; `fixture`: empty for all of it."""

    at: int
    values: Mapping[str, str]
    """By key of a line, as people write it."""
    fixture: str = ""


def spread(
    at: int, row: SheetRow, fixtures: Sequence[str], values: Mapping[str, Sequence[float]],
    text: Callable[[float], str],
) -> list[Given]:  # fmt: skip
    """Values by key, of each of the `fixtures` in order: as one line says them if one can, else each by itself."""
    lines = {key: as_line(each, text) for key, each in values.items()}
    fan = any(said and ".." in said for said in lines.values())
    if None not in lines.values() and not (fan and len(row.lines) > 1):
        return [Given(at, {key: said or "" for key, said in lines.items()})]
    return [Given(at, {key: text(each[n]) for key, each in values.items()}, name) for n, name in enumerate(fixtures)]

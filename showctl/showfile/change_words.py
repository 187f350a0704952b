"""A comparison as lines to read: a line for each item, below it what changed; long rows of the same in one line."""

from collections.abc import Iterator

from showctl.showfile.change import Change, Comparison, plural
from showctl.showfile.item import Item
from showctl.showfile.value_words import printable

_ROW = 3
"""So many cues one after the other that only got another number are said in one line."""


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Item by item, fields indented below; printable, whatever the shows hold."""
    yield from map(printable, _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    row: list[Change] = []
    for item, changes in comparison.by_item():
        only = changes[0] if len(changes) == 1 else None
        if only is not None and only.what == "renumbered":
            row.append(only)
            continue
        yield from _row(row)
        row = []
        if only is not None:
            yield f"{heading(item, only)}: {only.words}"
        else:
            yield heading(item, changes[0])
            yield from (f"  {change.words}" for change in changes)
    yield from _row(row)


def heading(item: Item, change: Change) -> str:
    """`cue 12 "Walk-in"`, `palette colour gold (used by 12 cues)`."""
    if not change.about or (item.kind == "cue" and change.what in {"added", "removed"}):
        return str(item)
    about = f'"{" ".join(change.about.split())}"' if item.kind == "cue" else f"({change.about})"
    return f"{item} {about}"


def _row(row: list[Change]) -> Iterator[str]:
    if len(row) < _ROW:
        yield from (f"{heading(change.item, change)}: {change.words}" for change in row)
        return
    first, last = row[0], row[-1]
    kind = plural(first.item.kind, len(row))
    names = f"{kind} {first.item.name} to {last.item.name}"
    yield f"{names}: renumbered from {first.before} to {last.before} ({len(row)} {kind})"

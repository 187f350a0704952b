"""Which rows of a list are in sight: standby and the next always, what runs and some of what comes where it fits."""

from collections.abc import Iterable, Iterator

AHEAD = 4
"""Rows wanted below standby in a list with much room, so that the operator sees what comes; never more than a third."""


def first_in_sight(standby: int, running: Iterable[int], *, rows: int, total: int, top: int) -> int:
    """The row that stands first: as it is (`top`) if all that is wanted is in sight, else standby a little below the
    middle, or as near to that as what is wanted allows.

    Rows are counted from 0, folded ones left out. `running`: the most important first. `rows`: that fit, whole.
    """
    low = high = standby
    for each in _wanted(standby, running, rows, total):
        wide = max(high, each) - min(low, each) + 1
        if wide <= rows:
            low, high = min(low, each), max(high, each)
    last = max(total - rows, 0)
    if low >= top and high < top + rows:
        return min(top, last)
    wanted = standby - rows * 3 // 5
    return min(max(min(max(wanted, high - rows + 1), low), 0), last)


def _wanted(standby: int, running: Iterable[int], rows: int, total: int) -> Iterator[int]:
    """What is to be seen besides standby, the most important first."""
    first, *others = list(running) or [standby]
    yield min(standby + 1, total - 1)
    yield first
    yield max(standby - 1, 0)
    for ahead in range(2, min(AHEAD, rows // 3) + 1):
        yield min(standby + ahead, total - 1)
    yield from others

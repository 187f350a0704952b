"""Which rows of a list are which of its cues after an edit: the same cue keeps its row, whatever it is called now."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from showctl.model.cue import Cue


class Row(Protocol):
    """Something that stands for a cue."""

    cue: Cue


R = TypeVar("R", bound=Row)


def paired(before: Sequence[R], after: Sequence[Cue]) -> list[R | None]:
    """For each cue its row; None for one that comes anew. The rows are in the order that they had: where cues have
    changed places, those that are fewest come anew.
    """
    start = 0
    while start < min(len(before), len(after)) and before[start].cue is after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end].cue is after[-1 - end]:
        end += 1
    rows, cues = before[start : len(before) - end], after[start : len(after) - end]
    return [*before[:start], *_between(rows, cues), *before[len(before) - end :]]


def _between(rows: Sequence[R], cues: Sequence[Cue]) -> list[R | None]:
    if len(rows) == len(cues) and all(_same(row.cue, cue) for row, cue in zip(rows, cues, strict=True)):
        return [*rows]
    places = {row.cue.number: place for place, row in enumerate(rows)}
    found = [places.get(cue.number) for cue in cues]
    staying = set(_longest_rising([place for place in found if place is not None]))
    return [rows[place] if place in staying and place is not None else None for place in found]


def _same(before: Cue, after: Cue) -> bool:
    """Whether it is the same cue, edited or renumbered."""
    if before.number == after.number:
        return True
    alike = type(before) is type(after) and len(before.children) == len(after.children)
    return alike and before.__dict__ | _ELSEWHERE == after.__dict__ | _ELSEWHERE


_ELSEWHERE: dict[str, object] = {"number": None, "cues": None}
"""What a cue says besides: its number may be another, and what is inside it is looked at by itself."""


def _longest_rising(places: Sequence[int]) -> list[int]:
    """The longest subsequence in which each is greater than the one before."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            at.append(index)
        else:
            ends[length], at[length] = place, index
    found = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(places[index])
        index = before[index]
    return found[::-1]


def runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """The first and last place of each run of true ones."""
    found: list[tuple[int, int]] = []
    for place, flag in enumerate(flags):
        if flag and found and found[-1][1] == place - 1:
            found[-1] = found[-1][0], place
        elif flag:
            found.append((place, place))
    return found

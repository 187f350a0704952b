"""What stands in another order than before: as few things as explain it."""

from bisect import bisect_left
from collections.abc import Sequence


def staying(places: Sequence[int]) -> set[int]:
    """Of things with these places before, in their order now, the indices of those that can be taken to have stayed:
    the longest row of rising places.
    """
    ends: list[int] = []  # of rows of each length the lowest last place
    last: list[int] = []  # and its index
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    found: set[int] = set()
    at = last[-1] if last else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found

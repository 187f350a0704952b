"""Where ranges of a parameter begin, as levels: between two of them light never fades."""

from itertools import pairwise

from showctl.model.fixture import ParameterProfile
from showctl.model.parameter_kind import EMITTERS, SUBTRACTIVE
from showctl.model.range import Range

Edges = tuple[tuple[float, int], ...]
"""Levels from which on a range, by its number, lasts until the next one begins; the first is 0. Two edges may have the
same number: what lies in one range of a parameter or in two that are one."""
_GROWING = {*EMITTERS, *SUBTRACTIVE, "frost", "fog", "fan"}
"""Kinds that begin with nothing: where the first values do nothing, they grow out of that."""
_NOTHING = {"nothing", "closed", "open"}


def range_edges(profile: ParameterProfile, kind: str) -> Edges:
    """The edges of a parameter of this kind; none if it has no more than one range. Values between ranges are one as
    well."""
    found: list[tuple[int, int]] = []
    number = end = 0
    joined = {after.dmx.first for before, after in pairwise(profile.ranges) if _go_on(before, after)}
    if profile.ranges and kind in _GROWING:
        joined |= _grown(profile.ranges)
    for each in profile.ranges:
        if each.dmx.first > end:
            found.append((end, number))
            number += 1
        if each.dmx.first in joined and number:
            number -= 1
        found.append((each.dmx.first, number))
        number += 1
        end = each.dmx.last + 1
    if found and end <= profile.full:
        found.append((end, number))
    if not any(number for _, number in found):
        return ()
    return tuple((max(value - 0.5, 0.0) / profile.full, number) for value, number in found)


def _go_on(before: Range, after: Range) -> bool:
    """Whether a range goes on where the one before it ends, and does the same."""
    if before.dmx.last + 1 != after.dmx.first or before.function != after.function:
        return False
    measured = before.start is not None and before.end is not None
    return measured and before.end == after.start and before.start != before.end


def _grown(ranges: tuple[Range, ...]) -> set[int]:
    """Where the range begins that grows out of nothing, if there is one."""
    first = ranges[0]
    if first.function == "level" and first.dmx.first > 0:
        return {first.dmx.first}
    if len(ranges) > 1 and first.function in _NOTHING and first.dmx.first == 0 and ranges[1].function == "level":
        return {ranges[1].dmx.first}
    return set()

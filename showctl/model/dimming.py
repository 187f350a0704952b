"""Intensity of which not all values dim: what its levels 0 to 1 are, and what its other values are."""

import re
from typing import NamedTuple

from showctl.model.range import DmxRange, Range

ASIDE = 2.0**-100
"""Levels from 0 to this are values that do not dim: the part of all values, times this. No fade stays so near to 0 for
a frame, and a float32 still has room for 24 bits below it."""
LOWEST = 2.0**-60
"""The least level of a value that dims: no lamp can show less, and it is not aside."""
_DIMS = re.compile(r"dim|intensity|bright|fade|0 ?(%|to|-|\.\.).*100", re.IGNORECASE)
_LIGHTS = {"open", "strobe", "pulse", "ramp up", "ramp down", "ramp up and down", "lightning", "spikes", "burst"}


class Dimming(NamedTuple):
    """Parts of all values, 0..1: that of level 0, that of the least light, that of all light. Where the range runs
    downwards, the last is below the one before it."""

    zero: float
    dark: float
    bright: float

    def level(self, part: float) -> float:
        """The level that is this part of all values."""
        slack = 0.5 / 0xFFFFFF
        if abs(part - self.zero) < slack:
            return 0.0
        way = (part - self.dark) / (self.bright - self.dark)
        if -slack <= way <= 1.0 + slack:
            return min(max(way, LOWEST), 1.0)
        return part * ASIDE


def aside(level: float) -> float | None:
    """The part of all values of a level that stands for a value which does not dim; None: it stands for light."""
    return level / ASIDE if 0.0 < level <= ASIDE else None


def dimming(ranges: tuple[Range, ...], full: int) -> Dimming | None:
    """What becomes of the levels of intensity with these ranges, of values up to `full`; None where it is nothing but
    their part of all values.
    """
    dims = dimming_range(ranges)
    if dims is None:
        return None
    dark, bright = dims.dmx
    if dims.start is not None and dims.end is not None and dims.start.number > dims.end.number:
        dark, bright = bright, dark
    zero = _zero(ranges, dark, dims.dmx)
    return Dimming(zero / full, dark / full, bright / full) if (zero, dark, bright) != (0, 0, full) else None


def dimming_range(ranges: tuple[Range, ...]) -> Range | None:
    """The widest that measures a level; else the one that says so, or that most values are in."""
    able = [each for each in ranges if each.function == "level" and each.dmx.last > each.dmx.first]
    measured = [e for e in able if e.start is not None and e.end is not None and e.start != e.end]
    plain = [each for each in able if each.start is None and each.end is None]
    most = sum(_width(each.dmx) for each in ranges) / 2
    for some in (measured, [e for e in plain if _DIMS.search(e.name)], [e for e in plain if _width(e.dmx) > most]):
        if some:
            return max(some, key=lambda each: _width(each.dmx))
    return None


def _width(dmx: DmxRange) -> int:
    return dmx.last - dmx.first + 1


def _zero(ranges: tuple[Range, ...], dark: int, dims: DmxRange) -> int:
    """The value of level 0: 0, if that is not light; else one that is closed; else the least that dims."""
    first = next((each for each in ranges if each.dmx.first == 0), None)
    if first is not None and first.dmx == dims:
        lit = dark != 0
    else:
        lit = first is not None and (first.function in _LIGHTS or first.name.strip().casefold() in {"open", "on"})
    if not lit:
        return 0
    closed = next((each for each in ranges if each.function == "closed"), None)
    return closed.middle if closed is not None else dark

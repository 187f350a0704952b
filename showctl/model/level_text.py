"""Levels as people write them."""

import math


def format_level(level: float, full: int = 255) -> str:
    """`full`, `out`, percent or `dmx 128` (of `full`) that read back as exactly this level.

    The inverse of parse_level for what it can read; of any other number it is the nearest percentage.
    """
    if level in {0.0, 1.0}:
        return "full" if level else "out"
    near = round(level * 100, 6)
    if near / 100 == level:
        return _percent(near)
    dmx = round(level * full)
    if dmx / full == level:
        return f"dmx {dmx}"
    exact = level * 100
    neighbours = (exact, math.nextafter(exact, 0), math.nextafter(exact, math.inf))
    return _percent(next((percent for percent in neighbours if percent / 100 == level), exact))


def _percent(percent: float) -> str:
    """Without an exponent, which a level cannot have."""
    text = repr(percent) if percent >= 1e-4 else f"{percent:.40f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"

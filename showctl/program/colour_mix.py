"""A colour as levels of the emitters or filters that a fixture has."""

from collections.abc import Container, Iterable

from showctl.model.colour import Rgb
from showctl.model.parameter_kind import EMITTERS, head_of

_WHITES = ("white", "cool white", "warm white")
"""The first of these that a fixture has takes the white part of a colour."""
_AMBER_GREEN = 0.6
"""Green in amber: amber is about #ff9900."""


def colour_levels_of_heads(colour: Rgb, parameters: Iterable[str]) -> dict[str, float] | None:
    """As `colour_levels`, for the fixture and each of its heads; None for one of which nothing can mix colours."""
    own: dict[str, dict[str, str]] = {}
    for parameter in parameters:
        own.setdefault(head_of(parameter), {})[parameter.rpartition("/")[2]] = parameter
    found: dict[str, float] = {}
    for names in own.values():
        found |= {names[name]: level for name, level in (colour_levels(colour, names) or {}).items()}
    return found or None


def colour_levels(colour: Rgb, parameters: Container[str]) -> dict[str, float] | None:
    """The level of every colour parameter among `parameters`; None for a fixture that cannot mix colours.

    Red, green and blue as they are. A white emitter takes what all three have in common; amber takes its part of what
    is not common to them, so that white stays white. Emitters that no colour needs, such as uv, go out. Cyan, magenta
    and yellow are 1 - red, green and blue.
    """
    red, green, blue = colour
    if all(name in parameters for name in ("red", "green", "blue")):
        levels = {name: 0.0 for name in EMITTERS if name in parameters}
        white = min(colour)
        for name in _WHITES:
            if name in parameters:
                levels[name] = white
                red, green, blue = red - white, green - white, blue - white
                break
        if "amber" in parameters:
            common = min(red, green, blue)
            amber = min(red - common, (green - common) / _AMBER_GREEN)
            levels["amber"] = amber
            red, green = red - amber, green - amber * _AMBER_GREEN
        return {**levels, "red": red, "green": green, "blue": blue}
    if all(name in parameters for name in ("cyan", "magenta", "yellow")):
        return {"cyan": 1 - red, "magenta": 1 - green, "yellow": 1 - blue}
    return None

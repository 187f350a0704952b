"""A colour as levels of the emitters or filters that a fixture has, and back."""

from collections.abc import Container, Mapping

from showctl.model.colour import Rgb
from showctl.model.parameter_kind import EMITTERS, SUBTRACTIVE

_WHITES = ("white", "cool white", "warm white")
"""The first of these that a fixture has takes the white part of a colour."""
_FURTHER: dict[str, tuple[float, float, float]] = {
    "amber": (1.0, 0.6, 0.0),
    "lime": (0.75, 1.0, 0.0),
    "yellow emitter": (1.0, 1.0, 0.0),
    "cyan emitter": (0.0, 1.0, 1.0),
    "magenta emitter": (1.0, 0.0, 1.0),
    "indigo": (0.3, 0.0, 1.0),
}
"""What other emitters look like, in the order in which they take their part: amber is about #ff9900."""
_RGB = ("red", "green", "blue")


def colour_levels(colour: Rgb, parameters: Container[str]) -> dict[str, float] | None:
    """The level of every colour parameter among `parameters`; None for a fixture that cannot mix colours.

    Red, green and blue as they are. A white emitter takes what all three have in common. Amber, lime and others take
    their part of what is not common to them, so that white stays white. Emitters that no colour needs, such as uv, go
    out. Cyan, magenta and yellow are 1 - red, green and blue. Where there is no green, lime stands in for it.
    """
    if all(name in parameters for name in _RGB):
        levels = {name: 0.0 for name in EMITTERS if name in parameters}
        rest = list(colour)
        white = next((name for name in _WHITES if name in parameters), None)
        if white is not None:
            levels[white] = common = min(rest)
            rest = [part - common for part in rest]
        for name, parts in _FURTHER.items():
            if name in parameters:
                common = min(rest)
                levels[name] = min((r - common) / part for r, part in zip(rest, parts, strict=True) if part)
                rest = [max(r - levels[name] * part, 0.0) for r, part in zip(rest, parts, strict=True)]
        return {**levels, **dict(zip(_RGB, rest, strict=True))}
    if all(name in parameters for name in ("red", "lime", "blue")):  # lime stands in for green
        red, green, blue = colour
        out = {name: 0.0 for name in EMITTERS if name in parameters}
        return {**out, "red": max(red - green * _FURTHER["lime"][0], 0.0), "lime": green, "blue": blue}
    if all(name in parameters for name in SUBTRACTIVE):
        return {name: 1 - part for name, part in zip(SUBTRACTIVE, colour, strict=True)}
    return None


def mixed(levels: Mapping[str, float]) -> Rgb:
    """The colour that emitters or filters at these levels give: what `colour_levels` was asked for."""
    if all(name in levels for name in SUBTRACTIVE):
        return Rgb(*(1 - levels[name] for name in SUBTRACTIVE))
    sources = {**dict.fromkeys(_WHITES, (1.0, 1.0, 1.0)), **_FURTHER}
    sums = [levels.get(name, 0.0) for name in _RGB]
    for name, parts in sources.items():
        sums = [total + levels.get(name, 0.0) * part for total, part in zip(sums, parts, strict=True)]
    return Rgb(*(min(total, 1.0) for total in sums))

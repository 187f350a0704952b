"""Names of colours and numbers of gels, and what they stand for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from showctl.model.colour import Rgb, White
from showctl.program.colour_space import mired
from showctl.shipped import shipped

_MAKERS = {"l": "L", "lee": "L", "r": "R", "rosco": "R", "roscolux": "R"}
# fmt: off
_NAMES = {
    "red": "#ff0000", "orange red": "#ff4000", "orange": "#ff8000", "amber": "#ff9900", "gold": "#ffc83c",
    "straw": "#ffe08c", "yellow": "#ffff00", "lime": "#bfff00", "green": "#00ff00", "sea green": "#00ff80",
    "turquoise": "#00ffd0", "cyan": "#00ffff", "sky blue": "#60c0ff", "azure": "#0080ff", "steel blue": "#a0c8ff",
    "light blue": "#80c0ff", "blue": "#0000ff", "dark blue": "#0000a0", "congo blue": "#2800a0", "indigo": "#4d00ff",
    "violet": "#8000ff", "purple": "#a000ff", "lavender": "#b482ff", "magenta": "#ff00ff", "pink": "#ff60a0",
    "light pink": "#ffb0c8", "rose": "#ff0080", "salmon": "#ff8070", "peach": "#ffb48c", "white": "#ffffff",
    "black": "#000000",
}
# fmt: on
_WHITES = {"candle": 1900, "warm white": 3000, "tungsten": 3200, "cool white": 6500, "daylight": 5600}


class Tint(NamedTuple):
    """A colour with a name. `kelvin` is the white that it makes of the lamp it is for, where it is made for that."""

    name: str
    rgb: Rgb
    kelvin: float | None = None


def named_colour(text: str) -> Tint | White | None:
    """`L201`, `Lee 201`, `R80`, `amber`, `daylight`; None for what is neither a gel nor a colour."""
    plain = " ".join(text.casefold().split())
    gel = re.fullmatch(r"([a-z]+) ?0*([0-9]{1,5})", plain)
    if gel and gel[1] in _MAKERS:
        return _gels().get(f"{_MAKERS[gel[1]]}{gel[2]}")
    if plain in _WHITES:
        return White(float(_WHITES[plain]))
    return Tint(plain, _rgb(_NAMES[plain])) if plain in _NAMES else None


def colour_names() -> tuple[str, ...]:
    """All names of colours; numbers of gels are too many to look through."""
    return (*_NAMES, *_WHITES)


def gels() -> Iterator[Tint]:
    """All gels, by number, Lee's first."""
    return iter(_gels().values())


@cache
def _gels() -> dict[str, Tint]:
    found: dict[str, Tint] = {}
    for line in (shipped("resources") / "gels.txt").read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"([LR])0*([0-9]+) (#[0-9a-f]{6}) (.+?)(?: = ([0-9]+) K ([+-][0-9]+))?", line):
            maker, number, colour, name, lamp, shift = match.groups()
            # R00 is clear, and the only one that is nothing but zeros.
            kelvin = 1e6 / (mired(float(lamp)) + float(shift)) if lamp else None
            found[f"{maker}{number}"] = Tint(f"{maker}{number} {name}", _rgb(colour), kelvin)
    return found


def _rgb(text: str) -> Rgb:
    return Rgb(*(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)))

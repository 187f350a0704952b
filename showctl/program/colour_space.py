"""How colours look to the eye: whites by temperature, and how far two colours are from each other."""

import math

from showctl.model.colour import Rgb, White

_Triple = tuple[float, float, float]


def mired(kelvin: float) -> float:
    """A colour temperature on the scale on which equal steps look equal: a million by kelvin."""
    return 1e6 / kelvin


def rgb_of_white(white: White) -> Rgb:
    """The brightest red, green and blue that look like a white, 6500 K being close to full of all three.

    The locus of black bodies is approximated by cubic polynomials in 1/K (Kim and others, US patent 7024034, for 1667 K
    to 25,000 K), and taken to sRGB (IEC 61966-2-1).
    """
    t = 1e3 / min(max(white.kelvin, 1667.0), 25_000.0)
    if t > 0.25:  # below 4000 K
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    if t > 1 / 2.222:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif t > 0.25:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    big_x, big_z = x / y, (1 - x - y) / y
    linear = (
        3.2406 * big_x - 1.5372 - 0.4986 * big_z,
        -0.9689 * big_x + 1.8758 + 0.0415 * big_z,
        0.0557 * big_x - 0.2040 + 1.0570 * big_z,
    )
    most = max(linear)
    return Rgb(*(_encoded(max(part, 0.0) / most) for part in linear))


def difference(one: Rgb, other: Rgb) -> float:
    """How different two colours look, from 0; black and white are 1 apart, red and green about 0.5. Brightness counts
    half, because intensity can make up for it (OKLab, Ottosson 2020)."""
    (l1, a1, b1), (l2, a2, b2) = _oklab(one), _oklab(other)
    return math.sqrt((l1 - l2) ** 2 / 4 + (a1 - a2) ** 2 + (b1 - b2) ** 2)


def _oklab(colour: Rgb) -> _Triple:
    red, green, blue = map(_decoded, colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _decoded(part: float) -> float:
    """From an sRGB number to an amount of light."""
    part = min(max(part, 0.0), 1.0)
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    if part >= 1:
        return 1.0
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055

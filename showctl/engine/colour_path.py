"""The ways from one colour to another: round the colour circle, or as the eye sees it. Arrays are (n, 3), of 0..1."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import ColourPath

_Colours = NDArray[np.float64]

# OKLab (Björn Ottosson, 2020): linear sRGB to the responses of the eye, and their cube roots to lightness and two
# opposites. The ways back are their inverses, so that there and back is the same to the last bits.
_EYE = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_FROM_EYE, _FROM_LAB = np.linalg.inv(_EYE), np.linalg.inv(_LAB)


class Way(Protocol):
    """Where colours are straight lines."""

    def between(self, start: _Colours, end: _Colours) -> tuple[_Colours, _Colours]:
        """Where red, green and blue begin there, and how far they go."""
        ...

    def colours(self, places: _Colours) -> _Colours:
        """Red, green and blue of what is there."""
        ...


class _RoundTheCircle(NamedTuple):
    """Hue by the shorter way, in turns (of two that are equal, towards green from red); saturation and value straight.
    What has no hue takes that of the other end; black takes its saturation as well."""

    def between(self, start: _Colours, end: _Colours) -> tuple[_Colours, _Colours]:
        one, other = _hsv(start), _hsv(end)
        for near, far in ((one, other), (other, one)):
            black = near[:, 2] <= 0.0
            near[black, 1] = far[black, 1]
            grey = (near[:, 1] <= 0.0) | black
            near[grey, 0] = far[grey, 0]
        change = other - one
        change[:, 0] -= np.ceil(change[:, 0] - 0.5)  # into -0.5 to 0.5, of which the latter stays
        return one, change

    def colours(self, places: _Colours) -> _Colours:
        hue, saturation, value = places.T
        # How far each of the three is from its own hue, on a circle of six parts.
        sixths = np.abs(((hue[:, None] + np.array([0.5, 1 / 6, 5 / 6])) % 1.0) * 6.0 - 3.0)
        light = np.clip(2.0 - sixths, 0.0, 1.0)
        return np.asarray(value[:, None] * (1.0 - saturation[:, None] * (1.0 - light)))


class _AsTheEyeSees(NamedTuple):
    """OKLab. What no lamp of these three can make is cut off."""

    def between(self, start: _Colours, end: _Colours) -> tuple[_Colours, _Colours]:
        one, other = _lab(start), _lab(end)
        return one, other - one

    def colours(self, places: _Colours) -> _Colours:
        linear = np.clip((places @ _FROM_LAB.T) ** 3 @ _FROM_EYE.T, 0.0, 1.0)
        # sRGB, IEC 61966-2-1
        return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


WAYS: dict[ColourPath, Way] = {"hsv": _RoundTheCircle(), "cie": _AsTheEyeSees()}
"""All but the direct one, which every emitter goes by itself."""


def _lab(colours: _Colours) -> _Colours:
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _EYE.T) @ _LAB.T)


def _hsv(colours: _Colours) -> _Colours:
    """Hue in turns, saturation and value; hue 0 where there is none."""
    red, green, blue = colours.T
    value = colours.max(axis=1)
    range_ = value - colours.min(axis=1)
    some = np.where(range_ > 0.0, range_, 1.0)
    from_green, from_red = (blue - red) / some + 2.0, ((green - blue) / some) % 6.0
    hue = np.select([value == red, value == green], [from_red, from_green], (red - green) / some + 4.0)
    saturation = np.divide(range_, value, out=np.zeros_like(value), where=value > 0.0)
    return np.stack((np.where(range_ > 0.0, hue / 6.0, 0.0), saturation, value), axis=1)

"""Where lamps shine, in metres: x to the right as the audience sees it, y away from it, z up. No widgets."""

import math
from typing import NamedTuple

from showctl.model.patch import Triple

Point = tuple[float, float]
LONGEST = 14.0
"""Metres after which a beam that meets no floor is drawn no farther."""
UPWARDS = 4.0
"""And of one that looks up: what it meets there nobody knows."""
NARROWEST, WIDEST = 3.0, 90.0
"""Degrees of a beam as it is drawn."""


class Aim(NamedTuple):
    """Unit vector of a beam."""

    x: float
    y: float
    z: float


DOWN = Aim(0.0, 0.0, -1.0)


def aim(pan: float, tilt: float, rotation: Triple = (0.0, 0.0, 0.0)) -> Aim:
    """Where a head looks. Degrees: tilt around x from straight down, then pan around z, then as the fixture hangs:
    around the room's x, then its y, then its z (docs/show-file.md). Tilt above 0 looks upstage."""
    vector = _around_x(DOWN, tilt)
    return Aim(*turned(_around_z(vector, pan), rotation))


def turned(vector: Triple, rotation: Triple) -> Triple:
    """As a fixture hangs."""
    return _around_z(_around_y(_around_x(Aim(*vector), rotation[0]), rotation[1]), rotation[2])


def reach(place: Triple, towards: Aim) -> float:
    """Metres to the floor, at most `LONGEST`."""
    if towards.z < -1e-6 and place[2] > 0:
        return min(place[2] / -towards.z, LONGEST)
    return UPWARDS if towards.z > 0.5 else LONGEST


class Shown(NamedTuple):
    """A beam in one view, metres: from `at` to `end`, where it is `radius` wide to either side."""

    at: Point
    end: Point
    radius: float

    @property
    def polygon(self) -> tuple[Point, Point, Point]:
        """The cone as a triangle; a beam that comes straight at the eye has no length and is only its pool."""
        (x1, y1), (x2, y2) = self.at, self.end
        long = math.hypot(x2 - x1, y2 - y1)
        if long < 1e-6:
            return self.at, self.end, self.end
        across, up = -(y2 - y1) / long * self.radius, (x2 - x1) / long * self.radius
        return self.at, (x2 + across, y2 + up), (x2 - across, y2 - up)


def in_plan(place: Triple, towards: Aim, degrees: float) -> Shown:
    """From above: x, y."""
    x, y, _, radius = _end(place, towards, degrees)
    return Shown(place[:2], (x, y), radius)


def in_front(place: Triple, towards: Aim, degrees: float) -> Shown:
    """From the audience: x, z."""
    x, _, z, radius = _end(place, towards, degrees)
    return Shown((place[0], place[2]), (x, z), radius)


def _end(place: Triple, towards: Aim, degrees: float) -> tuple[float, float, float, float]:
    far = reach(place, towards)
    wide = math.radians(min(max(degrees, NARROWEST), WIDEST))
    x, y, z = (a + b * far for a, b in zip(place, towards, strict=True))
    return x, y, z, far * math.tan(wide / 2)


def _around_x(v: Aim, degrees: float) -> Aim:
    c, s = _turn(degrees)
    return Aim(v.x, c * v.y - s * v.z, s * v.y + c * v.z)


def _around_y(v: Aim, degrees: float) -> Aim:
    c, s = _turn(degrees)
    return Aim(c * v.x + s * v.z, v.y, -s * v.x + c * v.z)


def _around_z(v: Aim, degrees: float) -> Aim:
    c, s = _turn(degrees)
    return Aim(c * v.x - s * v.y, s * v.x + c * v.y, v.z)


def _turn(degrees: float) -> tuple[float, float]:
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

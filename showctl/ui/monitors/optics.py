"""What the profile of a fixture says about its light: how far it turns, how wide it shines, what its wheels colour.
No widgets."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal, NamedTuple

from showctl.model.colour import White
from showctl.model.fixture import FixtureProfile, ParameterProfile
from showctl.model.range import Range
from showctl.program.colour_space import rgb_of_white

Colour = tuple[float, float, float]
Shutter = Literal["open", "closed", "strobe"]
Degrees = tuple[float, float]
PAN: Degrees = (-270.0, 270.0)
TILT: Degrees = (-135.0, 135.0)
ZOOM: Degrees = (8.0, 50.0)
LENS = 22.0
"""Degrees from level 0 to full where the profile says nothing, and of a beam that has no zoom."""
_FLASHES = frozenset({"strobe", "pulse", "ramp up", "ramp down", "ramp up and down", "lightning", "spikes", "burst"})


class Colours(NamedTuple):
    """`starts`: levels 0..1 from which on the wheel has each of the colours; None: white."""

    starts: tuple[float, ...]
    colours: tuple[Colour | None, ...]

    def at(self, level: float) -> Colour | None:
        place = bisect_right(self.starts, level + 1e-9) - 1
        return self.colours[place] if place >= 0 else None


class Shutters(NamedTuple):
    """As `Colours`, of what stands in the way of the light."""

    starts: tuple[float, ...]
    does: tuple[Shutter, ...]

    def at(self, level: float) -> Shutter:
        place = bisect_right(self.starts, level + 1e-9) - 1
        return self.does[place] if place >= 0 else "open"


class Optics(NamedTuple):
    """Of one profile; wheels and shutters by the names of their parameters."""

    pan: Degrees = PAN
    tilt: Degrees = TILT
    zoom: Degrees = ZOOM
    lens: float = LENS
    wheels: Mapping[str, Colours] = {}
    shutters: Mapping[str, Shutters] = {}
    grid: Mapping[str, tuple[float, ...]] = {}
    """By head its column, row and layer, as far as the profile says."""
    long: float = 0.0
    """Metres of its longest side; 0: nobody knows."""


PLAIN = Optics()
"""Of what nobody knows."""


def optics_of(profile: FixtureProfile) -> Optics:
    """What the profile says; what it leaves open is as in `PLAIN`."""
    turns: dict[str, Degrees] = {}
    wheels: dict[str, Colours] = {}
    shutters: dict[str, Shutters] = {}
    for name, parameter in profile.parameters.items():
        kind = profile.kind(name)
        if parameter.degrees is not None:
            turns.setdefault(kind, (parameter.degrees[0], parameter.degrees[1]))
        if kind in ("shutter", "strobe") and parameter.ranges:
            shutters[name] = _shutters(parameter)
        elif parameter.ranges and (found := _colours(profile, name, parameter)) is not None:
            wheels[name] = found
    lens = profile.physical.lens
    narrow_to_wide = (lens[0], lens[1]) if lens is not None else None
    return Optics(
        turns.get("pan", PAN), turns.get("tilt", TILT), turns.get("zoom") or narrow_to_wide or ZOOM,
        LENS if narrow_to_wide is None else sum(narrow_to_wide) / 2, wheels, shutters, profile.heads,
        max(profile.physical.size or (0.0,)) / 1000,
    )  # fmt: skip


def _starts(parameter: ParameterProfile) -> list[tuple[float, Range]]:
    """Half a value below the first of each range, so that a level that was rounded is in it."""
    ranges = sorted(parameter.ranges, key=lambda each: each.dmx.first)
    return [(max(each.dmx.first - 0.5, 0.0) / parameter.full, each) for each in ranges]


def _shutters(parameter: ParameterProfile) -> Shutters:
    found = _starts(parameter)
    return Shutters(tuple(start for start, _ in found), tuple(_does(each) for _, each in found))


def _does(each: Range) -> Shutter:
    return "closed" if each.function == "closed" else "strobe" if each.function in _FLASHES else "open"


def _colours(profile: FixtureProfile, name: str, parameter: ParameterProfile) -> Colours | None:
    found = _starts(parameter)
    colours = tuple(_colour(profile, name, each) for _, each in found)
    return Colours(tuple(start for start, _ in found), colours) if any(colours) else None


def _colour(profile: FixtureProfile, name: str, each: Range) -> Colour | None:
    """Of a range: its own, or that of the slot of its wheel; of several side by side the first."""
    if each.colours:
        return _rgb(each.colours[0])
    if each.slot is None:
        return None
    slots = profile.wheels.get(each.wheel or profile.wheel(name) or "", ())
    place = int(each.slot.first) - 1
    if not 0 <= place < len(slots):
        return None
    slot = slots[place]
    if slot.colours:
        return _rgb(slot.colours[0])
    return _rgb(str(rgb_of_white(White(slot.kelvin)))) if slot.kelvin else None


def _rgb(text: str) -> Colour:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue

"""A colour as the levels of whatever a fixture has to make it with, for the fixture itself and each of its heads."""

import colorsys
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from showctl.model.colour import Rgb, White
from showctl.model.parameter_kind import head_of, kind_of_name
from showctl.model.range import Range
from showctl.program.colour_mix import colour_levels
from showctl.program.colour_name import Tint
from showctl.program.colour_space import difference, mired, rgb_of_white
from showctl.program.mode_layout import ModeLayout

Wanted = Rgb | White | Tint
_TEMPERATURES = ("colour temperature", "cto", "ctc", "ctb")
_WHEELS = ("colour wheel", "colour macro")
_OPEN = {"open", "white", "open white", "no colour", "no color", "clear"}
_FAR = 0.12
"""A difference at which a slot of a wheel is another colour: gold and orange are 0.1 apart."""
_FAR_FROM_WHITE = 0.05
"""A difference at which a slot is no white of a temperature any more: 3200 K and 4500 K are 0.07 apart, and 3200 K and
orange 0.1."""
_FAR_MIRED = 30.0
"""A difference at which a white is another white: half a conversion gel."""
WARM, COOL = 2700.0, 6500.0
"""Kelvin of warm and cool white emitters, which profiles do not say."""
_WHITE = Rgb(1.0, 1.0, 1.0)
_LAYOUTS = 256
"""Kinds of fixture of which it is remembered what they have; no patch has more."""


class Made(NamedTuple):
    """Levels by parameter, and what is to be said of them where they are another colour than was asked for."""

    levels: dict[str, float]
    far: str = ""


@dataclass(frozen=True, eq=False)
class _Head:
    """What a head, or the fixture itself, has of each kind of colour parameter."""

    layout: ModeLayout
    names: dict[str, list[str]] = field(default_factory=dict)

    def all(self, levels: dict[str, float]) -> dict[str, float]:
        """Levels by kind as levels of all parameters of these kinds."""
        return {name: level for kind, level in levels.items() for name in self.names[kind]}

    @cached_property
    def open_wheels(self) -> dict[str, float]:
        """Wheels out of the way of what is mixed."""
        found = {name: self._open(name) for kind in _WHEELS for name in self.names.get(kind, ())}
        return {name: level for name, level in found.items() if level is not None}

    def _open(self, name: str) -> float | None:
        return next((slot.level for slot in _slots(self.layout, name) if slot.colour == _WHITE), None)

    @cached_property
    def slots(self) -> list[tuple[str, "_Slot"]]:
        """Slots of all its wheels, with the parameter that turns the wheel."""
        names = (name for kind in _WHEELS for name in self.names.get(kind, ()))
        return [(name, slot) for name in names for slot in _slots(self.layout, name)]

    @cached_property
    def temperature(self) -> tuple[str, Range] | None:
        """The parameter that sets a colour temperature, and the range in which it says how much."""
        for name in (name for kind in _TEMPERATURES for name in self.names.get(kind, ())):
            for each in self.layout.parameter(name).ranges:
                if each.function == "level" and each.start and each.end and {each.start.unit, each.end.unit} == {"K"}:
                    return name, each
        return None

    @cached_property
    def rest(self) -> dict[str, float]:
        """Temperature out of the way of what is mixed."""
        found = self.temperature
        return {found[0]: self.layout.profile.default(found[0])} if found is not None else {}


@lru_cache(maxsize=4096)
def fixture_colour(wanted: Wanted, layout: ModeLayout) -> Made | None:
    """How a fixture of this layout makes a colour; None if nothing of it can."""
    made = [made for head in _by_head(layout).values() if (made := _of_head(wanted, head)) is not None]
    if not made:
        return None
    levels = {name: min(max(level, 0.0), 1.0) for each in made for name, level in each.levels.items()}
    return Made(levels, next((each.far for each in made if each.far), ""))


@lru_cache(maxsize=_LAYOUTS)
def heads_with_colour(layout: ModeLayout) -> list[str]:
    """The heads that make colour, in order; `""` is the fixture itself."""
    return [
        head
        for head, each in _by_head(layout).items()
        if any(_of_head(c, each) is not None for c in (_WHITE, White(4000.0)))
    ]


def head_colour(wanted: Wanted, layout: ModeLayout, head: str) -> Made | None:
    """As `fixture_colour`, of one head."""
    return _of_head(wanted, _by_head(layout)[head])


@lru_cache(maxsize=_LAYOUTS)
def _by_head(layout: ModeLayout) -> dict[str, _Head]:
    found: dict[str, _Head] = {}
    for name in layout.names:
        head = found.setdefault(head_of(name), _Head(layout))
        kind = layout.profile.kind(name)
        head.names.setdefault(kind if kind != "generic" else kind_of_name(name), []).append(name)
    return found


def _of_head(wanted: Wanted, head: _Head) -> Made | None:
    rgb = rgb_of_white(wanted) if isinstance(wanted, White) else wanted.rgb if isinstance(wanted, Tint) else wanted
    kelvin = None if isinstance(wanted, Rgb) else wanted.kelvin
    mixing = colour_levels(rgb, head.names)
    # A conversion gel is mixed where anything can be, so that it looks alike on all that mix.
    if isinstance(wanted, White) or (mixing is None and "hue" not in head.names):
        made = _white(kelvin, head, mixing is not None) if kelvin is not None else None
        if made is not None:
            return made
    if mixing is not None:
        return Made({**head.all(mixing), **head.rest, **head.open_wheels})
    if "hue" in head.names and "saturation" in head.names:
        hue, saturation, _ = colorsys.rgb_to_hsv(*rgb)
        return Made({**head.all({"hue": hue, "saturation": saturation}), **head.rest, **head.open_wheels})
    return _nearest(rgb, head, _FAR_FROM_WHITE if isinstance(wanted, White) else _FAR)


def _white(kelvin: float, head: _Head, mixes: bool) -> Made | None:
    """White by colour temperature, for what has a parameter or two whites for that.

    Between warm and cool white in steps that look equal, and together as bright as one of them.
    """
    neutral = {**head.all(colour_levels(_WHITE, head.names) or {}), **head.open_wheels}
    if (found := head.temperature) is not None:
        name, each = found
        assert each.start is not None
        assert each.end is not None
        start, end = each.start.number, each.end.number
        near = min(max(kelvin, min(start, end)), max(start, end))
        far = _far_white(kelvin, near)
        if far and mixes:
            return None
        part = (near - start) / (end - start) if end != start else 0.0
        full = head.layout.parameter(name).full
        level = (each.dmx.first + part * (each.dmx.last - each.dmx.first)) / full
        return Made({**neutral, name: level}, far)
    if "warm white" in head.names and "cool white" in head.names:
        near = min(max(kelvin, WARM), COOL)
        cool = (mired(near) - mired(WARM)) / (mired(COOL) - mired(WARM))
        far = _far_white(kelvin, near)
        if far and mixes:
            return None
        out = head.all(dict.fromkeys(colour_levels(_WHITE, head.names) or {}, 0.0))
        return Made({**out, **head.open_wheels, **head.all({"warm white": 1 - cool, "cool white": cool})}, far)
    return None


def _far_white(wanted: float, near: float) -> str:
    return f"{near:.0f} K is the nearest that it has" if abs(mired(wanted) - mired(near)) > _FAR_MIRED else ""


class _Slot(NamedTuple):
    name: str
    colour: Rgb
    level: float


def _nearest(rgb: Rgb, head: _Head, tolerance: float) -> Made | None:
    """The slot of a wheel that looks most like a colour; other wheels open."""
    if len({slot.colour for _, slot in head.slots}) < 2:
        return None
    most = max(rgb)
    rgb = Rgb(*(part / most for part in rgb)) if most > 0 else rgb  # how bright it is is left to intensity
    name, slot = min(head.slots, key=lambda each: difference(rgb, each[1].colour))
    far = f"'{slot.name}' is the nearest that its wheel has" if difference(rgb, slot.colour) > tolerance else ""
    return Made({**head.open_wheels, name: slot.level}, far)


def _slots(layout: ModeLayout, name: str) -> list[_Slot]:
    """Slots of one known colour, open ones as white."""
    profile = layout.parameter(name)
    wheel = layout.profile.wheels.get(layout.profile.wheel(name) or "", ())
    found = []
    for each in profile.ranges:
        called, colours, kelvin = each.name, each.colours, each.kelvin
        if each.function == "slot" and each.slot is not None and each.slot.first == each.slot.last:
            number = each.slot.first
            if each.wheel or not number.is_integer() or not 1 <= number <= len(wheel):
                continue
            slot = wheel[int(number) - 1]
            called, colours, kelvin = called or slot.name, slot.colours or colours, slot.kelvin or kelvin
        elif each.function not in {"colour", "open"}:
            continue
        if not colours and not kelvin and called.casefold() in _OPEN:
            colour = _WHITE
        elif len(colours) == 1:
            colour = Rgb(*(int(colours[0][i : i + 2], 16) / 255 for i in (1, 3, 5)))
        elif kelvin and not colours:
            colour = rgb_of_white(White(kelvin))
        else:
            continue
        found.append(_Slot(called, colour, each.middle / profile.full))
    return found

"""The level 0..1 that a setting means to a parameter of a fixture. What cannot be raises `what; remedy`."""

import math
import re
from collections.abc import Iterator

from showctl.model.fixture import ParameterProfile
from showctl.model.quantity import Quantity, parse_quantity, plain_number
from showctl.model.range import Range
from showctl.model.setting import Value, Word
from showctl.model.wheel import WheelSlot
from showctl.program.mode_layout import ModeLayout
from showctl.showfile.suggest import listed, suggestion

_BASE = {"bpm": ("Hz", 1 / 60), "deg/s": ("rpm", 1 / 6), "ms": ("s", 0.001)}
"""Units that measure the same as another: that, and how much of it one is."""
_NEEDED = 0.001
"""Of a range in which a value has to lie: less beyond its ends is rounding."""


def degrees_of(layout: ModeLayout, name: str) -> tuple[float, float] | None:
    """Degrees at level 0 and at full, where plain numbers of this parameter are degrees: those of its profile, or of a
    zoom the lens."""
    profile = layout.parameter(name)
    if profile.degrees is not None:
        return profile.degrees
    lens = layout.profile.physical.lens
    zooms = layout.profile.kind(name) == "zoom" and not profile.ranges
    return lens if zooms and lens is not None and lens[0] != lens[1] else None


def counts_percent(value: Value, layout: ModeLayout, name: str) -> bool:
    """Whether a plain number is percent to this parameter."""
    return value.unit == "number" and degrees_of(layout, name) is None


def level_of(setting: Value | Word, layout: ModeLayout, name: str) -> float:
    """The level; NaN for release. Raises ValueError for what the parameter cannot do."""
    level = _level_of(setting, layout, name)
    if isinstance(setting, Value) and setting.unit in {"release", "level", "number"}:
        return level
    dims = layout.profile.dimming(name)  # percent is of the light, all else says which value it is
    return level if dims is None else dims.level(level)


def _level_of(setting: Value | Word, layout: ModeLayout, name: str) -> float:
    profile = layout.parameter(name)
    if isinstance(setting, Word):
        return _of_word(setting.text, layout, name)
    number, unit = setting
    match unit:
        case "release":
            return math.nan
        case "level":
            return _of_percent(number * 100, layout, name)
        case "dmx":
            if number > profile.full:
                raise ValueError(f"{setting} is above {profile.full}; write dmx 0 to dmx {profile.full}")
            if number < 0 or not number.is_integer():
                what = "below 0" if number < 0 else "no whole number"
                raise ValueError(f"{setting} is {what}; write dmx 0 to dmx {profile.full}")
            return number / profile.full
        case "number" | "deg" if (degrees := degrees_of(layout, name)) is not None:
            return _of_degrees(number, degrees, name)
        case "number":
            if not 0 <= number <= 100:
                text = plain_number(number)
                raise ValueError(f"{name} {text} is not between 0 and 100 percent; write 0% to 100%")
            return _of_percent(number, layout, name)
    written = str(setting).replace(" ", "").casefold()
    for each in profile.ranges:  # a name such as `1.2K` of a pulse width looks like a quantity
        if each.name.replace(" ", "").casefold() == written:
            return _middle(each, profile)
    return _of_quantity(Quantity(number, unit), list(profile.ranges), profile, name)


def _of_degrees(number: float, degrees: tuple[float, float], name: str) -> float:
    start, end = degrees
    if not min(degrees) <= number <= max(degrees):
        text = plain_number(number)
        raise ValueError(f"{name} {text} is beyond what the fixture can do; write {start:g} to {end:g} degrees")
    return (number - start) / (end - start) if end != start else 0.0


def _of_percent(percent: float, layout: ModeLayout, name: str) -> float:
    """A part of all values; where a range is measured in percent (an iris from 100 % to 5 %), what that measures."""
    profile = layout.parameter(name)
    if layout.profile.kind(name) != "intensity":
        for each in profile.ranges:
            if each.function == "level" and _unit(each) == "%" and each.start and each.end:
                low, high = sorted((each.start.number, each.end.number))
                return _inside(each, min(max(percent, low), high), profile)
    return percent / 100


def _of_quantity(wanted: Quantity, ranges: list[Range], profile: ParameterProfile, name: str) -> float:
    unit, number = _plain(wanted)
    able = [each for each in ranges if _unit(each) == unit]
    # A steady rhythm before one by chance or by the sound in the room, the plainest function before pulses and ramps.
    order = {"strobe": 0, "rotate": 0, "index": 0, "level": 0, "pulse": 1}
    able.sort(key=lambda each: (each.random or each.sound, order.get(each.function, 2)))
    for each in able:
        low, high = sorted(_ends(each))
        slack = (high - low) * _NEEDED
        if low - slack <= number <= high + slack:
            return _inside(each, min(max(number, low), high), profile)
    text = str(wanted)
    if not able:
        raise ValueError(f"{name} is not measured in {wanted.unit}; write a level or {_choices(ranges)}")
    spans = (f"{low:g} to {high:g} {unit}" for low, high in dict.fromkeys(tuple(sorted(_ends(r))) for r in able))
    raise ValueError(f"{name} {text} is beyond what the fixture can do; write {listed(spans)}")


def _of_word(text: str, layout: ModeLayout, name: str) -> float:
    profile = layout.parameter(name)
    named = _called(text, layout, name)
    if named:
        return _middle(named[0], profile)
    # The name of a range, and how much of it: `Random strobe 8 Hz`, `pulse 3 Hz`, `Turning 50%`.
    amount = re.fullmatch(r"(.*\S) +([+-]?[0-9.]+ ?(?:[A-Za-z/%°]+))", text)
    if amount and (ranges := _called(amount[1], layout, name)):
        try:
            quantity = parse_quantity(amount[2])
        except ValueError:
            quantity = None
        if quantity is not None and quantity.unit == "%":
            part = min(max(quantity.number / 100, 0.0), 1.0)
            return (ranges[0].dmx.first + part * (ranges[0].dmx.last - ranges[0].dmx.first)) / profile.full
        if quantity is not None:
            return _of_quantity(quantity, ranges, profile, f"{name} {amount[1]}")
    choices = list(dict.fromkeys([r.name for r in profile.ranges if r.name] + [s.name for s in _slots(layout, name)]))
    if not choices:
        raise ValueError(f"'{text}' is not a level of {name}; write for example 50%, full, out or dmx 128")
    raise ValueError(f"{name} has no '{text}'; {suggestion(text, choices, 'write ' + listed(choices))}")


def _called(text: str, layout: ModeLayout, name: str) -> list[Range]:
    """The ranges that a word means: those of this name, else of the slot of this name, else that do this."""
    ranges = layout.parameter(name).ranges
    plain = text.casefold()
    found = [each for each in ranges if each.name == text] or [r for r in ranges if r.name.casefold() == plain]
    if found:
        return found
    slots = [i for i, slot in enumerate(_slots(layout, name), 1) if slot.name.casefold() == plain]
    for slot in slots:
        found += [each for each in ranges if each.function == "slot" and each.slot == (slot, slot)]
    return found or [each for each in ranges if each.function == plain and plain != "level"]


def _slots(layout: ModeLayout, name: str) -> tuple[WheelSlot, ...]:
    wheel = layout.profile.wheel(name)
    return layout.profile.wheels.get(wheel, ()) if wheel is not None else ()


def _choices(ranges: list[Range]) -> str:
    """What else may be written, in words."""
    units = dict.fromkeys(unit for each in ranges if (unit := _unit(each)))
    names = [each.name for each in ranges if each.name]
    return listed([*(f"a number of {unit}" for unit in units), *(f"'{name}'" for name in names[:4])]) or "50%"


def _middle(each: Range, profile: ParameterProfile) -> float:
    return each.middle / profile.full


def _plain(quantity: Quantity) -> tuple[str, float]:
    unit, factor = _BASE.get(quantity.unit, (quantity.unit, 1.0))
    return unit, quantity.number * factor


def _unit(each: Range) -> str | None:
    """The unit in which a range is measured, if it is."""
    if each.start is None or each.end is None or _plain(each.start)[0] != _plain(each.end)[0]:
        return None
    return _plain(each.start)[0]


def _ends(each: Range) -> Iterator[float]:
    for end in (each.start, each.end):
        assert end is not None
        yield _plain(end)[1]


def _inside(each: Range, number: float, profile: ParameterProfile) -> float:
    """The level in a range at which it measures this."""
    start, end = _ends(each)
    part = (number - start) / (end - start) if end != start else 0.0
    return (each.dmx.first + part * (each.dmx.last - each.dmx.first)) / profile.full

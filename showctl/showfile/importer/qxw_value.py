"""DMX values of a fixture's channels as settings of its parameters."""

from collections.abc import Mapping
from itertools import chain

from showctl.model.fixture import FixtureProfile, ParameterProfile
from showctl.model.level_text import format_level
from showctl.model.mode import BYTES, OTHERWISE, UNUSED, Switch, blocks_of, parameter_of, slot_words
from showctl.model.parameter_kind import EMITTERS, head_of
from showctl.model.setting import Word, parse_setting
from showctl.showfile.importer.profiles import Known

_CHOICES = {"open", "closed", "slot", "colour"}
"""What ranges do of which every value does the same, so that their name says it all."""
_GENERIC = "Generic"
"""The maker of profiles that are of no fixture in particular. Their ranges are a guess: values stay what they were."""


def settings(known: Known, values: Mapping[int, int]) -> tuple[dict[str, str], list[str]]:
    """Settings by parameter, and what none of them can say. `values`: by channel from 0, 0..255.

    A mode without an intensity has a virtual one: full while any emitter is on, and what is not said is out.
    """
    mode = known.profile.modes[known.mode]
    slots = list(chain.from_iterable(blocks_of(mode)))
    unsaid: list[str] = []
    bytes_of: dict[str, dict[int, int]] = {}
    switched: list[tuple[Switch, int]] = []
    for channel, value in values.items():
        slot = slots[channel] if 0 <= channel < len(slots) else UNUSED
        if isinstance(slot, Switch):
            switched.append((slot, value))
        elif slot == UNUSED:
            unsaid += [f"channel {channel + 1} at {value}, which the profile does not use"] if value else []
        else:
            _add(bytes_of, slot, value)
    for switch, value in switched:
        _add(bytes_of, _case(known.profile, switch, bytes_of.get(switch.on, {}).get(0)), value)
    bytes_of.pop(UNUSED, None)
    words = set(slot_words(mode))
    found: dict[str, str] = {}
    for name, given in bytes_of.items():
        size = 1 + sum(name + suffix in words for suffix in BYTES)
        if 0 not in given:
            unsaid.append(f"the second byte of {name} without the first")
            continue
        number = sum(given.get(place, 0) << 8 * (size - 1 - place) for place in range(size))
        found[name], exact = _setting(known.profile, name, number, size)
        unsaid += [] if exact else [f"the second byte of {name}"]
    return _with_virtual_intensity(known.profile, {parameter_of(word) for word in words}, found), unsaid


def _add(bytes_of: dict[str, dict[int, int]], slot: str, value: int) -> None:
    name = parameter_of(slot)
    suffix = slot.removeprefix(name)
    bytes_of.setdefault(name, {})[("", *BYTES).index(suffix)] = value


def _case(profile: FixtureProfile, switch: Switch, trigger: int | None) -> str:
    """The parameter that a switched slot is while its trigger has this value, or is at rest."""
    level = profile.default(switch.on) if trigger is None else trigger / 255
    at = profile.parameter(switch.on).range_at(level)
    return switch.cases.get(at.name if at is not None else "", switch.cases.get(OTHERWISE, UNUSED))


def _setting(profile: FixtureProfile, name: str, number: int, size: int) -> tuple[str, bool]:
    """The setting that means this number of so many bytes, and whether it means it exactly."""
    parameter = profile.parameter(name)
    full = 256**size - 1
    if not parameter.ranges:
        if size == 1 or number in {0, full}:
            return format_level(number / full), True
        return _percent(number, size), True
    if parameter.full >= full:
        return _in_a_range(profile, parameter, round(number * parameter.full / full)), True
    kept = round(number * parameter.full / full)  # the profile counts in fewer bits than the mode has
    rest = number != kept * full // parameter.full
    if not rest or _percent_is_measured(profile, name):
        return _in_a_range(profile, parameter, kept), not rest
    return _percent(number, size), True


def _percent(number: int, size: int) -> str:
    return f"{number * 100 / (256**size - 1):.{3 * size - 2}f}".rstrip("0").rstrip(".") + "%"


def _percent_is_measured(profile: FixtureProfile, name: str) -> bool:
    """Whether percent of a parameter is of what its ranges measure, and not of its values."""
    measured = any(
        end is not None and end.unit == "%" for r in profile.parameter(name).ranges for end in (r.start, r.end)
    )
    return measured or profile.dimming(name) is not None


def _in_a_range(profile: FixtureProfile, parameter: ParameterProfile, number: int) -> str:
    at = next((each for each in parameter.ranges if each.dmx.first <= number <= each.dmx.last), None)
    if profile.manufacturer != _GENERIC and at is not None and at.name and at.function in _CHOICES and at.start is None:
        alike = [each for each in parameter.ranges if each.name.casefold() == at.name.casefold()]
        if len(alike) == 1 and parse_setting(at.name) == Word(at.name):
            return at.name
    return f"dmx {number}"


def _with_virtual_intensity(profile: FixtureProfile, names: set[str], found: dict[str, str]) -> dict[str, str]:
    if not profile.virtual_dimmer or "intensity" in names:
        return found
    emitters = {name for name in names if _emits(profile, name)}
    if not emitters & found.keys():
        return found
    if all(found.get(name, "out") == "out" for name in emitters):
        return {"intensity": "out"} | {name: said for name, said in found.items() if name not in emitters}
    dark = dict.fromkeys(sorted(emitters - found.keys()), "out")
    return {"intensity": "full"} | found | dark


def _emits(profile: FixtureProfile, name: str) -> bool:
    return profile.kind(name) in EMITTERS or (bool(head_of(name)) and profile.kind(name) == "intensity")

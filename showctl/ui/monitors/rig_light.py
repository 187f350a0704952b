"""What each fixture of the rig does, from the levels that go out or those a cue makes: how bright, which colour,
where to."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.parameter_kind import head_of, kind_of_name
from showctl.model.patch import PatchEntry, Triple
from showctl.model.selection import expand
from showctl.ui.monitors.beam import Aim, aim
from showctl.ui.monitors.heads import heads_in, kinds_of, optics_for, places_of
from showctl.ui.monitors.optics import PLAIN, Colour, Degrees, Optics
from showctl.ui.monitors.slot_map import SlotMap

WARM: Colour = (1.0, 0.86, 0.66)
"""A lamp that makes no colour of its own: tungsten."""
WHITE: Colour = (1.0, 1.0, 1.0)
STROBES = 0.4
"""How bright a lamp is drawn that strobes, of 1: it is not flashed at who sits in the dark."""
_EMITTED: Mapping[str, Colour] = {
    "red": (1, 0, 0), "green": (0, 1, 0), "blue": (0, 0, 1), "white": (1, 1, 1), "amber": (1, 0.6, 0),
    "lime": (0.7, 1, 0.1), "uv": (0.3, 0, 0.8), "warm white": (1, 0.85, 0.6), "cool white": (0.9, 0.95, 1),
    "indigo": (0.25, 0, 1), "cyan emitter": (0, 1, 1), "magenta emitter": (1, 0, 1), "yellow emitter": (1, 1, 0),
}  # fmt: skip
Value = Callable[[str, float], float]
"""Level 0..1 of a parameter of a lamp, as its slots have it; the second where it has no such parameter."""


class Lamp(NamedTuple):
    """A fixture in the rig."""

    name: str
    place: Triple | None
    """Metres; None: the patch does not say."""
    rotation: Triple
    moves: bool
    kinds: Mapping[str, str]
    """By kind the parameter of the fixture, or that of its first head."""
    slots: Mapping[str, tuple[tuple[int, int], ...]]
    """By parameter the universe and slot of its bytes, the most significant first."""
    rows: Mapping[str, int]
    """By parameter its row in the program's table; with those that have no slot."""
    inverted: frozenset[str] = frozenset()
    """Parameters that run the other way round at the output."""
    swapped: bool = False
    optics: Optics = PLAIN
    heads: tuple["Lamp", ...] = ()
    """Where it has several."""
    apart: float = 0.0
    """Metres between its heads, or of a head to the next."""
    under: str = ""
    """Of a head: the intensity of the whole fixture that is over its own."""


class Lit(NamedTuple):
    """What a lamp does now."""

    level: float
    """0..1"""
    colour: Colour
    """At full."""
    towards: Aim
    degrees: float
    says: str = ""
    """`closed` or `strobes`, where its shutter does that."""
    pan: float = 0.0
    tilt: float = 0.0
    """Degrees."""
    heads: tuple["Lit", ...] = ()
    """What each head does; the fixture itself is as bright as the brightest of them, in the colour of all together."""

    @property
    def each(self) -> tuple["Lit", ...]:
        """Its heads, or it alone."""
        return self.heads or (self,)


def lamps(patch: tuple[PatchEntry, ...], slots: SlotMap, optics: Mapping[str, Optics] | None = None) -> list[Lamp]:
    """All fixtures of the patch. `optics`: by profile, of those that are known."""
    found = []
    for entry in patch:
        names = expand(entry.id)
        for name, place in zip(names, entry.positions(len(names)), strict=True):
            rows = slots.rows_of(name)
            kinds = _kinds(rows)
            lamp = Lamp(
                    name, place, entry.rotation or (0.0, 0.0, 0.0), "pan" in kinds or "tilt" in kinds, kinds,
                    _places(name, slots), rows, frozenset(entry.invert), entry.swap,
                    (optics or {}).get(entry.fixture, PLAIN),
            )  # fmt: skip
            heads = _heads(lamp)
            found.append(lamp._replace(heads=heads, apart=heads[0].apart) if heads else lamp)
    return found


def _heads(lamp: Lamp) -> tuple[Lamp, ...]:
    parameters = tuple(lamp.rows)
    if not (heads := heads_in(parameters)):
        return ()
    places, apart = places_of(heads, lamp.optics, lamp.rotation)
    x, y, z = lamp.place or (0.0, 0.0, 0.0)
    found = []
    for head, (across, along, up) in zip(heads, places, strict=True):
        kinds, under = kinds_of(head, parameters)
        found.append(
            lamp._replace(
                name=f"{lamp.name}/{head}",
                place=(x + across, y + along, z + up) if lamp.place is not None else None,
                moves="pan" in kinds or "tilt" in kinds,
                kinds=kinds,
                optics=optics_for(head, parameters, lamp.optics),
                apart=apart,
                under=under,
            )
        )
    return tuple(found)


def from_slots(lamp: Lamp, of: Callable[[int], NDArray[np.uint8]]) -> Value:
    """As it goes out; `of` gives the levels (512,) of a universe."""

    def value(name: str, otherwise: float) -> float:
        places = lamp.slots.get(name)
        if not places:
            return otherwise
        number = 0
        for universe, slot in places:
            number = number * 256 + int(of(universe)[slot - 1])
        return float(number / (256 ** len(places) - 1))

    return value


def from_cue(lamp: Lamp, levels: NDArray[np.float32]) -> Value:
    """As a cue leaves it; `levels` (P,) of all parameters."""

    def value(name: str, otherwise: float) -> float:
        row = lamp.rows.get(name)
        if row is None:
            return otherwise
        level = min(max(float(levels[row]), 0.0), 1.0)
        return 1.0 - level if name in lamp.inverted else level

    return value


def lit(lamp: Lamp, value: Value) -> Lit:
    """What it does."""
    if lamp.heads:
        return together([lit(head, value) for head in lamp.heads])

    def kind(name: str, otherwise: float) -> float:
        return value(lamp.kinds[name], otherwise) if name in lamp.kinds else otherwise

    emitted = {name: kind(name, 0.0) for name in lamp.kinds if name in _EMITTED}
    level = kind("intensity", 1.0 if emitted or lamp.under else 0.0)
    level *= value(lamp.under, 1.0) if lamp.under else 1.0
    if emitted:
        mixed = [sum(_EMITTED[name][part] * each for name, each in emitted.items()) for part in range(3)]
        brightest = max(mixed)
        level *= min(brightest, 1.0)
        colour = _colour([part / brightest for part in mixed]) if brightest > 0 else WARM
    elif lamp.moves or "cyan" in lamp.kinds:
        colour = _colour([1.0 - kind(name, 0.0) for name in ("cyan", "magenta", "yellow")])
    else:
        colour = WARM
    for name, wheel in lamp.optics.wheels.items():
        if name in lamp.rows and (filtered := wheel.at(value(name, 0.0))) is not None:
            plain = WHITE if colour is WARM else colour
            colour = _colour([a * b for a, b in zip(plain, filtered, strict=True)])
    level, says = _through(lamp, level, value)
    first, second = ("tilt", "pan") if lamp.swapped else ("pan", "tilt")
    pan, tilt = _turned(kind(first, 0.5), lamp.optics.pan), _turned(kind(second, 0.5), lamp.optics.tilt)
    wide = _turned(kind("zoom", 0.0), lamp.optics.zoom) if "zoom" in lamp.kinds else lamp.optics.lens
    return Lit(level, colour, aim(pan, tilt, lamp.rotation), wide, says, pan, tilt)


def together(heads: Sequence[Lit]) -> Lit:
    """What a fixture does whose heads do this."""
    brightest = max(heads, key=lambda each: each.level)
    bright = sum(each.level for each in heads)
    if bright <= 0:
        return brightest._replace(heads=tuple(heads))
    mixed = [sum(each.level * each.colour[part] for each in heads) / bright for part in range(3)]
    most = max(mixed)
    return brightest._replace(colour=_colour([part / most for part in mixed]) if most > 0 else WARM, heads=tuple(heads))


def _through(lamp: Lamp, level: float, value: Value) -> tuple[float, str]:
    """How bright it is behind its shutters, and what they do."""
    does = {each.at(value(name, 0.0)) for name, each in lamp.optics.shutters.items() if name in lamp.rows}
    if "closed" in does:
        return 0.0, "closed"
    return (level * STROBES, "strobes") if "strobe" in does else (level, "")


def _turned(level: float, span: Degrees) -> float:
    return span[0] + (span[1] - span[0]) * level


def _colour(parts: list[float]) -> Colour:
    return parts[0], parts[1], parts[2]


def _kinds(rows: Mapping[str, int]) -> dict[str, str]:
    """The fixture's own parameter of a kind goes before that of a head, and the first of them before others."""
    owner: dict[str, str] = {}
    for name in rows:
        kind = kind_of_name(name)
        before = owner.setdefault(kind, name)
        if head_of(before) and not head_of(name):
            owner[kind] = name
    return owner


def _places(name: str, slots: SlotMap) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for universe, at in slots.slots_of(name):
        slot = slots.of(universe)[at]
        found.setdefault(slot.parameter, {}).setdefault(slot.byte, (universe, at))
    return {parameter: tuple(place for _, place in sorted(each.items())) for parameter, each in found.items()}

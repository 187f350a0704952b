"""Levels of one fixture: in words where no cue says them, and as what faders, pads and sliders start from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.colour import Rgb
from showctl.model.parameter_kind import KINDS
from showctl.program.mode_layout import ModeLayout
from showctl.ui.look.said import LookKind, Said

Levels = Mapping[str, tuple[float, str]]
"""By parameter: the level and how people write it."""


class Beam(NamedTuple):
    """A parameter that shapes or colours the light: its level 0 to 1, and degrees if it has them. `names`: of its
    ranges, where it jumps; `now`: its level as people write it."""

    name: str
    level: float
    degrees: tuple[float, float] | None
    names: tuple[str, ...]
    now: str = ""


class Point(NamedTuple):
    """Pan or tilt in degrees, and the least and the most."""

    at: float
    low: float
    high: float


class Dot(NamedTuple):
    """Where a fixture points."""

    fixture: str
    pan: Point
    tilt: Point


@dataclass(frozen=True, slots=True)
class Values:
    """What a fixture has where the cue leaves it; None: it has none."""

    intensity: float | None = None
    rgb: str = ""
    emitters: tuple[Beam, ...] = ()
    """What colours the light: emitters, filters, colour wheels."""
    colours: bool = False
    """Whether it can have another colour."""
    pan: Point | None = None
    tilt: Point | None = None
    beam: tuple[Beam, ...] = ()


def level_said(kind: LookKind, levels: Levels) -> Said:
    """Levels of one kind in words."""
    if kind == "intensity":
        return Said(next(iter(levels.values()))[1].removesuffix("%"))
    if kind == "colour" and {"red", "green", "blue"} <= levels.keys():
        rgb = str(Rgb(*(levels[name][0] for name in ("red", "green", "blue"))))
        return Said(rgb, rgb)
    shown = [f"{name} {words}" for name, (_, words) in levels.items()]
    return Said(", ".join(shown[:3]) + (" …" if len(shown) > 3 else ""))


def values_of(layout: ModeLayout, levels: NDArray[np.float32], words: Callable[[int, float], str]) -> Values:
    """`levels` (n,) of the parameters of a layout; `words`: a level of one of them as people write it."""
    at = dict(zip(layout.names, levels.tolist(), strict=True))
    kinds = {name: KINDS[layout.profile.kind(name)].category for name in layout.names}
    dims = [at[name] for name, is_one in zip(layout.names, layout.intensity.tolist(), strict=True) if is_one]
    shaped: dict[str, list[Beam]] = {"colour": [], "beam": []}
    for number, (name, kind) in enumerate(kinds.items()):
        if kind in shaped and "/" not in name:
            names = _names(layout, name)
            now = words(number, at[name]) if names else ""
            shaped[kind].append(Beam(name, at[name], layout.parameter(name).degrees, names, now))
    has = {emitter.name: min(max(emitter.level, 0.0), 1.0) for emitter in shaped["colour"]}
    mixes = {"red", "green", "blue"} <= has.keys()
    rgb = str(Rgb(has["red"], has["green"], has["blue"])) if mixes else ""
    return Values(
        max(0.0, min(dims[0], 1.0)) if dims else None, rgb, tuple(shaped["colour"]), "colour" in kinds.values(),
        point_of(layout, at, "pan"), point_of(layout, at, "tilt"), tuple(shaped["beam"]),
    )  # fmt: skip


def _names(layout: ModeLayout, name: str) -> tuple[str, ...]:
    if not layout.profile.snaps(name):
        return ()
    return tuple(each.name for each in layout.parameter(name).ranges if each.name)


def point_of(layout: ModeLayout, at: Mapping[str, float], name: str) -> Point | None:
    """Of pan or tilt, from levels by name; None: it has none."""
    degrees = layout.parameter(name).degrees if name in at else None
    if degrees is None:
        return None
    low, high = degrees
    return Point(low + at[name] * (high - low), min(degrees), max(degrees))

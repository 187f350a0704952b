"""Kinds of parameters: what they have to do with light, and whether they fade."""

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

Category = Literal["intensity", "position", "colour", "beam", "control"]
"""For times by kind and for what a look takes along. `position` is where the light points: what desks call focus."""
CATEGORIES: tuple[Category, ...] = get_args(Category)


class ParameterKind(NamedTuple):
    """What is true of all parameters of a kind. One that does not fade jumps as a fade starts, after its delay."""

    category: Category
    fades: bool


EMITTERS = (
    *("red", "green", "blue", "white", "amber", "uv", "lime", "warm white", "cool white"),
    *("indigo", "cyan emitter", "magenta emitter", "yellow emitter"),
)
"""Kinds that make colour by adding light."""
SUBTRACTIVE = ("cyan", "magenta", "yellow")
"""Kinds that make colour by taking light away; 0 is open."""

_FADING: dict[Category, tuple[str, ...]] = {
    "intensity": ("intensity",),
    "position": ("pan", "tilt", "pan rotation", "tilt rotation"),
    "colour": (
        *EMITTERS,
        *SUBTRACTIVE,
        *("colour temperature", "cto", "ctc", "ctb", "tint", "hue", "saturation", "colour wheel rotation"),
    ),
    "beam": (
        *("gobo index", "gobo rotation", "prism rotation", "animation rotation", "rotation"),
        *("iris", "focus", "zoom", "frost", "blade", "blade rotation", "blade system rotation", "beam x", "beam y"),
        *("effect speed", "effect size"),
    ),
    "control": ("fog", "fan", "generic"),
}
_JUMPING: dict[Category, tuple[str, ...]] = {
    "intensity": (),
    "position": (),
    "colour": ("colour wheel", "colour macro"),
    "beam": ("shutter", "strobe", "strobe duration", "gobo", "prism", "animation", "effect"),
    "control": ("position speed", "speed", "macro", "sound", "control"),
}

KINDS: dict[str, ParameterKind] = {
    name: ParameterKind(category, fades)
    for table, fades in ((_FADING, True), (_JUMPING, False))
    for category, names in table.items()
    for name in names
}
"""All kinds by name."""

KindName = str
if not TYPE_CHECKING:
    KindName = Literal[tuple(KINDS)]

_OTHER_WORDS = {"haze": "fog", "smoke": "fog", "duration": "strobe duration", "colour": "colour macro"}
"""Names of parameters that say their kind in another word."""


def head_of(name: str) -> str:
    """The head that a parameter belongs to: `px1` of `px1/red`; empty for the fixture's own."""
    return name.rpartition("/")[0]


def kind_of_name(name: str) -> str:
    """The kind that the name of a parameter says, without its head and its number; else `generic`.

    `px1/red` is red, `gobo 2 rotation` and `gobo rotation 2` are gobo rotation.
    """
    plain = " ".join(re.sub(r"[0-9]+", " ", name.rpartition("/")[2]).split())
    plain = _OTHER_WORDS.get(plain, plain)
    return plain if plain in KINDS else "generic"

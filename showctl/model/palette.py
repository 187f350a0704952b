"""Palettes: pieces of looks with a name. Who changes a palette changes every cue that refers to it."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from showctl.model.frozen import Frozen
from showctl.model.look import Look
from showctl.model.parameter_kind import KINDS, kind_of_name
from showctl.model.selection import Name

ALL = "*"
"""Stands in a palette for whatever fixture it is used with, where the palette does not say by whom."""


def _intensity(value: Any) -> Any:
    return value if isinstance(value, dict) else {ALL: {"intensity": value}}


def _colour(value: Any) -> Any:
    if not isinstance(value, dict) or "hue" in value:
        return {ALL: {"colour": value}}
    if value and all(_is_colour(key) for key in value):
        return {ALL: value}
    return {key: inner if _says_parameters(inner) else {"colour": inner} for key, inner in value.items()}


def _says_parameters(value: Any) -> bool:
    return isinstance(value, dict) and "hue" not in value


def _is_colour(key: Any) -> bool:
    """Whether a key is a parameter of colour rather than a fixture."""
    kind = kind_of_name(str(key))
    return KINDS[kind].category == "colour"


def _of_parameters(example: str) -> Callable[[Any], Any]:
    """A palette of parameters: for all fixtures, or by selection."""

    def palette(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"'{value}' is no palette; write for example {example}")
        by_selection = value and all(isinstance(inner, dict) for inner in value.values())
        return value if by_selection else {ALL: value}

    return palette


def _mixed(value: Any) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"'{value}' is no palette; write it by fixture, for example {{front: 50%}}")
    return value


def _schema(note: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number", "object"], "description": note})


_POSITION, _BEAM = _of_parameters("{pan: -18, tilt: 42}"), _of_parameters("{zoom: 20, gobo: Stars}")
Intensity = Annotated[Look, BeforeValidator(_intensity), _schema("A level, or levels by fixture")]
Colour = Annotated[Look, BeforeValidator(_colour), _schema("A colour, or colours by fixture")]
Position = Annotated[Look, BeforeValidator(_POSITION), _schema("Pan and tilt, or both by fixture")]
Beam = Annotated[Look, BeforeValidator(_BEAM), _schema("Parameters of the beam, or these by fixture")]
Mixed = Annotated[Look, BeforeValidator(_mixed), _schema("A look by fixture")]


PARSERS: dict[str, Callable[[Any], Any]] = {
    "intensity": _intensity,
    "colour": _colour,
    "position": _POSITION,
    "beam": _BEAM,
    "mixed": _mixed,
}
"""By kind: what makes a palette as written one by selection."""


class Palettes(Frozen):
    """The palettes of a show by kind. A name is there once in its kind."""

    intensity: dict[Name, Intensity] = Field(default={}, description="Levels")
    colour: dict[Name, Colour] = Field(default={}, description="Colours")
    position: dict[Name, Position] = Field(default={}, description="Pan and tilt")
    beam: dict[Name, Beam] = Field(default={}, description="Zoom, iris, focus, gobos and so on")
    mixed: dict[Name, Mixed] = Field(default={}, description="Pieces of looks, of any kind")

    def of_kind(self, kind: str) -> dict[str, Look]:
        """The palettes of a kind by name."""
        found: dict[str, Look] = getattr(self, kind)
        return found

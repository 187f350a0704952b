"""What a line of a look says of one kind of parameter: in words, and the colour that it looks like."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from showctl.model.colour import ColourFan, Rgb, White, parse_colour
from showctl.model.look import FixtureLook
from showctl.model.palette import ALL, Palettes
from showctl.model.parameter_kind import KINDS, kind_of_name
from showctl.model.setting import Word
from showctl.program.colour_name import named_colour
from showctl.program.colour_space import rgb_of_white

LookKind = Literal["intensity", "colour", "position", "beam"]
LOOK_KINDS: tuple[LookKind, ...] = get_args(LookKind)
"""The columns of the sheet, in their order."""
Written = Mapping[str, Any]
"""A line as it is written, in its long form."""


class Said(NamedTuple):
    """`rgb`: `#rrggbb`, empty for what is no colour."""

    words: str
    rgb: str = ""


def written_of(entry: FixtureLook) -> dict[str, Any]:
    """A line in its long form, parameters by the words of the file."""
    return entry.model_dump(mode="json", exclude_unset=True, by_alias=True)


@cache
def kind_of_key(key: str) -> str:
    """The kind that a key of a line speaks of; empty for all of them, or none."""
    if key in LOOK_KINDS:
        return key
    return "" if key in ("palette", "time", "delay") else KINDS[kind_of_name(key)].category


def keys_of(line: Written, kind: str) -> tuple[str, ...]:
    """The keys of a line that speak of one kind."""
    return tuple(key for key in line if kind_of_key(key) == kind)


def said(line: Written, kind: LookKind, palettes: Palettes) -> Said | None:
    """What a line says of a kind; None: nothing."""
    keys = keys_of(line, kind)
    if not keys:
        mixed = str(line.get("palette", ""))
        return Said(mixed) if mixed == "release" or _mixes(palettes, mixed, kind) else None
    if kind == "intensity":
        return Said(str(line[keys[0]]).removesuffix("%") if len(keys) == 1 else _each(line, keys))
    if kind == "colour" and "colour" in line:
        return Said(_plain(line["colour"]), looks_like(line["colour"], palettes))
    if kind in keys:
        return Said(str(line[kind]))
    return Said(_each(line, keys))


def looks_like(value: Any, palettes: Palettes) -> str:
    """A written colour as `#rrggbb`; empty for what is none."""
    try:
        colour = parse_colour(value)
    except ValueError:
        return ""
    if isinstance(colour, ColourFan):
        return looks_like(str(colour.first), palettes)
    if isinstance(colour, Word):
        look = palettes.colour.get(colour.text)
        if look is not None:
            entry = look.get(ALL) or next(iter(look.values()), None)
            inner = None if entry is None else entry.colour
            return "" if inner is None or isinstance(inner, Word) else looks_like(str(inner), palettes)
        found = named_colour(colour.text)
        colour = found.rgb if found is not None and not isinstance(found, White) else found or colour
    if isinstance(colour, White):
        colour = rgb_of_white(colour)
    return str(colour) if isinstance(colour, Rgb) else ""


def palettes_of(line: Written) -> set[tuple[str, str]]:
    """All palettes, by kind and name, that a line may name."""
    named = {(kind, str(line[kind])) for kind in LOOK_KINDS if kind in line}
    return named | ({("mixed", str(line["palette"]))} if "palette" in line else set())


def _mixes(palettes: Palettes, name: str, kind: LookKind) -> bool:
    look = palettes.mixed.get(name, {})
    return any(keys_of(written_of(entry), kind) for entry in look.values())


def _each(line: Written, keys: tuple[str, ...]) -> str:
    return ", ".join(f"{key} {line[key]}" for key in keys)


def _plain(value: Any) -> str:
    return f"hue {value['hue']}" if isinstance(value, Mapping) and "hue" in value else str(value)

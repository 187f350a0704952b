"""The picture of the room that stands behind the rig."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from showctl.model.beside import beside
from showctl.model.frozen import Frozen
from showctl.model.quantity import Number
from showctl.model.unit import Text, parse_text

ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
MOST_METRES = 1000.0
_EXAMPLE = "plans/hall.png"
_WIDTH = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?m?")


def _beside(name: str) -> str:
    name = beside(name, _EXAMPLE)
    if not name.lower().endswith(ENDINGS):
        raise ValueError(f"'{name}' is no picture that can be shown (PNG, JPG, SVG); write for example {_EXAMPLE}")
    return name


def _metres(value: Any) -> float:
    text = parse_text(value) if not isinstance(value, int | float) else f"{value:g}"
    found = _WIDTH.fullmatch(text)
    metres = float(found[1]) if found else 0.0
    if not 0 < metres <= MOST_METRES:
        raise ValueError(f"'{text}' is no width of a plan, from more than 0 m to 1000 m; write for example 24m")
    return metres


Metres = Annotated[
    float,
    BeforeValidator(_metres),
    WithJsonSchema({"type": ["string", "number"], "description": "A length", "examples": ["24m"]}),
]
Coordinate = Annotated[Number, Field(ge=-MOST_METRES, le=MOST_METRES)]


class Plan(Frozen):
    """A picture of the room, to scale, behind the rig from above."""

    picture: Annotated[Text, AfterValidator(_beside)] = Field(
        description="PNG, JPG or SVG in the show's folder or below it, for example plans/hall.png"
    )
    width: Metres = Field(description="How wide the room in the picture is, from its left to its right edge")
    at: tuple[Coordinate, Coordinate] = Field(
        default=(0.0, 0.0), description="Where its lower left corner is, [x, y] in metres"
    )

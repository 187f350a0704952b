"""Where a fixture is patched: at addresses, at the next free ones, or nowhere."""

import re
from typing import Annotated, Any, NamedTuple

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from showctl.model.address import LAST_UNIVERSE, DmxAddress, parse_dmx_address

MOST_PLACES = 64
"""Addresses of one fixture; more is a slip of the pen."""


class NextFree(NamedTuple):
    """The next addresses that are free; in one universe, or (0) in those that are sent."""

    universe: int = 0

    def __str__(self) -> str:
        return f"next in {self.universe}" if self.universe else "next"


Places = tuple[DmxAddress | None, ...] | NextFree
"""Addresses of the blocks of a mode in order, and again for each further place where the fixture is; None: this block
is not patched. Empty: not patched at all."""


def parse_places(value: Any) -> Places:
    """`1.1`, `[1.1, 3.1]`, `[1.1, -]`, `next`, `next in 2`."""
    if isinstance(value, NextFree | DmxAddress):
        return value if isinstance(value, NextFree) else (value,)
    if isinstance(value, list | tuple):
        if len(value) > MOST_PLACES:
            raise ValueError(f"there are {len(value)} addresses here; write at most {MOST_PLACES}")
        return tuple(None if one is None or str(one).strip() == "-" else parse_dmx_address(one) for one in value)
    text = str(value if value is not None else "").strip()
    if not text.startswith("next"):
        return (parse_dmx_address(value),)
    match = re.fullmatch(r"next(?:\s+in\s+([0-9]{1,5}))?", text)
    if not match:
        raise ValueError(f"'{text}' is not a place; write next, or for example next in 2")
    universe = int(match[1] or 0)
    if match[1] and not 1 <= universe <= LAST_UNIVERSE:
        raise ValueError(f"universe {universe} does not exist; write 1 to {LAST_UNIVERSE}")
    return NextFree(universe)


def write_places(places: Places) -> Any:
    """As it is written in a file."""
    if isinstance(places, NextFree):
        return str(places)
    written = ["-" if place is None else str(place) for place in places]
    return written[0] if len(written) == 1 and written != ["-"] else written


WrittenPlaces = Annotated[
    Places,
    PlainValidator(parse_places),
    PlainSerializer(write_places),
    WithJsonSchema(
        {
            "type": ["string", "number", "array"],
            "description": "Universe and address, a list of them, or next",
            "examples": ["1.001", "1/1", ["1.1", "3.1"], "next", "next in 2"],
        }
    ),
]

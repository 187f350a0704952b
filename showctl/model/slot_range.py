"""Slots by where they are: whole universes, or a range of addresses in one."""

import re
from typing import NamedTuple

from showctl.model.address import SLOTS, parse_dmx_address, parse_universes

_UNIVERSES = re.compile(r"[0-9]+\s*(?:(?:-|\.\.)\s*[0-9]+)?")
_ADDRESSES = re.compile(r"([0-9]+[./][0-9]+)\s*(?:\.\.\s*([0-9]+[./][0-9]+))?")


class SlotRange(NamedTuple):
    """The same slots of some universes: first and last address 1..512, both inside."""

    universes: tuple[int, ...]
    first: int
    last: int


def parse_slot_range(text: str) -> SlotRange | None:
    """`2` and `2-4` are universes, `2.1` an address, `2.1..2.24` a range of them; None for what is none of these, as
    the name of a fixture. Raises ValueError for what does not exist."""
    text = text.strip()
    if _UNIVERSES.fullmatch(text):
        return SlotRange(parse_universes(text), 1, SLOTS)
    if not (match := _ADDRESSES.fullmatch(text)):
        return None
    first = parse_dmx_address(match[1])
    last = parse_dmx_address(match[2] or match[1])
    if first.universe != last.universe:
        raise ValueError(f"'{text}' reaches into another universe; write a range for each universe")
    if last.slot < first.slot:
        raise ValueError(f"'{text}' runs backwards; write {match[2]}..{match[1]}")
    return SlotRange((first.universe,), first.slot, last.slot)

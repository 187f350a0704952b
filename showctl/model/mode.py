"""Modes: in which order the slots of a fixture come."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag

from showctl.model.address import SLOTS
from showctl.model.frozen import Frozen
from showctl.model.unit import Text

UNUSED = "-"
"""A slot that is not used and stays 0."""
BYTES = (" fine", " ultra")
"""What the second and third slot of a parameter are called after it, most significant first."""
MOST_BLOCKS = 64
OTHERWISE = "else"
"""The case of all ranges that have none of their own."""


def _name(text: str) -> str:
    text = text.strip()
    if not text or len(text) > 100 or text.startswith(("x-", "<<")) or not text.isprintable():
        raise ValueError(f"'{text[:100]}' cannot be a name; write 1 to 100 letters, and no x- at the start")
    return text


Named = Annotated[Text, AfterValidator(_name)]
"""The name of a parameter, mode, wheel or head."""


class Switch(Frozen):
    """A slot that means another parameter in each range of its trigger."""

    switch: Named = Field(description="What the slot is called")
    on: Named = Field(description="The parameter whose ranges decide")
    cases: dict[Named, Named] = Field(min_length=1, description="By name of a range: the slot, or - for none")


def _written(value: Any) -> str:
    return "mapping" if isinstance(value, dict | Frozen) else "word"


Slot = Annotated[Annotated[Named, Tag("word")] | Annotated[Switch, Tag("mapping")], Discriminator(_written)]
"""`pan`; `pan fine`, the low byte of `pan`; `-`, a slot that is not used and stays 0; or a switch."""
Block = Annotated[tuple[Slot, ...], Field(max_length=SLOTS)]


class Blocks(Frozen):
    """A mode of several blocks, each with an address of its own."""

    blocks: tuple[Block, ...] = Field(min_length=1, max_length=MOST_BLOCKS, description="The slots of each block")


Mode = Annotated[Annotated[Block, Tag("word")] | Annotated[Blocks, Tag("mapping")], Discriminator(_written)]
"""Slots in order, or blocks of them."""


def blocks_of(mode: "tuple[Slot, ...] | Blocks") -> tuple[tuple[Slot, ...], ...]:
    """The blocks of a mode: one, unless it says otherwise."""
    return mode.blocks if isinstance(mode, Blocks) else (mode,)


def parameter_of(slot: str) -> str:
    """The parameter of which a slot has a byte: `pan` of `pan fine`."""
    for suffix in BYTES:
        slot = slot.removesuffix(suffix)
    return slot


def slot_words(mode: "tuple[Slot, ...] | Blocks") -> Iterator[str]:
    """All slots by their words, those of switches too, without those that are not used."""
    for block in blocks_of(mode):
        for slot in block:
            for word in slot.cases.values() if isinstance(slot, Switch) else (slot,):
                if word != UNUSED:
                    yield word
